/** What comes in or is found before there is a case: visits, sweeps, disputes found by them. */
import { disputeTypes } from '@anjuan/cases/mediation';
import { code, count, day, type PartyInput, text } from '@anjuan/casework';
import { defineRegister } from '../register';

/** 接待登记 — a visit is written down whether or not a case comes of it. */
export const receptions = defineRegister({
  name: 'reception',
  title: '接待登记',
  group: 'logs',
  kind: 'mediation',
  keep: 'log:keep',
  texts: {
    visitor: text('来访人', { max: 100 }),
    matter: { ...text.personal('反映事项', { max: 2000, lines: 3 }) },
    reply: { ...text.personalOptional('答复、处理情况', { max: 2000, lines: 3 }) },
  },
  refs: {},
  facts: {
    received_on: day('接待日期'),
    manner: code('方式', { visit: '来访', call: '来电', letter: '来信', online: '网上' }),
    topic: code('事项', {
      advice: '法律咨询',
      mediation: '申请调解',
      reconsideration: '申请行政复议',
      complaint: '投诉举报',
      other: '其他',
    }),
    people_count: count.optional('人数', { min: 1 }),
    handling: code('处理', { answered: '当场答复', guided: '引导至其他途径', waiting: '待办理', case: '已转为案件' }),
  },
  named: 'visitor',
  since: 'received_on',
  until: null,
  rules: [turnedOnlyByTurning('reception.turned')],
  turns: { kinds: null, sets: { handling: 'case' } },
  cite: '接待登记制度',
});

export const plans = defineRegister({
  name: 'screening-plan',
  title: '排查计划',
  group: 'logs',
  kind: 'mediation',
  keep: 'log:keep',
  texts: { name: text('计划名称', { max: 100 }), scope: text.optional('范围、重点') },
  refs: {},
  facts: {
    cycle: code('方式', {
      once: '专项排查',
      weekly: '每周排查',
      monthly: '每月排查',
      quarterly: '每季排查',
      holiday: '重要时段排查',
    }),
    starts_on: day.ahead('开始日期'),
    ends_on: day.aheadOptional('结束日期'),
  },
  named: 'name',
  since: 'starts_on',
  until: 'ends_on',
  cite: '矛盾纠纷排查制度',
});

/** 矛盾纠纷排查 — one entry is one sweep (次). 零报告: a sweep that found nothing is reported as such, and counts. */
export const screenings = defineRegister({
  name: 'screening',
  title: '矛盾纠纷排查',
  group: 'logs',
  kind: 'mediation',
  keep: 'log:keep',
  texts: { area: text('排查区域', { max: 100 }), note: text.optional('排查情况') },
  refs: { plan_id: { label: '排查计划', required: false, to: 'screening-plan' } },
  facts: {
    swept_on: day('排查日期'),
    result: code('结果', { none: '未发现纠纷（零报告）', found: '发现纠纷' }, { hint: '发现的纠纷逐件登记' }),
    people_count: count.optional('参加人数', { min: 1 }),
    households: count.optional('走访户数'),
  },
  named: 'area',
  since: 'swept_on',
  until: null,
  fixed: ['result', 'swept_on'],
  cite: '矛盾纠纷排查制度',
});

/** 排查发现的纠纷 — counted in 件, apart from the sweeps, which are counted in 次. */
export const foundDisputes = defineRegister({
  name: 'found-dispute',
  title: '排查发现的纠纷',
  group: 'logs',
  kind: 'mediation',
  keep: 'log:keep',
  texts: {
    place: text('地点', { max: 100 }),
    applicant: text('一方当事人', { max: 100 }),
    respondent: text('另一方当事人', { max: 100 }),
    summary: { ...text.personal('纠纷简要情况', { lines: 3 }) },
  },
  refs: { screening_id: { label: '所属排查', required: true, to: 'screening' } },
  facts: {
    found_on: day('发现日期'),
    dispute_type: code('纠纷类型', disputeTypes),
    risk: code.optional('风险程度', { low: '一般', medium: '有激化苗头', high: '可能激化' }),
    handling: code('处理', {
      pending: '待处理',
      'on-spot': '当场化解',
      case: '已转为调解案件',
      transferred: '移送有关单位',
      watched: '持续关注',
    }),
  },
  named: 'place',
  since: 'found_on',
  until: null,
  rules: [
    turnedOnlyByTurning('found-dispute.turned'),
    {
      name: 'found-dispute.zero-report',
      cite: '矛盾纠纷排查制度（零报告）',
      refuses: ({ referred }) =>
        referred.screening_id?.result === 'none' ? '所属排查为零报告，不能登记发现的纠纷；请另登记一次排查。' : null,
    },
    {
      name: 'found-dispute.day',
      cite: '矛盾纠纷排查制度',
      refuses: ({ values, referred }) =>
        String(values.found_on) < String(referred.screening_id?.swept_on ?? '') ? '发现日期早于排查日期。' : null,
    },
  ],
  turns: {
    kinds: ['mediation'],
    sets: { handling: 'case' },
    draft: ({ applicant, respondent, dispute_type = null, summary = null }) => ({
      kind: 'mediation',
      event: 'register',
      fields: {
        parties: [natural('applicant', applicant), natural('respondent', respondent)],
        origin: 'found',
        dispute_type,
        summary,
      },
    }),
  },
  cite: '人民调解法第十七条；矛盾纠纷排查制度',
});

const natural = (role: string, name: unknown): PartyInput => ({ role, kind: 'natural', name: String(name ?? '') });

/** That an entry became a case is said by the case alone, or the log would promise cases that are none. */
function turnedOnlyByTurning(name: string) {
  return {
    name,
    cite: '登记簿与案件一一对应',
    refuses: ({ values, caseId }: { values: Readonly<Record<string, unknown>>; caseId: string | null }) =>
      (values.handling === 'case') === (caseId !== null)
        ? null
        : caseId === null
          ? '请用“转为案件”办理，不能只改登记。'
          : '本条已转为案件，处理情况不能再改。',
  };
}
