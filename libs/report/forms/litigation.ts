/** 行政应诉: suits by instance and by result, and how often heads of organs appeared. */
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

const total: FormRow = { id: 'total', label: '合计' };
const carried: FormColumn = { id: 'carried', label: '旧存', unit: '件', metric: 'litigation-carried-in' };
const received: FormColumn = { id: 'received', label: '新收', unit: '件', metric: 'litigation-received' };
const concluded: FormColumn = {
  id: 'concluded',
  label: '审结',
  unit: '件',
  metric: 'litigation-concluded',
  variant: 'instances',
};
const lost: FormColumn = { id: 'lost', label: '其中败诉', unit: '件', metric: 'litigation-lost' };
const pending: FormColumn = { id: 'pending', label: '未结', unit: '件', sum: ['carried', 'received', '-concluded'] };
const caseload: FormColumn = { id: 'caseload', label: '在办', unit: '件', metric: 'litigation-caseload' };
const instances = rowsBy('litigation-received', 'instance');
const counted = [carried, received, caseload, concluded, lost];

export const litigationByInstance = defineForm({
  id: 'litigation-by-instance',
  title: '行政应诉案件情况表（按审级，本级人民政府）',
  version: 2,
  rows: [total, ...instances],
  columns: [carried, received, caseload, concluded, lost, pending],
  equations: [
    ...totals('total', instances, counted),
    ...[total, ...instances].map(
      (r): Equation => ({
        id: `${r.id}-caseload`,
        says: `${r.label}：旧存＋新收＝在办`,
        left: [{ cell: `${r.id}.carried` }, { cell: `${r.id}.received` }],
        relation: '=',
        right: [{ cell: `${r.id}.caseload` }],
      }),
    ),
    ...atMost(lost, concluded, [total, ...instances]),
    ...carriedOver('total.carried', 'total.pending', '未结'),
  ],
});

const cases: FormColumn = { ...concluded, id: 'cases', label: '审结' };
const rulings = rowsBy('litigation-concluded', 'ruling');

export const litigationByResult = defineForm({
  id: 'litigation-by-result',
  title: '行政应诉案件裁判结果情况表（本级人民政府）',
  rows: [total, ...rulings],
  columns: [cases],
  equations: [
    ...totals('total', rulings, [cases]),
    sameAs('total.cases', 'litigation-by-instance', 'total.concluded', '审结合计＝按审级表的审结合计'),
  ],
});

const scope = (id: string, label: string, variant: string): FormColumn => ({ id, label, unit: '件', variant });
const everyone = scope('all', '合计', 'all-organs');
const own = scope('own', '本级人民政府', 'default');
const departments = scope('departments', '部门、乡镇街道', 'departments');
const attendance: readonly FormRow[] = [
  { id: 'heard', label: '开庭审理', metric: 'litigation-heard' },
  { id: 'appeared', label: '负责人出庭', metric: 'litigation-head-appearances' },
];

export const headAttendance = defineForm({
  id: 'litigation-head-attendance',
  title: '行政机关负责人出庭应诉情况表（按审级计次）',
  rows: attendance,
  columns: [everyone, own, departments],
  equations: [
    ...attendance.map(
      ({ id, label }): Equation => ({
        id: `${id}-scopes`,
        says: `${label}：合计＝本级人民政府＋部门、乡镇街道`,
        left: [{ cell: `${id}.all` }],
        relation: '=',
        right: [{ cell: `${id}.own` }, { cell: `${id}.departments` }],
      }),
    ),
    ...[everyone, own, departments].map(
      (c): Equation => ({
        id: `appeared-${c.id}`,
        says: `${c.label}：负责人出庭≤开庭审理`,
        left: [{ cell: `appeared.${c.id}` }],
        relation: '≤',
        right: [{ cell: `heard.${c.id}` }],
      }),
    ),
  ],
});
