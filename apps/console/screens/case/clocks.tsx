import { Tag } from 'antd';
import type { CasePage } from '../../api/queries';
import { LightTag } from '../../parts/light';

type Clock = CasePage['clocks'][number];

const statusTitles: Readonly<Record<string, string>> = {
  running: '计算中',
  suspended: '已中止',
  met: '已完成',
  cancelled: '不再计算',
};

/** 期限: what runs first, then what is over. Each opens to how its date was counted, step by step. */
export function Clocks(props: { clocks: readonly Clock[] }) {
  const open = props.clocks.filter((c) => c.status === 'running' || c.status === 'suspended');
  const over = props.clocks.filter((c) => c.status !== 'running' && c.status !== 'suspended');
  return (
    <ul className="clocks">
      {[...open, ...over].map((clock) => (
        <li key={clock.id} className={over.includes(clock) ? 'clock-over' : undefined}>
          <ClockLine clock={clock} />
        </li>
      ))}
    </ul>
  );
}

function ClockLine(props: { clock: Clock }) {
  const { clock } = props;
  return (
    <details>
      <summary>
        <span className="clock-title">
          {clock.title}
          {clock.subject !== null && `（${clock.subject}）`}
        </span>
        {clock.light === null ? (
          <span className="quiet">
            {clock.duty_title}的期限，{statusTitles[clock.status] ?? clock.status}
          </span>
        ) : (
          <LightTag light={clock.light} />
        )}
        <span className="clock-due">{dueOf(clock)}</span>
        {clock.provisional && (
          <Tag color="gold" title="届满日所在年度的放假安排尚未公布">
            暂定{spanOf(clock)}
          </Tag>
        )}
        {!clock.verified && <Tag title="法条文字尚未逐字核对">法条待核</Tag>}
      </summary>
      <div className="clock-why">
        <p>
          {clock.duty_title}的期限 · {clock.law}
          {clock.article} · 自{clock.started_on}起算
          {clock.raw !== null && ` · 顺延前${clock.raw}`}
          {clock.excluded_days > 0 && ` · 扣除${clock.excluded_days}天`}
        </p>
        <ol>
          {clock.steps.map((step) => (
            <li key={step.n}>
              {step.text}
              {step.date !== null && <b> {step.date}</b>}
              <small>{[step.article, step.notice].filter((x) => x !== null && x !== '').join(' · ')}</small>
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}

function spanOf({ earliest, latest }: Clock): string {
  return earliest === null || latest === null || earliest === latest ? '' : `：${earliest}至${latest}之间`;
}

function dueOf(clock: Clock): string {
  if (clock.status === 'met' || clock.status === 'cancelled')
    return clock.ended_on === null ? '' : `${clock.ended_on}结束${clock.due === null ? '' : `，期限至${clock.due}`}`;
  return clock.due === null ? '恢复后再计' : `${clock.due}届满`;
}
