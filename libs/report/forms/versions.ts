/** The versions of a form's period as they are kept, none changed once written, and what stands beside them. */
import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { shanghaiDay, type Tx } from '@anjuan/platform';
import type { Cells, Checked } from './balance';
import { forms } from './catalogue';
import type { Form, Term } from './form';
import { dayBefore, type FormPeriod, yearOf } from './period';

export const formSteps = { filled: '已填报', checked: '已审核', returned: '已退回', submitted: '已上报' } as const;
export type FormStep = keyof typeof formSteps;

/** One version of a form's period. */
export interface Return extends FormPeriod {
  readonly form: string;
  readonly version: number;
  readonly form_version: number;
  readonly step: FormStep;
  readonly cells: Cells;
  readonly checks: readonly Checked[];
  /** Why it was submitted though it does not balance. */
  readonly reason: string | null;
  readonly remark: string | null;
  /** Ids of the figures frozen at submission, whole and by their dimensions: the proof of every cell. */
  readonly frozen: readonly string[];
  readonly by: string;
  readonly on: Day;
}

export interface ReturnRow extends Omit<Return, 'by' | 'on'> {
  readonly [column: string]: unknown;
  readonly by_id: string;
  readonly by: string;
  readonly at: Date;
}

export function returnOf({ by_id: _, at, ...kept }: ReturnRow): Return {
  return { ...kept, on: shanghaiDay(at) };
}

const selected = `select r.form, r.period_from as "from", r.cutoff, r.version, r.form_version, r.step, r.cells, r.checks,
    r.frozen, r.reason, r.remark, r.by_id, p.name as by, r.at
  from form_return r join person p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.by_id
  where r.jurisdiction_id = $1 and r.form = $2`;

/** All versions of a form's period, oldest first. */
export const versionsOf = (tx: Tx, { jurisdictionId }: Actor, form: string, period: FormPeriod): Promise<ReturnRow[]> =>
  tx.query<ReturnRow>(`${selected} and r.year = $3 and r.period_from = $4 and r.cutoff = $5 order by r.version`, [
    jurisdictionId,
    form,
    yearOf(period),
    period.from,
    period.cutoff,
  ]);

/** What a step makes of a form's period. */
export type Made = Pick<Return, 'step' | 'cells' | 'checks' | 'reason' | 'remark' | 'frozen'>;

/** Adds the version; the caller holds the lock that makes it the next one. */
export async function writeVersion(
  tx: Tx,
  { jurisdictionId, personId }: Actor,
  form: Form,
  period: FormPeriod,
  version: number,
  made: Made,
  at: Date,
): Promise<void> {
  await tx.execute(
    `insert into form_return (jurisdiction_id, form, year, period_from, cutoff, version, form_version, step, cells, checks,
       frozen, reason, remark, by_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11::jsonb, $12, $13, $14, $15)`,
    [
      jurisdictionId,
      form.id,
      yearOf(period),
      period.from,
      period.cutoff,
      version,
      form.version,
      made.step,
      JSON.stringify(made.cells),
      JSON.stringify(made.checks),
      JSON.stringify(made.frozen),
      made.reason,
      made.remark,
      personId,
      at,
    ],
  );
}

/** Another form or period, as it was filled last. */
export interface Neighbour {
  readonly form: Form;
  readonly period: FormPeriod;
  readonly cells: Cells;
}

/** What stands in the forms and periods that a form's equations look at. */
export async function neighbours(
  tx: Tx,
  actor: Actor,
  form: Form,
  period: FormPeriod,
): Promise<(term: Term) => Neighbour | null> {
  const found = new Map<string, Neighbour | null>();
  const keyOf = (t: Term) => `${t.form ?? form.id} ${t.period ?? ''}`;
  const terms = form.equations.flatMap(({ left, right }) => [...left, ...right]);
  for (const term of terms) {
    if ((term.form === undefined && term.period === undefined) || found.has(keyOf(term))) continue;
    const there = forms.find((f) => f.id === (term.form ?? form.id));
    const [condition, values] = daysOf(term, period);
    const [row] = await tx.query<ReturnRow>(`${selected} and ${condition} limit 1`, [
      actor.jurisdictionId,
      term.form ?? form.id,
      ...values,
    ]);
    const days = row && { from: row.from, cutoff: row.cutoff };
    found.set(keyOf(term), row && days && there ? { form: there, period: days, cells: row.cells } : null);
  }
  return (term) => found.get(keyOf(term)) ?? null;
}

/** Which return a term means, the newest version of it; values from `$3` on. */
function daysOf(term: Term, period: FormPeriod): readonly [string, readonly (string | number)[]] {
  const { from, cutoff } = period;
  const year = yearOf(period);
  switch (term.period) {
    case 'year-before':
      return [
        'r.year = $3 and r.period_from = $4 and r.cutoff = $5 order by r.version desc',
        [year - 1, `${year - 1}-01-01`, `${year - 1}-12-31`],
      ];
    case 'earlier':
      return [
        'r.year = $3 and r.period_from = $4 and r.cutoff < $5 order by r.cutoff desc, r.version desc',
        [year, from, cutoff],
      ];
    // Whatever days it covers, its last is the one before this one's first: the stock then is one. The newest word counts.
    case 'adjacent':
      return [
        'r.year = $3 and r.cutoff = $4 order by r.at desc, r.version desc',
        [Number(dayBefore(period).slice(0, 4)), dayBefore(period)],
      ];
    case undefined:
      return ['r.year = $3 and r.period_from = $4 and r.cutoff = $5 order by r.version desc', [year, from, cutoff]];
  }
}
