import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { calendarQuery, type OverviewRow, overviewQuery, useToday } from '../../api/queries';
import { Loaded, Loading, Page } from '../../parts/page';
import { addressOf, caseName } from '../../parts/words';
import { Views } from './views';

type Sitting = Schemas['CalendarEntryDto'];
const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** Whole weeks, from Monday, that cover the month `YYYY-MM`. */
function weeksOf(month: string): readonly (readonly string[])[] {
  const first = dayjs(`${month}-01`);
  const from = first.subtract((first.day() + 6) % 7, 'day');
  const weeks: string[][] = [];
  for (let day = from; day.isBefore(first.add(1, 'month')); day = day.add(7, 'day'))
    weeks.push(weekdays.map((_, i) => day.add(i, 'day').format('YYYY-MM-DD')));
  return weeks;
}

/** 月历: what falls due on each day, and the hearings and meetings that are fixed for it. */
export function Month() {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  if (today === undefined) return <Loading />;
  const asked = search.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
  const go = (by: number) => setSearch({ month: dayjs(`${month}-01`).add(by, 'month').format('YYYY-MM') });
  return (
    <Page title="期限月历" heading={`${month.replace('-', '年')}月`} extra={<Views />}>
      <p className="no-print">
        <Button onClick={() => go(-1)}>上月</Button> <Button onClick={() => setSearch({})}>本月</Button>{' '}
        <Button onClick={() => go(1)}>下月</Button>　<Link to="/calendar">听证会议排期</Link>
      </p>
      <Card>
        <Grid month={month} today={today} />
      </Card>
    </Page>
  );
}

function Grid(props: { month: string; today: string }) {
  const { month, today } = props;
  const weeks = weeksOf(month);
  const from = weeks[0]?.[0] ?? '';
  const to = weeks.at(-1)?.at(-1) ?? '';
  const days = useQuery(overviewQuery({ by: 'day', due_from: from, due_to: to }));
  const sittings = useQuery(calendarQuery(from, to));
  return (
    <Loaded of={days}>
      {(due) => (
        <Loaded of={sittings}>
          {(sat) => (
            <table className="month" aria-label="月历">
              <thead>
                <tr>
                  {weekdays.map((d) => (
                    <th key={d}>星期{d}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {weeks.map((week) => (
                  <tr key={week[0]}>
                    {week.map((day) => (
                      <td
                        key={day}
                        className={day.startsWith(month) ? undefined : 'outside'}
                        aria-current={day === today ? 'date' : undefined}
                      >
                        <span className="day">{Number(day.slice(8))}</span>
                        <Due day={day} row={due.find((r) => r.key === day)} />
                        <Sittings of={sat.filter((s) => s.on === day)} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function Due(props: { day: string; row: OverviewRow | undefined }) {
  const { day, row } = props;
  if (row === undefined || row.running === 0) return null;
  return (
    <Link
      to={addressOf('/deadlines', { bucket: 'all', due_from: day, due_to: day })}
      className={row.overdue > 0 ? 'count-overdue' : undefined}
      aria-label={`${day}届满${row.running}项`}
    >
      届满{row.running}项{row.overdue > 0 && '，已超期'}
      {row.provisional > 0 && '（暂定）'}
    </Link>
  );
}

function Sittings(props: { of: readonly Sitting[] }) {
  return props.of.map((s) => (
    <span key={`${s.begins} ${s.room} ${s.case?.id}`} className="sitting">
      {s.begins}{' '}
      {s.case === null ? (
        '已占用'
      ) : (
        <Link to={`/cases/${s.case.id}`}>
          {s.case.kind === 'meeting' ? '会议' : '听证、开庭'} {caseName(s.case)}
        </Link>
      )}
    </span>
  ));
}
