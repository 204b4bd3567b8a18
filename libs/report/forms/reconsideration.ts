/** 行政复议: intake and results with both carried stocks; by field, by matter, by respondent; opinion letters. */
import {
  atMost,
  carriedOver,
  defineForm,
  type Equation,
  type FormColumn,
  type FormRow,
  rowsBy,
  sameAs,
  totals,
} from './form';

const cases: FormColumn = { id: 'cases', label: '案件', unit: '件' };
const closing = { metric: 'reconsideration-concluded', variant: 'all-closings', by: 'exit' } as const;
const exits = rowsBy('reconsideration-concluded', 'exit')
  .filter((r) => r.slice !== null)
  .map((r) => ({ ...r, ...closing, id: `exit-${r.id}` }));
const results = rowsBy('reconsideration-concluded', 'outcome').map((r) => ({
  ...r,
  id: `result-${r.id}`,
  metric: 'reconsideration-concluded',
  variant: 'default',
}));
const labels = {
  corrected: '纠错',
  settled: '调解、和解结案',
  simplified: '适用简易程序审结',
  sued: '审结后起诉',
} as const;
const cell = (row: string) => ({ cell: `${row}.cases` });
const notLess = (row: string, label: string): Equation => ({
  id: `${row}-earlier`,
  says: `${label}：本期累计不少于上期累计`,
  left: [{ ...cell(row), period: 'earlier' }],
  relation: '≤',
  right: [cell(row)],
});

export const reconsiderationFlow = defineForm({
  id: 'reconsideration-flow',
  title: '行政复议案件收结情况表',
  version: 2,
  rows: [
    { id: 'carried', label: '上期结转（已受理）', metric: 'reconsideration-carried-in' },
    {
      id: 'carried-unaccepted',
      label: '上期结转（未受理）',
      metric: 'reconsideration-carried-in',
      variant: 'unaccepted',
    },
    { id: 'received', label: '新收申请', metric: 'reconsideration-received' },
    { id: 'accepted', label: '受理', metric: 'reconsideration-accepted' },
    ...exits,
    { id: 'concluded', label: '审结', metric: 'reconsideration-concluded', variant: 'default' },
    ...results,
    { id: 'closed', label: '办结（审结和受理前办结）', metric: 'reconsideration-concluded', variant: 'all-closings' },
    { id: 'pending', label: '期末未审结（已受理）', metric: 'reconsideration-pending' },
    { id: 'pending-unaccepted', label: '期末未受理', metric: 'reconsideration-pending', variant: 'unaccepted' },
    { id: 'corrected', label: '纠错', metric: 'reconsideration-corrected' },
    { id: 'settled', label: '调解、和解结案', metric: 'reconsideration-mediated-settled' },
    { id: 'simplified', label: '适用简易程序审结', metric: 'reconsideration-summary-procedure' },
    { id: 'sued', label: '审结后起诉', metric: 'reconsideration-then-sued' },
  ],
  columns: [cases],
  equations: [
    {
      id: 'flow-unaccepted',
      says: '上期结转（未受理）＋新收＝受理＋受理前办结＋期末未受理',
      left: ['carried-unaccepted', 'received'].map(cell),
      relation: '=',
      right: [cell('accepted'), ...exits.map((r) => cell(r.id)), cell('pending-unaccepted')],
    },
    {
      id: 'flow-accepted',
      says: '上期结转（已受理）＋受理＝审结＋期末未审结',
      left: ['carried', 'accepted'].map(cell),
      relation: '=',
      right: ['concluded', 'pending'].map(cell),
    },
    {
      id: 'closed',
      says: '办结＝审结＋受理前办结',
      left: [cell('closed')],
      relation: '=',
      right: [cell('concluded'), ...exits.map((r) => cell(r.id))],
    },
    {
      id: 'results',
      says: '审结＝各种结案方式之和',
      left: [cell('concluded')],
      relation: '=',
      right: results.map((r) => cell(r.id)),
    },
    ...(['corrected', 'settled', 'simplified', 'sued'] as const).map(
      (row): Equation => ({
        id: `${row}-concluded`,
        says: `${labels[row]}≤审结`,
        left: [cell(row)],
        relation: '≤',
        right: [cell('concluded')],
      }),
    ),
    ...carriedOver('carried.cases', 'pending.cases', '已受理未审结'),
    ...carriedOver('carried-unaccepted.cases', 'pending-unaccepted.cases', '未受理'),
    notLess('received', '新收申请'),
    notLess('closed', '办结'),
  ],
});

const total: FormRow = { id: 'total', label: '合计' };
const received: FormColumn = { id: 'received', label: '新收', unit: '件', metric: 'reconsideration-received' };
const accepted: FormColumn = { id: 'accepted', label: '受理', unit: '件', metric: 'reconsideration-accepted' };
const concluded: FormColumn = { id: 'concluded', label: '审结', unit: '件', metric: 'reconsideration-concluded' };
const corrected: FormColumn = {
  id: 'corrected',
  label: '纠错',
  group: '审结中',
  unit: '件',
  metric: 'reconsideration-corrected',
};
const upheld: FormColumn = {
  id: 'upheld',
  label: '维持',
  group: '审结中',
  unit: '件',
  metric: 'reconsideration-upheld',
};
const rejected: FormColumn = {
  id: 'rejected',
  label: '驳回',
  group: '审结中',
  unit: '件',
  metric: 'reconsideration-rejected',
};
const settled: FormColumn = {
  id: 'settled',
  label: '调解、和解',
  group: '审结中',
  unit: '件',
  metric: 'reconsideration-mediated-settled',
};
const columns = [received, accepted, concluded, corrected, upheld, rejected, settled];

const split = (id: string, title: string, by: string) => {
  const parts = rowsBy('reconsideration-received', by);
  const here = (column: string, row: string, says: string) =>
    sameAs(`total.${column}`, 'reconsideration-flow', `${row}.cases`, says);
  return defineForm({
    id,
    title,
    rows: [total, ...parts],
    columns,
    equations: [
      ...totals('total', parts, columns),
      ...atMost(corrected, concluded, [total]),
      here('received', 'received', '新收合计＝收结情况表的新收申请'),
      here('concluded', 'concluded', '审结合计＝收结情况表的审结'),
    ],
  });
};

export const reconsiderationByField = split(
  'reconsideration-by-field',
  '行政复议案件情况表（按行政管理类别）',
  'field',
);
export const reconsiderationByMatter = split(
  'reconsideration-by-matter',
  '行政复议案件情况表（按申请复议事项）',
  'matter',
);
export const reconsiderationByRespondent = split(
  'reconsideration-by-respondent',
  '行政复议案件情况表（按被申请人）',
  'respondent_level',
);

const issued: FormColumn = { id: 'issued', label: '制发', unit: '份', metric: 'opinion-letters' };
const replied: FormColumn = { id: 'replied', label: '已收到反馈', unit: '份', metric: 'opinion-letters-replied' };
const letters = rowsBy('opinion-letters', 'form');

export const opinionLetters = defineForm({
  id: 'opinion-letters',
  title: '行政复议意见书、建议书情况表',
  rows: [total, ...letters],
  columns: [issued, replied],
  equations: [...totals('total', letters, [issued, replied]), ...atMost(replied, issued, [total, ...letters])],
});
