import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { LightTag } from '../../parts/light';

export type ClockLedger = Schemas['ClockLedgerDto'];
type Marked = Pick<ClockLedger, 'mark' | 'mark_title'>;

/** How a rule is known. What was read in the law is the ordinary case and stays quiet. */
export function MarkTag(props: { of: Marked }) {
  const { mark, mark_title } = props.of;
  return <Tag color={mark === 'V' ? undefined : mark === 'M' ? 'gold' : 'orange'}>{mark_title}</Tag>;
}

export const clockName = (clock: Pick<ClockLedger, 'title' | 'subject'>): string =>
  clock.subject === null ? clock.title : `${clock.title}（${clock.subject}）`;

/** One clock of the ledger, as it stands on screen and on paper. */
export function ClockSheet(props: { clock: ClockLedger; children?: ReactNode }) {
  const { clock } = props;
  const { version } = clock;
  const force = `${version.from}起施行${version.until === null ? '' : `至${version.until}`}`;
  return (
    <section className="clock-sheet" aria-label={clockName(clock)}>
      <header>
        <h2>{clockName(clock)}</h2>
        {clock.light === null ? <Tag>{clock.status_title}</Tag> : <LightTag light={clock.light} />}
        <strong>{dueWords(clock)}</strong>
        {clock.provisional && <Tag color="gold">暂定</Tag>}
        {clock.manual && <Tag color="volcano">人工改定</Tag>}
        <MarkTag of={clock} />
        {props.children}
      </header>
      <p>
        {clock.duty_title}的期限；适用{version.law}
        {version.article}（{force}），{version.span}，自{version.trigger}（{clock.started_on}）起算
        {clock.raw !== null && clock.raw !== clock.due && `；顺延前${clock.raw}`}
        {clock.excluded_days > 0 && `；扣除${clock.excluded_days}天`}。届满后果：{clock.lapse}。
      </p>
      <Movements clock={clock} />
      <h3>计算过程</h3>
      <ol className="clock-steps">
        {clock.steps.map((step) => (
          <li key={step.n}>
            {step.text} <MarkTag of={step} />
            <small>{[step.article, step.notice].filter((x) => x !== null && x !== '').join(' · ')}</small>
          </li>
        ))}
      </ol>
      {clock.conventions.length > 0 && <Conventions clock={clock} />}
      {clock.changes.length > 0 && <Changes clock={clock} />}
    </section>
  );
}

const dueWords = (clock: ClockLedger): string => {
  if (clock.due === null) return '恢复后再计';
  return clock.ended_on === null ? `${clock.due}届满` : `${clock.due}届满，${clock.ended_on}结束`;
};

function Movements(props: { clock: ClockLedger }) {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>变动</th>
          <th>自</th>
          <th>至</th>
          <th>理由</th>
          <th>依据</th>
          <th>批准、办理</th>
          <th>届满日</th>
        </tr>
      </thead>
      <tbody>
        {props.clock.entries.map((e) => (
          <tr key={`${e.seq} ${e.verb}`}>
            <td>
              {e.verb_title}
              {e.days !== null && `${e.days}日`}
              <small className="under">{e.event_title}</small>
            </td>
            <td className="on">
              {e.on}
              {e.late && <Tag color="orange">补录</Tag>}
            </td>
            <td className="on">{e.until ?? '—'}</td>
            <td>{e.reason || '—'}</td>
            <td>{e.article || '—'}</td>
            <td>
              {e.approver !== null && <>依当日法律由{e.approver}批准</>}
              <small className="under">{[e.actor, e.role_title].filter((x) => x !== null).join(' · ')}</small>
            </td>
            <td className="on">{e.due_after ?? '恢复后再计'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Conventions(props: { clock: ClockLedger }) {
  return (
    <>
      <h3>法律未规定、本辖区采用的做法</h3>
      <ul>
        {props.clock.conventions.map((c) => (
          <li key={c.name}>
            {c.title}：{c.value_title} <MarkTag of={c} />
            <small>{c.source}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes(props: { clock: ClockLedger }) {
  return (
    <>
      <h3>什么会改变届满日</h3>
      <table className="plain">
        <thead>
          <tr>
            <th>影响</th>
            <th>事项</th>
            <th>由谁</th>
            <th>依据</th>
          </tr>
        </thead>
        <tbody>
          {props.clock.changes.map((c) => (
            <tr key={`${c.effect} ${c.text}`}>
              <td>{c.effect}</td>
              <td>{c.text}</td>
              <td>{c.by}</td>
              <td>{c.article}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
