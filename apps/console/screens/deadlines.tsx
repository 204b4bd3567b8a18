import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Card, Checkbox, Select, Table, type TableProps, Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '../api/client';
import { type DeadlinesFilter, deadlinesQuery, proceduresQuery } from '../api/queries';
import { CalendarWarning } from '../parts/calendar-warning';
import { LightTag } from '../parts/light';
import { More } from '../parts/more';
import { Loaded, Nothing, Page } from '../parts/page';
import { caseName, queryOf } from '../parts/words';
import { may, useMe } from '../shell/session';
import { buckets, deadlinesIn } from './cases-query';

type Deadline = Schemas['DeadlineDto'];
type Bucket = (typeof buckets)[number];

const titles: Readonly<Record<Bucket, string>> = {
  overdue: '超期',
  today: '今日',
  orange: '3个工作日内',
  yellow: '10日内',
  green: '10日以上',
  suspended: '中止',
};
const nothing: Readonly<Record<Bucket, string>> = {
  overdue: '没有超期的期限',
  today: '今天没有到期的期限',
  orange: '3个工作日内没有到期的期限',
  yellow: '没有4日至10日内到期的期限',
  green: '没有10日以后到期的期限',
  suspended: '没有中止的期限',
};
const tabs = [...buckets.map((key) => ({ key: String(key), label: titles[key] })), { key: 'all', label: '全部在计' }];

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
    <Page
      title="期限台"
      extra={
        <>
          <Select
            allowClear
            placeholder="全部类别"
            aria-label="类别"
            value={filter.kind}
            onChange={(kind) => go({ kind })}
            options={(procedures.data ?? [])
              .filter((p) => may(me, `${p.kind}:read`))
              .map((p) => ({ value: p.kind, label: p.title }))}
            style={{ width: 150 }}
          />
          <Checkbox
            checked={filter.handler === 'me'}
            onChange={(e) => go({ handler: e.target.checked ? 'me' : undefined })}
          >
            我承办的
          </Checkbox>
        </>
      }
    >
      <CalendarWarning />
      <Card styles={{ body: { padding: '0 16px 8px' } }}>
        <Tabs items={tabs} activeKey={all ? 'all' : filter.bucket} onChange={(bucket) => go({ bucket })} />
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
                  columns={columns}
                  dataSource={rows}
                  pagination={false}
                  scroll={{ x: 940 }}
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

const columns: NonNullable<TableProps<Deadline>['columns']> = [
  { title: '期限', key: 'light', width: 170, render: (_, row) => <LightTag light={row.light} /> },
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
        {row.title}
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
          {row.kind_title} · {row.case.state_title}
        </small>
      </>
    ),
  },
  {
    title: '责任',
    key: 'handler',
    width: 130,
    render: (_, row) => (
      <>
        {row.handler?.name ?? <span className="quiet">未分配</span>}
        <small className="under">{row.duty_title}</small>
      </>
    ),
  },
];
