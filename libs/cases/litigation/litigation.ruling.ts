import { code, day, flag, money, party, text } from '@anjuan/casework';
import { addDays, type Day } from '@anjuan/law';
import { lossReasons, serviceWays, suitWithdrawals } from './litigation.codes';
import { litigants, performances, results, reviewRulings, rulingForms, rulings } from './litigation.facts';
import {
  answerPeriods,
  appealPeriods,
  courtPeriods,
  edge,
  guard,
  isAppealable,
  isLost,
  type LitigationContext,
  note,
  officers,
  recipientsOf,
} from './litigation.outline';
import { lostRulings, resultOf } from './litigation.result';

type Ruling = keyof typeof rulings;
type Form = keyof typeof rulingForms;

/** 裁判形式 — which form each result can take; judgment where nothing else is said. */
const otherForms: Readonly<Partial<Record<Ruling, readonly Form[]>>> = {
  'not-docketed': ['ruling'],
  'dismissed-suit': ['ruling'],
  withdrawn: ['ruling'],
  'deemed-withdrawn': ['ruling'],
  terminated: ['ruling'],
  remanded: ['ruling'],
  mediated: ['mediation'],
  'appeal-upheld': ['judgment', 'ruling'],
};
const formsOf = (ruling: Ruling): readonly Form[] => otherForms[ruling] ?? ['judgment'];
const higher: readonly Ruling[] = ['appeal-upheld', 'remanded'];
const redoable: readonly Ruling[] = ['revoked', 'partly-revoked', 'reconsideration-unlawful'];

const litigantRoles = Object.keys(litigants);

const appealClocks = (c: LitigationContext) => c.clocks.filter((k) => appealPeriods.includes(k.limit));
const unserved = (c: LitigationContext): number =>
  recipientsOf(c).filter((id) => appealClocks(c).every((k) => k.subject !== id)).length;
/** 上诉期: the last day on which anybody may still appeal; null where nobody's period runs. */
const lastAppealDay = (c: LitigationContext): Day | null =>
  appealClocks(c)
    .flatMap((k) => (k.status === 'running' && k.due !== null ? [k.due] : []))
    .sort()
    .at(-1) ?? null;
const canBeAppealed = (c: LitigationContext) => isAppealable(c) || appealClocks(c).length > 0;
/** The recipient named, or everybody on whom the ruling has not been served yet. */
const served = (c: LitigationContext): readonly string[] => {
  if (typeof c.fields.recipient === 'string') return [c.fields.recipient];
  const known = appealClocks(c).map((k) => k.subject);
  return recipientsOf(c).filter((id) => !known.includes(id));
};
/** The appellant named, or everybody of that role. */
const appellants = (c: LitigationContext): readonly string[] =>
  typeof c.fields.appellant === 'string'
    ? [c.fields.appellant]
    : c.parties.filter((p) => p.role === c.fields.appellant_role).map((p) => p.id);

/** Both sides may appeal: each is kept. */
const sideOf = (role: keyof typeof litigants) =>
  role === 'defendant' ? { appealed_by_us: true } : { appealed_by_others: true };

const notFollowed = guard('instance.followed', '行政诉讼法第八十五条、第九十条', (c) =>
  c.facts.followed_on === null ? null : `本案已于${c.facts.followed_on}进入下一审级。`,
);
export const ruledBefore = guard('ruling.earlier', '行政诉讼法第八十条', (c) =>
  c.facts.ruled_on !== null && c.happenedOn < c.facts.ruled_on ? `发生日期早于裁判日期${c.facts.ruled_on}。` : null,
);
const appealable = guard('appeal.allowed', '行政诉讼法第八十五条；适用行政诉讼法解释第一百零一条', (c) =>
  canBeAppealed(c) ? null : '本审级的裁判不能上诉。',
);

/** From the court's ruling to the archived file of the instance. */
export const rulingEdges = {
  'record-ruling': edge({
    title: '登记裁判',
    from: ['notified', 'answered', 'heard'],
    to: 'judged',
    by: officers,
    fields: {
      ruling: code('裁判结果', rulings),
      ruling_form: code('裁判形式', rulingForms),
      ruling_number: text.optional('裁判文书号'),
      redo_ordered: flag('责令重新作出行政行为'),
      compensation_fen: money.optional('赔偿金额'),
      remedy_ordered: flag('责令采取补救措施'),
      review_ruling: code.optional('对复议决定的裁判', reviewRulings, { hint: '复议机关是被告的填写' }),
      below: code.optional('被维持的原裁判对本机关的结果', results, { hint: '维持原裁判的填写' }),
      withdrawal_reason: code.optional('撤诉原因', suitWithdrawals),
      loss_reason: code.optional('败诉原因', lossReasons),
    },
    guards: [
      {
        name: 'ruling.below',
        cite: '行政诉讼法第八十九条',
        refuses: (c) =>
          c.fields.ruling === 'appeal-upheld' && c.fields.below === null
            ? '维持原裁判的，应当登记原裁判对本机关的结果。'
            : null,
      },
      {
        name: 'ruling.review-organ',
        cite: '适用行政诉讼法解释第一百三十六条',
        refuses: (c) =>
          c.fields.review_ruling !== null && !reviewed(c) ? '只有经过行政复议的案件才有对复议决定的裁判。' : null,
      },
      {
        name: 'ruling.withdrawn',
        cite: '行政诉讼法第六十二条',
        refuses: (c) =>
          c.fields.withdrawal_reason !== null && c.fields.ruling !== 'withdrawn'
            ? '只有准许撤诉的，才登记撤诉原因。'
            : null,
      },
      {
        name: 'ruling.form',
        cite: '行政诉讼法第六十条、第六十二条、第六十九条至第七十八条、第八十九条',
        refuses: (c) => {
          const forms = formsOf(c.fields.ruling);
          return forms.includes(c.fields.ruling_form)
            ? null
            : `“${rulings[c.fields.ruling]}”应当以${forms.map((f) => rulingForms[f]).join('或者')}作出。`;
        },
      },
      {
        name: 'ruling.instance',
        cite: '行政诉讼法第八十九条',
        refuses: (c) =>
          c.facts.instance === 'first' && higher.includes(c.fields.ruling)
            ? `“${rulings[c.fields.ruling]}”只能由二审或者再审作出。`
            : null,
      },
      {
        name: 'ruling.heard',
        cite: '行政诉讼法第五十四条、第八十六条',
        refuses: (c) =>
          c.facts.instance === 'first' && c.fields.ruling_form === 'judgment' && (c.facts.hearing_count ?? 0) === 0
            ? '一审判决应当经过开庭审理，请先登记开庭。'
            : null,
      },
      {
        name: 'ruling.redo',
        cite: '行政诉讼法第七十条',
        refuses: (c) =>
          c.fields.redo_ordered === true && !redoable.includes(c.fields.ruling)
            ? '只有撤销或者部分撤销的，才可以判决重新作出行政行为。'
            : null,
      },
    ],
    facts: (c) => ({ ruled_on: c.happenedOn, result: resultOf(c.facts.review_organ === true, c.fields) }),
    meets: courtPeriods,
    cancels: [...answerPeriods, 'litigation.internal-plan', 'litigation.head-identity', 'litigation.stay-terminate'],
    cite: '行政诉讼法第五十一条、第五十八条、第六十条、第六十二条、第六十九条至第七十八条、第八十条、第八十九条',
  }),
  'serve-ruling': edge({
    title: '登记裁判送达',
    from: ['judged', 'effective', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: {
      recipient: party.optional('受送达人', litigantRoles, { hint: '不选即为其余各方当事人同日送达' }),
      service_way: code.optional('送达方式', serviceWays),
      appealable: flag('再审按第一审程序审理，可以上诉'),
    },
    guards: [
      ruledBefore,
      guard('service.once', '行政诉讼法第八十五条', (c) =>
        appealClocks(c).length > 0 && !served(c).some((id) => appealClocks(c).every((k) => k.subject !== id))
          ? '该当事人的送达已经登记。'
          : null,
      ),
      guard('service.retrial', '适用行政诉讼法解释第一百一十九条', (c) =>
        c.fields.appealable === true && c.facts.instance !== 'retrial' ? '只有再审案件需要注明可以上诉。' : null,
      ),
    ],
    starts: [
      {
        limit: 'litigation.appeal-judgment',
        when: (c) => mayStillAppeal(c) && c.facts.ruling_form === 'judgment',
        subjects: served,
      },
      {
        limit: 'litigation.appeal-ruling',
        when: (c) => mayStillAppeal(c) && c.facts.ruling_form === 'ruling',
        subjects: served,
      },
    ],
    cite: '行政诉讼法第八十条、第八十五条；适用行政诉讼法解释第一百零一条',
  }),
  'record-appeal': edge({
    title: '登记上诉',
    from: ['judged'],
    to: 'unchanged',
    by: officers,
    fields: {
      appellant_role: code('上诉人', litigants),
      appellant: party.optional('具体上诉人', litigantRoles, { hint: '同一方有多名当事人而只有一人上诉的填写' }),
      grounds: text.personalOptional('上诉理由'),
    },
    guards: [appealable, ruledBefore, notFollowed],
    facts: (c) => ({
      appealed_on:
        c.facts.appealed_on !== null && c.facts.appealed_on < c.happenedOn ? c.facts.appealed_on : c.happenedOn,
      ...sideOf(c.fields.appellant_role),
    }),
    meets: appealPeriods.map((limit) => ({ limit, subjects: appellants })),
    issues: [{ code: 'litigation.appeal', when: (c) => c.fields.appellant_role === 'defendant' }],
    cite: '行政诉讼法第八十五条',
  }),
  'learn-of-appeal': edge({
    title: '得知此前已经上诉',
    offered: (f) => f.effective_on !== null && f.ruled_on !== null,
    from: ['effective', 'archived'],
    to: 'judged',
    by: officers,
    fields: { appellant_role: code('上诉人', litigants), grounds: text.personalOptional('上诉理由') },
    guards: [
      appealable,
      ruledBefore,
      guard('appeal.not-known', '行政诉讼法第八十五条', (c) =>
        c.facts.effective_on === null ? '本案没有登记裁判生效，不需要更正。' : null,
      ),
      guard('appeal.before-effect', '行政诉讼法第八十五条', (c) =>
        c.facts.effective_on !== null && c.happenedOn > c.facts.effective_on
          ? `上诉日期晚于裁判生效日期${c.facts.effective_on}。`
          : null,
      ),
    ],
    facts: (c) => ({
      appealed_on: c.happenedOn,
      effective_on: null,
      archived_on: null,
      ...sideOf(c.fields.appellant_role),
    }),
    cancels: ['litigation.retrial-application', 'litigation.perform', 'litigation.execution'],
    // The appeal came in time and the news of it late: the ruling never took effect.
    reverses: true,
    cite: '行政诉讼法第八十五条',
  }),
  'drop-appeal': edge({
    title: '上诉撤回或者视为撤回',
    offered: (f) => f.appealed_on !== null,
    from: ['judged'],
    to: 'unchanged',
    by: officers,
    fields: { note },
    guards: [
      notFollowed,
      guard('appeal.pending', '行政诉讼法第八十五条', (c) =>
        c.facts.appealed_on === null ? '本案没有登记上诉。' : null,
      ),
    ],
    facts: () => ({ appealed_on: null, appealed_by_us: null, appealed_by_others: null }),
    cite: '行政诉讼法第六十二条、第一百零一条；民事诉讼法解释第三百一十八条、第三百三十五条',
    verified: 'M',
  }),
  follow: edge({
    title: '进入下一审级',
    from: ['judged', 'effective', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { note },
    guards: [notFollowed, ruledBefore],
    facts: (c) => ({ followed_on: c.happenedOn }),
    cancels: [...appealPeriods, 'litigation.retrial-application'],
    cite: '行政诉讼法第八十五条、第八十九条、第九十条至第九十三条',
  }),
  'take-effect': edge({
    title: '裁判生效',
    from: ['judged'],
    to: 'effective',
    by: officers,
    fields: {
      perform_due_on: day.aheadOptional('裁判确定的履行期限'),
      certificate: text.optional('法院生效证明', { hint: '不掌握其他当事人送达日期的，填写生效证明文号' }),
    },
    guards: [
      notFollowed,
      guard('effect.appealed', '行政诉讼法第八十五条', (c) =>
        c.facts.appealed_on === null ? null : `已于${c.facts.appealed_on}提起上诉，一审裁判没有生效。`,
      ),
      guard('effect.served', '行政诉讼法第八十五条', (c) => {
        if (c.fields.certificate !== null || !canBeAppealed(c)) return null;
        const missing = unserved(c);
        return missing > 0 ? `还有${missing}名当事人没有登记送达，上诉期不能确定。` : null;
      }),
      guard('effect.lapsed', '行政诉讼法第八十五条', (c) => {
        const last = lastAppealDay(c);
        return last !== null && c.happenedOn <= last ? `最后一名当事人的上诉期至${last}届满，此后裁判才生效。` : null;
      }),
      // A dropped appeal lets the ruling take effect when the higher court consents, which only its paper tells.
      guard('effect.day', '行政诉讼法第八十五条', (c) => {
        const last = lastAppealDay(c);
        if (last === null || c.fields.certificate !== null || c.history.includes('drop-appeal')) return null;
        if (c.facts.appealed_on !== null || unserved(c) > 0) return null;
        const on = addDays(last, 1);
        return c.happenedOn > on
          ? `最后一名当事人的上诉期至${last}届满，裁判自${on}生效，生效日期应为该日；法院证明另有日期的，填写生效证明文号。`
          : null;
      }),
    ],
    facts: (c) => ({ effective_on: c.happenedOn }),
    cancels: appealPeriods,
    starts: [
      'litigation.retrial-application',
      {
        limit: 'litigation.perform',
        // A ruling known late may take effect in our books after the day it set for performance.
        from: (c) =>
          c.fields.perform_due_on !== null && c.fields.perform_due_on < c.happenedOn
            ? c.fields.perform_due_on
            : c.happenedOn,
        givenDue: (c) => c.fields.perform_due_on,
      },
      { limit: 'litigation.execution', from: (c) => c.fields.perform_due_on },
    ],
    cite: '行政诉讼法第八十五条、第八十九条；适用行政诉讼法解释第八十五条、第一百一十条',
  }),
  'apply-for-retrial': edge({
    title: '申请再审',
    from: ['effective', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { applicant_role: code('再审申请人', litigants), grounds: text.personalOptional('再审理由') },
    guards: [notFollowed, ruledBefore],
    meets: ['litigation.retrial-application'],
    issues: [{ code: 'litigation.retrial-application', when: (c) => c.fields.applicant_role === 'defendant' }],
    cite: '行政诉讼法第九十条；适用行政诉讼法解释第一百一十条',
  }),
  'record-performance': edge({
    title: '登记履行情况',
    from: ['effective', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { performance: code('履行情况', performances), note },
    guards: [
      // What was mediated is often performed before the court's paper is made.
      guard('performance.order', '行政诉讼法第九十四条', (c) =>
        c.facts.ruled_on !== null && c.happenedOn < c.facts.ruled_on && c.facts.ruling_form !== 'mediation'
          ? `履行日期${c.happenedOn}早于裁判日期${c.facts.ruled_on}。`
          : null,
      ),
    ],
    facts: (c) => ({ performed_on: c.fields.performance === 'performed' ? c.happenedOn : null }),
    meets: [{ limit: 'litigation.perform', when: (c) => c.fields.performance === 'performed' }],
    cancels: [{ limit: 'litigation.execution', when: (c) => c.fields.performance === 'performed' }],
    issues: [{ code: 'litigation.performance-report', when: (c) => c.fields.performance === 'performed' }],
    cite: '行政诉讼法第九十四条、第九十六条',
  }),
  'analyse-loss': edge({
    title: '败诉分析',
    from: ['judged', 'effective', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: {
      loss_reason: code('败诉原因', lossReasons),
      analysis: text.personal('败诉原因分析'),
      rectification: text.personalOptional('整改措施'),
    },
    guards: [
      ruledBefore,
      guard('analysis.lost', '行政诉讼法第七十条、第七十二条至第七十八条', (c) =>
        isLost(c) ? null : '本案没有败诉，不作败诉分析。',
      ),
    ],
    facts: (c) => ({ analysed_on: c.happenedOn }),
    issues: ['litigation.loss-analysis'],
    cite: '行政诉讼法第七十条、第七十二条至第七十八条',
    verified: 'I',
  }),
  archive: edge({
    title: '归档',
    from: ['judged', 'effective'],
    to: 'archived',
    by: officers,
    fields: { analysis: text.personalOptional('败诉原因分析'), shelf: text.optional('卷宗存放处') },
    guards: [
      guard('archive.ended', '行政诉讼法第八十五条', (c) =>
        c.state === 'judged' && c.facts.followed_on === null ? '裁判尚未生效，也没有进入下一审级。' : null,
      ),
    ],
    facts: (c) => ({ archived_on: c.happenedOn }),
    issues: [
      'litigation.file-cover',
      {
        code: 'litigation.loss-analysis',
        when: (c) => c.facts.ruling !== null && lostRulings.includes(c.facts.ruling) && c.facts.analysed_on === null,
      },
    ],
    cite: '档案法第十四条',
    verified: 'M',
  }),
};

/** A late service of a ruling that has taken effect or gone up starts no period to appeal. */
function mayStillAppeal(c: LitigationContext): boolean {
  const allowed = isAppealable(c) || (c.facts.instance === 'retrial' && c.fields.appealable === true);
  return allowed && c.facts.effective_on === null && c.facts.followed_on === null;
}

const reviewed = (c: LitigationContext): boolean =>
  c.facts.after_reconsideration === true || c.facts.review_organ === true;
