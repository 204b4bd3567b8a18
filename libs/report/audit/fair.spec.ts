/**
 * Hundreds of texts made of true numbers: whatever the wording, a text without a contradiction gets no 错误; with one
 * planted, that one is found. The generator knows the years it writes of and nothing of the auditor.
 */
import { check } from './check';
import type { Finding } from './figure';
import { read } from './read';

/** A repeatable stream of numbers. */
class Chance {
  constructor(private seed: number) {}

  int(from: number, to: number): number {
    this.seed = (this.seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return from + Math.floor((this.seed / 4_294_967_296) * (to - from + 1));
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.int(0, items.length - 1)] ?? items[0];
  }

  /** `count` parts of `whole`, some of them nought. */
  split(whole: number, count: number): number[] {
    let rest = whole;
    const parts = Array.from({ length: count - 1 }, (_, i) => {
      const part = this.int(0, Math.min(rest, Math.ceil((1.6 * rest) / (count - i))));
      rest -= part;
      return part;
    });
    return [...parts, rest];
  }
}

/** Percent, rounded half up in whole numbers. */
function percent(part: number, whole: number, decimals: number): string {
  const scaled = (2n * BigInt(part) * 100n * 10n ** BigInt(decimals) + BigInt(whole)) / (2n * BigInt(whole));
  const digits = scaled.toString().padStart(decimals + 1, '0');
  return `${decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`}%`;
}

const grown = (now: number, before: number, decimals: number): string =>
  now >= before ? `增长${percent(now - before, before, decimals)}` : `下降${percent(before - now, before, decimals)}`;

function reconsideration(chance: Chance, year: number, size: number): string {
  const decimals = chance.int(0, 2);
  const received = chance.int(5, size);
  const [accepted = 0, refused = 0, settled = 0] = chance.split(received, 3);
  const carried = chance.int(0, size >> 2);
  const concluded = chance.int(1, accepted + carried || 1);
  const before = chance.int(3, size);
  const [upheld = 0, rejected = 0, revoked = 0, illegal = 0, mediated = 0, other = 0] = chance.split(concluded, 6);
  const corrected = revoked + illegal;
  const [a = 0, b = 0, c = 0] = chance.split(accepted, 3);
  const pending = Math.max(0, accepted + carried - concluded);
  const intake = chance.pick([
    `${year}年，新收行政复议申请${received}件，同比${grown(received, before, decimals)}（上年${before}件），受理${accepted}件，不予受理${refused}件，案前化解${settled}件，加上上年结转${carried}件，审结${concluded}件，未结${pending}件。`,
    `区政府收到行政复议申请${received}件，比上年的${before}件${received >= before ? '增加' : '减少'}${Math.abs(received - before)}件，立案${accepted}件，审结（含上年结转${carried}件）${concluded}件。`,
    `全年新收行政复议案件${received}件、结转${carried}件，其中行政处罚类${chance.int(0, received + carried)}件；办结${concluded}件。`,
  ]);
  const outcomes = chance.pick([
    `审结的案件中，维持${upheld}件、占${percent(upheld, concluded, decimals)}，驳回${rejected}件、占${percent(rejected, concluded, decimals)}，纠错${corrected}件、占${percent(corrected, concluded, decimals)}，调解和解${mediated}件，其他${other}件。`,
    `作出维持决定${upheld}件、驳回${rejected}件、撤销${revoked}件、确认违法${illegal}件、调解${mediated}件、其他${other}件，共${concluded}件，直接纠错率${percent(corrected, concluded, decimals)}。`,
    `撤销${revoked}件、确认违法${illegal}件，合计纠错${corrected}件；以调解和解方式结案${mediated}件。`,
  ]);
  const parts = chance.pick([
    `按领域分，公安${a}件，市场监管${b}件，其他${c}件。`,
    `受理的${accepted}件中，公安类${a}件（其中行政处罚${a >> 1}件）、市场监管类${b}件、其他类${c}件，共${accepted}件。`,
    `涉及公安、市场监管、自然资源的分别为${a}件、${b}件和${c}件。`,
  ]);
  return `${intake}${chance.pick(['', '\n'])}${outcomes}${parts}`;
}

function mediation(chance: Chance, size: number): string {
  const decimals = chance.int(0, 2);
  const handled = chance.int(20, 20 * size);
  const succeeded = chance.int(Math.floor(0.8 * handled), handled);
  const before = chance.int(20, 20 * size);
  const [family = 0, neighbours = 0, labour = 0] = chance.split(handled, 3);
  const [towns = 0, villages = 0, trades = 0] = chance.split(chance.int(10, 400), 3);
  return chance.pick([
    `各级人民调解组织调解矛盾纠纷${handled}件，成功${succeeded}件，成功率${percent(succeeded, handled, decimals)}，同比${grown(handled, before, decimals)}（上年${before}件）。`,
    `调解婚姻家庭纠纷${family}件、邻里纠纷${neighbours}件、劳动争议纠纷${labour}件，共${handled}件，调解成功${succeeded}件。`,
    `全县有人民调解委员会${towns + villages + trades}个，其中乡镇${towns}个、村（社区）${villages}个、行业性专业性${trades}个，调解员${chance.int(90, 3000)}名，其中专职${chance.int(1, 80)}名。`,
    `城关镇、东河镇、西坪乡各调解纠纷${chance.int(3, 40)}件，防止民转刑案件${chance.int(1, 9)}件${chance.int(10, 40)}人。`,
  ]);
}

function litigation(chance: Chance, year: number, size: number): string {
  const decimals = chance.int(0, 2);
  const received = chance.int(5, size);
  const carried = chance.int(0, size >> 2);
  const concluded = chance.int(1, received + carried);
  const before = chance.int(5, size);
  const [lost = 0, supported = 0, withdrawn = 0] = chance.split(concluded, 3);
  const heard = chance.int(1, concluded);
  return chance.pick([
    `新收行政诉讼案件${received}件，同比${grown(received, before, decimals)}（上年${before}件）；审结${concluded}件，败诉${lost}件，败诉率${percent(lost, concluded, decimals)}；开庭${heard}件，负责人出庭${heard}件，出庭应诉率100%。`,
    `法院受理行政诉讼${received + carried}件（新收${received}件、旧存${carried}件），审结${concluded}件：驳回诉讼请求${supported}件、撤诉${withdrawn}件、败诉${lost}件。`,
    `${year}年行政诉讼案件${received}件，比${year - 1}年${before}件${received >= before ? '多' : '少'}${Math.abs(received - before)}件。`,
  ]);
}

function table(chance: Chance): string {
  const rows = ['公安', '市场监管', '自然资源', '人社'].map((name) => {
    const accepted = chance.int(0, 60);
    return [name, accepted, chance.int(0, accepted)] as const;
  });
  const sum = (column: 1 | 2) => rows.reduce((total, row) => total + row[column], 0);
  const lines = [['部门', '受理', '审结'], ...rows, ['合计', sum(1), sum(2)]];
  return `各部门行政复议案件情况（单位：件）\n${lines.map((line) => line.join(chance.pick(['\t', '\t']))).join('\n')}`;
}

function report(chance: Chance): string {
  const year = chance.int(2018, 2025);
  const size = chance.pick([12, 60, 400, 3000]);
  return [
    reconsideration(chance, year, size),
    mediation(chance, size),
    litigation(chance, year, size),
    ...(chance.int(0, 3) === 0 ? [table(chance)] : []),
  ].join('\n');
}

const findings = (text: string): readonly Finding[] => check(text, read(text));

it('a text of true numbers is never called wrong', () => {
  const chance = new Chance(20_260_101);
  for (let i = 0; i < 400; i++) {
    const text = report(chance);
    const wrong = findings(text).filter(({ level }) => level === '错误');
    expect(wrong.map(({ rule, message }) => `${rule}：${message}\n${text}`)).toEqual([]);
  }
});

interface Planted {
  readonly text: string;
  /** The words that contradict; a finding must lie on them. */
  readonly at: string;
}

const plants: readonly (readonly [string, (chance: Chance) => Planted])[] = [
  [
    'a total that is not the sum of its list',
    (chance) => {
      const [a, b, c] = [chance.int(2, 90), chance.int(2, 90), chance.int(2, 90)];
      const at = `共${a + b + c + chance.int(1, 9)}件`;
      return { text: `作出维持决定${a}件、驳回${b}件、撤销${c}件，${at}。`, at };
    },
  ],
  [
    'a part greater than all numbers before it',
    (chance) => {
      const whole = chance.int(5, 90);
      const at = `行政处罚类${whole + chance.int(1, 20)}件`;
      return { text: `全年受理行政复议案件${whole}件，其中${at}。`, at };
    },
  ],
  [
    'a rate that its numbers do not give',
    (chance) => {
      const whole = chance.int(60, 400);
      const part = chance.int(5, 30);
      const at = `直接纠错率${percent(part + chance.int(3, 9), whole, 1)}`;
      return { text: `全年审结行政复议案件${whole}件，其中纠错${part}件，${at}。`, at };
    },
  ],
  [
    'a growth against the printed number of last year',
    (chance) => {
      const [now, before] = [chance.int(100, 200), chance.int(50, 90)];
      const at = `同比增长${percent(now - before + chance.int(3, 9), before, 1)}`;
      return { text: `新收行政复议申请${now}件，${at}（上年${before}件）。`, at };
    },
  ],
  [
    'a difference that the two numbers do not have',
    (chance) => {
      const [now, before] = [chance.int(100, 200), chance.int(50, 90)];
      const at = `增加${now - before + chance.int(1, 9)}件`;
      return { text: `新收行政复议申请${now}件，比上年的${before}件${at}。`, at };
    },
  ],
  [
    'stocks that do not balance',
    (chance) => {
      const [received, carried] = [chance.int(30, 90), chance.int(2, 9)];
      const at = `办理${received + carried - chance.int(1, 2)}件`;
      return { text: `2024年，新收行政复议申请${received}件，上年结转${carried}件，${at}，办结率100%。`, at };
    },
  ],
];

it.each(plants)('%s is found', (_, plant) => {
  const chance = new Chance(7);
  for (let i = 0; i < 60; i++) {
    const { text, at } = plant(chance);
    const from = text.indexOf(at);
    const told = findings(text).filter(({ spans }) => spans.some((s) => s.start < from + at.length && s.end > from));
    expect([text, told.some(({ level }) => level !== '提示')]).toEqual([text, true]);
  }
});
