import type { Day } from './day';

interface Law {
  /** Short official name with the year of the text cited; shown to people. */
  readonly name: string;
  readonly number?: string;
  /**
   * The days on which the limits cited here have been law. Where a later amendment left their articles untouched, the interval
   * starts with the earlier text.
   */
  readonly from: Day;
  readonly until?: Day;
  /** The article that turns some of its day limits into working days. */
  readonly workingDayClause?: string;
}

/** Every instrument that a limit or a counting rule cites. */
export const laws = {
  XF17: {
    name: '行政复议法(2017)',
    from: '1999-10-01',
    until: '2023-12-31',
    workingDayClause: '40(2)',
  },
  XF23: { name: '行政复议法(2023)', from: '2024-01-01', workingDayClause: '88(2)' },
  TL07: { name: '行政复议法实施条例(2007)', number: '国务院令第499号', from: '2007-08-01' },
  XS17: { name: '行政诉讼法(2017)', from: '2015-05-01' },
  SJ18: { name: '适用行政诉讼法解释(2018)', number: '法释〔2018〕1号', from: '2018-02-08' },
  FZR20: { name: '行政机关负责人出庭应诉规定(2020)', number: '法释〔2020〕3号', from: '2020-07-01' },
  PC22: { name: '行政赔偿案件规定(2022)', number: '法释〔2022〕10号', from: '2022-05-01' },
  GY20: { name: '检察公益诉讼解释(2020)', number: '法释〔2020〕20号', from: '2018-03-02' },
  ZH23: { name: '综合治理类司法建议规定(2023)', number: '法释〔2023〕11号', from: '2023-11-16' },
  GP12: { name: '国家赔偿法(2012)', from: '2013-01-01' },
  QZ11: { name: '行政强制法(2011)', from: '2012-01-01', workingDayClause: '69' },
  TJ10: { name: '人民调解法(2010)', from: '2011-01-01' },
  GD02: { name: '人民调解工作若干规定(2002)', number: '司法部令第75号', from: '2002-11-01' },
  MS17: { name: '民事诉讼法(2017)', from: '2013-01-01', until: '2021-12-31' },
  MS21: { name: '民事诉讼法(2021)', from: '2022-01-01', until: '2023-12-31' },
  MS23: { name: '民事诉讼法(2023)', from: '2024-01-01' },
  MJ20: { name: '民诉法解释(2020)', from: '2015-02-04', until: '2022-04-09' },
  MJ22: { name: '民诉法解释(2022)', from: '2022-04-10' },
  QR11: { name: '人民调解协议司法确认规定(2011)', number: '法释〔2011〕5号', from: '2011-03-30' },
  TY16: { name: '特邀调解规定(2016)', number: '法释〔2016〕14号', from: '2016-07-01' },
  ZX21: { name: '人民法院在线调解规则(2021)', number: '法释〔2021〕23号', from: '2022-01-01' },
  YL18: { name: '医疗纠纷预防和处理条例(2018)', number: '国务院令第701号', from: '2018-10-01' },
  LD07: { name: '劳动争议调解仲裁法(2007)', from: '2008-05-01' },
  DC20: { name: '政府督查工作条例(2020)', number: '国务院令第733号', from: '2021-02-01' },
  MT86: { name: '民法通则(1986)', from: '1987-01-01', until: '2017-09-30' },
  MZ17: { name: '民法总则(2017)', from: '2017-10-01', until: '2020-12-31' },
  MF20: { name: '民法典(2020)', from: '2021-01-01' },
} as const satisfies Record<string, Law>;

export type LawCode = keyof typeof laws;

export const law = (code: LawCode): Law => laws[code];

/** `article` is written `62(1)(七)`: article, paragraph (款) in Arabic, item (项) in Chinese; paragraph or item may be absent. */
export interface Citation {
  readonly law: LawCode;
  readonly article: string;
}

/** `62(1)(七)` → 第62条第1款第(七)项. */
export function articleText(article: string): string {
  const [, number = article, rest = ''] = /^(\d+)(.*)$/.exec(article) ?? [];
  const parts = [...rest.matchAll(/\(([^)]+)\)/g)].map(([, part = '']) =>
    /^\d+$/.test(part) ? `第${part}款` : `第(${part})项`,
  );
  return `第${number}条${parts.join('')}`;
}

export const citationText = ({ law: code, article }: Citation): string => `${laws[code].name}${articleText(article)}`;

/** Which body of law counts the days of a limit. */
export type CountingRegime = 'reconsideration' | 'administrative-litigation' | 'civil-procedure' | 'civil-code';

export interface CountingRules {
  /** 起算日 — the opening day is not counted. */
  readonly start: string;
  /** 届满日 — a last day that is a rest day moves to the first day after the rest days. */
  readonly end: string;
  /** 对应日 — months end on the corresponding day. */
  readonly months: string;
}

const pick = (day: Day, newestFirst: readonly Citation[]): string => {
  const found = newestFirst.find(({ law: code }) => laws[code].from <= day) ?? newestFirst.at(-1);
  return found ? citationText(found) : '';
};

const civilProcedure: readonly Citation[] = [
  { law: 'MS23', article: '85' },
  { law: 'MS21', article: '85' },
  { law: 'MS17', article: '82' },
];
const civilCode = (article: string): readonly Citation[] => [
  { law: 'MF20', article },
  { law: 'MZ17', article },
  { law: 'MT86', article: '154' },
];

/** The articles that govern counting for a limit triggered on `day`. */
export function countingRules(regime: CountingRegime, day: Day): CountingRules {
  const months = pick(day, civilCode('202'));
  if (regime === 'civil-code') {
    return { start: pick(day, civilCode('201')), end: pick(day, civilCode('203')), months };
  }
  if (regime === 'administrative-litigation' && day >= laws.SJ18.from) {
    const rule = citationText({ law: 'SJ18', article: '48' });
    return { start: rule, end: rule, months };
  }
  const rule = pick(day, civilProcedure);
  if (regime !== 'reconsideration') return { start: rule, end: rule, months };
  const bridge = pick(day, [
    { law: 'XF23', article: '88(1)' },
    { law: 'XF17', article: '40(1)' },
  ]);
  return { start: `${bridge}、${rule}`, end: `${bridge}、${rule}`, months };
}
