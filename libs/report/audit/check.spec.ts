/** What the checks find, over paragraphs of our own: each construct true, doubtful and false. */
import { check } from './check';
import type { Known } from './checks/frozen';
import { read } from './read';

const found = (text: string, known?: readonly Known[]) => check(text, read(text), known);
const rulesIn = (text: string) => found(text).map(({ level, rule }) => `${level} ${rule}`);
/** The only finding of a text. */
function only(text: string) {
  const [first, ...more] = found(text);
  if (first === undefined || more.length > 0) throw new Error(`findings: ${rulesIn(text).join('、')}`);
  return { ...first, at: first.spans.map(({ start, end }) => text.slice(start, end)) };
}

describe('what holds is let be', () => {
  it.each([
    ['a chain that balances', '2024年，新收行政复议申请40件，上年结转5件，办理45件，办结41件，未审结4件。'],
    ['a carry-over within the concluded', '全年受理行政复议案件12件，办结14件（含上年结转2件）。'],
    ['a list that closes', '新收行政复议申请50件，其中治安管理20件、城市管理18件、其他12件。'],
    ['shares of the whole', '新收行政复议申请60件。其中公安25件，占41.67%；城管20件，占33.33%；其他15件，占25%。'],
    ['a rate over what was concluded', '收到行政复议申请90件，受理80件，审结80件，直接纠错6件，纠错率7.5%。'],
    ['corrections added up', '审结行政复议案件80件，其中确认违法3件，责令履行1件，直接纠错率为5%。'],
    ['success over handled', '人民调解委员会调解各类矛盾纠纷1250件，成功1240件，调解成功率99.2%。'],
    ['a rate that some number of cases gives', '各级调解组织调解各类纠纷1480起，调解成功率98.4%。'],
    ['growth from a number beside it', '新收行政复议申请300件，比2023年的240件增加60件，同比增长25%。'],
    ['growth whose base is not printed', '新收行政复议申请130件，同比增长85.7%。'],
    ['a rate that moved', '新收行政诉讼案件120件，败诉率从8.5%降至6.2%。'],
    ['percentage points', '一审败诉率6.5%，同比下降1.2个百分点。'],
    ['an approximate part', '开展排查9000余次，化解矛盾纠纷11300件，调解成功率达100%。'],
    ['open cases at a cut-off', '截至2024年11月20日，收到行政复议申请107件，已办结76件。'],
    ['tiers', '评出符合条件的案件30件：简单20件、一般7件、重大3件，按100元、200元、300元三档发放，合计4300元。'],
    ['pairs with their sums', '各单位受理量(2023年/2024年)：公安局12/15、城管局8/6、民政局1/0，合计21/21。'],
    ['a carry-over within the accepted', '收到行政复议申请312件，受理281件（含上年结转23件），审结265件。'],
    ['growth over several years', '2022年至2024年行政复议案件分别为45件、62件、98件，年均增长47.6%。'],
    ['changes told together', '受理矛盾纠纷2186件，化解2164件，化解率99%，同比分别上升8.2%和8.5%。'],
    ['earlier years set beside', '全年新收案件98件，与2022年、2023年分别为45件、62件相比有所上升。'],
    ['a total of something else', '受理案件120件、办结110件，共听证20件。'],
    ['a target exceeded', '受理行政复议案件10件，占年度任务的120%。'],
    ['numbers of other work', '召开会议3次，邀请专家12人，印发资料1.5万余份，满意率99.7%。'],
  ])('%s', (_, text) => {
    expect(rulesIn(text)).toEqual([]);
  });
});

describe('sums of parts', () => {
  it('a list after 其中 may leave something out: a hint with the remainder', () => {
    const { level, rule, message, arithmetic } = only(
      '全县人民调解委员会200个，其中村（居）150个、乡镇（街道）20个、企事业单位12个。',
    );
    expect([level, rule]).toEqual(['提示', 'sum.remainder']);
    expect(message).toContain('“其他18个”');
    expect(arithmetic).toContain('150 + 20 + 12 = 182');
  });
  it.each([
    ['a total that is not the sum', '撤销12件、确认违法8件、变更1件，共23件。', '错误 sum.total'],
    ['a part beyond its whole', '审结行政复议案件30件，其中调解结案34件。', '错误 sum.part-beyond-whole'],
    ['parts beyond their whole', '受理案件50件，其中公安30件、城管18件、民政9件。', '存疑 sum.parts-beyond-whole'],
    [
      'tiers that do not pay their sum',
      '评出30件：简单20件、一般7件、重大3件，按100元、200元、300元三档发放，合计4500元。',
      '存疑 sum.tiers',
    ],
    [
      'a column of pairs',
      '各单位受理量(2023年/2024年)：公安局12/15、城管局8/6、民政局1/0，合计21/22。',
      '错误 table.total',
    ],
    [
      'a part received in a whole accepted',
      '受理行政复议案件59件。受理的案件里，治安13件，城管21件，征迁新收6件，其他19件。',
      '提示 sum.mixed-stages',
    ],
    [
      'a name that takes in another part',
      '审结行政复议案件100件：维持60件、驳回20件、直接纠正5件，以纠错、调解等方式化解15件。',
      '提示 sum.overlap',
    ],
  ])('%s', (_, text, expected) => {
    expect(rulesIn(text)).toContain(expected);
  });
  it('a table whose total row is not the sum of its rows', () => {
    const rows = (total: number) => `单位\t收到（件）\t受理（件）\n公安局\t20\t18\n城管局\t9\t7\n合计\t29\t${total}\n`;
    expect(rulesIn(rows(25))).toEqual([]);
    expect(rulesIn(rows(26))).toEqual(['错误 table.total']);
  });
});

describe('the flow of cases', () => {
  it('received + carried in against handled: refused, or pending, would save it', () => {
    const { level, rule, message, arithmetic } = only(
      '2023年，新收行政复议申请32件，上年结转3件，办理34件，办结率100%，其中调解后撤回20件，驳回4件，维持8件，撤销2件。',
    );
    expect([level, rule]).toEqual(['存疑', 'flow.carried-in']);
    expect(message).toContain('31 + 3 = 34');
    expect(message).toContain('34/35 = 97.1%');
    expect(arithmetic).toBe('32 + 3 = 35 ≠ 34');
  });
  it('more concluded than came in: the carry-over either reading needs', () => {
    const { level, message, arithmetic } = only('2022年共收到行政复议申请66件，受理50件，目前审结71件。');
    expect(level).toBe('存疑');
    expect(message).toContain('至少21件');
    expect(message).toContain('至少5件');
    expect(arithmetic).toBe('71 − 50 = 21；71 − 66 = 5');
  });
  it.each([
    ['concluded and pending', '受理行政复议案件60件，审结50件，未审结12件。', '存疑 flow.pending'],
    ['more successes than cases', '调解矛盾纠纷500件，成功510件。', '存疑 flow.part-beyond-whole'],
    ['all concluded, some pending', '受理行政复议案件60件，办结率100%，未审结2件。', '存疑 rate.remainder'],
    [
      'nothing carried in, yet with what was carried in',
      '新受理行政复议案件151件，上年未结转。审结行政复议案件135件（含上年度结转）。',
      '存疑 flow.carried-in-denied',
    ],
  ])('%s', (_, text, expected) => {
    expect(rulesIn(text)).toContain(expected);
  });
});

describe('rates', () => {
  it('cut off instead of rounded', () => {
    const { level, rule, message, arithmetic } = only('新受理行政复议案件151件，其中举报投诉75件，占49.66%。');
    expect([level, rule]).toEqual(['提示', 'rate.truncated']);
    expect(message).toContain('49.67%');
    expect(arithmetic).toBe('75/151 = 49.6689%');
  });
  it('over an unprinted base: which one it would be', () => {
    const { level, rule, message } = only('办理行政复议案件9600件，纠错1314件，纠错率16.54%。');
    expect([level, rule]).toEqual(['存疑', 'rate.no-base']);
    expect(message).toContain('7942–7946');
    expect(message).toContain('13.69%');
  });
  it('over the accepted, where the concluded are meant', () => {
    const { level, rule, message } = only('受理行政复议案件151件，审结135件，纠错29件，纠错率19.2%。');
    expect([level, rule]).toEqual(['提示', 'rate.other-base']);
    expect(message).toContain('21.5%');
  });
  it('no whole number gives it', () => {
    const { level, rule, arithmetic } = only('调解疑难复杂纠纷43件，调解成功率99%。');
    expect([level, rule]).toEqual(['存疑', 'rate.unreachable']);
    expect(arithmetic).toContain('42/43 = 98%');
  });
  it('one share off in a list that closes is wrong', () => {
    const text =
      '审结行政复议案件2000件：维持1200件（60%）、驳回500件（24.5%）、直接纠错40件（2%）、调解和解260件（13%）。';
    const { level, rule, at } = only(text);
    expect([level, rule]).toEqual(['错误', 'rate.share']);
    expect(at.at(-1)).toContain('24.5%');
  });
  it('two rates of one sentence without a base in common', () => {
    const text = '新收行政复议284件，立案前化解25件，立案办理259件，办结267件，复议调撤率50.4%，纠错率4.5%。';
    const finding = found(text).find(({ rule }) => rule === 'rate.no-common-base');
    expect(finding?.level).toBe('存疑');
    expect(finding?.message).toContain('267 − 25 = 242');
    expect(finding?.message).toContain('143/284');
    expect(finding?.message).toContain('12/267');
    expect(found(text).filter(({ level }) => level === '错误')).toEqual([]);
  });
  it.each([
    ['a share beyond all', '受理行政复议案件50件，其中公安30件，占160%。', '错误 rate.beyond-hundred'],
    ['successes of last year too', '调解各类纠纷3000件，调解成功率101%。', '存疑 rate.beyond-hundred'],
  ])('%s', (_, text, expected) => {
    expect(rulesIn(text)).toContain(expected);
  });
  it('two rates whose implied bases lie apart', () => {
    const text = '新收行政复议申请74.96万件；调解和解结案16.79万件，调撤结案率26.3%；纠错5.8万件，纠错率12.07%。';
    expect(rulesIn(text)).toEqual(['存疑 rate.no-common-base']);
  });
});

describe('change', () => {
  it('against a number beside it', () => {
    const { level, rule, message } = only('新收行政复议申请300件（2023年240件），同比增长30%。');
    expect([level, rule]).toEqual(['存疑', 'growth.mismatch']);
    expect(message).toContain('25%');
  });
  it.each([
    ['a difference that is not one', '收到行政复议案件1262件，比2017年824件增加430件。', '错误 growth.difference'],
    ['cut off', '2024年新受理行政复议案件151件，2023年为66件，同比增长128.78%。', '提示 growth.truncated'],
    ['no number of last year gives it', '新收行政复议申请7件，同比增长45.5%。', '存疑 growth.unreachable'],
    [
      'a ratio and its parts',
      '新收复议申请8745件，增长75.7%，一审行政诉讼3362件，下降3.9%，复议诉讼比2.6，同比增长76.5%。',
      '存疑 growth.ratio',
    ],
    ['percent said for points', '纠错率16.5%，同比下降4.5%。', '提示 wording.points'],
    [
      'percent that can only be points',
      '一审行政诉讼审结16件，败诉0件，一审败诉率同比下降17.65%。',
      '存疑 wording.points',
    ],
    ['points said for percent', '新收行政复议申请130件，同比增长16.32个百分点。', '提示 wording.percent'],
    ['two units', '收到行政复议申请29宗，审结行政复议案件20件。', '提示 wording.units'],
    [
      'one figure, two values',
      '全市人民调解员共520名。\n年内培训一次。\n全市人民调解员共530名。',
      '存疑 twice.differs',
    ],
  ])('%s', (_, text, expected) => {
    expect(rulesIn(text)).toContain(expected);
  });
});

describe('against the jurisdiction’s figures', () => {
  const row = (metric: string, value: number | null, more: Partial<Known> = {}): Known => ({
    metric,
    title: '新收行政复议申请',
    variant: 'default',
    reading: '收到之日在本年',
    value,
    unit: '件',
    year: 2024,
    cutoff: null,
    chosen: true,
    frozen: false,
    ...more,
  });
  const text = '2024年新收行政复议申请40件。';
  const rules = (known: readonly Known[], words = text) =>
    found(words, known).map(({ level, rule }) => `${level} ${rule}`);

  it.each<[string, readonly Known[], readonly string[]]>([
    ['agrees', [row('reconsideration-received', 40)], []],
    ['differs from a live figure', [row('reconsideration-received', 41)], ['存疑 source.differs']],
    ['differs from a frozen one', [row('reconsideration-received', 41, { frozen: true })], ['错误 source.differs']],
    [
      'agrees with another variant',
      [row('reconsideration-received', 41), row('reconsideration-received', 40, { variant: 'other', chosen: false })],
      ['提示 source.variant'],
    ],
    ['has no source', [row('litigation-received', 3)], ['提示 source.none']],
  ])('%s', (_, known, expected) => {
    expect(rules(known)).toEqual(expected);
  });
  it('takes the figure of the cut-off the text names', () => {
    const words = '截至2024年11月20日，收到行政复议申请40件。';
    const known = [row('reconsideration-received', 47), row('reconsideration-received', 40, { cutoff: '2024-11-20' })];
    expect(rules(known, words)).toEqual([]);
  });
  it('numbers of other work are listed once, as without a source', () => {
    expect(rules([row('reconsideration-received', 40)], `${text}开展普法宣传30场，印发资料500份。`)).toEqual([
      '提示 source.other',
    ]);
  });
});

describe('what other texts taught', () => {
  it.each<[string, string, string]>([
    [
      'parts beyond their whole, though a rate stands between',
      '共办理20件，办结率100%；其中，撤回13件，驳回2件，维持4件，撤销2件。',
      '存疑 sum.parts-beyond-whole',
    ],
    ['things counted whole are no fractions', '人民调解工作。全年培训调解员3.2次。', '存疑 wording.fraction'],
    [
      'a share of a printed whole that no part gives, only cut off',
      '受理行政复议案件34件。被申请人以部门为主，占总量的94.11%。',
      '提示 rate.truncated',
    ],
    [
      'a class within a class is not larger',
      '受理行政复议案件44件：投诉举报12件，行政处罚20件，其他12件。按领域，市场监管领域投诉举报13件。',
      '存疑 sum.class-beyond-class',
    ],
    [
      'a share paired with its count by position',
      '行政复议按领域分，公安12件、市场监管5件、其他3件，合计20件，占比分别为60%、25%和18%。',
      '存疑 rate.no-base',
    ],
    [
      'the whole may be a number further back',
      '收到行政复议申请20件，受理12件，其中行政处罚15件。',
      '存疑 sum.part-beyond-whole',
    ],
  ])('%s', (_, text, rule) => {
    expect(rulesIn(text)).toContain(rule);
  });
  it.each<[string, string]>([
    ['其中 divides two stocks together', '全年新收行政复议案件19件、结转6件，其中行政处罚9件。'],
    ['a bracket within a list', '公安类9件（其中处罚4件）、市监类3件、其他2件，共14件。'],
    ['growth of the first number', '调解矛盾纠纷500件，成功490件，成功率98%，同比上升25%（上年400件）。'],
    ['a plan makes this year no old one', '2024年调解纠纷130件，比上年的104件增长25%。2025年计划培训2期。'],
    ['ways of losing are no second count of the lost', '行政诉讼判决撤销6件、确认违法8件。全年败诉14件。'],
  ])('%s', (_, text) => {
    expect(rulesIn(text)).toEqual([]);
  });
});
