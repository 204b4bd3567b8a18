/**
 * The figures of one large year. Baseline `group by`: the plain count of the year's mediations by outcome over the same
 * table, which nobody can do without. `BENCH_CASES` mediations (default 30 000, a busy county), a tenth as many reconsiderations and a
 * fiftieth as many suits.
 */
import { performance } from 'node:perf_hooks';
import { litigationFacts } from '@anjuan/cases/litigation';
import { disputeTypes, mediationFacts } from '@anjuan/cases/mediation';
import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import type { FactSheet } from '@anjuan/casework';
import { addDays } from '@anjuan/law';
import { FormReturns } from '@anjuan/report';
import { Breakdowns, Figures, FrozenFigures } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import { addCases, type Facts } from '../test/figures/fact-rows';

const CASES = Number(process.env.BENCH_CASES ?? 30_000);
const RUNS = 5;

/** Median of several runs, in milliseconds; the first, which fills the caches, is not counted. */
async function median(work: () => Promise<unknown>, runs = RUNS): Promise<number> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const types = Object.keys(disputeTypes);
const pick = (of: readonly string[], n: number): string => of[n % of.length] ?? '';

/** Lives spread evenly over 2023 and 2024 by multiplication, so that every run counts the same. */
function mediation(n: number): Facts {
  const accepted = addDays('2023-01-01', (n * 7919) % 731);
  const closed = addDays(accepted, (n * 31) % 40);
  const outcome = pick(['agreed-oral', 'agreed-written', 'agreed-written', 'failed', 'withdrawn'], n * 3);
  const agreed = outcome.startsWith('agreed');
  return {
    origin: pick(['applied', 'found', 'police', 'court-assigned'], n),
    dispute_type: n % 50 === 0 ? null : pick(types, n * 5),
    level: pick(['simple', 'ordinary', 'ordinary', 'difficult'], n),
    received_on: accepted,
    accepted_on: accepted,
    ...(n % 40 === 0 ? {} : { closed_on: closed, outcome }),
    ...(n % 40 !== 0 && agreed ? { agreed_on: closed, agreement_fen: (n % 900) * 100_00 } : {}),
  };
}
function reconsideration(n: number): Facts {
  const received = addDays('2023-01-01', (n * 613) % 731);
  const accepted = addDays(received, 4);
  return {
    organ_received_on: received,
    matter: pick(['penalty', 'disclosure', 'inaction'], n),
    ...(n % 9 === 0
      ? { left_on: accepted, exit: 'not-accepted' }
      : {
          accepted_on: accepted,
          concluded_on: addDays(accepted, 50),
          outcome: pick(['upheld', 'revoked', 'withdrawn'], n),
        }),
  };
}
function suit(n: number): Facts {
  const notified = addDays('2023-01-01', (n * 97) % 731);
  return {
    notified_on: notified,
    instance: 'first',
    defendant: pick(['own-government', 'department'], n),
    standing: 'sole',
    heard_on: addDays(notified, 40),
    head_attended: n % 3 !== 0,
    ruled_on: addDays(notified, 60),
    ruling: pick(['claims-rejected', 'revoked', 'withdrawn'], n),
    ruling_form: 'judgment',
  };
}

it('counts, breaks down, freezes and proves a large year', async () => {
  const desk = await openDesk('2025-01-10');
  try {
    const county = await desk.county('bench');
    const { jurisdictionId } = county;
    const load = async (sheet: FactSheet, size: number, facts: (n: number) => Facts) => {
      for (let at = 0; at < size; at += 5000)
        await addCases(
          desk.database,
          county,
          sheet,
          Array.from({ length: Math.min(5000, size - at) }, (_, i) => ({ facts: facts(at + i) })),
        );
    };
    await load(mediationFacts, CASES, mediation);
    await load(reconsiderationFacts, Math.ceil(CASES / 10), reconsideration);
    await load(litigationFacts, Math.ceil(CASES / 50), suit);
    const year = { jurisdictionId, year: 2024 };
    const figures = new Figures(desk.database);
    const breakdowns = new Breakdowns(desk.database);
    const frozen = new FrozenFigures(desk.database, desk.clock);
    const returns = new FormReturns(desk.database, figures, breakdowns, frozen, desk.clock);
    const freeze = (...of: readonly { metric: string; by?: string }[]) =>
      frozen.freeze({ ...year, figures: of, by: null });
    const freezeForm = (form: string) =>
      returns.freeze({
        jurisdictionId,
        forms: [form],
        period: { from: '2024-01-01', cutoff: '2024-12-31' },
        by: null,
      });
    const baseline = await median(() =>
      desk.database.inJurisdiction(jurisdictionId, (tx) =>
        tx.query(
          `select outcome, count(*) from mediation_fact where jurisdiction_id = $1 and recorded_to = 'infinity'
             and accepted_on between '2024-01-01' and '2024-12-31' group by 1`,
          [jurisdictionId],
        ),
      ),
    );
    const metrics = (await figures.figures(year)).length;
    const readings = (await figures.figures({ ...year, allVariants: true })).length;
    const measured: [string, number][] = [
      [`group by (baseline)`, baseline],
      [`figures of the year (${metrics})`, await median(() => figures.figures(year))],
      [`with every reading (${readings})`, await median(() => figures.figures({ ...year, allVariants: true }))],
      ['beside the year before', await median(() => figures.figures({ ...year, compared: true }))],
      [
        'breakdown by dispute type',
        await median(() => breakdowns.breakdown({ ...year, metric: 'mediation-accepted', by: 'dispute_type' })),
      ],
      ['drill-down page of 100', await median(() => figures.casesOf({ ...year, metric: 'mediation-succeeded' }))],
      [
        'freeze one rate with its cases',
        await median(() => frozen.freeze({ ...year, figures: [{ metric: 'mediation-success-rate' }], by: null }), 3),
      ],
      ['freeze one count', await median(() => freeze({ metric: 'mediation-accepted' }), 3)],
      [
        'the same in parts, by dispute type',
        await median(() => freeze({ metric: 'mediation-accepted', by: 'dispute_type' }), 3),
      ],
      [
        'the same by organisation and month, too',
        await median(
          () =>
            freeze(...['dispute_type', 'organisation', 'month'].map((by) => ({ metric: 'mediation-accepted', by }))),
          3,
        ),
      ],
      ['freeze a form, 7 wholes and 7 in parts', await median(() => freezeForm('mediation-by-type'), 1)],
      ['freeze the year', await median(() => frozen.freeze({ ...year, by: null }), 1)],
      ['verify all that is frozen', await median(() => frozen.verify(jurisdictionId), 1)],
    ];
    const [one] = await desk.database.inJurisdiction(jurisdictionId, (tx) =>
      tx.query<{ n: number }>('select count(*) as n from frozen_case where jurisdiction_id = $1', [jurisdictionId]),
    );
    const lines = measured.map(
      ([name, ms]) => `${name.padEnd(40)} ${ms.toFixed(1).padStart(9)} ms ${(ms / baseline).toFixed(2).padStart(8)} ×`,
    );
    process.stdout.write(`\n${CASES} mediations, ${one?.n} frozen rows\n${lines.join('\n')}\n`);
    expect((await frozen.verify(jurisdictionId)).broken).toEqual([]);
  } finally {
    await desk.close();
  }
});
