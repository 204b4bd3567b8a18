/**
 * 行政争议协调化解: one file per dispute, under the case it concerns (`parent_id`) or without one before there is a case.
 * A dispute dealt with at several meetings is counted once; the meetings are counted apart.
 */
import { code, column, defineFacts, procedureOf, text } from '@anjuan/casework';
import { coordinators } from './people';

/** 争议所处阶段. */
export const disputeStages = {
  before: '成讼、申请复议之前',
  reconsideration: '行政复议',
  litigation: '行政诉讼',
  execution: '执行',
  petition: '信访',
} as const;
export const coordinationOutcomes = { settled: '协调成功', failed: '协调未成' } as const;

/** Facts of a coordinated dispute. Counted on: `coordinated_on`, the day it was first dealt with; success by `ended_on`. */
export const coordinationFacts = defineFacts('coordination', {
  field: column.word('争议领域'),
  dispute_stage: column.code('争议所处阶段', disputeStages),
  opened_on: column.day('提交协调日期'),
  meeting_count: column.count('协调次数'),
  coordinated_on: column.day('首次协调日期'),
  outcome: column.code('协调结果', coordinationOutcomes),
  ended_on: column.day('协调结束日期'),
});

const { edge, define, guard } = procedureOf({
  kind: 'coordination',
  title: '行政争议协调',
  facts: coordinationFacts,
  states: { open: '待协调', coordinating: '协调中', settled: '协调成功', failed: '协调未成', withdrawn: '不再协调' },
  closed: ['settled', 'failed', 'withdrawn'],
  partyRoles: {},
  documents: [],
  corrections: { fixed: ['outcome'], order: [['opened_on', 'coordinated_on', 'ended_on']] },
});
const cite = '行政诉讼法第六十条；行政复议法(2023)第五条；最高人民法院关于进一步推进行政争议多元化解工作的意见';
const dealtWith = guard('coordination.begun', cite, (c) =>
  c.facts.coordinated_on === null ? '还没有协调过，不能登记结果' : null,
);

export const coordinationProcedure = define({
  submit: edge({
    title: '提交协调',
    from: 'opening',
    to: 'open',
    by: coordinators,
    fields: {
      dispute_stage: code('争议所处阶段', disputeStages),
      field: text.optional('争议领域', { max: 50, hint: '如 征地补偿；不写当事人姓名' }),
      summary: text.personalOptional('争议情况'),
    },
    facts: (c) => ({ opened_on: c.happenedOn, meeting_count: 0 }),
    earnsNumber: true,
    cite,
    verified: 'M',
  }),
  coordinate: edge({
    title: '协调',
    from: ['open', 'coordinating'],
    to: 'coordinating',
    by: coordinators,
    fields: { note: text.personalOptional('协调情况') },
    facts: (c) => ({
      coordinated_on: c.facts.coordinated_on ?? c.happenedOn,
      meeting_count: (c.facts.meeting_count ?? 0) + 1,
    }),
    cite,
    verified: 'M',
  }),
  settle: edge({
    title: '协调成功',
    from: ['open', 'coordinating'],
    to: 'settled',
    by: coordinators,
    fields: { note: text.personalOptional('化解方案和落实情况') },
    guards: [dealtWith],
    facts: (c) => ({ outcome: 'settled', ended_on: c.happenedOn }),
    cite,
    verified: 'M',
  }),
  fail: edge({
    title: '协调未成',
    from: ['open', 'coordinating'],
    to: 'failed',
    by: coordinators,
    fields: { note: text.personalOptional('分歧和后续途径') },
    guards: [dealtWith],
    facts: (c) => ({ outcome: 'failed', ended_on: c.happenedOn }),
    cite,
    verified: 'M',
  }),
  withdraw: edge({
    title: '不再协调',
    from: ['open'],
    to: 'withdrawn',
    by: coordinators,
    fields: { reason: text('原因') },
    facts: (c) => ({ ended_on: c.happenedOn }),
    cite,
    verified: 'M',
  }),
});
