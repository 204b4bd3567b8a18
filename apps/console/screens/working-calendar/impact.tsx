import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Table, type TableProps, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { answerOf, api } from '../../api/client';
import { Problem, problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import { More } from '../../parts/more';
import { Loaded, Nothing, Page } from '../../parts/page';
import { may, useMe } from '../../shell/session';
import { dayOf } from './calendar';
import { type Impact, impactQuery } from './queries';

type Row = Impact['rows'][number];

/** 影响清单: what a change would move, why, and the confirmation by name. */
export function ImpactScreen() {
  const { id = '' } = useParams();
  const impact = useInfiniteQuery(impactQuery(id));
  const title = impact.data?.pages[0]?.change.title ?? '影响清单';
  return (
    <Page
      title={title}
      heading={
        <>
          {title} <small>影响清单</small>
        </>
      }
      extra={<Link to="/working-calendar">放假日历</Link>}
    >
      <Loaded of={impact}>
        {({ pages }) => {
          const [first] = pages;
          if (first === undefined) return null;
          const rows = pages.flatMap((p) => p.rows);
          // Cases move on while one reads: pages of two lists are no list, and it is not confirmed by halves.
          const torn = pages.some((p) => p.digest !== first.digest);
          return (
            <List impact={first} rows={rows} torn={torn} again={() => void impact.refetch()}>
              {rows.length > 0 && <More of={impact} shown={rows.length} />}
            </List>
          );
        }}
      </Loaded>
    </Page>
  );
}

function List(props: { impact: Impact; rows: readonly Row[]; torn: boolean; again: () => void; children: ReactNode }) {
  const { impact, rows, torn, again } = props;
  const { change } = impact;
  return (
    <div className="stack">
      {change.state !== 'proposed' && (
        <Alert
          type="info"
          showIcon
          message={`${change.state_title}：${[change.decided_by, change.decided_at && dayOf(change.decided_at)].filter(Boolean).join('，')}`}
        />
      )}
      {torn && (
        <Alert
          type="warning"
          showIcon
          message="翻页期间案件有了变化，清单已经不同"
          action={
            <Button size="small" onClick={again}>
              重新载入清单
            </Button>
          }
        />
      )}
      {impact.by_kind.length > 1 && <ByKind impact={impact} />}
      <Card
        size="small"
        title={sentence(impact)}
        extra={
          <a href={`/api/v1/working-calendar/changes/${change.id}/impact.xlsx`} download="影响清单.xlsx">
            导出 Excel
          </a>
        }
        styles={{ body: { padding: 0 } }}
      >
        {rows.length === 0 ? (
          <Nothing>{change.state === 'withdrawn' ? '已撤回，没有期限变动' : '没有期限因此变动'}</Nothing>
        ) : (
          <Table<Row>
            rowKey="clock_id"
            size="middle"
            columns={columns}
            dataSource={rows}
            pagination={false}
            scroll={{ x: 900 }}
          />
        )}
        {props.children}
      </Card>
      {change.state === 'proposed' && !torn && <Decide impact={impact} again={again} />}
    </div>
  );
}

function sentence({ change, assessed, moved, settled, kept }: Impact): string {
  const would = change.state === 'proposed' ? '将' : '';
  return `在计期限${assessed}个，${would}变动${moved}个，暂定状态改变${settled}个${kept > 0 ? `，只改约定${kept}个` : ''}`;
}

/** Of the whole list, however much of it has been read so far. */
function ByKind(props: { impact: Impact }) {
  return (
    <Card size="small" title="按案件类别" styles={{ body: { padding: 0 } }}>
      <table className="plain">
        <thead>
          <tr>
            <th>案件类别</th>
            <th>日期变动</th>
            <th>暂定状态改变</th>
            <th>只改约定</th>
          </tr>
        </thead>
        <tbody>
          {props.impact.by_kind.map((k) => (
            <tr key={k.kind}>
              <td>{k.kind_title}</td>
              <td>{k.moved}</td>
              <td>{k.settled}</td>
              <td>{k.kept}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

const tones: Readonly<Record<Row['effect'], string | undefined>> = {
  moved: 'red',
  unsettled: 'gold',
  settled: 'blue',
  kept: undefined,
};

const columns: NonNullable<TableProps<Row>['columns']> = [
  {
    title: '案件',
    key: 'case',
    width: 230,
    render: (_, row) => (
      <>
        <Link to={`/cases/${row.case_id}`}>{row.number}</Link>
        <small className="under">{row.kind_title}</small>
      </>
    ),
  },
  { title: '期限', dataIndex: 'title', width: 190 },
  {
    title: '影响',
    key: 'effect',
    width: 120,
    render: (_, row) => <Tag color={tones[row.effect]}>{row.effect_title}</Tag>,
  },
  { title: '原届满日', key: 'old', width: 112, render: (_, row) => row.old_due ?? '中止' },
  {
    title: '新届满日',
    key: 'new',
    width: 112,
    render: (_, row) => (row.effect === 'moved' ? <strong>{row.new_due ?? '中止'}</strong> : (row.new_due ?? '中止')),
  },
  { title: '原因', dataIndex: 'why' },
];

function Decide(props: { impact: Impact; again: () => void }) {
  const { impact, again } = props;
  const me = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const { id } = impact.change;
  const settled = async (words: string) => {
    // Every date on every screen may have moved.
    await queries.invalidateQueries();
    void message.success(words);
  };
  const confirm = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/working-calendar/changes/{id}/confirm', {
          params: { path: { id } },
          body: { digest: impact.digest },
        }),
      ),
    onSuccess: (change) => settled(`已确认，变动期限${change.moved ?? 0}个`),
  });
  const withdraw = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/working-calendar/changes/{id}/withdraw', { params: { path: { id } } })),
    onSuccess: () => settled('已撤回'),
  });
  const error = confirm.error ?? withdraw.error;
  const stale = error instanceof Problem && error.refusals.some((r) => r.guard === 'calendar.stale');
  const ask = () =>
    modal.confirm({
      title: '确认这项变更？',
      content: `变动${impact.moved}个期限，每案记一笔“期限重算”，署您的姓名；已办结的案件和已完成的期限不变。`,
      okText: '确认变更',
      cancelText: '再看看',
      onOk: () => confirm.mutateAsync().catch(() => undefined),
    });
  return (
    <Card size="small" title="确认">
      {error !== null && <SaveTrouble problem={problemIn(error)} left={[]} />}
      <p>
        {may(me, 'calendar:confirm')
          ? '确认以后，本单位按新的日历或者约定计算，清单所列期限随即变动，提醒重新安排。'
          : '须由行政复议机构负责人或者行政复议机关负责人确认。'}
      </p>
      <div className="form-foot">
        {stale && (
          <Button
            onClick={() => {
              confirm.reset();
              again();
            }}
          >
            重新查看清单
          </Button>
        )}
        {may(me, 'calendar:keep') && (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            撤回
          </Button>
        )}
        {may(me, 'calendar:confirm') && (
          <Button type="primary" loading={confirm.isPending} disabled={stale} onClick={ask}>
            确认变更
          </Button>
        )}
      </div>
    </Card>
  );
}
