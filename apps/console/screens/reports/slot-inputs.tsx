import { Input, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Paragraph } from './queries';

const monthDay = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const timeWord = /^(年|上年|年-[1-9]|截止)$/;

/** One setting: what it is called, and what it means. */
export function Line(props: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className="slot-line">
      <span>{props.label}</span>
      <div>
        {props.children}
        {props.note !== undefined && <small className="under">{props.note}</small>}
      </div>
    </div>
  );
}

/** A whole number, or nothing. */
export function Whole(props: {
  label: string;
  min: number;
  max: number;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  return (
    <InputNumber<number>
      aria-label={props.label}
      min={props.min}
      max={props.max}
      precision={0}
      value={props.value ?? null}
      changeOnBlur
      onChange={(value) => props.onChange(value ?? undefined)}
    />
  );
}

/** Words are taken when one leaves the field or presses Enter. */
export function Words(props: {
  label: string;
  max: number;
  hint?: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const done = (text: string) => {
    const words = text === '' ? undefined : text;
    if (words !== props.value) props.onChange(words);
  };
  return (
    <Input
      aria-label={props.label}
      maxLength={props.max}
      placeholder={props.hint}
      defaultValue={props.value}
      onBlur={(e) => done(e.target.value)}
      onPressEnter={(e) => done(e.currentTarget.value)}
    />
  );
}

/** MM-DD, or nothing. */
export function CutoffInput(props: { value: string | undefined; onChange: (value: string | undefined) => void }) {
  const [wrong, setWrong] = useState(false);
  const done = (text: string) => {
    const fine = text === '' || monthDay.test(text);
    setWrong(!fine);
    if (fine && text !== (props.value ?? '')) props.onChange(text === '' ? undefined : text);
  };
  return (
    <>
      <Input
        aria-label="截止日"
        maxLength={5}
        status={wrong ? 'error' : undefined}
        defaultValue={props.value}
        onBlur={(e) => done(e.target.value.trim())}
        onPressEnter={(e) => done(e.currentTarget.value.trim())}
      />
      {wrong && (
        <span role="alert" className="slot-wrong">
          截止日应为月日，格式 MM-DD
        </span>
      )}
    </>
  );
}

/** What a name may not be, or null. */
export function nameMistake(paragraph: Paragraph, name: string): string | null {
  if (name === '') return '名称不能为空';
  if (/[{}[\]]/.test(name)) return '名称不能含花括号、方括号';
  if (timeWord.test(name)) return `“${name}”是表示时间的词，请换一个名称`;
  return paragraph.slots.some((s) => s.name === name) ? `已有名为“${name}”的数据项` : null;
}

/** The name a slot has in the text. */
export function NameInput(props: { paragraph: Paragraph; name: string; onRename: (name: string) => void }) {
  const [wrong, setWrong] = useState<string | null>(null);
  const done = (text: string) => {
    const mistake = text === props.name ? null : nameMistake(props.paragraph, text);
    setWrong(mistake);
    if (mistake === null && text !== props.name) props.onRename(text);
  };
  return (
    <>
      <Input
        aria-label="数据项名称"
        maxLength={30}
        status={wrong === null ? undefined : 'error'}
        defaultValue={props.name}
        onBlur={(e) => done(e.target.value.trim())}
        onPressEnter={(e) => done(e.currentTarget.value.trim())}
      />
      {wrong !== null && (
        <span role="alert" className="slot-wrong">
          {wrong}
        </span>
      )}
    </>
  );
}
