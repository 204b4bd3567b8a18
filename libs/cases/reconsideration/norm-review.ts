/**
 * 附带审查: a norm below the rank of rules on which the act rests is reviewed with it, on request or of the office's own
 * motion. The main case stands suspended meanwhile. 行政复议法(2023)第13条、第56条至第60条；(2017)第7条、第26条、第27条.
 */
import { code, day, text } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import {
  decisionPeriods,
  edge,
  type File,
  guard,
  heads,
  isNormUnderReview,
  isSuspended,
  normDuties,
  officers,
  runsAgain,
  underReview,
  underRevisedLaw,
} from './outline';
import { normOrigins, normOutcomes, normRoutes } from './reconsideration.facts';

const article = '行政复议法(2023)第56条至第60条；行政复议法(2017)第26条、第27条';
const normIsReviewed = guard('norm.under-review', article, (c) =>
  isNormUnderReview(c) ? null : '没有正在进行的规范性文件附带审查',
);
/** The norm is why the case stands still, or was until now. */
const standsForNorm = (c: File): boolean => c.facts.suspension_ground === 'norm-review';
const onRoute = (route: keyof typeof normRoutes) => (c: File) => c.facts.norm_route === route;
const routeIs = (route: keyof typeof normRoutes) =>
  guard('norm.route', article, (c) => (onRoute(route)(c) ? null : `本件附带审查的处理方式不是“${normRoutes[route]}”`));

/** From the request, but not before there was a case to review it in (I). */
const startOf = (c: File): Day => {
  const asked = c.fields.norm_requested_on;
  const accepted = c.facts.accepted_on ?? c.happenedOn;
  return typeof asked === 'string' ? (asked > accepted ? asked : accepted) : c.happenedOn;
};

export const normReviewEdges = {
  'begin-norm-review': edge({
    title: '启动规范性文件附带审查',
    from: underReview,
    to: 'unchanged',
    by: heads,
    fields: {
      norm_title: text('规范性文件名称、文号'),
      norm_maker: text('制定机关'),
      norm_origin: code('启动方式', normOrigins),
      norm_route: code('处理方式', normRoutes),
      norm_requested_on: day.optional('提出附带审查申请日期', { hint: '依职权发现的不填，以启动当日计' }),
    },
    guards: [
      guard('norm.one-at-a-time', article, (c) => (isNormUnderReview(c) ? '规范性文件附带审查正在进行' : null)),
      guard('norm.request-dated', article, (c) =>
        c.fields.norm_origin === 'request' && !c.fields.norm_requested_on ? '申请人提出的，应当登记提出日期' : null,
      ),
    ],
    starts: [
      { limit: 'reconsideration.norm-handle', when: onRoute('handle'), from: startOf },
      { limit: 'reconsideration.norm-transfer', when: onRoute('transfer'), from: startOf },
      { limit: 'reconsideration.norm-notify-maker', when: (c) => onRoute('handle')(c) && underRevisedLaw(c) },
    ],
    suspends: [...decisionPeriods],
    issues: [{ code: 'reconsideration.suspension-notice', when: standsForNorm }],
    facts: (c) => ({
      norm_requested_on: c.fields.norm_requested_on ?? c.happenedOn,
      norm_transferred_on: null,
      norm_concluded_on: null,
      norm_outcome: null,
      norm_stopped: null,
      // A case that already stands still for another reason goes on doing so; the norm's own periods run all the same.
      ...(isSuspended(c) ? {} : { suspended_on: c.happenedOn, suspension_ground: 'norm-review', resumed_on: null }),
    }),
    cite: '行政复议法(2023)第39条第1款第(九)项、第56条、第57条；行政复议法(2017)第26条、第27条',
  }),
  'notify-norm-maker': edge({
    title: '通知制定机关答复',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { maker_received_on: day.optional('制定机关收到日期', { hint: '当场送达的填写；以后收到的另行登记' }) },
    guards: [normIsReviewed, routeIs('handle')],
    starts: [
      {
        limit: 'reconsideration.norm-maker-reply',
        when: underRevisedLaw,
        from: (c) => c.fields.maker_received_on,
      },
    ],
    meets: ['reconsideration.norm-notify-maker'],
    issues: ['reconsideration.norm-answer-notice'],
    cite: '行政复议法(2023)第58条',
  }),
  'record-norm-maker-received': edge({
    title: '登记制定机关收到通知',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: {},
    guards: [normIsReviewed, routeIs('handle')],
    starts: [{ limit: 'reconsideration.norm-maker-reply', when: underRevisedLaw }],
    cite: '行政复议法(2023)第58条',
  }),
  'record-norm-maker-reply': edge({
    title: '收到制定机关答复',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { reply: text.personalOptional('答复要点') },
    guards: [normIsReviewed, routeIs('handle')],
    meets: ['reconsideration.norm-maker-reply'],
    cite: '行政复议法(2023)第58条',
  }),
  'transfer-norm': edge({
    title: '转送有权机关处理规范性文件',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { competent_organ: text('有权处理的机关') },
    guards: [normIsReviewed, routeIs('transfer')],
    meets: ['reconsideration.norm-transfer'],
    issues: ['reconsideration.norm-transfer-letter'],
    facts: (c) => ({ norm_transferred_on: c.happenedOn }),
    cite: '行政复议法(2023)第56条、第57条；行政复议法(2017)第26条、第27条',
  }),
  'record-norm-transfer-received': edge({
    title: '登记有权机关收到转送',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: {},
    guards: [
      normIsReviewed,
      guard('norm.transferred', article, (c) => (c.facts.norm_transferred_on === null ? '规范性文件尚未转送' : null)),
    ],
    starts: ['reconsideration.norm-receiver-reply'],
    cite: '行政复议法(2023)第60条；行政复议法(2017)第26条',
  }),
  /** 附带审查办结: the norm is found lawful, or stops and its maker must correct it; the main case goes on that day. */
  'conclude-norm-review': edge({
    title: '附带审查办结并恢复审理',
    from: underReview,
    to: 'unchanged',
    by: heads,
    fields: { norm_outcome: code('处理结果', normOutcomes), reasons: text.personalOptional('处理意见') },
    guards: [normIsReviewed],
    meets: ['reconsideration.norm-handle', 'reconsideration.norm-receiver-reply'],
    cancels: normDuties,
    resumes: decisionPeriods.map((limit) => ({ limit, when: runsAgain })),
    issues: [
      { code: 'reconsideration.norm-opinion', when: (c) => c.fields.norm_outcome !== 'withdrawn' },
      { code: 'reconsideration.resumption-notice', when: standsForNorm },
    ],
    facts: (c) => ({
      norm_concluded_on: c.happenedOn,
      norm_stopped: c.fields.norm_outcome === 'stopped',
      ...(standsForNorm(c) ? { resumed_on: c.happenedOn } : {}),
    }),
    cite: '行政复议法(2023)第59条、第60条；行政复议法(2017)第26条、第27条',
  }),
} as const;
