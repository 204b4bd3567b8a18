import { isLimitId, LawError, reckon } from '@anjuan/law';
import fc from 'fast-check';
import { plus } from './almanac';
import { anyConventions, anyDay, anyPlace, Census, lastOfTheOldLaw, monthEnd, places, SEED } from './made';
import { type Answer, inForce, limits, type Stop, walk } from './oracle';

const HISTORIES = 3000;

const stop = fc
  .tuple(fc.integer({ min: -30, max: 120 }), fc.option(fc.integer({ min: 0, max: 60 }), { freq: 7, nil: undefined }))
  .map(([start, length]) => ({ start, length }));
const parts = {
  limit: fc.oneof(
    { weight: 1, arbitrary: fc.constant('reconsideration.decision-ordinary') },
    { weight: 4, arbitrary: fc.constantFrom(...Object.keys(limits)) },
  ),
  from: anyDay,
  stops: fc.oneof(fc.array(stop, { maxLength: 0 }), fc.array(stop, { maxLength: 4 })),
  extend: fc.option(fc.integer({ min: 1, max: 32 }), { freq: 3, nil: undefined }),
  given: fc.option(fc.integer({ min: 1, max: 65 }), { freq: 2, nil: undefined }),
  corrected: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2, nil: undefined }),
  accepted: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2, nil: undefined }),
  conventions: anyConventions,
  place: anyPlace,
};
const monthly = Object.keys(limits).filter((id) => limits[id]?.some((r) => r.count === 'months'));
const history = fc.oneof(
  { weight: 10, arbitrary: fc.record(parts) },
  // Rare by chance, and where mistakes are made: a month without the date, and a case between the laws.
  { weight: 1, arbitrary: fc.record({ ...parts, limit: fc.constantFrom(...monthly), from: monthEnd }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...parts,
      limit: fc.constant('reconsideration.decision-ordinary'),
      from: lastOfTheOldLaw,
      accepted: fc.integer({ min: 1, max: 40 }),
    }),
  },
);

/** What the history asks, sorted out so that most of it has an answer. */
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;
function asked(h: History) {
  const rule = inForce(h.limit, h.from);
  const stops = rule?.count.startsWith('back') && h.stops.length < 3 ? [] : h.stops;
  const old = h.limit === 'reconsideration.decision-ordinary' && h.from <= '2023-12-31';
  return {
    limit: h.limit,
    from: h.from,
    stops: stops.map(({ start, length }): Stop => {
      const on = plus(h.from, start);
      return length === undefined ? { from: on } : { from: on, to: plus(on, length) };
    }),
    ...(h.extend !== undefined && (rule?.extend !== undefined || h.extend > 28) ? { extend: h.extend } : {}),
    ...(rule && (rule.n === undefined || (rule.given !== undefined && h.given !== undefined))
      ? { given: Math.min(h.given ?? 15, h.given === 65 ? 65 : (rule.given ?? 65)) }
      : {}),
    ...(old && h.corrected !== undefined ? { corrected: plus(h.from, h.corrected) } : {}),
    ...(old && h.accepted !== undefined ? { accepted: plus(h.from, h.accepted) } : {}),
  };
}

function counted(q: ReturnType<typeof asked>, h: History) {
  const { calendar } = places[h.place] ?? {};
  if (!calendar || !isLimitId(q.limit)) throw new Error('no such place or limit');
  const triggers = {
    'office-received': q.from,
    ...(q.corrected === undefined ? {} : { corrected: q.corrected }),
    ...(q.accepted === undefined ? {} : { accepted: q.accepted }),
  };
  try {
    const r = reckon({
      limit: q.limit,
      ...(q.corrected === undefined && q.accepted === undefined ? { from: q.from } : { triggers }),
      suspensions: q.stops,
      extendDays: q.extend,
      givenDays: q.given,
      calendar,
      conventions: h.conventions,
    });
    const found: Answer = { law: r.lawCode, from: r.from, raw: r.raw, due: r.due, provisional: r.provisional };
    return r.due === null ? found : { ...found, excluded: r.excludedDays };
  } catch (error) {
    if (error instanceof LawError) return null;
    throw error;
  }
}

const overlap = (stops: readonly Stop[]) =>
  stops.some((a, i) => stops.some((b, j) => i < j && a.from < (b.to ?? '9999') && b.from < (a.to ?? '9999')));

describe('periods against a walk from day to day', () => {
  it('agree on every date, in both laws, over every calendar and under every convention', () => {
    const census = new Census();
    let failed = false;
    const check = (h: History) => {
      const q = asked(h);
      const almanac = places[h.place]?.almanac;
      if (!almanac) throw new Error('no such place');
      const expected = walk(q, h.conventions, almanac);
      if (!failed) census.take(featuresOf(q, expected, h));
      failed = true;
      expect({ ...q, answer: counted(q, h) }).toEqual({ ...q, answer: expected });
      failed = false;
    };
    fc.assert(fc.property(history, check), { seed: SEED, numRuns: HISTORIES });
    census.print('Periods');
    expect(census.total).toBe(HISTORIES);
    expect(census.scarce(30)).toEqual([]);
  });
});

function featuresOf(q: ReturnType<typeof asked>, answer: Answer | null, h: History): Record<string, boolean> {
  const rule = inForce(q.limit, q.from);
  const almanac = places[h.place]?.almanac;
  const answered = answer !== null;
  const ends = answer?.due ?? '';
  return {
    refused: !answered,
    'suspended and resumed': answered && q.stops.some((s) => s.to !== undefined),
    'suspensions nested or overlapping': answered && overlap(q.stops),
    'suspension still open, no date': answered && answer.due === null,
    'suspension clipped by the start': answered && q.stops.some((s) => s.from <= q.from),
    extended: answered && q.extend !== undefined,
    'extended from the rolled base': answered && q.extend !== undefined && h.conventions.extensionBase === 'rolled',
    'extended and suspended': answered && q.extend !== undefined && (answer.excluded ?? 0) > 0,
    'length given by a paper': answered && q.given !== undefined,
    'counted in days': answered && rule?.count === 'days',
    'counted in working days': answered && rule?.count === 'working',
    'counted in months': answered && rule?.count === 'months',
    'ends on a month’s last day for want of the date':
      answered &&
      rule?.count === 'months' &&
      answer.excluded === 0 &&
      answer.raw?.slice(8) !== q.from.slice(8) &&
      q.extend === undefined,
    'counted backwards': answered && rule?.count.startsWith('back') === true,
    'rolled over rest days': answered && answer.raw !== answer.due,
    'due on a make-up day': almanac?.madeUp.has(ends) === true,
    'a make-up day taken for a rest day': answered && !h.conventions.makeUpDayIsWorkingDay && ends !== '',
    'over a year’s end': answered && ends.slice(0, 4) > q.from.slice(0, 4),
    'local holidays': answered && (h.place === 1 || h.place === 2),
    'calendar as known on a day': answered && h.place > 2,
    provisional: answer?.provisional === true,
    'law of 2017 or its regulations': answer?.law === 'XF17' || (answer?.law === 'TL07' && q.from < '2024-01-01'),
    'law of 2023': answer?.law === 'XF23',
    'begun in the old law’s last month': answered && q.from >= '2023-12-01' && q.from <= '2023-12-31',
    'received under one law, accepted under the other': answered && (q.accepted ?? '') >= '2024-01-01',
    'corrected, counted from the correction': answered && q.corrected !== undefined && answer.from === q.corrected,
    'corrected, counted from receipt': answered && q.corrected !== undefined && answer.from === q.from,
  };
}
