/** 审结及以后: approval, decision, mediation paper, withdrawal, termination, service, performance, suit, archive. */
import { code, day, flag, money, text } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import { compensationAnswered, consultationAwaited, discussionRecorded, mainCodeKept } from './deliberation';
import { opinionsHeard } from './hearing';
import {
  clockOf,
  decisionPeriods,
  edge,
  endsSuspension,
  excludedDays,
  type File,
  guard,
  heads,
  isSuspended,
  mediationTried,
  notSuspended,
  officers,
  type ReconsiderationFactValues,
  reviewDuties,
  runsAgain,
  underReview,
  underRevisedLaw,
} from './outline';
import { decisionOutcomes, withdrawalOutcomes, withdrawalReasons } from './reconsideration.facts';
import { sixtyDayGrounds } from './review';

/** 其他终止情形. Sixty days of suspension is a decision of the organ, never the clock's own doing. */
export const terminationGrounds = {
  death: '申请人死亡，没有近亲属或者其近亲属放弃复议权利',
  dissolution: '申请人终止，没有权利义务承受人或者其承受人放弃复议权利',
  criminal: '行政拘留或者限制人身自由的强制措施因同一违法行为涉嫌犯罪变更为刑事强制措施',
  'suspended-sixty-days': '中止满六十日，中止原因仍未消除',
} as const;
/** 调解范围 under the 2007 regulations; the 2023 law allows mediation in any case. */
export const mediationScopes = {
  discretion: '行使自由裁量权的行政行为',
  compensation: '行政赔偿或者行政补偿',
} as const;
export const latest = (a: Day | null, b: Day): Day => (a !== null && a > b ? a : b);
/** What every way of concluding does to the clocks: the review period is met, nothing else of the review runs on. */
const endsReview = { meets: [...decisionPeriods], cancels: [...reviewDuties], factsOfClocks: excludedDays } as const;

/** A 调解书 that was drawn up and neither took effect nor failed. */
const mediationPaperPending = (c: File): boolean =>
  c.history.lastIndexOf('issue-mediation-paper') >
  Math.max(c.history.lastIndexOf('mediation-failed'), c.history.lastIndexOf('conclude-by-mediation'));
/** Asked after the event's facts are set: the failure has just ended a suspension for mediation. */
const resumedByFailure = (c: File): boolean =>
  c.facts.suspension_ground === 'mediation' &&
  c.facts.resumed_on === c.happenedOn &&
  c.clocks.some((k) => k.status === 'suspended');
const suspendedForMediation = (c: File): boolean => isSuspended(c) && c.facts.suspension_ground === 'mediation';
const mediationScope = guard('mediation.scope', '行政复议法实施条例第50条第1款', (c) =>
  underRevisedLaw(c) || c.fields.scope
    ? null
    : '2024年1月1日前只能调解自由裁量行为和赔偿、补偿争议，应当注明属于哪一类',
);
const mediationFields = {
  scope: code.optional('调解范围', mediationScopes, { hint: '2024年1月1日前必填' }),
  terms: text.personalOptional('调解结果'),
  perform_due_on: day.aheadOptional('履行期限届满日期'),
  compensation_fen: money.optional('赔偿、补偿金额'),
} as const;

const concluded = (
  c: File,
  outcome: ReconsiderationFactValues['outcome'],
): { outcome: ReconsiderationFactValues['outcome']; concluded_on: Day } => ({ outcome, concluded_on: c.happenedOn });

export const conclusionEdges = {
  'submit-for-approval': edge({
    title: '报请审批',
    from: ['accepted'],
    to: 'in-approval',
    by: officers,
    fields: {
      proposed: code('拟作决定', decisionOutcomes),
      opinion: text.personalOptional('审理意见'),
    },
    guards: [
      notSuspended,
      guard('reviewers.named', '行政复议法实施条例第32条', (c) =>
        c.history.some((e) => e === 'accept' || e === 'accept-by-order' || e === 'appoint-reviewers')
          ? null
          : '视为受理的案件应当先确定复议人员',
      ),
    ],
    facts: () => ({ endorsed_on: null }),
    cite: '行政复议法(2023)第61条第1款；行政复议法(2017)第28条第1款',
  }),
  'return-for-revision': edge({
    title: '退回补充审理',
    from: ['in-approval'],
    to: 'accepted',
    by: heads,
    fields: { reasons: text.personal('退回意见') },
    cite: '行政复议法(2023)第61条第1款；行政复议法(2017)第28条第1款',
    verified: 'I',
  }),
  /** 作出决定: the day on the paper is the day of conclusion; it takes effect when served. */
  decide: edge({
    title: '作出复议决定',
    from: ['in-approval'],
    to: 'concluded',
    by: ['organ-head'],
    fields: {
      outcome: code('决定种类', decisionOutcomes),
      redo_ordered: flag('责令重新作出行政行为'),
      perform_due_on: day.aheadOptional('履行期限届满日期', { hint: '责令重作未定期限的，自送达起六十日' }),
      compensation_fen: money.optional('决定赔偿金额'),
      return_property: flag('责令返还财产，解除查封、扣押、冻结', { hint: '行政复议法(2023)第72条第2款' }),
      collective: flag('经集体讨论通过'),
      not_worse_confirmed: flag('已核对未作出对申请人更为不利的决定'),
      same_facts_confirmed: flag('已核对重作不得以同一事实和理由作出相同行为的要求'),
      main_text: text.personalOptional('决定主文'),
    },
    guards: [
      notSuspended,
      opinionsHeard,
      mainCodeKept,
      guard('decision.outcome', '行政复议法(2023)第67条、第71条、第90条', (c) =>
        !underRevisedLaw(c) && (c.fields.outcome === 'void' || c.fields.outcome === 'agreement-liability')
          ? '2024年1月1日前没有确认无效和行政协议责任两种决定'
          : null,
      ),
      guard('decision.redo', '行政复议法(2023)第64条第1款；行政复议法(2017)第28条第1款', (c) => {
        const redoable = ['revoked', 'partly-revoked', 'unlawful'];
        const { outcome, redo_ordered: redo } = c.fields;
        return redo === true && typeof outcome === 'string' && !redoable.includes(outcome)
          ? '责令重作只能附于撤销、部分撤销或者确认违法的决定'
          : null;
      }),
      guard('decision.performance-date', '行政复议法(2023)第66条；行政复议法(2017)第28条第1款第(二)项', (c) =>
        c.fields.outcome === 'perform-ordered' && !c.fields.perform_due_on ? '责令履行应当确定履行期限' : null,
      ),
      guard('decision.not-worse', '行政复议法(2023)第63条第2款；行政复议法实施条例第51条', (c) =>
        c.fields.outcome === 'modified' && c.fields.not_worse_confirmed !== true
          ? '变更决定应当由承办人核对未对申请人更为不利'
          : null,
      ),
      guard('decision.same-facts', '行政复议法(2023)第64条第2款；行政复议法(2017)第28条第2款', (c) =>
        c.fields.redo_ordered === true && c.fields.same_facts_confirmed !== true
          ? '责令重作应当由承办人核对不得以同一事实和理由作出相同行为的要求'
          : null,
      ),
    ],
    warns: [consultationAwaited, discussionRecorded, compensationAnswered],
    ...endsReview,
    issues: [
      { code: 'reconsideration.decision', when: (c) => c.fields.outcome !== 'dismissed-application' },
      { code: 'reconsideration.dismissal-decision', when: (c) => c.fields.outcome === 'dismissed-application' },
    ],
    facts: (c) => concluded(c, c.fields.outcome),
    cite: '行政复议法(2023)第61条至第72条；行政复议法(2017)第28条',
  }),

  /** 组织调解: an attempt counts, whatever becomes of it; one that ends in a paper or a withdrawal is recorded by that. */
  'begin-mediation': edge({
    title: '组织调解',
    from: ['received', 'awaiting-correction', ...underReview],
    to: 'unchanged',
    by: officers,
    fields: { scope: mediationFields.scope, note: text.personalOptional('调解情况') },
    guards: [mediationScope],
    facts: mediationTried,
    cite: '行政复议法(2023)第5条、第73条；行政复议法实施条例第50条',
  }),
  'issue-mediation-paper': edge({
    title: '制作调解书送当事人签署',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: mediationFields,
    guards: [mediationScope],
    issues: ['reconsideration.mediation-paper'],
    facts: (c) => ({ perform_due_on: null, compensation_fen: null, ...mediationTried(c) }),
    cite: '行政复议法(2023)第73条；行政复议法实施条例第50条',
  }),
  /** 调解书生效: the last signature and the organ's seal (2023), the parties' signatures (2007). The case is concluded that day. */
  'conclude-by-mediation': edge({
    title: '调解书生效',
    from: underReview,
    to: 'concluded',
    by: ['organ-head'],
    fields: {
      last_signed_on: day('最后一方签收日期'),
      sealed_on: day.ahead('加盖印章日期', { hint: '2024年1月1日前可以晚于生效日' }),
      ...mediationFields,
    },
    guards: [
      mediationScope,
      guard('mediation.effective-day', '行政复议法(2023)第73条第1款；行政复议法实施条例第50条第2款', (c) => {
        const { last_signed_on: signed, sealed_on: sealed } = c.fields;
        if (typeof signed !== 'string' || typeof sealed !== 'string') return null;
        const effective = underRevisedLaw(c) ? latest(signed, sealed) : signed;
        return c.happenedOn === effective ? null : `调解书自${effective}生效，结案日期应为该日`;
      }),
    ],
    ...endsReview,
    starts: [
      {
        limit: 'reconsideration.perform',
        when: (c) => c.fields.perform_due_on !== null,
        givenDue: (c) => c.fields.perform_due_on,
      },
    ],
    issues: [{ code: 'reconsideration.mediation-paper', when: (c) => !mediationPaperPending(c) }],
    facts: (c) => ({ ...concluded(c, 'mediated'), effective_on: c.happenedOn, ...mediationTried(c) }),
    cite: '行政复议法(2023)第73条；行政复议法实施条例第50条',
  }),
  /** 调解不成或者反悔: back to review; a suspension for mediation ends with it. */
  'mediation-failed': edge({
    title: '调解不成',
    from: underReview,
    to: 'accepted',
    by: officers,
    fields: { reasons: text.personalOptional('情况说明') },
    guards: [
      guard('mediation.under-way', '行政复议法(2023)第73条第2款；行政复议法实施条例第50条第3款', (c) =>
        mediationPaperPending(c) || suspendedForMediation(c) ? null : '没有待生效的调解书，也没有因调解中止',
      ),
    ],
    resumes: decisionPeriods.map((limit) => ({ limit, when: runsAgain })),
    issues: [{ code: 'reconsideration.resumption-notice', when: resumedByFailure }],
    facts: (c) => (suspendedForMediation(c) ? endsSuspension(c) : {}),
    cite: '行政复议法(2023)第73条第2款、第39条第2款；行政复议法实施条例第50条第3款',
  }),
  /** 准予撤回: the office consents, the organ terminates; under either law settlement ends this way. */
  'approve-withdrawal': edge({
    title: '准予撤回并终止',
    from: underReview,
    to: 'concluded',
    by: heads,
    fields: {
      outcome: code('撤回情形', withdrawalOutcomes),
      withdrawal_reason: code('撤回原因', withdrawalReasons),
      withdrawal_applied_on: day.optional('撤回申请日期'),
      voluntary_confirmed: flag('已核实撤回出于自愿，不损害国家利益、社会公共利益和他人合法权益'),
      reasons: text.personalOptional('说明'),
    },
    guards: [
      guard(
        'withdrawal.voluntary',
        '行政复议法(2023)第74条；行政复议法(2017)第25条；行政复议法实施条例第38条、第40条',
        (c) => (c.fields.voluntary_confirmed === true ? null : '应当核实撤回出于申请人自愿'),
      ),
    ],
    ...endsReview,
    issues: ['reconsideration.termination-decision'],
    facts: (c) => ({
      ...concluded(c, c.fields.outcome),
      ...(c.fields.outcome === 'settled-withdrawn' || c.fields.withdrawal_reason === 'after-mediation'
        ? mediationTried(c)
        : {}),
    }),
    cite: '行政复议法(2023)第41条第(一)项、第74条；行政复议法(2017)第25条；行政复议法实施条例第38条、第40条、第42条',
  }),
  terminate: edge({
    title: '终止',
    from: underReview,
    to: 'concluded',
    by: ['organ-head'],
    fields: { ground: code('终止情形', terminationGrounds), reasons: text.personalOptional('说明') },
    guards: [
      guard('termination.sixty-days', '行政复议法(2023)第41条第(五)项；行政复议法实施条例第42条第2款', (c) => {
        if (c.fields.ground !== 'suspended-sixty-days') return null;
        if (!isSuspended(c) || !sixtyDayGrounds.includes(c.facts.suspension_ground ?? ''))
          return '只有因申请人死亡、丧失行为能力或者终止而中止的案件，才能以中止满六十日为由终止';
        const due = clockOf(c, ['reconsideration.suspension-termination'])?.due;
        return due && c.happenedOn <= due ? `中止满六十日为${due}，届满后才能终止` : null;
      }),
    ],
    ...endsReview,
    issues: ['reconsideration.termination-decision'],
    facts: (c) => concluded(c, 'terminated-other'),
    cite: '行政复议法(2023)第41条；行政复议法实施条例第42条',
  }),
} as const;
