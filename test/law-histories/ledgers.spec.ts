import { type Context, conventionsOf, defaultSettings, type Edge, reassess, recounted } from '@anjuan/casework';
import { type Conventions, isLimitId, LawError, type LimitId } from '@anjuan/law';
import fc from 'fast-check';
import { type Clock, moveClocks, replay } from '../../libs/casework/clocks';
import { type Day, plus } from './almanac';
import { anyConventions, anyDay, anyPlace, Census, lastOfTheOldLaw, places, SEED } from './made';
import { type Answer, inForce, type Stop, walk } from './oracle';

const HISTORIES = 3000;

/** What an office records, in whatever order the papers reach it; days count from the start. */
type Entry =
  | { readonly does: 'stop'; readonly cause: 'suspension' | 'examination'; readonly from: number; readonly to?: number }
  | { readonly does: 'extend'; readonly on: number; readonly days: number }
  | { readonly does: 'restart'; readonly on: number; readonly shift: number }
  | { readonly does: 'convert'; readonly on: number }
  | { readonly does: 'recount'; readonly on: number; readonly conventions: Conventions }
  | { readonly does: 'date'; readonly fact: 'corrected' | 'accepted'; readonly on: number }
  | { readonly does: 'meet' | 'cancel'; readonly on: number };

const conversions: Readonly<Record<string, LimitId>> = {
  'reconsideration.decision-simplified': 'reconsideration.decision-ordinary',
  'reconsideration.respondent-answer-simplified': 'reconsideration.respondent-answer',
  'reconsideration.send-copy-simplified': 'reconsideration.send-copy',
  'litigation.simplified': 'litigation.first-instance',
};
const begun: readonly LimitId[] = [
  'reconsideration.decision-ordinary',
  'reconsideration.acceptance-review',
  'mediation.period-medical',
  'mediation.period',
  'litigation.first-instance',
  'compensation.decision',
];

const upTo = (max: number, min = 0) => fc.integer({ min, max });
/** Stretches of one cause, apart from each other; the last may still last. */
const stretches = (cause: 'suspension' | 'examination') =>
  fc
    .tuple(upTo(25, -15), fc.array(fc.tuple(upTo(30), upTo(20, 1)), { maxLength: 3 }), fc.integer({ min: 0, max: 4 }))
    .map(([first, parts, last]) => {
      let on = first;
      return parts.map(([length, gap], i): Entry => {
        const from = on;
        const to = from + length;
        on = to + gap;
        return i === parts.length - 1 && last === 0 ? { does: 'stop', cause, from } : { does: 'stop', cause, from, to };
      });
    });
const sometimes = <T>(entry: fc.Arbitrary<T>, times: number) =>
  fc.option(entry, { freq: times, nil: undefined }).map((e) => (e === undefined ? [] : [e]));
const oneIn = (n: number, entry: fc.Arbitrary<Entry>): fc.Arbitrary<Entry[]> =>
  fc.tuple(fc.integer({ min: 1, max: n }), entry).map(([k, e]) => (k === n ? [e] : []));

const entries = fc
  .tuple(
    stretches('suspension'),
    stretches('examination'),
    sometimes(fc.record({ does: fc.constant('extend' as const), on: upTo(40), days: upTo(33, 1) }), 2),
    oneIn(4, fc.record({ does: fc.constant('restart' as const), on: upTo(20), shift: upTo(8, -8) })),
    oneIn(2, fc.record({ does: fc.constant('convert' as const), on: upTo(30) })),
    oneIn(5, fc.record({ does: fc.constant('recount' as const), on: upTo(40), conventions: anyConventions })),
    oneIn(
      2,
      fc.record({ does: fc.constant('date' as const), fact: fc.constant('corrected' as const), on: upTo(20, 1) }),
    ),
    oneIn(
      2,
      fc.record({ does: fc.constant('date' as const), fact: fc.constant('accepted' as const), on: upTo(40, 1) }),
    ),
    oneIn(4, fc.record({ does: fc.constantFrom('meet' as const, 'cancel' as const), on: upTo(70) })),
    fc.infiniteStream(fc.integer({ min: 0, max: 1000 })),
    fc.boolean(),
  )
  .map(([a, b, c, d, e, f, g, h, i, keys, inOrder]) => {
    const all: Entry[] = [...a, ...b, ...c, ...d, ...e, ...f, ...g, ...h, ...i];
    const dayOf = (x: Entry) => (x.does === 'stop' ? x.from : x.on);
    const keyed = all.map((entry) => ({ entry, key: inOrder ? dayOf(entry) : (keys.next().value ?? 0) }));
    return { inOrder, recorded: keyed.sort((x, y) => x.key - y.key).map(({ entry }) => entry) };
  });

const history = fc.record({
  limit: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...Object.keys(conversions)) },
    { weight: 5, arbitrary: fc.constantFrom<string>(...begun) },
  ),
  from: fc.oneof({ weight: 3, arbitrary: anyDay }, { weight: 1, arbitrary: lastOfTheOldLaw }),
  entries,
  office: anyConventions,
  later: anyConventions,
  place: anyPlace,
  otherPlace: anyPlace,
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

const blank = { title: '试', from: ['open'], to: 'unchanged', by: ['system'], fields: {}, cite: '试' } as const;
const nothing: Context = {
  state: 'open',
  facts: {},
  fields: {},
  happenedOn: '',
  parties: [],
  clocks: [],
  history: [],
  actorRoles: [],
  actorId: null,
  handlerId: null,
  secondHandlerId: null,
  settings: defaultSettings,
};

/** The clock as the engine keeps it: every entry an edge, a refused one leaving no trace. */
class Kept {
  clocks: readonly Clock[] = [];
  private seq = 0;

  constructor(private readonly h: History) {}

  get clock(): Clock | undefined {
    return this.clocks.at(-1);
  }
  get isOpen(): boolean {
    const status = this.clock?.outcome.status;
    return status === 'running' || status === 'suspended';
  }
  private get office() {
    const { calendar } = places[this.h.place] ?? {};
    if (!calendar) throw new Error('no such place');
    return { jurisdictionId: 1, settings: nothing.settings, conventions: this.h.office, calendar, format: () => '' };
  }
  does(on: Day, moves: Partial<Edge>): boolean {
    const moment = { seq: this.seq + 1, event: 'test', happenedOn: on };
    try {
      this.clocks = moveClocks(this.clocks, { ...blank, ...moves }, nothing, moment, this.office, () => `${this.seq}`);
      this.seq += 1;
      return true;
    } catch (error) {
      if (error instanceof LawError) return false;
      throw error;
    }
  }
  starts(limit: LimitId, from: Day, on: Day, carries?: LimitId): boolean {
    const triggers = dated(limit, from) ? { triggers: () => ({ 'office-received': from }) } : {};
    const cancels = carries && carries !== limit ? [carries] : [];
    return this.does(on, {
      cancels,
      starts: [{ limit, from: () => from, ...triggers, ...(carries ? { carries } : {}) }],
    });
  }
  recounts(on: Day, conventions: Conventions): void {
    const clock = this.clock;
    if (!clock) return;
    this.seq += 1;
    const ledger = recounted(clock.ledger, conventions, { seq: this.seq, on, event: 'recount' });
    const moved = { ...clock, ledger, outcome: replay(clock.limit, ledger, this.office) };
    this.clocks = this.clocks.map((k) => (k === clock ? moved : k));
  }
}
const dated = (limit: string, from: Day) => limit === 'reconsideration.decision-ordinary' && from <= '2023-12-31';

/** The same office in plain words: what is known of the clock, for the walk. */
interface Known {
  limit: string;
  from: Day;
  stops: { cause: string; from: Day; to?: Day }[];
  extensions: { on: Day; days: number }[];
  corrected?: Day;
  accepted?: Day;
  conventions: Conventions;
  end?: { does: 'meet' | 'cancel'; on: Day };
}

function questionOf(k: Known) {
  const until = k.end?.on;
  const stops = k.stops
    .filter((s) => until === undefined || s.from <= until)
    .map(({ from, to }): Stop => {
      const cut = until !== undefined && (to === undefined || to > until) ? until : to;
      return cut === undefined ? { from } : { from, to: cut };
    });
  const extend = k.extensions.filter((x) => until === undefined || x.on <= until).reduce((sum, x) => sum + x.days, 0);
  return {
    limit: k.limit,
    from: k.from,
    stops,
    ...(extend > 0 ? { extend } : {}),
    ...(k.corrected === undefined ? {} : { corrected: k.corrected }),
    ...(k.accepted === undefined ? {} : { accepted: k.accepted }),
  };
}

/** Records the history in both; returns what is known and what the engine kept. */
function record(h: History): { known: Known | null; kept: Kept; done: Set<string> } {
  const kept = new Kept(h);
  const done = new Set<string>();
  if (!isLimitId(h.limit)) throw new Error(`no limit ${h.limit}`);
  const day = (n: number) => plus(h.from, n);
  const started = kept.starts(h.limit, h.from, h.from);
  expect(started).toBe(inForce(h.limit, h.from) !== undefined);
  if (!started) return { known: null, kept, done };
  const known: Known = { limit: h.limit, from: h.from, stops: [], extensions: [], conventions: h.office };
  for (const e of h.entries.recorded) {
    if (known.end) break;
    const limit = isLimitId(known.limit) ? known.limit : h.limit;
    const rule = inForce(known.limit, known.from);
    switch (e.does) {
      case 'stop': {
        const move = { limit, cause: e.cause };
        kept.does(day(e.from), { suspends: [move] });
        if (e.to !== undefined) kept.does(day(e.to), { resumes: [move] });
        known.stops.push({ cause: e.cause, from: day(e.from), ...(e.to === undefined ? {} : { to: day(e.to) }) });
        break;
      }
      case 'extend': {
        const sum = known.extensions.reduce((n, x) => n + x.days, e.days);
        const allowed = sum <= (rule?.extend ?? 0);
        const extended = kept.does(day(e.on), { extends: [{ limit, days: () => e.days }] });
        expect([e, extended]).toEqual([e, allowed]);
        done.add(allowed ? 'extended' : 'extension refused');
        if (allowed) known.extensions.push({ on: day(e.on), days: e.days });
        break;
      }
      case 'restart': {
        const from = plus(known.from, e.shift);
        // A corrected day of receipt that changes the law makes another case of it, not another start.
        if (dated(limit, from) !== dated(limit, known.from) || !inForce(limit, from)) break;
        expect(kept.starts(limit, from, day(e.on), limit)).toBe(true);
        known.from = from;
        known.conventions = h.office;
        delete known.corrected;
        delete known.accepted;
        done.add('start corrected');
        break;
      }
      case 'convert': {
        const ordinary = conversions[known.limit];
        if (ordinary === undefined) break;
        const standing = known.extensions.length;
        expect(standing).toBe(0);
        expect(kept.starts(ordinary, known.from, day(e.on), limit)).toBe(true);
        known.limit = ordinary;
        known.conventions = h.office;
        done.add('converted to ordinary procedure');
        break;
      }
      case 'recount':
        kept.recounts(day(e.on), e.conventions);
        known.conventions = e.conventions;
        done.add('recounted');
        break;
      case 'date': {
        const on = plus(known.from, e.on);
        if (!dated(limit, known.from)) break;
        kept.does(on, { dates: [{ limit, triggers: () => ({ [e.fact]: on }) }] });
        known[e.fact] = on;
        done.add(`${e.fact} day recorded`);
        break;
      }
      default:
        kept.does(day(e.on), e.does === 'meet' ? { meets: [limit] } : { cancels: [limit] });
        known.end = { does: e.does, on: day(e.on) };
        done.add(e.does);
    }
  }
  return { known, kept, done };
}

function shownOf(outcome: Clock['outcome']): Answer & { status: string } {
  const { reckoned: r, status } = outcome;
  const shown = { status, law: r.lawCode, from: outcome.startedOn, raw: r.raw, due: r.due, provisional: r.provisional };
  return r.due === null ? shown : { ...shown, excluded: r.excludedDays };
}

describe('ledgers of clocks against a walk from day to day', () => {
  it('agree on every date and status, in whatever order the office records, and when they are assessed anew', () => {
    const census = new Census();
    let failed = false;
    const check = (h: History) => {
      const first = !failed;
      failed = true;
      const { known, kept, done } = record(h);
      if (!known) {
        if (first) census.take({ 'start refused': true });
        failed = false;
        return;
      }
      const [here, there] = [places[h.place], places[h.otherPlace]];
      const { clock } = kept;
      if (!here || !there || !clock) throw new Error('no such place or clock');
      const question = questionOf(known);
      const open = known.stops.some((s) => s.to === undefined);
      const status = known.end ? (known.end.does === 'meet' ? 'met' : 'cancelled') : open ? 'suspended' : 'running';
      const expected = walk(question, known.conventions, here.almanac);
      expect({ ...known, answer: shownOf(clock.outcome) }).toEqual({
        ...known,
        answer: expected && { status, ...expected },
      });
      expect(conventionsOf(clock.ledger)).toEqual(known.conventions);

      const anew = reassess(clock, there.calendar, h.later);
      const otherwise = known.end ? null : walk(question, h.later, there.almanac);
      expect({ ...known, anew: anew && shownOf(anew) }).toEqual({
        ...known,
        anew: otherwise && { status, ...otherwise },
      });
      failed = false;
      if (first) census.take(featuresOf(h, known, expected, done, anew?.reckoned.due !== clock.outcome.reckoned.due));
    };
    fc.assert(fc.property(history, check), { seed: SEED, numRuns: HISTORIES });
    census.print('Ledgers');
    expect(census.total).toBe(HISTORIES);
    expect(census.scarce(30)).toEqual([]);
  });
});

function featuresOf(h: History, known: Known, answer: Answer | null, done: ReadonlySet<string>, moves: boolean) {
  const of = (cause: string) => known.stops.filter((s) => s.cause === cause);
  const both = of('suspension').some((a) =>
    of('examination').some((b) => a.from < (b.to ?? '9999') && b.from < (a.to ?? '9999')),
  );
  const names = ['extended', 'extension refused', 'start corrected', 'converted to ordinary procedure', 'recounted'];
  return {
    ...Object.fromEntries(
      [...names, 'corrected day recorded', 'accepted day recorded', 'meet', 'cancel'].map((n) => [n, done.has(n)]),
    ),
    suspended: known.stops.length > 0,
    'two causes at once': both,
    'suspension still open': known.stops.some((s) => s.to === undefined),
    'suspension before the start': known.stops.some((s) => s.from < known.from),
    'recorded out of order': !h.entries.inOrder && known.stops.length > 1,
    'met or cancelled while suspended':
      known.end !== undefined &&
      known.stops.some((s) => s.from <= (known.end?.on ?? '') && (s.to ?? '9999') > (known.end?.on ?? '')),
    'suspension after the end': known.stops.some((s) => known.end !== undefined && s.from > known.end.on),
    'law of 2017': answer?.law === 'XF17',
    'law of 2023': answer?.law === 'XF23',
    'over the change of law': answer?.law === 'XF17' && (answer.due ?? '') >= '2024-01-01',
    provisional: answer?.provisional === true,
    'moved when assessed anew': !known.end && moves,
  };
}
