import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Card, InputNumber, Table, type TableProps, Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { type DeadlinesFilter, deadlinesQuery, type Me, type Procedure, proceduresQuery } from '../../api/queries';
import { CalendarWarning } from '../../parts/calendar-warning';
import { LightTag } from '../../parts/light';
import { More } from '../../parts/more';
import { Loaded, Nothing, Page } from '../../parts/page';
import { addressOf, caseName, queryOf } from '../../parts/words';
import { useMe } from '../../shell/session';
import { buckets, deadlinesIn } from '../cases-query';
import { DeadlineFilter } from './filter';
import { Views } from './views';

type Deadline = Schemas['DeadlineDto'];
type Bucket = (typeof buckets)[number];

const titles: Readonly<Record<Bucket, string>> = {
  overdue: '超期',
  today: '今日',
  near: '临期',
  orange: '3个工作日内',
  yellow: '10日内',
  green: '10日以上',
  suspended: '中止',
  provisional: '暂定',
};
const nothing: Readonly<Record<Bucket, string>> = {
  overdue: '没有超期的期限',
  today: '今天没有到期的期限',
  near: '近日没有到期的期限',
  orange: '3个工作日内没有到期的期限',
  yellow: '没有4日至10日内到期的期限',
  green: '没有10日以后到期的期限',
  suspended: '没有中止的期限',
  provisional: '没有等待放假安排公布的期限',
};
const tabs = [...buckets.map((key) => ({ key: String(key), label: titles[key] })), { key: 'all', label: '全部在计' }];
const NEAR_DAYS = 7;

/** 期限台: the duties of our own people and of respondents, what is due first at the top, each with its reason. */
export function Deadlines() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const procedures = useQuery(proceduresQuery);
  const all = search.get('bucket') === 'all';
  const asked = deadlinesIn(search);
  const filter: DeadlinesFilter = all || asked.bucket !== undefined ? asked : { ...asked, bucket: 'overdue' };
  const deadlines = useInfiniteQuery(deadlinesQuery(filter));
  const go = (change: Record<string, string | undefined>) =>
    setSearch(queryOf({ ...Object.fromEntries(search), ...change }), { replace: true });
  return (
    <Page title="期限台" extra={<Views />}>
      <CalendarWarning />
      <Card styles={{ body: { padding: '0 16px 8px' } }}>
        <Tabs items={tabs} activeKey={all ? 'all' : filter.bucket} onChange={(bucket) => go({ bucket })} />
        <DeadlineFilter filter={filter} procedures={procedures.data ?? []} onChange={go}>
          {filter.bucket === 'near' && (
            <span>
              <InputNumber
                aria-label="临期天数"
                min={1}
                max={365}
                precision={0}
                value={filter.within ?? NEAR_DAYS}
                onChange={(days) => go({ within: days === null ? undefined : String(days) })}
                style={{ width: 72 }}
              />{' '}
              天以内
            </span>
          )}
        </DeadlineFilter>
        <Loaded of={deadlines}>
          {(data) => {
            const rows = data.pages.flatMap((p) => p.items);
            if (rows.length === 0)
              return <Nothing>{filter.bucket === undefined ? '没有在计的期限' : nothing[filter.bucket]}</Nothing>;
            return (
              <>
                <Table<Deadline>
                  rowKey="clock_id"
                  size="middle"
                  columns={columnsFor(me, procedures.data ?? [])}
                  dataSource={rows}
                  pagination={false}
                  scroll={{ x: 960 }}
                />
                <More of={deadlines} shown={rows.length} />
              </>
            );
          }}
        </Loaded>
      </Card>
    </Page>
  );
}

/** 01-29至02-03 where the year is that of the day itself. */
function spanWords({ due, earliest, latest }: Deadline): string {
  if (earliest === null || latest === null || earliest === latest) return '';
  const short = (day: string) => (day.slice(0, 4) === due?.slice(0, 4) ? day.slice(5) : day);
  return `，${short(earliest)}至${short(latest)}之间`;
}

/** Whoever may issue an order of supervision is offered it in the row. */
const maySupervise = (me: Me, procedures: readonly Procedure[]): boolean => {
  const opening = procedures.find((p) => p.kind === 'supervision')?.edges.find((e) => e.opening);
  return me.posts.some((post) => opening?.roles.includes(post.role) ?? false);
};

function columnsFor(me: Me, procedures: readonly Procedure[]): NonNullable<TableProps<Deadline>['columns']> {
  return [
    { title: '期限', key: 'light', width: 160, render: (_, row) => <LightTag light={row.light} /> },
    {
      title: '届满日',
      key: 'due',
      width: 112,
      render: (_, row) => (
        <>
          {row.due ?? <span className="quiet">恢复后再计</span>}
          {row.provisional && row.due !== null && <small className="under">暂定{spanWords(row)}</small>}
        </>
      ),
    },
    {
      title: '事项',
      key: 'title',
      render: (_, row) => (
        <>
          {row.light.sentence}
          <small className="under">{row.why}</small>
        </>
      ),
    },
    {
      title: '案件',
      key: 'case',
      width: 220,
      render: (_, row) => (
        <>
          <Link to={`/cases/${row.case.id}`}>{caseName(row.case)}</Link>
          <small className="under">
            {row.party_names} · {row.case.state_title}
          </small>
        </>
      ),
    },
    {
      title: '责任',
      key: 'handler',
      width: 150,
      render: (_, row) => (
        <>
          {row.handler?.name ?? <span className="quiet">未分配</span>}
          <small className="under">{row.organisation.name}</small>
        </>
      ),
    },
    {
      title: '办理',
      key: 'actions',
      width: 96,
      render: (_, row) => (
        <>
          <Link to={`/cases/${row.case.id}/ledger`}>账本</Link>
          {maySupervise(me, procedures) && row.case.kind !== 'supervision' && (
            <>
              {' '}
              <Link to={orderFor(row)} aria-label={`督办${caseName(row.case)}`}>
                督办
              </Link>
            </>
          )}
        </>
      ),
    },
  ];
}

/** The form of an order of supervision on the row's case, addressed to whoever has it. */
const orderFor = (row: Deadline): string =>
  addressOf(
    '/new/supervision',
    queryOf({ parent: row.case.id, organisation: row.organisation.id, handler: row.handler?.id }),
  );
