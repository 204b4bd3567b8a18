/**
 * The flow balances for lives that the clerk let happen: random events on random days, also of the past, with whatever
 * was refused left out. What no lawful order of events should make (left before it came, concluded without acceptance,
 * under review and turned away at once) would show here as a year that does not add up.
 */
import { reconsiderationProcedure } from '@anjuan/cases/reconsideration';
import type { Edge } from '@anjuan/casework';
import { addDays, type Day } from '@anjuan/law';
import { uuidv7 } from '@anjuan/platform';
import { Figures } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import fc from 'fast-check';
import { application } from '../casefiles/entries';
import { figuresBy, valuesOf } from './fact-rows';

const LIVES = 90;
const ROUNDS = 22;

it('balances in every year, for ninety files with their reversals, orders, reopenings and archives', async () => {
  const desk = await openDesk('2026-06-01');
  try {
    const home = await desk.county('flow');
    const officer = await home.actor('reconsideration-officer');
    const head = await home.actor('reconsideration-head');
    const organ = await home.actor('organ-head');
    const everybody = { ...head, posts: [...officer.posts, ...head.posts, ...organ.posts] };
    const reviewers = { track: 'ordinary', second_reviewer: officer.personId };
    const proof = { paper_reference: '测府复〔2024〕1号', confirmed_by: officer.personId };
    const order = { order_ground: 'court', order_reference: '（2025）测01行初1号' };
    const materials = { received_materials: '身份证明' };
    const refusal = { ground: 'no-interest', reasons: '没有利害关系' };
    const elsewhere = { competent_organ: '测试市人民政府', reasons: '管辖' };
    const asked = (on: Day) => ({ items: '身份证明', notice_received_on: on, correction_days: 10 });
    const entries: Readonly<Record<string, (on: Day) => Readonly<Record<string, unknown>>>> = {
      accept: () => reviewers,
      'accept-in-time': () => ({ ...reviewers, ...proof }),
      'accept-by-order': () => ({ ...reviewers, ...order }),
      reopen: () => order,
      'request-correction': asked,
      'request-correction-in-time': (on) => ({ ...asked(on), ...proof }),
      'receive-correction': () => materials,
      'receive-posted-correction': (on) => ({ ...materials, posted_on: addDays(on, -14) }),
      abandon: () => ({ without_cause: true, reasons: '逾期未补正' }),
      refuse: () => refusal,
      'refuse-in-time': () => ({ ...refusal, ...proof }),
      redirect: () => elsewhere,
      'redirect-in-time': () => ({ ...elsewhere, ...proof }),
      'withdraw-before-acceptance': () => ({}),
      'withdraw-in-time': () => proof,
      'settle-before-acceptance': () => ({}),
      'hear-opinions': () => ({ manner: 'telephone' }),
      'submit-for-approval': () => ({ proposed: 'upheld' }),
      decide: () => ({ outcome: 'upheld' }),
      'approve-withdrawal': () => ({ outcome: 'withdrawn', withdrawal_reason: 'voluntary', voluntary_confirmed: true }),
      terminate: () => ({ ground: 'death' }),
      serve: (on) => ({ recipient: Number(on.slice(-2)) % 2 ? 'applicant#1' : 'respondent#1', manner: 'direct' }),
      archive: () => ({}),
    };
    const may = (state: string) =>
      Object.entries<Edge>(reconsiderationProcedure.edges).flatMap(([name, e]) =>
        Object.hasOwn(entries, name) && e.from !== 'opening' && e.from.includes(state) ? [name] : [],
      );

    const [lives = []] = fc.sample(
      fc.array(
        fc.record({
          received: fc.integer({ min: 0, max: 700 }),
          late: fc.integer({ min: 0, max: 14 }),
          steps: fc.array(
            fc.record({
              pick: fc.nat(1000),
              jump: fc.oneof(
                { weight: 3, arbitrary: fc.integer({ min: -10, max: 8 }) },
                { weight: 1, arbitrary: fc.integer({ min: 18, max: 40 }) },
              ),
            }),
            {
              minLength: ROUNDS,
              maxLength: ROUNDS,
            },
          ),
        }),
        { minLength: LIVES, maxLength: LIVES },
      ),
      { numRuns: 1, seed: 20241231 },
    );
    const opened = await desk.clerk.batch(
      everybody,
      lives.map(({ received, late }) => {
        const organDay = addDays('2023-03-01', received);
        const happenedOn = addDays(organDay, late);
        const fields = { ...application(organDay), office_received_on: happenedOn };
        const open = { id: uuidv7(), kind: 'reconsideration', organisationId: home.bureau.id };
        return { open, steps: [{ event: 'receive', happenedOn, fields }] };
      }),
      { origin: 'person' },
    );
    const files = opened.map((answer, i) => {
      if (!answer.ok) throw answer.error;
      const life = lives[i];
      if (!life) throw new Error('a file without a life');
      return {
        id: answer.receipt.id,
        state: answer.receipt.state,
        on: addDays('2023-03-01', life.received + life.late),
        life,
      };
    });

    const happened = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const scripts = files.flatMap((file) => {
        const step = file.life.steps[round];
        const names = may(file.state);
        const event = step && names[step.pick % names.length];
        const happenedOn = addDays(file.on, step?.jump ?? 0);
        const fields = event === undefined ? undefined : entries[event]?.(happenedOn);
        return event !== undefined && fields ? [{ file, caseId: file.id, steps: [{ event, happenedOn, fields }] }] : [];
      });
      const answers = await desk.clerk.batch(everybody, scripts, { origin: 'person' });
      for (const [i, answer] of answers.entries()) {
        const script = scripts[i];
        const [step] = script?.steps ?? [];
        if (!answer.ok || !script || !step) continue;
        happened.add(step.event);
        script.file.state = answer.receipt.state;
        if (step.happenedOn > script.file.on) script.file.on = step.happenedOn;
      }
      if (round % 3 === 0 && (await desk.clerk.sweep(home.jurisdictionId)).booked > 0) {
        happened.add('deem-accepted');
        const rows = await desk.database.inJurisdiction(home.jurisdictionId, (tx) =>
          tx.query<{ id: string; state: string }>('select id, state from case_file where jurisdiction_id = $1', [
            home.jurisdictionId,
          ]),
        );
        for (const file of files) file.state = rows.find((r) => r.id === file.id)?.state ?? file.state;
      }
    }
    // Every way there is was walked by somebody.
    expect([...Object.keys(entries), 'deem-accepted'].filter((event) => !happened.has(event))).toEqual([]);

    const outOfOrder = await desk.database.inJurisdiction(home.jurisdictionId, (tx) =>
      tx.query(
        `select organ_received_on, left_on, exit, accepted_on, concluded_on, outcome from reconsideration_fact
         where jurisdiction_id = $1 and recorded_to = 'infinity'
           and (least(left_on, accepted_on, concluded_on) < organ_received_on or concluded_on < accepted_on
             or (left_on is null) <> (exit is null) or (left_on is not null and accepted_on is not null)
             or (concluded_on is not null and accepted_on is null))`,
        [home.jurisdictionId],
      ),
    );
    expect(outOfOrder).toEqual([]);

    const figures = new Figures(desk.database);
    for (const year of [2022, 2023, 2024, 2025, 2026]) {
      const { jurisdictionId } = home;
      const days = { from: `${year}-01-01`, cutoff: year === 2026 ? '2026-06-01' : `${year}-12-31` };
      const rows = await figuresBy(figures, { jurisdictionId, ...days, allVariants: true });
      const count = (name: string) => Number(valuesOf(rows, [name])[name]);
      const came = count('reconsideration-received') + count('reconsideration-carried-in/both');
      const left = count('reconsideration-concluded/all-closings') + count('reconsideration-pending/both');
      const accepted = count('reconsideration-accepted') + count('reconsideration-carried-in');
      const ended = count('reconsideration-concluded') + count('reconsideration-pending');
      expect({ year, left, ended }).toEqual({ year, left: came, ended: accepted });
    }
  } finally {
    await desk.close();
  }
});
