import { Timeline as Line, Tag } from 'antd';
import type { CasePage } from '../../api/queries';
import { momentOf } from '../../parts/words';

type Event = CasePage['events'][number];

const origins: Readonly<Record<string, string>> = { sweep: '系统自动', import: '导入', demonstration: '演示数据' };

/** 办理经过, newest first. A fact recorded long after it happened says so. */
export function Timeline(props: { events: readonly Event[] }) {
  return (
    <Line
      className="timeline"
      items={props.events.map((event) => ({
        key: event.seq,
        color: event.from_state === event.to_state ? 'gray' : 'blue',
        children: <EventLine event={event} />,
      }))}
    />
  );
}

function EventLine(props: { event: Event }) {
  const { event } = props;
  const origin = origins[event.origin];
  return (
    <>
      <div className="event-head">
        <b>{event.happened_on}</b>
        <span className="event-title">{event.title}</span>
        {event.from_state !== event.to_state && <span className="quiet">→ {event.to_state_title}</span>}
        {event.late && (
          <Tag color="orange" title={`${momentOf(event.recorded_at)}登记`}>
            补录
          </Tag>
        )}
      </div>
      {event.fields.length > 0 && (
        <dl className="event-fields">
          {event.fields.map((f) => (
            <div key={f.name}>
              <dt>{f.label}</dt>
              <dd>{f.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {event.warnings.map((warning) => (
        <p key={warning.message} className="event-warning">
          <Tag color="orange">提示</Tag>
          {warning.message}（{warning.article}）
        </p>
      ))}
      <small className="quiet">
        {[event.actor, event.role_title, origin].filter((x) => x !== null && x !== undefined && x !== '').join(' · ')}{' '}
        {momentOf(event.recorded_at)}登记
      </small>
    </>
  );
}
