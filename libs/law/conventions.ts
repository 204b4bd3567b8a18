import type { Mark } from './time-limit';

/** Choices where the law is silent. A jurisdiction may change each; every result that used one is marked `I`. */
export interface Conventions {
  readonly extensionBase: 'unrolled' | 'rolled';
  readonly backwardCounting: 'strict' | 'lenient';
  readonly suspensionDays: 'resume-day-counts' | 'suspend-day-counts';
  readonly oldLawCorrectionDays: 'working' | 'calendar';
  readonly oldLawAcceptanceDate: 'receipt' | 'corrected';
  readonly makeUpDayIsWorkingDay: boolean;
  readonly versionBinding: 'oldest-first' | 'newest-first';
}

export const defaultConventions: Conventions = {
  extensionBase: 'unrolled',
  backwardCounting: 'strict',
  suspensionDays: 'resume-day-counts',
  oldLawCorrectionDays: 'working',
  oldLawAcceptanceDate: 'receipt',
  makeUpDayIsWorkingDay: true,
  versionBinding: 'oldest-first',
};

export const conventionNames = [
  'extensionBase',
  'backwardCounting',
  'suspensionDays',
  'oldLawCorrectionDays',
  'oldLawAcceptanceDate',
  'makeUpDayIsWorkingDay',
  'versionBinding',
] as const satisfies readonly (keyof Conventions)[];

/** Those of the settings that differ from the default. */
export function departures(conventions: Conventions): Partial<Conventions> {
  const own: { -readonly [K in keyof Conventions]?: Conventions[K] } = {};
  const keep = <K extends keyof Conventions>(name: K) => {
    if (conventions[name] !== defaultConventions[name]) own[name] = conventions[name];
  };
  for (const name of conventionNames) keep(name);
  return own;
}

type Choices<V> = readonly { readonly value: V; readonly title: string }[];
/** What each setting may be, in the words a person chooses by; the default first. */
export const conventionChoices: { readonly [K in keyof Conventions]: Choices<Conventions[K]> } = {
  extensionBase: [
    { value: 'unrolled', title: '自未顺延的届满日起算' },
    { value: 'rolled', title: '自顺延后的届满日起算' },
  ],
  backwardCounting: [
    { value: 'strict', title: '与当日之间须有足额的整日' },
    { value: 'lenient', title: '自前一日起倒数，数足即可' },
  ],
  suspensionDays: [
    { value: 'resume-day-counts', title: '中止当日不计，恢复当日计入' },
    { value: 'suspend-day-counts', title: '中止当日计入，恢复当日不计' },
  ],
  oldLawCorrectionDays: [
    { value: 'working', title: '按工作日' },
    { value: 'calendar', title: '按自然日' },
  ],
  oldLawAcceptanceDate: [
    { value: 'receipt', title: '收到申请之日' },
    { value: 'corrected', title: '收到补正材料之日' },
  ],
  makeUpDayIsWorkingDay: [
    { value: true, title: '调休上班日为工作日，届满于该日的不顺延' },
    { value: false, title: '调休上班日视同休息日，届满于该日的顺延' },
  ],
  versionBinding: [
    { value: 'oldest-first', title: '自旧法起逐一核对' },
    { value: 'newest-first', title: '自新法起逐一核对' },
  ],
};

/** What each setting decides and what it is read from; printed in reasoning steps and in the generated documents. */
export const conventionTexts: Readonly<
  Record<keyof Conventions, { readonly title: string; readonly source: string; readonly mark: Mark }>
> = {
  extensionBase: {
    title: '延长期限自未顺延的届满日起算',
    source: '法律未规定；对照行政复议法(2023)第62条第1款',
    mark: 'I',
  },
  backwardCounting: {
    title: '“某日前”按期间与当日之间须有足额的整日计算',
    source: '法律未规定；对照行政复议法(2023)第51条',
    mark: 'I',
  },
  suspensionDays: {
    title: '中止当日起至恢复前一日不计，恢复当日计入',
    source: '法律未规定；据“中止”文义',
    mark: 'I',
  },
  oldLawCorrectionDays: {
    title: '旧法补正通知的五日按工作日计算',
    source: '行政复议法实施条例(2007)第29条；行政复议法(2017)第40条第2款仅及“本法”',
    mark: 'I',
  },
  oldLawAcceptanceDate: {
    title: '旧法案件收到申请之日即为受理之日，补正时间不计入审理期限',
    source: '行政复议法(2017)第17条第2款；行政复议法实施条例(2007)第29条',
    mark: 'I',
  },
  makeUpDayIsWorkingDay: {
    title: '调休上班日为工作日，期间届满于该日的不顺延',
    source: '国务院办公厅节假日安排通知；各地通行做法',
    mark: 'I',
  },
  versionBinding: {
    title: '新旧法起算事实不同时，自旧法起逐一核对，起算日落在施行期间内的先行适用',
    source: '行政复议法(2023)第87条至第90条未设过渡条款',
    mark: 'I',
  },
};
