import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Input, Select } from 'antd';
import { figuresQuery } from '../../api/queries';
import { declarationsQuery, type Paragraph, type Slot, showTitles } from './queries';

/** One paragraph of a template: its words, and which figure stands at each name in braces. */
export function ParagraphCard(props: {
  paragraph: Paragraph;
  year: number;
  place: number;
  last: boolean;
  onChange: (paragraph: Paragraph) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const { paragraph, place, onChange } = props;
  const kind = paragraph.heading === true ? '标题' : (paragraph.pattern ?? '自拟');
  const bind = (name: string, change: Partial<Slot>) =>
    onChange({ ...paragraph, slots: paragraph.slots.map((s) => (s.name === name ? { ...s, ...change } : s)) });
  const named = [...paragraph.text.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name = '']) => name);
  const missing = [...new Set(named)].filter(
    (name) => !/^(年|上年|年-\d|截止)$/.test(name) && paragraph.slots.every((s) => s.name !== name),
  );
  return (
    <Card
      size="small"
      title={`第${place}段　${kind}`}
      extra={
        <>
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
          <Button
            size="small"
            onClick={() =>
              onChange({ ...paragraph, slots: [...paragraph.slots, { name, metric: 'mediation-handled' }] })
            }
          >
            添加
          </Button>
        </p>
      ))}
      {paragraph.slots.length > 0 && (
        <details>
          <summary>数据项（{paragraph.slots.length}）</summary>
          <table className="plain">
            <tbody>
              {paragraph.slots.map((slot) => (
                <SlotRow key={slot.name} slot={slot} year={props.year} onChange={(c) => bind(slot.name, c)} />
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Card>
  );
}

function SlotRow(props: { slot: Slot; year: number; onChange: (change: Partial<Slot>) => void }) {
  const { slot } = props;
  const figures = useQuery(figuresQuery({ year: props.year }));
  const declared = useQuery(declarationsQuery);
  const options = new Map([
    ...(figures.data ?? []).map((f): [string, string] => [f.metric, f.title]),
    ...(declared.data ?? []).map((d): [string, string] => [d.code, `${d.title}（申报）`]),
  ]);
  return (
    <tr>
      <th scope="row">{`{${slot.name}}`}</th>
      <td>
        <Select
          aria-label={`${slot.name}的指标`}
          size="small"
          value={slot.metric}
          showSearch
          optionFilterProp="label"
          popupMatchSelectWidth={false}
          options={[...options].map(([value, label]) => ({ value, label }))}
          onChange={(metric) => props.onChange({ metric, variant: undefined })}
          style={{ width: 220 }}
        />
      </td>
      <td>
        {slot.list === undefined ? (
          <Select
            aria-label={`${slot.name}的写法`}
            size="small"
            value={slot.show ?? 'number'}
            options={Object.entries(showTitles).map(([value, label]) => ({ value, label }))}
            onChange={(show: NonNullable<Slot['show']>) => props.onChange({ show })}
            style={{ width: 130 }}
          />
        ) : (
          '逐项列举'
        )}
      </td>
    </tr>
  );
}
