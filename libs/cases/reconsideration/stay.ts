/** 停止执行: the act is carried out during the review unless one of four grounds stops it. 行政复议法(2023)第42条；(2017)第21条. */
import { code, party, text } from '@anjuan/casework';
import { edge, type File, guard, heads, officers, underReview } from './outline';
import { stayGrounds } from './reconsideration.facts';

const cite = '行政复议法(2023)第42条；行政复议法(2017)第21条';
const isStayed = (c: File): boolean => c.facts.stayed_on !== null && c.facts.stay_lifted_on === null;

export const stayEdges = {
  'request-stay': edge({
    title: '登记停止执行申请',
    from: ['received', ...underReview],
    to: 'unchanged',
    by: officers,
    fields: { requester: party('申请停止执行的人', ['applicant', 'third-party']), reasons: text.personal('申请理由') },
    facts: (c) => ({ stay_requested_on: c.happenedOn }),
    cite,
  }),
  'order-stay': edge({
    title: '决定停止执行',
    from: underReview,
    to: 'unchanged',
    by: heads,
    fields: { stay_ground: code('停止执行情形', stayGrounds), reasons: text.personalOptional('理由') },
    guards: [
      guard('stay.once', cite, (c) => (isStayed(c) ? '行政行为已经停止执行' : null)),
      guard('stay.requested', cite, (c) =>
        c.fields.stay_ground === 'request' && c.facts.stay_requested_on === null
          ? '以申请为由停止执行的，应当先登记申请'
          : null,
      ),
    ],
    issues: ['reconsideration.stay-decision'],
    facts: (c) => ({ stayed_on: c.happenedOn, stay_lifted_on: null, stay_refused_on: null }),
    cite,
  }),
  'refuse-stay': edge({
    title: '不准许停止执行',
    from: underReview,
    to: 'unchanged',
    by: heads,
    fields: { reasons: text.personal('理由') },
    guards: [
      guard('stay.asked', cite, (c) => (c.facts.stay_requested_on === null ? '没有登记停止执行申请' : null)),
      guard('stay.once', cite, (c) => (isStayed(c) ? '行政行为已经停止执行' : null)),
    ],
    facts: (c) => ({ stay_refused_on: c.happenedOn }),
    cite,
  }),
  'lift-stay': edge({
    title: '解除停止执行',
    from: underReview,
    to: 'unchanged',
    by: heads,
    fields: { reasons: text.personal('理由') },
    guards: [guard('stay.ordered', cite, (c) => (isStayed(c) ? null : '行政行为没有停止执行'))],
    issues: ['reconsideration.stay-lifting-notice'],
    facts: (c) => ({ stay_lifted_on: c.happenedOn }),
    cite,
    verified: 'I',
  }),
} as const;
