import { type MediatedCase, verdictsOn } from './checks';
import { mistakesIn, priceOf, type Tariff, type TariffTerms } from './tariff';

const terms: TariffTerms = {
  rates: [
    { level: 'simple', form: 'oral', fen: 50_00 },
    { level: 'simple', form: 'written', fen: 100_00 },
    { level: 'major', form: 'written', fen: 333_33 },
  ],
  groups: [
    { people: 10, permille: 1500 },
    { people: 50, permille: 2000 },
  ],
  papers: { written: ['mediation.agreement', 'mediation.file-cover'] },
  evidence: [{ level: 'major', people: 10, claim_fen: 100_000_00 }],
  same_parties_days: 30,
  similar_percent: 80,
  similar_min_length: 20,
  performed_only: true,
  pass_mark: 80,
  notice_days: 5,
};
const tariff = (version: number, effective_from: string, more: Partial<TariffTerms> = {}): Tariff => ({
  id: String(version),
  version,
  title: '标准',
  paper: null,
  effective_from,
  terms: { ...terms, ...more },
});
const first = tariff(1, '2018-01-01');
const settled = (id: string, more: Partial<MediatedCase> = {}): MediatedCase => ({
  id,
  number: `第${id}号`,
  closed_on: '2018-05-10',
  level: 'simple',
  form: 'written',
  people_count: 2,
  claim_fen: null,
  session_count: 1,
  performed: true,
  names: [`甲${id}`, `乙${id}`],
  text: '',
  papers: ['mediation.agreement', 'mediation.file-cover'],
  onPayroll: false,
  ...more,
});
const judge = (cases: readonly MediatedCase[], before: readonly MediatedCase[] = [], tariffs = [first]) => {
  const verdicts = verdictsOn(cases, before, tariffs, (code) => (code.endsWith('cover') ? '卷宗封面' : code));
  return Object.fromEntries(
    [...verdicts].map(([id, v]) => [
      id,
      v.passes ? v.price.amount_fen : v.reasons.map((r) => `${r.ground}:${r.message}`),
    ]),
  );
};

describe('the price of a case', () => {
  it.each([
    ['simple', 'oral', 2, 50_00],
    ['simple', 'written', 9, 100_00],
    ['simple', 'written', 10, 150_00],
    ['simple', 'written', 49, 150_00],
    ['simple', 'written', 50, 200_00],
    // 499.995 yuan: half a fen is not paid.
    ['major', 'written', 10, 499_99],
  ] as const)('%s %s with %d people: %d fen', (level, form, people, fen) =>
    expect(priceOf(terms, level, form, people)?.amount_fen).toBe(fen),
  );

  it('is none where the tariff is silent', () => expect(priceOf(terms, 'ordinary', 'oral', 2)).toBeNull());
});

describe('the check of a claim', () => {
  it('passes a complete case, an ungraded one as simple', () => {
    expect(judge([settled('1'), settled('2', { level: null })])).toEqual({ 1: 100_00, 2: 100_00 });
  });

  it('tells every reason at once', () => {
    const bad = settled('1', { level: 'major', papers: ['mediation.agreement'], performed: false, onPayroll: true });
    expect(judge([bad])).toEqual({
      1: [
        'missing-papers:缺少卷宗封面',
        'level-evidence:评为重大，但没有达到涉及10人以上或者涉案100000元以上',
        'not-performed:协议没有履行完毕',
        'on-payroll:调解员结案时为财政供养人员',
      ],
    });
  });

  it('believes a level when one of its measures is reached', () => {
    const evidence = [
      settled('1', { level: 'major', people_count: 10 }),
      settled('2', { level: 'major', claim_fen: 100_000_00 }),
    ];
    expect(judge(evidence)).toEqual({ 1: 499_99, 2: 333_33 });
  });

  it('pays the same two sides once within the days, whoever applied', () => {
    const names = ['赵大', '钱二'];
    const cases = [
      settled('2', { names: ['钱二', '赵大'], closed_on: '2018-06-09' }),
      settled('1', { names, closed_on: '2018-05-10' }),
      settled('3', { names, closed_on: '2018-07-10' }),
    ];
    expect(judge(cases)).toEqual({ 1: 100_00, 2: ['same-parties:与第1号当事人相同，相隔30日'], 3: 100_00 });
    expect(judge([settled('9', { names })], [settled('8', { names, closed_on: '2018-05-01' })])).toEqual({
      9: ['same-parties:与第8号当事人相同，相隔9日'],
    });
  });

  it('refuses the later of two near-identical texts and leaves short ones alone', () => {
    const text = '因挖沟排水致使雨水倒灌地窖,存放的土豆全部泡坏,双方为赔偿数额争吵多次,劝说没有结果,遂来申请调解。';
    const cases = [settled('1', { text }), settled('2', { text, closed_on: '2018-08-01' })];
    expect(judge(cases)).toEqual({ 1: 100_00, 2: ['similar-text:案情与第1号雷同100%'] });
    const short = cases.map((c) => ({ ...c, text: '排水沟堵塞' }));
    expect(judge(short)).toEqual({ 1: 100_00, 2: 100_00 });
  });

  it('applies the version in force on the day the case ended', () => {
    const second = tariff(2, '2018-07-01', { rates: [{ level: 'simple', form: 'written', fen: 120_00 }] });
    const cases = [
      settled('1', { closed_on: '2018-06-30' }),
      settled('2', { closed_on: '2018-07-01' }),
      settled('3', { closed_on: '2017-12-31' }),
    ];
    expect(judge(cases, [], [second, first])).toEqual({
      1: 100_00,
      2: 120_00,
      3: ['no-tariff:2017-12-31没有生效的补贴标准'],
    });
  });
});

describe('a tariff somebody enters', () => {
  const input = { title: '标准', effective_from: '2018-01-01', ...terms };
  const papers = ['mediation.agreement', 'mediation.file-cover'];
  it('is taken when it is sound', () => expect(mistakesIn(input, papers)).toEqual([]));
  it('lists every mistake', () => {
    const wrong = {
      ...input,
      title: ' ',
      rates: [...terms.rates, { level: 'simple', form: 'oral', fen: 1.5 } as const],
      papers: { oral: ['mediation.poem'] },
      pass_mark: 101,
    };
    expect(mistakesIn(wrong, papers).map((e) => e.field)).toEqual([
      'title',
      'rates[3]',
      'rates[3].fen',
      'papers.oral',
      'pass_mark',
    ]);
  });
});
