import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { Link, Navigate } from 'react-router';
import type { Schemas } from '../api/client';
import { noticesQuery, proceduresQuery, workQuery } from '../api/queries';
import { CalendarWarning } from '../parts/calendar-warning';
import { Loaded, Nothing, Page } from '../parts/page';
import { addressOf } from '../parts/words';
import { may, useMe } from '../shell/session';
import { NoticeList } from './notice-list';

type Work = Schemas['WorkDto'];

/** An organ under review has its notices to answer and no cases of its own. */
export function Work() {
  const me = useMe();
  const onlyAnswers =
    may(me, 'respondent:read') && !me.permissions.some((p) => p !== 'respondent:read' && p.endsWith(':read'));
  return onlyAnswers ? <Navigate to="/addressed" replace /> : <OwnWork />;
}

/** 我的工作: what waits, in sentences; each number opens the list it counts. */
function OwnWork() {
  const me = useMe();
  const work = useQuery(workQuery);
  const notices = useInfiniteQuery(noticesQuery(true));
  return (
    <Page title="我的工作">
      <CalendarWarning />
      <div className="two-columns">
        <div className="stack">
          <Loaded of={work}>
            {(all) => (
              <>
                <Sentences title="我承办的" works={all.filter((w) => w.whose === 'mine')} />
                <Sentences title="本单位的" works={all.filter((w) => w.whose === 'office' && !isAllMine(w, all))} />
                {all.length === 0 && (
                  <Card>
                    <Nothing>您的岗位没有可以查看的案件。请联系系统管理员核对岗位。</Nothing>
                  </Card>
                )}
              </>
            )}
          </Loaded>
          <Card title="收案" size="small">
            <Doors canSettle={may(me, 'mediation:act')} />
          </Card>
        </div>
        <Card title="未读提醒" size="small" extra={<Link to="/notices">全部提醒</Link>}>
          <Loaded of={notices}>
            {(pages) => {
              const items = pages.pages.flatMap((p) => p.items);
              return items.length === 0 ? <Nothing>没有未读提醒</Nothing> : <NoticeList notices={items.slice(0, 8)} />;
            }}
          </Loaded>
        </Card>
      </div>
    </Page>
  );
}

/** A mediator reaches the own cases only: there the two sentences would say the same. */
const isAllMine = (office: Work, all: readonly Work[]): boolean => {
  const mine = all.find((w) => w.kind === office.kind && w.whose === 'mine');
  return mine !== undefined && openOf(mine) > 0 && openOf(mine) === openOf(office);
};
const openOf = (work: Work): number => work.counts.find((c) => c.code === 'open')?.count ?? 0;

function Sentences(props: { title: string; works: readonly Work[] }) {
  // Somebody who handles nothing of a kind is spared a sentence of zeros.
  const works = props.works.filter((w) => w.whose === 'office' || w.counts.some((c) => c.count > 0));
  if (props.works.length === 0) return null;
  return (
    <Card title={props.title} size="small">
      {works.length === 0 ? (
        <p className="sentence">手头没有未办结的案件。</p>
      ) : (
        works.map((work) => (
          <p key={work.kind} className="sentence">
            {linked(work)}
          </p>
        ))
      )}
    </Card>
  );
}

/** The sentence with each of its counts as a link, where they stand. */
function linked(work: Work): ReactNode[] {
  const parts: ReactNode[] = [];
  let rest = work.sentence;
  for (const count of work.counts) {
    const at = rest.indexOf(`${count.title}${count.count}`);
    if (at < 0) continue;
    const number = at + count.title.length;
    const tone = count.count > 0 ? (urgent[count.code] ?? '') : '';
    parts.push(
      rest.slice(0, number),
      <Link key={count.code} to={addressOf(`/${count.list}`, count.query)} className={`count ${tone}`}>
        {count.count}
      </Link>,
    );
    rest = rest.slice(number + String(count.count).length);
  }
  return [...parts, rest];
}
const urgent: Readonly<Record<string, string>> = {
  overdue: 'count-red',
  today: 'count-orange',
  orange: 'count-orange',
};

function Doors(props: { canSettle: boolean }) {
  const me = useMe();
  const procedures = useQuery(proceduresQuery);
  const kinds = (procedures.data ?? []).filter((p) => may(me, `${p.kind}:act`));
  if (!props.canSettle && kinds.length === 0) return <p className="sentence">您的岗位只查看，不收案。</p>;
  return (
    <ul className="doors">
      {props.canSettle && (
        <li>
          <Link to="/settle">一页登记</Link>
          <span>纠纷已经调解完毕，一张表记完</span>
        </li>
      )}
      {kinds.map((p) => (
        <li key={p.kind}>
          <Link to={`/new/${p.kind}`}>新收{p.title}</Link>
          <span>{p.edges.flatMap((e) => (e.opening ? [e.title] : [])).join('、')}</span>
        </li>
      ))}
    </ul>
  );
}
