/**
 * The flow balances for every scope, period and moment of knowledge: what came and what was carried in is what left and
 * what is still there. Generated lives around 2024, from a fixed seed.
 */
import { litigationFacts } from '@anjuan/cases/litigation';
import { mediationFacts } from '@anjuan/cases/mediation';
import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import { addDays, type Day } from '@anjuan/law';
import { Figures } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import fc from 'fast-check';
import { addCases, type Facts, figuresBy, valuesOf } from './fact-rows';

let desk: Awaited<ReturnType<typeof openDesk>>;
let figures: Figures;
let counties = 0;
beforeAll(async () => {
  desk = await openDesk('2025-02-28');
  figures = new Figures(desk.database);
});
afterAll(() => desk.close());

const day = fc.integer({ min: 0, max: 1000 }).map((n) => addDays('2022-06-01', n));
const wait = fc.integer({ min: 0, max: 250 });
/** A case that moves on, step by step, and stops after any of them: one record of facts per step, each holding the ones before. */
type Steps = readonly { readonly on: Day; readonly facts: Facts }[];

/** Received, then open, left, or accepted; accepted, then open or concluded. */
const reconsideration: fc.Arbitrary<Steps> = fc
  .record({
    received: day,
    first: wait,
    second: wait,
    fate: fc.constantFrom('waiting', 'left', 'accepted', 'concluded'),
  })
  .map(({ received, first, second, fate }) => {
    const moved = addDays(received, first);
    const known = { organ_received_on: received };
    const start = { on: received, facts: known };
    if (fate === 'waiting') return [start];
    if (fate === 'left') return [start, { on: moved, facts: { ...known, left_on: moved, exit: 'not-accepted' } }];
    const accepted = { ...known, accepted_on: moved };
    const then = addDays(moved, second);
    const concluded = { on: then, facts: { ...accepted, concluded_on: then, outcome: 'upheld' } };
    return [start, { on: moved, facts: accepted }, ...(fate === 'concluded' ? [concluded] : [])];
  });

/** Registered, then declined or accepted; accepted, then open or ended in one of the ways there are. */
const mediation: fc.Arbitrary<Steps> = fc
  .record({
    received: day,
    first: wait,
    second: wait,
    fate: fc.constantFrom('waiting', 'declined', 'open', 'agreed-oral', 'failed', 'withdrawn', 'transferred'),
  })
  .map(({ received, first, second, fate }) => {
    const moved = addDays(received, first);
    const known = { received_on: received };
    const start = { on: received, facts: known };
    if (fate === 'waiting') return [start];
    if (fate === 'declined') return [start, { on: moved, facts: { ...known, closed_on: moved, outcome: fate } }];
    const accepted = { ...known, accepted_on: moved };
    if (fate === 'open') return [start, { on: moved, facts: accepted }];
    const then = addDays(moved, second);
    const agreed: Facts = fate === 'agreed-oral' ? { agreed_on: then } : {};
    return [
      start,
      { on: moved, facts: accepted },
      { on: then, facts: { ...accepted, ...agreed, closed_on: then, outcome: fate } },
    ];
  });

/** One instance of the government or of a department, ruled on or not, followed by another instance or not. */
const litigation: fc.Arbitrary<Steps> = fc
  .record({
    notified: day,
    first: wait,
    second: wait,
    defendant: fc.constantFrom('own-government', 'department'),
    fate: fc.constantFrom('open', 'ruled', 'followed'),
  })
  .map(({ notified, first, second, defendant, fate }) => {
    const known = { notified_on: notified, instance: 'first', defendant };
    const ruled_on = addDays(notified, first);
    const ruled = { ...known, ruled_on, ruling: 'claims-rejected' };
    const followed_on = addDays(ruled_on, second);
    return [
      { on: notified, facts: known },
      ...(fate === 'open' ? [] : [{ on: ruled_on, facts: ruled }]),
      ...(fate === 'followed' ? [{ on: followed_on, facts: { ...ruled, followed_on } }] : []),
    ];
  });

const cases = fc.record({
  reconsideration: fc.array(reconsideration, { minLength: 1, maxLength: 30 }),
  mediation: fc.array(mediation, { maxLength: 20 }),
  litigation: fc.array(litigation, { maxLength: 20 }),
  /** Every case is recorded this much later than it happens. */
  delay: fc.integer({ min: 0, max: 200 }),
});
const period = fc
  .record({ from: day, length: fc.integer({ min: 0, max: 700 }) })
  .map(({ from, length }) => ({ from, cutoff: addDays(from, length) }));

/** Rows as they came to be known, every second case with the town's committee. */
const rowsOf = (lives: readonly Steps[], delay: number, townId: string) =>
  lives.map((steps, i) => {
    const moments = new Map<string, Facts>();
    for (const { on, facts } of steps) moments.set(`${addDays(on, delay)}T12:00:00+08:00`, facts);
    return {
      facts: [...moments].map(([from, facts]) => ({ from, facts })),
      ...(i % 2 === 0 ? {} : { organisationId: townId }),
    };
  });

it('balances for generated years, whatever the period, the scope and the day it was known on', async () => {
  await fc.assert(
    fc.asyncProperty(cases, period, fc.option(day, { nil: undefined }), async (lives, days, knownOn) => {
      counties += 1;
      const home = await desk.county(`county-${counties}`);
      for (const [sheet, list] of [
        [reconsiderationFacts, lives.reconsideration],
        [mediationFacts, lives.mediation],
        [litigationFacts, lives.litigation],
      ] as const)
        await addCases(desk.database, home, sheet, rowsOf(list, lives.delay, home.town.id));
      const asked = { jurisdictionId: home.jurisdictionId, ...days, knownOn, allVariants: true };
      const totals: number[] = [];
      for (const reach of [undefined, Object.assign(() => [home.town.path], { reader: null })]) {
        const rows = await figuresBy(figures, { ...asked, reach });
        const count = (name: string) => Number(valuesOf(rows, [name])[name]);

        const came = count('reconsideration-received') + count('reconsideration-carried-in/both');
        const stayed = count('reconsideration-pending/both');
        // 办结 is what left before acceptance and what was concluded.
        expect(came).toBe(count('reconsideration-concluded/all-closings') + stayed);
        expect(came).toBe(count('reconsideration-caseload/received'));
        expect(stayed).toBe(count('reconsideration-pending') + count('reconsideration-pending/unaccepted'));
        expect(count('reconsideration-carried-in/both')).toBe(
          count('reconsideration-carried-in') + count('reconsideration-carried-in/unaccepted'),
        );
        const accepted = count('reconsideration-accepted') + count('reconsideration-carried-in');
        expect(count('reconsideration-handled')).toBe(accepted);
        expect(accepted).toBe(count('reconsideration-concluded') + count('reconsideration-pending'));

        const taken = count('mediation-accepted') + count('mediation-carried-in');
        expect(count('mediation-handled')).toBe(taken);
        expect(taken).toBe(count('mediation-closed') + count('mediation-pending'));

        const suits = (scope: string) => {
          const of = (name: string) => count(scope === '' ? name : `${name}/${scope}`);
          const instances = (name: string) => count(`${name}/instances${scope === '' ? '' : `-${scope}`}`);
          expect(of('litigation-received') + of('litigation-carried-in')).toBe(
            instances('litigation-concluded') + instances('litigation-pending'),
          );
          expect(of('litigation-caseload')).toBe(of('litigation-received') + of('litigation-carried-in'));
          // An instance that was followed by another has been ruled on: the file is pending where its instance is.
          expect(of('litigation-pending')).toBe(instances('litigation-pending'));
          return of('litigation-caseload');
        };
        expect(suits('') + suits('departments')).toBe(suits('all-organs'));
        totals.push(came + taken + suits('all-organs'));
      }
      const [whole = 0, town = 0] = totals;
      expect(town).toBeLessThanOrEqual(whole);
    }),
    { numRuns: 25, seed: 20240531 },
  );
});
