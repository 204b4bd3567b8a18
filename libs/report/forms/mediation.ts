/** 人民调解: cases by type, origin and outcome; committees and mediators; subsidies by the case. */
import { atMost, defineForm, type FormColumn, type FormRow, rowsBy, sameAs, totals } from './form';

const accepted: FormColumn = { id: 'accepted', label: '受理', unit: '件', metric: 'mediation-accepted' };
const difficult: FormColumn = {
  id: 'difficult',
  label: '其中疑难复杂',
  unit: '件',
  metric: 'mediation-difficult',
};
const ended: FormColumn = {
  id: 'ended',
  label: '调解终结',
  group: '调解结果',
  unit: '件',
  metric: 'mediation-handled',
  variant: 'ended',
};
const succeeded: FormColumn = {
  id: 'succeeded',
  label: '成功',
  group: '调解结果',
  unit: '件',
  metric: 'mediation-succeeded',
};
const failed: FormColumn = {
  id: 'failed',
  label: '不成',
  group: '调解结果',
  unit: '件',
  sum: ['ended', '-succeeded'],
};
const written: FormColumn = {
  id: 'written',
  label: '书面',
  group: '协议形式',
  unit: '件',
  metric: 'mediation-written-agreements',
};
const oral: FormColumn = { id: 'oral', label: '口头', group: '协议形式', unit: '件', sum: ['succeeded', '-written'] };
const amount: FormColumn = { id: 'amount', label: '协议金额', unit: '万元', metric: 'mediation-agreement-amount' };
const confirmed: FormColumn = {
  id: 'confirmed',
  label: '司法确认',
  unit: '件',
  metric: 'mediation-judicial-confirmations',
};
const columns = [accepted, difficult, ended, succeeded, failed, written, oral, amount, confirmed];
const added = columns.filter((c) => c.sum === undefined);
const total: FormRow = { id: 'total', label: '合计' };
const types = rowsBy('mediation-accepted', 'dispute_type');
const origins = rowsBy('mediation-accepted', 'origin');
const within = [...atMost(difficult, accepted, [total]), ...atMost(written, succeeded, [total])];

export const mediationByType = defineForm({
  id: 'mediation-by-type',
  title: '人民调解案件情况表（按纠纷类型）',
  rows: [total, ...types],
  columns,
  equations: [...totals('total', types, added), ...within],
});

export const mediationByOrigin = defineForm({
  id: 'mediation-by-origin',
  title: '人民调解案件情况表（按案件来源）',
  rows: [total, ...origins],
  columns,
  equations: [
    ...totals('total', origins, added),
    ...within,
    sameAs('total.accepted', 'mediation-by-type', 'total.accepted', '受理合计＝按纠纷类型表的受理合计'),
    sameAs('total.succeeded', 'mediation-by-type', 'total.succeeded', '调解成功合计＝按纠纷类型表的成功合计'),
  ],
});

const cases: FormColumn = { id: 'cases', label: '案件', unit: '件' };
const outcomes = rowsBy('mediation-handled', 'outcome').map((r) => ({
  ...r,
  metric: 'mediation-handled',
  variant: 'ended',
}));
const earlierAtMost = (row: string, label: string) =>
  ({
    id: `${row}-earlier`,
    says: `${label}：本期累计不少于上期累计`,
    left: [{ cell: `${row}.cases`, period: 'earlier' }],
    relation: '≤',
    right: [{ cell: `${row}.cases` }],
  }) as const;

export const mediationOutcomes = defineForm({
  id: 'mediation-outcomes',
  title: '人民调解结果情况表',
  rows: [
    { id: 'accepted', label: '受理', metric: 'mediation-accepted' },
    { id: 'ended', label: '调解终结', metric: 'mediation-handled', variant: 'ended' },
    ...outcomes,
    { id: 'confirmed', label: '司法确认有效', metric: 'mediation-judicial-confirmations' },
    { id: 'petition', label: '信访部门移交', metric: 'mediation-petition' },
    { id: 'escalated', label: '激化', metric: 'disputes-escalated' },
  ],
  columns: [cases],
  equations: [
    ...totals('ended', outcomes, [cases]),
    sameAs('ended.cases', 'mediation-by-type', 'total.ended', '调解终结＝按纠纷类型表的终结合计'),
    earlierAtMost('accepted', '受理'),
    earlierAtMost('ended', '调解终结'),
  ],
});

const count: FormColumn = { id: 'count', label: '数量', unit: '个' };
const kinds = rowsBy('mediation-orgs', 'kind').map((r) => ({ ...r, id: `org-${r.id}`, metric: 'mediation-orgs' }));
const employments = rowsBy('mediators', 'employment').map((r) => ({ ...r, id: `by-${r.id}`, metric: 'mediators' }));
const engaged = rowsBy('mediators', 'engaged').map((r) => ({ ...r, id: `as-${r.id}`, metric: 'mediators' }));
const named = (id: string, says: string, whole: string, parts: readonly FormRow[]) => ({
  id,
  says,
  left: [{ cell: `${whole}.count` }],
  relation: '=' as const,
  right: parts.map((r) => ({ cell: `${r.id}.count` })),
});

export const mediationOrganisations = defineForm({
  id: 'mediation-organisations',
  title: '人民调解组织和人民调解员情况表',
  rows: [
    { id: 'orgs', label: '人民调解委员会（期末，个）', metric: 'mediation-orgs' },
    ...kinds,
    { id: 'established', label: '本期新设（个）', metric: 'mediation-orgs', variant: 'established' },
    { id: 'studios', label: '个人调解工作室（期末，个）', metric: 'mediation-personal-studios' },
    { id: 'people', label: '人民调解员（期末，人）', metric: 'mediators' },
    ...employments,
    ...engaged,
    { id: 'graded', label: '持有等级（期末，人）', metric: 'mediators-graded' },
    { id: 'trainings', label: '举办培训（场）', metric: 'mediator-trainings' },
    { id: 'trained', label: '参训（人次）', metric: 'mediators-trained' },
  ],
  columns: [count],
  equations: [
    named('orgs-kinds', '调委会总数＝各类之和', 'orgs', kinds),
    named('people-employment', '调解员总数＝专职、兼职之和', 'people', employments),
    named('people-engaged', '调解员总数＝推选、聘任之和', 'people', engaged),
    {
      id: 'graded-people',
      says: '持有等级的≤调解员总数',
      left: [{ cell: 'graded.count' }],
      relation: '≤',
      right: [{ cell: 'people.count' }],
    },
  ],
});

const eligible: FormColumn = { id: 'eligible', label: '符合条件', unit: '件', metric: 'mediator-subsidy-cases' };
const paid: FormColumn = { id: 'paid', label: '发放金额', unit: '万元', metric: 'mediator-subsidy-amount' };
const claimed: FormColumn = { id: 'claimed', label: '申报', unit: '件', metric: 'mediator-subsidy-applications' };
const tiers = rowsBy('mediator-subsidy-cases', 'level').map((r) => ({ ...r, without: ['claimed'] }));

export const mediationSubsidies = defineForm({
  id: 'mediation-subsidies',
  title: '人民调解以案定补情况表',
  rows: [total, ...tiers],
  columns: [claimed, eligible, paid],
  equations: totals('total', tiers, [eligible, paid]),
});
