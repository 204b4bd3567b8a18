import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import { calendarQuery, useToday } from '../api/queries';
import { DayInput } from '../parts/day-input';
import { Loaded, Loading, Nothing, Page } from '../parts/page';
import { caseName } from '../parts/words';

/** 听证会议排期: four weeks from a day; what is out of the reader's reach only shows that room and time are taken. */
export function SittingCalendar() {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  if (today === undefined) return <Loading />;
  const from = search.get('from') ?? today;
  return (
    <Page
      title="听证会议排期"
      extra={
        <DayInput value={from} label="自" onChange={(on) => setSearch(on === null ? {} : { from: on })} required />
      }
    >
      <Card>
        <Weeks from={from} />
      </Card>
    </Page>
  );
}

function Weeks(props: { from: string }) {
  const to = dayjs(props.from).add(27, 'day').format('YYYY-MM-DD');
  const entries = useQuery(calendarQuery(props.from, to));
  return (
    <Loaded of={entries}>
      {(list) =>
        list.length === 0 ? (
          <Nothing>
            {props.from}至{to}没有听证、会议
          </Nothing>
        ) : (
          <table className="plain">
            <thead>
              <tr>
                <th>日期</th>
                <th>时间</th>
                <th>场所</th>
                <th>案件、会议</th>
                <th>参加人员</th>
              </tr>
            </thead>
            <tbody>
              {list.map((e) => (
                <tr key={`${e.on} ${e.begins} ${e.room} ${e.case?.id}`}>
                  <td>{e.on}</td>
                  <td>
                    {e.begins}—{e.ends}
                  </td>
                  <td>{e.room ?? '—'}</td>
                  <td>
                    {e.case === null ? (
                      '已占用'
                    ) : (
                      <Link to={`/cases/${e.case.id}`}>
                        {e.case.kind_title} {caseName(e.case)}
                      </Link>
                    )}
                  </td>
                  <td>{e.people.join('、') || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Loaded>
  );
}
