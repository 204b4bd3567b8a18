import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card } from 'antd';
import { answerOf, api, type Schemas } from '../../api/client';
import { download } from '../../api/download';
import { problemIn } from '../../api/problem';
import { keyed } from '../../parts/keyed';
import { may, useMe } from '../../shell/session';
import type { Composition, Run } from './queries';

const sourceTitles = { live: '现时统计，尚未冻结', frozen: '已冻结', declared: '申报指标' } as const;

/** 正文: the composed text with the source of every number, to be frozen and exported. */
export function ComposedText(props: { composition: Composition; body: Schemas['ComposeDto']; stale: boolean }) {
  const { composition, body } = props;
  const me = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const live = composition.blocks.some((b) => b.runs.some((r) => r.figures.some((f) => f.source === 'live')));
  const freeze = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/reports/compose/frozen', { body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reports', 'composition'] });
      await queries.invalidateQueries({ queryKey: ['frozen-figures'] });
      void message.success('已冻结正文所印的数据，总数和分项');
    },
    onError: (error) => void message.error(problemIn(error).refusals[0]?.message ?? problemIn(error).message),
  });
  const paper = useMutation({
    mutationFn: (review: boolean) => download('/api/v1/reports/compose/paper', { ...body, review }),
    onError: (error) => void message.error(problemIn(error).message),
  });
  return (
    <>
      <Card
        size="small"
        title={`${composition.year}年，数据截至${composition.cutoff}`}
        extra={
          <span className="no-print">
            {live && may(me, 'figures:freeze') && (
              <Button
                loading={freeze.isPending}
                onClick={() =>
                  modal.confirm({
                    title: '冻结正文所印的数据',
                    content:
                      '尚未冻结的总数和分项连同案件清单一次保存，以后不再随记录变动；冻结不能撤销，只能以后再冻结新的一版。',
                    okText: '冻结',
                    onOk: () => freeze.mutateAsync().catch(() => undefined),
                  })
                }
              >
                冻结数据
              </Button>
            )}{' '}
            <Button onClick={() => paper.mutate(false)} loading={paper.isPending}>
              导出公开稿
            </Button>{' '}
            <Button onClick={() => paper.mutate(true)} loading={paper.isPending}>
              导出送审稿
            </Button>
          </span>
        }
      >
        {live && (
          <p className="quiet no-print">
            <span className="from-figure not-frozen">这样标明</span>的数为现时统计，尚未冻结。
          </p>
        )}
        <article className="report-text" aria-busy={props.stale}>
          <h2>{composition.title}</h2>
          {keyed(composition.blocks, (b) => `${b.kind} ${b.runs.map((r) => r.text).join('')}`).map(
            ({ key, item: b }) => {
              if (b.kind === 'heading') return <h3 key={key}>{b.runs.map((r) => r.text).join('')}</h3>;
              if (b.kind === 'table') return <ReportTable key={key} heads={b.heads} runs={b.runs} />;
              return (
                <p key={key}>
                  {keyed(b.runs, (r) => r.text).map(({ key: place, item: r }) => (
                    <Words key={place} run={r} />
                  ))}
                </p>
              );
            },
          )}
        </article>
      </Card>
      {composition.gaps.length > 0 && (
        <Card size="small" title={`缺数据的地方（${composition.gaps.length}处）`} className="no-print">
          <ul className="refusals">
            {gapsTogether(composition).map(([message, slots]) => (
              <li key={message}>
                {message}：{slots.join('、')}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** What is missing, by the reason: 第2段“新收”. */
function gapsTogether({ gaps }: Composition): readonly (readonly [string, readonly string[]])[] {
  const together = new Map<string, string[]>();
  for (const { paragraph, slot, message } of gaps)
    together.set(message, [...(together.get(message) ?? []), `第${paragraph + 1}段“${slot}”`]);
  return [...together];
}

/** A number tells what it is when it is pointed at. */
function Words(props: { run: Run }) {
  const { text, figures } = props.run;
  if (figures.length === 0) return text;
  const said = figures.map((f) => `${f.title}：${f.reading}，截至${f.cutoff}（${sourceTitles[f.source]}）`).join('\n');
  return (
    <span className={figures.some((f) => f.source === 'live') ? 'from-figure not-frozen' : 'from-figure'} title={said}>
      {text}
    </span>
  );
}

function ReportTable(props: { heads: readonly string[]; runs: readonly Run[] }) {
  return (
    <table className="plain form-sheet">
      <thead>
        <tr>
          {props.heads.map((h) => (
            <th key={h}>{h}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {props.runs.map((r, i) => (
            <td key={props.heads[i]} className="number">
              <Words run={r} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
