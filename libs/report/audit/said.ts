/**
 * Figures said in words: nothing happened (未发生败诉案件, 无一纠纷激化, 上年未结转), all of them (均收到书面反馈),
 * a rank (居第一). They are read only where the catalogue names them; elsewhere such words are praise, not figures.
 */
import type { Draft } from './draft';
import { placesAt } from './places';

interface Saying {
  readonly pattern: RegExp;
  /** Metric by the figure the words lean on (the nearest count before, in the sentence) and the words themselves. */
  metric(leaning: Draft | null, words: string): string | null;
  /** Zero, or all of what it leans on. */
  readonly all: boolean;
  readonly unit: string;
}

const none = '(?:未(?:曾)?|没(?:有)?(?:一[例起件])?|无|零|暂无|均无|无一[例起件]?)(?:再)?(?:发生|出现|引发|有)?(?:过)?';
const sayings: readonly Saying[] = [
  {
    pattern: new RegExp(
      `${none}(?![^,;。]{0,12}(?:履行|执行))[^,;。:()\\d]{0,12}?败诉(?:的)?(?:行政)?(?:案件)?|败诉案件?(?:为零|零发生)`,
      'g',
    ),
    metric: (leaning, words) =>
      /复议/.test(words) || leaning?.metric === 'reconsideration-then-sued'
        ? 'reconsideration-then-lost'
        : 'litigation-lost',
    all: false,
    unit: '件',
  },
  {
    pattern: new RegExp(
      `${none}[^,;。:()\\d]{0,14}?(?:民转刑|转(?:化)?为刑事|激化|群体性事件)[^,;。、\\d]{0,10}|民转刑[^,;。\\d]{0,8}(?:为零|零发生)`,
      'g',
    ),
    metric: () => 'disputes-escalated',
    all: false,
    unit: '件',
  },
  {
    pattern:
      /(?:上年度?|上一年度?|上期|往年)(?:未|无|没有)(?:案件)?结转(?:案件)?|(?:无|没有)(?:上年度?|上期|往年)结转(?:案件)?/g,
    metric: (leaning) => (leaning?.domain === 'litigation' ? 'litigation-carried-in' : 'reconsideration-carried-in'),
    all: false,
    unit: '件',
  },
  {
    pattern:
      /(?:均|全部|全都)(?:已|按期|按时|及时|已经)*(?:收到|得到|获)?[^,;。\d]{0,6}(?:书面)?(?:反馈|回复|采纳|落实)[^,;。\d]{0,8}/g,
    metric: (leaning) => (leaning?.metric === 'opinion-letters' ? 'opinion-letters-replied' : null),
    all: true,
    unit: '份',
  },
  {
    pattern: /(?:均|全部|全都)(?:已|按期|按时|依法|已经|在法定期限内)*(?:审结|办结|结案)(?!率)/g,
    metric: (leaning) =>
      leaning?.metric !== null && /-(?:received|accepted|handled|caseload)$/.test(leaning?.metric ?? '')
        ? (leaning?.metric ?? '').replace(/-(?:received|accepted|handled|caseload)$/, '-concluded')
        : null,
    all: true,
    unit: '件',
  },
  {
    pattern: /(?:均|全部|全都)[^,;。\d]{0,8}胜诉/g,
    metric: (leaning) => (leaning?.domain === 'litigation' ? 'litigation-won' : null),
    all: true,
    unit: '件',
  },
];
/** 甲工作室和乙工作室创建金牌调解工作室: counted by its names. */
const studios =
  /((?:[^,;。、和\n\d]{2,20}工作室[、和])+[^,;。、和\n\d]{2,20}工作室)(?:成功)?(?:创建|创成|获评|被评为|入选|荣获|命名为)[^,;。\d]{0,8}金牌[^,;。\d]{0,8}/g;
const rank = /调诉比[^,;。\d]{0,8}第一/g;

/** The figures said in words, named; `of` of an "all" is the index of what it leans on. */
export function saidInWords(text: string, masked: Uint8Array, drafts: readonly Draft[]): Draft[] {
  const found: { start: number; end: number; metric: string; value: number; unit: string; of: number | null }[] = [];
  for (const { pattern, metric, all, unit } of sayings) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (masked[start] === 1) {
        continue;
      }
      const of = leaningOn(text, drafts, start);
      const leaning = of === null ? null : (drafts[of] ?? null);
      const id = metric(leaning, clauseBefore(text, start) + match[0]);
      if (id !== null && (!all || leaning !== null)) {
        const value = all && of !== null ? together(text, drafts, of) : 0;
        found.push({
          start,
          end,
          metric: id,
          value,
          unit: all && leaning !== null ? leaning.unit : /^[^,;]{0,4}一起/.test(match[0]) ? '起' : unit,
          of: all ? of : null,
        });
      }
    }
  }
  for (const match of text.matchAll(rank)) {
    const metric = 'mediation-litigation-ratio-rank';
    found.push({ start: match.index, end: match.index + match[0].length, metric, value: 1, unit: '名次', of: null });
  }
  for (const match of text.matchAll(studios)) {
    const value = (match[1] ?? '').split(/(?<=工作室)[、和]/).length;
    const metric = 'mediation-gold-studios';
    found.push({ start: match.index, end: match.index + match[0].length, metric, value, unit: '个', of: null });
  }
  found.sort((a, b) => a.start - b.start);
  const places = placesAt(
    text,
    found.map((one) => one.start),
  );
  return found.flatMap((one, i) => {
    const place = places[i];
    if (place === undefined || covered(drafts, one.start, one.end)) {
      return [];
    }
    const draft: Draft = {
      start: one.start,
      end: one.end,
      labelStart: one.start,
      place,
      value: one.value,
      decimals: 0,
      grain: 1,
      approx: null,
      pair: null,
      heading: null,
      unit: one.unit,
      kind: 'count',
      before: '',
      after: '',
      core: text.slice(one.start, one.end),
      change: null,
      share: false,
      level: false,
      within: false,
      includes: false,
      domain: null,
      metric: one.metric,
      slot: null,
      listed: false,
      like: null,
      period: null,
      of: one.of,
      relation: one.of === null ? null : 'part',
      respective: null,
      countOf: null,
      divided: false,
      cell: null,
    };
    return [draft];
  });
}

/** 意见书5份、建议书3份,均…: all of them are eight. */
function together(text: string, drafts: readonly Draft[], of: number): number {
  let sum = 0;
  for (let i = of; i >= 0; i--) {
    const draft = drafts[i];
    const joined = i === of || (draft !== undefined && text[draft.end] === '、');
    if (draft === undefined || !joined || draft.metric !== drafts[of]?.metric || draft.unit !== drafts[of]?.unit) {
      break;
    }
    sum += draft.value;
  }
  return sum;
}

function clauseBefore(text: string, at: number): string {
  const from = Math.max(0, at - 30);
  return (
    text
      .slice(from, at)
      .split(/[,;。\n]/)
      .at(-1) ?? ''
  );
}

function leaningOn(text: string, drafts: readonly Draft[], at: number): number | null {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drafts[middle]?.end ?? 0) <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  for (let i = low - 1; i >= 0 && i > low - 12; i--) {
    const draft = drafts[i];
    if (draft === undefined || /[。\n]/.test(text.slice(draft.end, at))) {
      return null;
    }
    if (draft.kind === 'count' && draft.change === null && draft.relation === null) {
      return i;
    }
  }
  return null;
}

/** 未发生一起败诉案件 with a number read inside is that number's. */
function covered(drafts: readonly Draft[], start: number, end: number): boolean {
  return drafts.some((draft) => draft.start >= start && draft.start < end);
}
