import { Table, type TableProps, Tag } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Schemas } from '../../api/client';

type Preview = Schemas['EventPreviewDto'];
type Row = Preview['clocks'][number];

/** Corrections move clocks that nobody has in view: they are confirmed only with their effect before one's eyes. */
export const isSeenFirst = (edge: { name: string }): boolean => edge.name === 'correct-fact';

/**
 * 办理预览: what the event would do, were it done now, to the case or to each of several. It stands below the fields: said
 * aloud, and brought into view.
 */
export function PreviewResult(props: { previews: readonly Preview[]; extra?: ReactNode }) {
  const { previews, extra } = props;
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'start' }), []);
  return (
    <section ref={place} className="preview" aria-label="办理预览" role="status">
      <h3>办理后（尚未保存）</h3>
      {previews.map((preview) => (
        <OfCase key={preview.case.id} preview={preview} named={previews.length > 1} />
      ))}
      {extra && <p className="preview-foot">{extra}</p>}
    </section>
  );
}

function OfCase(props: { preview: Preview; named: boolean }) {
  const { named } = props;
  const { state, state_title, state_after, state_after_title, papers, clocks, warnings, ...of } = props.preview;
  return (
    <>
      {named && (
        <h4>
          {of.case.kind_title} {of.case.number}
        </h4>
      )}
      <ul>
        <li>状态：{state === state_after ? `${state_title}，不变` : `${state_title} → ${state_after_title}`}</li>
        {papers.length > 0 && <li>出具文书：{papers.map((p) => p.title).join('、')}</li>}
        {warnings.map((w) => (
          <li key={w.guard}>
            请留意：{w.message}
            <small className="under">依据：{w.article}</small>
          </li>
        ))}
        {named && clocks.length === 0 && <li>期限：没有变化</li>}
      </ul>
      {!named && <h4>期限变化</h4>}
      {!named && clocks.length === 0 && <p className="quiet">没有期限因此开始、变动或者结束。</p>}
      {clocks.length > 0 && (
        <Table<Row> size="small" rowKey="clock_id" columns={columns} dataSource={clocks} pagination={false} />
      )}
    </>
  );
}

const tones: Readonly<Partial<Record<Row['effect'], string>>> = {
  moved: 'red',
  begun: 'blue',
  unsettled: 'gold',
  suspended: 'gold',
};

const columns: NonNullable<TableProps<Row>['columns']> = [
  {
    title: '期限',
    key: 'title',
    render: (_, row) => (
      <>
        {row.title}
        {row.subject !== null && `（${row.subject}）`} <Tag color={tones[row.effect]}>{row.effect_title}</Tag>
        <small className="under">{row.why}</small>
        {row.told.length > 0 && <small className="under">届时提醒：{row.told.join('、')}</small>}
      </>
    ),
  },
  {
    title: '现届满日',
    key: 'old',
    width: 104,
    render: (_, row) => row.old_due ?? (row.old_status === null ? '无' : '中止'),
  },
  {
    title: '办理后',
    key: 'new',
    width: 104,
    render: (_, row) => (
      <>
        {row.new_due === row.old_due ? (row.new_due ?? '中止') : <strong>{row.new_due ?? '中止'}</strong>}
        {row.provisional && <Tag color="gold">暂定</Tag>}
      </>
    ),
  },
];
