import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Card, Input } from 'antd';
import { useState } from 'react';
import { listingTitles, type Paragraph, type Slot, showTitles } from './queries';
import { nameMistake } from './slot-inputs';

/** One paragraph of a template: its words, and which figure stands at each name in braces. */
export function ParagraphCard(props: {
  paragraph: Paragraph;
  /** Names of the metrics and declared indicators. */
  titles: ReadonlyMap<string, string>;
  place: number;
  last: boolean;
  onChange: (paragraph: Paragraph) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onEdit: (slot: string) => void;
  onPattern: () => void;
}) {
  const { paragraph, place, onChange } = props;
  const kind = paragraph.heading === true ? '标题' : (paragraph.pattern ?? '自拟');
  const named = [...paragraph.text.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name = '']) => name);
  const missing = [...new Set(named)].filter(
    (name) => !/^(年|上年|年-\d|截止)$/.test(name) && paragraph.slots.every((s) => s.name !== name),
  );
  const add = (name: string, text: string) =>
    onChange({ ...paragraph, text, slots: [...paragraph.slots, { name, metric: 'mediation-handled' }] });
  return (
    <Card
      size="small"
      title={`第${place}段　${kind}`}
      extra={
        <>
          {paragraph.heading !== true && (
            <Button size="small" aria-label={`第${place}段换句式`} onClick={props.onPattern}>
              换句式
            </Button>
          )}{' '}
          <Button
            size="small"
            icon={<ArrowUpOutlined />}
            aria-label={`第${place}段上移`}
            disabled={place === 1}
            onClick={() => props.onMove(-1)}
          />
          <Button
            size="small"
            icon={<ArrowDownOutlined />}
            aria-label={`第${place}段下移`}
            disabled={props.last}
            onClick={() => props.onMove(1)}
          />
          <Button size="small" icon={<DeleteOutlined />} aria-label={`删去第${place}段`} onClick={props.onRemove} />
        </>
      }
    >
      <Input.TextArea
        key={paragraph.text}
        aria-label={`第${place}段正文`}
        autoSize={{ minRows: paragraph.heading === true ? 1 : 2 }}
        maxLength={2000}
        defaultValue={paragraph.text}
        onBlur={(e) => {
          if (e.target.value !== paragraph.text) onChange({ ...paragraph, text: e.target.value });
        }}
      />
      {missing.map((name) => (
        <p key={name} className="quiet">
          “{name}”还没有数据项{' '}
          <Button size="small" onClick={() => add(name, paragraph.text)}>
            添加
          </Button>
        </p>
      ))}
      {(paragraph.heading !== true || paragraph.slots.length > 0) && (
        <details>
          <summary>数据项（{paragraph.slots.length}）</summary>
          <ul className="slots">
            {paragraph.slots.map((slot) => (
              <li key={slot.name}>
                <span>
                  <strong>{`{${slot.name}}`}</strong>　{props.titles.get(slot.metric) ?? slot.metric}
                  <small className="under">{settingsOf(slot)}</small>
                </span>
                <Button
                  size="small"
                  icon={<EditOutlined />}
                  aria-label={`第${place}段“${slot.name}”设置`}
                  onClick={() => props.onEdit(slot.name)}
                />
                <Button
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={`第${place}段删去“${slot.name}”`}
                  onClick={() => onChange(without(paragraph, slot.name))}
                />
              </li>
            ))}
          </ul>
          <NewSlot paragraph={paragraph} place={place} onAdd={(name) => add(name, `${paragraph.text}{${name}}`)} />
        </details>
      )}
    </Card>
  );
}

/** How a slot is written, in a few words. */
function settingsOf(slot: Slot): string {
  const words = [
    slot.variant === undefined ? '' : `口径 ${slot.variant}`,
    slot.list === undefined ? showTitles[slot.show ?? 'number'] : listingTitles[slot.list],
    slot.yearsBack ? `前${slot.yearsBack}年` : '',
    slot.scale === undefined ? '' : `以${slot.scale}计`,
    slot.about ?? '',
    slot.cutoff === undefined ? '' : `截至${slot.cutoff}`,
  ];
  return words.filter((w) => w !== '').join('，');
}

/** A slot goes with its place in the text, and what is left of brackets that held nothing else. */
const without = (paragraph: Paragraph, name: string): Paragraph => ({
  ...paragraph,
  text: paragraph.text.replaceAll(`{${name}}`, '').replaceAll('[]', '') || '（空）',
  slots: paragraph.slots.filter((s) => s.name !== name),
});

function NewSlot(props: { paragraph: Paragraph; place: number; onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const add = () => {
    const mistake = nameMistake(props.paragraph, name.trim());
    setWrong(mistake);
    if (mistake !== null) return;
    props.onAdd(name.trim());
    setName('');
  };
  return (
    <div className="form-steps">
      <Input
        size="small"
        aria-label={`第${props.place}段新数据项的名称`}
        placeholder="新数据项的名称，加在段末"
        maxLength={30}
        status={wrong === null ? undefined : 'error'}
        value={name}
        onChange={(e) => setName(e.target.value)}
        onPressEnter={add}
      />
      <Button size="small" onClick={add}>
        添加数据项
      </Button>
      {wrong !== null && (
        <span role="alert" className="slot-wrong">
          {wrong}
        </span>
      )}
    </div>
  );
}
