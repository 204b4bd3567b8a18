import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import { addDays } from '@anjuan/law';
import { Figures } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import fc from 'fast-check';
import { addCases, type CaseRow, figuresBy, valuesOf } from './fact-rows';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk('2025-02-28');
});
afterAll(() => desk.close());

const wait = fc.integer({ min: 0, max: 250 });
/** Any lawful life: received, then open, left, or accepted; accepted, then open or concluded. Two to three years around 2024. */
const life: fc.Arbitrary<CaseRow> = fc
  .record({
    received: fc.integer({ min: 0, max: 1000 }).map((n) => addDays('2022-06-01', n)),
    first: wait,
    second: wait,
    fate: fc.constantFrom('waiting', 'left', 'accepted', 'concluded'),
  })
  .map(({ received, first, second, fate }) => {
    const moved = addDays(received, first);
    const known = { organ_received_on: received };
    if (fate === 'waiting') return { facts: known };
    if (fate === 'left') return { facts: { ...known, left_on: moved, exit: 'not-accepted' } };
    if (fate === 'accepted') return { facts: { ...known, accepted_on: moved } };
    return { facts: { ...known, accepted_on: moved, concluded_on: addDays(moved, second), outcome: 'upheld' } };
  });

it('balances in every window: received and both stocks carried in = left before acceptance, concluded, and both still open', async () => {
  const figures = new Figures(desk.database);
  let counties = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 2022, max: 2025 }),
      fc.integer({ min: 0, max: 364 }),
      async (lives, year, days) => {
        counties += 1;
        const county = await desk.county(`county-${counties}`);
        await addCases(desk.database, county, reconsiderationFacts, lives);
        const request = {
          jurisdictionId: county.jurisdictionId,
          year,
          cutoff: addDays(`${year}-01-01`, days),
          allVariants: true,
        };
        const rows = await figuresBy(figures, request);
        const count = (name: string) => Number(valuesOf(rows, [name])[name]);
        const came = count('reconsideration-received') + count('reconsideration-carried-in/both');
        const stayed = count('reconsideration-pending/both');
        // 办结 is what left before acceptance and what was concluded.
        expect(came).toBe(count('reconsideration-concluded/all-closings') + stayed);
        expect(stayed).toBe(count('reconsideration-pending') + count('reconsideration-pending/unaccepted'));
        const accepted = count('reconsideration-accepted') + count('reconsideration-carried-in');
        expect(count('reconsideration-handled')).toBe(accepted);
        expect(accepted).toBe(count('reconsideration-concluded') + count('reconsideration-pending'));
      },
    ),
    { numRuns: 40 },
  );
});
