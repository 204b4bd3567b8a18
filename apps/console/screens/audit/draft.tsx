import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Checkbox, Input, InputNumber } from 'antd';
import { useId, useRef, useState } from 'react';
import type { Schemas } from '../../api/client';
import { problemIn } from '../../api/problem';
import { useEndedYear, useToday } from '../../api/queries';
import { useMe } from '../../shell/session';

export type DraftAsked = Schemas['AuditRequestDto'];

/** What the server takes as a file; it says so itself, but only after the whole has been sent. */
const MOST_BYTES = 15 * 1024 * 1024;

/** Where a draft is pasted or a file is chosen. */
export function Draft(props: {
  asked: DraftAsked;
  pending: boolean;
  error: Error | null;
  onSubmit: (asked: DraftAsked) => void;
}) {
  const me = useMe();
  const today = useToday();
  const ended = useEndedYear(today);
  const [text, setText] = useState(props.asked.text ?? '');
  // Reports are of the year that has ended.
  const [year, setYear] = useState<number | null>(props.asked.year ?? null);
  const [compares, setCompares] = useState(props.asked.year !== undefined);
  const [refused, setRefused] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const lastYear = ended ?? (today === undefined ? undefined : Number(today.slice(0, 4)) - 1);
  const against = compares ? { year: year ?? lastYear } : {};
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    if (chosen.size > MOST_BYTES) {
      setRefused(`${chosen.name}：文件不超过 15 MB；图片多的请另存为纯文本（.txt），或者粘贴文字。`);
      return;
    }
    setRefused(null);
    props.onSubmit({ file_name: chosen.name, file: await base64Of(chosen), ...against });
  };
  const trouble = refused ?? (props.error === null ? null : wordsOf(props.error));
  return (
    <Card>
      <div className="stack">
        {trouble !== null && <Alert type="error" showIcon message={trouble} role="alert" />}
        <label htmlFor={`${id}-text`}>报告稿</label>
        <Input.TextArea
          id={`${id}-text`}
          value={text}
          rows={14}
          placeholder="把报告稿的文字粘贴在这里，或者选一个 .docx、.txt 文件。校核后不留存。"
          onChange={(e) => setText(e.target.value)}
        />
        <div className="audit-actions">
          <Button
            type="primary"
            loading={props.pending}
            disabled={text.trim() === ''}
            onClick={() => props.onSubmit({ text, ...against })}
          >
            校核
          </Button>
          <Button icon={<UploadOutlined />} disabled={props.pending} onClick={() => file.current?.click()}>
            选文件校核
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            aria-label="报告稿文件"
            accept=".docx,.txt"
            onChange={(e) => {
              void choose(e.target.files?.[0]);
              // The same file, changed meanwhile, can be chosen again.
              e.target.value = '';
            }}
          />
          <Checkbox checked={compares} onChange={(e) => setCompares(e.target.checked)}>
            与{me.jurisdiction.name}的统计数字核对
          </Checkbox>
          {compares && (
            <span className="labelled">
              <label htmlFor={`${id}-year`}>年度</label>
              <InputNumber<number>
                id={`${id}-year`}
                min={1990}
                max={2100}
                precision={0}
                value={year ?? lastYear ?? null}
                onChange={setYear}
              />
            </span>
          )}
        </div>
      </div>
    </Card>
  );
}

function wordsOf(error: Error): string {
  const { message, mistakes } = problemIn(error);
  return mistakes.length > 0 ? mistakes.map(({ rule }) => rule).join('；') : message;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(pieces.join(''));
}
