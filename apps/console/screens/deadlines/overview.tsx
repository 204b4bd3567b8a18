import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { type OverviewRow, overviewQuery } from '../../api/queries';
import { Loaded, Nothing, Page } from '../../parts/page';
import { addressOf, queryOf } from '../../parts/words';
import { Views } from './views';

type By = 'organisation' | 'person' | 'limit' | 'week';
const sheets: readonly { by: By; title: string; head: string }[] = [
  { by: 'organisation', title: '各机构', head: '机构' },
  { by: 'person', title: '各承办人', head: '承办人' },
  { by: 'limit', title: '各类期限', head: '期限' },
  { by: 'week', title: '各周届满', head: '星期一' },
];
const counts = [
  ['overdue', '超期'],
  ['today', '今日'],
  ['near', '7日内'],
  ['suspended', '中止'],
  ['provisional', '暂定'],
  ['running', '在计'],
] as const;

/** 一览: the whole office at a glance; each number opens its list. */
export function Overview() {
  return (
    <Page title="期限一览" extra={<Views />}>
      <div className="stack">
        {sheets.map((s) => (
          <Sheet key={s.by} {...s} />
        ))}
      </div>
    </Page>
  );
}

function Sheet(props: { by: By; title: string; head: string }) {
  const rows = useQuery(overviewQuery({ by: props.by }));
  return (
    <Card title={props.title} size="small">
      <Loaded of={rows}>
        {(list) =>
          list.length === 0 ? (
            <Nothing>没有在计或者中止的期限</Nothing>
          ) : (
            <table className="plain" aria-label={props.title}>
              <thead>
                <tr>
                  <th>{props.head}</th>
                  {counts.map(([key, title]) => (
                    <th key={key} className="number">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {list.map((row) => (
                  <tr key={row.key ?? '-'}>
                    <th scope="row">{row.title}</th>
                    {counts.map(([key, title]) => (
                      <td key={key} className="number">
                        <Count by={props.by} row={row} of={key} title={title} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Card>
  );
}

type Counted = (typeof counts)[number][0];

function Count(props: { by: By; row: OverviewRow; of: Counted; title: string }) {
  const { by, row, of } = props;
  const n = row[of];
  if (n === 0) return <span className="quiet">0</span>;
  const bucket = of === 'running' ? 'all' : of;
  return (
    <Link
      to={addressOf('/deadlines', queryOf({ bucket, ...whose(by, row) }))}
      aria-label={`${row.title}${props.title}${n}项`}
      className={of === 'overdue' ? 'count-overdue' : undefined}
    >
      {n}
    </Link>
  );
}

function whose(by: By, { key }: OverviewRow): Record<string, string | null> {
  if (by === 'organisation') return { organisation_id: key };
  if (by === 'limit') return { limit_id: key };
  if (by === 'person') return key === null ? { handler: 'none' } : { handler_id: key };
  return { due_from: key, due_to: key === null ? null : sundayOf(key) };
}

const sundayOf = (monday: string): string => dayjs(monday).add(6, 'day').format('YYYY-MM-DD');
