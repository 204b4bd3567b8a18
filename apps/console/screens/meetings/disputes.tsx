import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { answerOf, api, type Schemas } from '../../api/client';
import { type CasePage, caseQuery, linksQuery } from '../../api/queries';
import { filledFields } from '../../form/values';
import { CasesPicker } from '../../parts/pickers';
import { caseName } from '../../parts/words';

type Outcome = Schemas['DisputeResultDto']['outcome'];
const outcomes: { value: Outcome; label: string }[] = [
  { value: 'open', label: '继续协调' },
  { value: 'settled', label: '协调化解' },
  { value: 'failed', label: '协调不成' },
];

/** 涉及案件: each becomes a dispute under the meeting, unless one is open there already. */
export function MeetingCases() {
  return (
    <Form.Item name="case_ids" label="涉及案件" extra="每件案件登记为一件行政争议协调；已在协调的不重复登记">
      <CasesPicker />
    </Form.Item>
  );
}

/** Schedules the meeting and registers its disputes, together or not at all. */
export const convene = (given: {
  organisation_id: string;
  happened_on: string;
  fields?: unknown;
  case_ids?: readonly string[];
}) =>
  answerOf(
    api.POST('/api/v1/meetings', {
      body: {
        organisation_id: given.organisation_id,
        happened_on: given.happened_on,
        fields: filledFields(given.fields),
        case_ids: [...(given.case_ids ?? [])],
      },
    }),
  );

/** What the meeting brought for each dispute that is still open. */
export function DisputeResults(props: { meetingId: string }) {
  const links = useQuery(linksQuery(props.meetingId));
  const disputes = (links.data ?? []).filter((l) => l.case.kind === 'coordination' && l.undone_at === null);
  if (disputes.length === 0) return <p className="quiet">本次会议没有登记涉及的案件。</p>;
  return (
    <>
      {disputes.map(({ case: dispute }) => (
        <DisputeResult key={dispute.id} id={dispute.id} />
      ))}
    </>
  );
}

function DisputeResult(props: { id: string }) {
  const dispute = useQuery(caseQuery(props.id));
  if (dispute.data === undefined || !['open', 'coordinating'].includes(dispute.data.state)) return null;
  const { parent } = dispute.data;
  return (
    <Form.Item
      name={['results', props.id]}
      label={`${caseName(dispute.data)}${parent === null ? '' : `（${caseName(parent)}）`}的结果`}
      initialValue="open"
    >
      <Select options={outcomes} />
    </Form.Item>
  );
}

type Meeting = Pick<CasePage, 'id' | 'version'>;
interface Held {
  readonly happened_on: string;
  readonly fields: unknown;
  readonly results?: Readonly<Record<string, Outcome>>;
}
const holdingOf = (page: Meeting, given: Held) => ({
  params: { path: { id: page.id } },
  body: {
    version: page.version,
    happened_on: given.happened_on,
    fields: filledFields(given.fields),
    results: Object.entries(given.results ?? {}).map(([case_id, outcome]) => ({ case_id, outcome })),
  },
});

/** Holds the meeting and books what became of its disputes. */
export const hold = (page: Meeting, given: Held) =>
  answerOf(api.POST('/api/v1/meetings/{id}/holding', holdingOf(page, given)));

/** What that would make of the meeting and of each of its disputes. */
export const previewHolding = (page: Meeting, given: Held) =>
  answerOf(api.POST('/api/v1/meetings/{id}/holding/preview', holdingOf(page, given)));
