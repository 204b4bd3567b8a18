/** 审理: copy and answer, opinions and hearing, suspension, examination, extension, conversion. Facts and clocks only. */
import type { Moves, StartsClock } from '@anjuan/casework';
import { code, count, flag, parties, party, person, text } from '@anjuan/casework';
import { hearingEdges } from './hearing';
import {
  answerPeriods,
  decisionPeriods,
  edge,
  endsSuspension,
  type File,
  guard,
  heads,
  isBeingExamined,
  isNormUnderReview,
  isSuspended,
  mediationTried,
  notSuspended,
  officers,
  onceFor,
  onTrack,
  partiesOf,
  partyRoles,
  recordable,
  runsAgain,
  stoppedByExamination,
  underReview,
  underRevisedLaw,
} from './outline';
import { suspensionGrounds } from './reconsideration.facts';

export const examinationKinds = { inspection: '现场勘验', appraisal: '鉴定' } as const;

/** Grounds on which the case must be terminated after sixty days; a missing applicant is in neither law's list. */
export const sixtyDayGrounds: readonly string[] = ['death', 'incapacity', 'dissolution'];

/** The respondent acknowledges and answers by itself where it has an officer here; else the office records it. */
const officersOrRespondent = [...officers, 'respondent-officer'] as const;

const stillOpen = (c: File): boolean => c.facts.concluded_on === null;

/** The respondent named, or all of them where the case has only one paper for all. */
const respondentsMeant = (c: File): readonly string[] =>
  typeof c.fields.respondent === 'string' ? [c.fields.respondent] : partiesOf(c, 'respondent');
const respondentField = {
  respondent: party.optional('被申请人', ['respondent'], { hint: '不填为全部被申请人' }),
} as const;

const answerClock = (limit: (typeof answerPeriods)[number], track: 'ordinary' | 'simplified'): StartsClock<File> => ({
  limit,
  when: (c) => stillOpen(c) && onTrack(track)(c),
  subjects: respondentsMeant,
  // The postal receipt often comes after the answer itself. Which of several has answered is not known here.
  metOn: (c) => (partiesOf(c, 'respondent').length === 1 ? c.facts.answered_on : null),
});
const answersMeant = answerPeriods.map((limit): Moves<File> => ({ limit, subjects: respondentsMeant }));

/** Of a case not yet accepted there is nothing to suspend. */
const sinceAcceptance = guard('review.accepted', '行政复议法(2023)第39条；行政复议法实施条例第41条', (c) =>
  c.facts.accepted_on !== null && c.happenedOn < c.facts.accepted_on
    ? `发生日期${c.happenedOn}早于受理日期${c.facts.accepted_on}`
    : null,
);

export const reviewEdges = {
  'appoint-reviewers': edge({
    title: '确定复议人员',
    from: underReview,
    to: 'unchanged',
    by: ['reconsideration-head'],
    fields: { first_reviewer: person('承办人'), second_reviewer: person.optional('第二名复议人员') },
    guards: [
      guard('reviewers.two', '行政复议法实施条例第32条', (c) => {
        const single = onTrack('simplified')(c) && underRevisedLaw(c) && c.settings.simplifiedSingleReviewer;
        if (!single && !c.fields.second_reviewer) return '应当由两名以上行政复议人员参加审理';
        return c.fields.first_reviewer === c.fields.second_reviewer ? '两名复议人员不能是同一人' : null;
      }),
    ],
    cite: '行政复议法实施条例第32条；行政复议法(2023)第47条',
    verified: 'I',
  }),
  'join-third-party': edge({
    title: '通知第三人参加',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { parties: parties('第三人', { 'third-party': partyRoles['third-party'] }, { 'third-party': 1 }) },
    issues: ['reconsideration.third-party-notice'],
    cite: '行政复议法(2023)第16条；行政复议法实施条例第9条',
    verified: 'M',
  }),
  /** 推选代表人: more than five applicants (2007), or numerous ones (2023), act through one to five of them. */
  'elect-representatives': edge({
    title: '登记推选的代表人',
    from: ['received', 'awaiting-correction', ...underReview],
    to: 'unchanged',
    by: officers,
    fields: { parties: parties('代表人', { representative: partyRoles.representative }, { representative: 1 }) },
    guards: [
      guard('representatives.number', '行政复议法实施条例第8条；行政复议法(2023)第15条', (c) =>
        // The parties that the event adds are among the file's when guards are asked.
        partiesOf(c, 'representative').length > 5 ? '代表人为一至五名' : null,
      ),
    ],
    cite: '行政复议法实施条例第8条；行政复议法(2023)第15条',
  }),

  'send-copy': edge({
    title: '发送申请书副本和答复通知书',
    from: recordable,
    to: 'unchanged',
    by: officers,
    fields: {},
    meets: ['reconsideration.send-copy', 'reconsideration.send-copy-simplified'],
    issues: ['reconsideration.answer-notice'],
    facts: (c) => ({ copy_sent_on: c.facts.copy_sent_on ?? c.happenedOn }),
    cite: '行政复议法(2023)第48条、第54条第1款；行政复议法(2017)第23条第1款',
  }),
  /** 撤回答复通知: sent by mistake, and not yet in the respondent's hands. */
  'withdraw-copy': edge({
    title: '撤回答复通知书',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { reasons: text.personal('撤回原因') },
    guards: [
      guard('copy.unread', '行政复议法(2023)第48条、第54条第1款；行政复议法(2017)第23条第1款', (c) => {
        if (c.facts.copy_sent_on === null) return '答复通知书尚未发送';
        return c.facts.copy_received_on === null ? null : '被申请人已经收到，不能撤回';
      }),
    ],
    starts: [
      {
        limit: 'reconsideration.send-copy',
        when: onTrack('ordinary'),
        from: (c) => (c.facts.statute === 'XF17' ? (c.facts.corrected_on ?? c.facts.accepted_on) : c.facts.accepted_on),
      },
      { limit: 'reconsideration.send-copy-simplified', when: onTrack('simplified'), from: (c) => c.facts.accepted_on },
    ],
    facts: () => ({ copy_sent_on: null }),
    cite: '行政复议法(2023)第48条、第54条第1款；行政复议法(2017)第23条第1款',
    verified: 'I',
  }),
  'record-copy-received': edge({
    title: '登记被申请人收到副本',
    from: recordable,
    to: 'unchanged',
    by: officersOrRespondent,
    fields: respondentField,
    guards: [onceFor('respondent', answerPeriods, '被申请人收到副本的日期')],
    warns: [
      guard('answer.whose', '行政复议法(2023)第48条、第54条第1款；行政复议法(2017)第23条第1款', (c) =>
        c.facts.answered_on !== null && partiesOf(c, 'respondent').length > 1
          ? '已经登记过被申请人答复；该被申请人如已答复，请再登记一次其答复日期'
          : null,
      ),
    ],
    starts: [
      answerClock('reconsideration.respondent-answer', 'ordinary'),
      answerClock('reconsideration.respondent-answer-simplified', 'simplified'),
    ],
    facts: (c) => ({ copy_received_on: c.happenedOn }),
    cite: '行政复议法(2023)第48条、第54条第1款；行政复议法(2017)第23条第1款',
  }),
  /** A late answer is recorded like any other: what follows from the delay (第70条) is for the decision. */
  'record-answer': edge({
    title: '收到被申请人答复',
    from: recordable,
    to: 'unchanged',
    by: officersOrRespondent,
    fields: {
      ...respondentField,
      evidence_complete: flag('已提交证据、依据和其他有关材料'),
      reply: text.personalOptional('答复内容'),
      evidence_list: text.personalOptional('证据目录', { hint: '一行一份' }),
      evidence_count: count.optional('证据份数'),
    },
    meets: answersMeant,
    facts: (c) => ({ answered_on: c.happenedOn }),
    cite: '行政复议法(2023)第48条、第54条第1款、第70条；行政复议法(2017)第23条第1款',
  }),

  ...hearingEdges,

  suspend: edge({
    title: '中止',
    offered: (f) => f.suspended_on === null || f.resumed_on !== null,
    from: underReview,
    to: 'unchanged',
    by: heads,
    fields: { suspension_ground: code('中止理由', suspensionGrounds), reasons: text.personal('理由说明') },
    guards: [
      sinceAcceptance,
      guard('suspension.once', '行政复议法(2023)第39条；行政复议法实施条例第41条', (c) =>
        isSuspended(c) ? '案件已经中止' : null,
      ),
      guard('suspension.ground', '行政复议法(2023)第39条第1款第(六)项、第90条', (c) =>
        c.fields.suspension_ground === 'mediation' && !underRevisedLaw(c)
          ? '2024年1月1日前调解、和解不是中止审理的理由'
          : null,
      ),
    ],
    starts: [
      {
        limit: 'reconsideration.suspension-termination',
        when: (c) => sixtyDayGrounds.includes(c.fields.suspension_ground),
      },
    ],
    suspends: [...decisionPeriods],
    issues: ['reconsideration.suspension-notice'],
    facts: (c) => ({
      suspended_on: c.happenedOn,
      resumed_on: null,
      ...(c.fields.suspension_ground === 'mediation' ? mediationTried(c) : {}),
    }),
    cite: '行政复议法(2023)第39条；行政复议法实施条例第41条',
  }),
  resume: edge({
    title: '恢复审理',
    offered: (f) => f.suspended_on !== null && f.resumed_on === null,
    from: underReview,
    to: 'unchanged',
    by: heads,
    fields: {},
    guards: [
      guard('resumption.suspended', '行政复议法(2023)第39条第2款；行政复议法实施条例第41条第2款', (c) => {
        if (!isSuspended(c)) return '案件没有中止';
        if (c.facts.suspension_ground === 'norm-review' && isNormUnderReview(c))
          return '附带审查尚未办结，办结附带审查时恢复审理';
        const since = c.facts.suspended_on;
        return since !== null && c.happenedOn < since ? `恢复日期不能早于中止日期${since}` : null;
      }),
    ],
    cancels: ['reconsideration.suspension-termination'],
    resumes: decisionPeriods.map((limit) => ({ limit, when: runsAgain })),
    issues: [{ code: 'reconsideration.resumption-notice', when: runsAgain }],
    facts: endsSuspension,
    cite: '行政复议法(2023)第39条第2款、第3款、第40条；行政复议法实施条例第41条第2款、第3款',
  }),
  /** 现场勘验、鉴定: their time is not counted in the review period, though the case is not suspended. */
  'begin-examination': edge({
    title: '开始勘验、鉴定',
    offered: (f) => f.examined_from === null || f.examined_until !== null,
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { examination: code('事项', examinationKinds), note: text.personalOptional('说明') },
    guards: [
      sinceAcceptance,
      guard('examination.once', '行政复议法实施条例第34条、第37条', (c) =>
        isBeingExamined(c) ? '勘验、鉴定正在进行' : null,
      ),
    ],
    suspends: stoppedByExamination,
    facts: (c) => ({ examined_from: c.happenedOn, examined_until: null }),
    cite: '行政复议法实施条例第34条、第37条',
  }),
  'end-examination': edge({
    title: '勘验、鉴定结束',
    offered: (f) => f.examined_from !== null && f.examined_until === null,
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: {},
    guards: [
      guard('examination.begun', '行政复议法实施条例第34条、第37条', (c) => {
        if (!isBeingExamined(c)) return '没有正在进行的勘验、鉴定';
        const since = c.facts.examined_from;
        return since !== null && c.happenedOn < since ? `结束日期不能早于开始日期${since}` : null;
      }),
    ],
    resumes: stoppedByExamination,
    facts: (c) => ({ examined_until: c.happenedOn }),
    cite: '行政复议法实施条例第34条、第37条',
  }),
  /** 延期: at most thirty days, once, before the period ends. Approved by the organ's head until 2023, by the office's since. */
  extend: edge({
    title: '延长审理期限',
    offered: (f) => f.extended_days === null && f.track !== 'simplified',
    from: underReview,
    to: 'unchanged',
    by: heads,
    fields: { extended_days: count('延长天数', { min: 1, max: 30 }), reasons: text.personal('情况复杂的说明') },
    guards: [
      guard('extension.approver', '行政复议法(2023)第62条第1款；行政复议法(2017)第31条第1款', (c) => {
        const approver = underRevisedLaw(c) ? 'reconsideration-head' : 'organ-head';
        if (c.actorRoles.includes(approver)) return null;
        return underRevisedLaw(c) ? '延长期限应当经行政复议机构负责人批准' : '延长期限应当经行政复议机关负责人批准';
      }),
      guard('extension.ordinary', '行政复议法(2023)第62条第2款', (c) =>
        onTrack('simplified')(c) ? '简易程序不能延期，需要延长的先转为普通程序' : null,
      ),
      guard('extension.once', '行政复议法(2023)第62条第1款；行政复议法(2017)第31条第1款', (c) =>
        c.facts.extended_days === null ? null : '审理期限已经延长过一次',
      ),
      guard('extension.in-time', '行政复议法(2023)第62条第1款；行政复议法(2017)第31条第1款', (c) => {
        const due = c.clocks.find(
          (k) => k.limit === 'reconsideration.decision-ordinary' && k.status === 'running',
        )?.due;
        return due && c.happenedOn > due ? `审理期限已于${due}届满，届满后不能再决定延长` : null;
      }),
    ],
    extends: [{ limit: 'reconsideration.decision-ordinary', days: (c) => c.fields.extended_days }],
    issues: ['reconsideration.extension-notice'],
    cite: '行政复议法(2023)第62条第1款；行政复议法(2017)第31条第1款',
  }),
  /** 转为普通程序: the sixty days run from the acceptance, not from the conversion (cf. 法释〔2018〕1号第105条). */
  'convert-to-ordinary': edge({
    title: '转为普通程序',
    offered: (f) => f.track === 'simplified',
    from: underReview,
    to: 'unchanged',
    by: ['reconsideration-head'],
    fields: { reasons: text.personal('不宜适用简易程序的理由') },
    guards: [
      guard('conversion.simplified', '行政复议法(2023)第55条', (c) =>
        onTrack('simplified')(c) ? null : '案件适用的是普通程序',
      ),
      notSuspended,
    ],
    starts: [
      {
        limit: 'reconsideration.decision-ordinary',
        from: (c) => c.facts.accepted_on,
        carries: 'reconsideration.decision-simplified',
      },
      {
        limit: 'reconsideration.send-copy',
        when: (c) => c.facts.copy_sent_on === null,
        from: (c) => c.facts.accepted_on,
        carries: 'reconsideration.send-copy-simplified',
      },
      {
        limit: 'reconsideration.respondent-answer',
        from: (c) => c.facts.copy_received_on,
        carries: 'reconsideration.respondent-answer-simplified',
        subjects: (c) =>
          c.clocks
            .filter((k) => k.limit === 'reconsideration.respondent-answer-simplified' && k.status === 'running')
            .map((k) => k.subject),
      },
    ],
    cancels: [
      'reconsideration.decision-simplified',
      'reconsideration.send-copy-simplified',
      'reconsideration.respondent-answer-simplified',
    ],
    issues: ['reconsideration.conversion-notice'],
    facts: () => ({ track: 'ordinary' }),
    cite: '行政复议法(2023)第55条',
    verified: 'I',
  }),
} as const;
