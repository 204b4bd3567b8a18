import { useQuery } from '@tanstack/react-query';
import { Button, Card, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { problemIn } from '../../api/problem';
import { useToday } from '../../api/queries';
import { CalendarWarning } from '../../parts/calendar-warning';
import { DayInput } from '../../parts/day-input';
import { Loaded, Nothing, Page } from '../../parts/page';
import { may, useMe } from '../../shell/session';
import { Entering, useProposal } from './entering';
import { type Calendar, type Change, calendarQuery, changesQuery } from './queries';

/** 放假日历: which days count, by which notice; what is proposed; and the entry of the next notice. */
export function CalendarScreen() {
  const me = useMe();
  const [knownOn, setKnownOn] = useState<string>();
  const today = useToday();
  const calendar = useQuery(calendarQuery(knownOn));
  const keeps = may(me, 'calendar:keep') || may(me, 'calendar:confirm');
  return (
    <Page
      title="放假日历"
      extra={
        <span className="known-on">
          <label htmlFor="known-on">按这一天已公布的看</label>
          <DayInput id="known-on" value={knownOn} latest={today} onChange={(day) => setKnownOn(day ?? undefined)} />
        </span>
      }
    >
      <div className="stack">
        <CalendarWarning here />
        {keeps && <Changes />}
        {may(me, 'calendar:keep') && <Entering />}
        <Loaded of={calendar}>
          {(data) => (
            <>
              <Notices calendar={data} />
              <Overlays calendar={data} />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function Changes() {
  const changes = useQuery(changesQuery);
  return (
    <Card title="变更" size="small" styles={{ body: { padding: 0 } }} extra={<Recheck />}>
      <Loaded of={changes}>
        {(list) =>
          list.length === 0 ? (
            <Nothing>没有录入过通知、地方安排或者计算约定的变更</Nothing>
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>变更</th>
                  <th>状态</th>
                  <th>录入</th>
                  <th>确认或者撤回</th>
                  <th>期限</th>
                </tr>
              </thead>
              <tbody>
                {list.map((change) => (
                  <ChangeRow key={change.id} change={change} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Card>
  );
}

/** After a release that brought a notice: what was counted before is held against it. */
function Recheck() {
  const me = useMe();
  const propose = useProposal(() => answerOf(api.POST('/api/v1/working-calendar/rechecks')));
  if (!may(me, 'calendar:keep')) return null;
  return (
    <>
      {propose.error !== null && (
        <span className="mistake" role="alert">
          {problemIn(propose.error).mistakes[0]?.rule ?? propose.error.message}
        </span>
      )}{' '}
      <Button size="small" loading={propose.isPending} onClick={() => propose.mutate(undefined)}>
        按现行日历复核
      </Button>
    </>
  );
}

function ChangeRow(props: { change: Change }) {
  const { change } = props;
  const proposed = change.state === 'proposed';
  return (
    <tr>
      <td>
        <Link to={`/working-calendar/${change.id}`}>{change.title}</Link>
        <small className="under">{change.kind_title}</small>
      </td>
      <td>
        <Tag color={proposed ? 'gold' : change.state === 'confirmed' ? 'blue' : undefined}>{change.state_title}</Tag>
      </td>
      <td>
        {change.proposed_by ?? '命令行'}
        <small className="under">{dayOf(change.proposed_at)}</small>
      </td>
      <td>
        {change.decided_by ?? ''}
        {change.decided_at !== null && <small className="under">{dayOf(change.decided_at)}</small>}
      </td>
      <td>
        {proposed && <Link to={`/working-calendar/${change.id}`}>查看影响清单</Link>}
        {change.moved !== null && `变动${change.moved}个，日期不变${change.stayed ?? 0}个`}
      </td>
    </tr>
  );
}

/** The legal day of an instant. */
export const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));

function Notices(props: { calendar: Calendar }) {
  const { notices } = props.calendar;
  const years = [...new Set(notices.map((n) => n.year))];
  const [chosen, setChosen] = useState<number>();
  const year = chosen !== undefined && years.includes(chosen) ? chosen : years[0];
  return (
    <Card
      title="节假日安排通知"
      size="small"
      styles={{ body: { padding: 0 } }}
      extra={
        <Select
          aria-label="年度"
          value={year}
          onChange={setChosen}
          options={years.map((y) => ({ value: y, label: `${y}年` }))}
          style={{ width: 100 }}
        />
      }
    >
      {notices
        .filter((n) => n.year === year)
        .map((n) => (
          <table key={n.number} className="plain">
            <caption>
              {n.number}，{n.issued}公布{n.late && <Tag color="gold">年中调整，替代其中所列节日</Tag>}
              {!n.shipped && <Tag>本单位录入</Tag>}
            </caption>
            <thead>
              <tr>
                <th>节日</th>
                <th>放假</th>
                <th>调休上班</th>
              </tr>
            </thead>
            <tbody>
              {n.festivals.map((f) => (
                <tr key={f.name}>
                  <td>{f.name}</td>
                  <td>{f.first === f.last ? f.first : `${f.first}至${f.last}`}</td>
                  <td>{f.make_up.length === 0 ? '无' : f.make_up.join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </Card>
  );
}

function Overlays(props: { calendar: Calendar }) {
  const { overlays } = props.calendar;
  return (
    <Card title="地方放假安排" size="small" styles={{ body: { padding: 0 } }}>
      {overlays.length === 0 ? (
        <Nothing>本地没有另外安排放假</Nothing>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>节日</th>
              <th>日期</th>
              <th>依据</th>
            </tr>
          </thead>
          <tbody>
            {overlays.map((o) => (
              <tr key={`${o.year} ${o.name}`}>
                <td>
                  {o.year}年{o.name}
                </td>
                <td>{o.days.map((d) => `${d.day}${d.working ? '上班' : '放假'}`).join('、')}</td>
                <td>{o.cite}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
