/** Proof that frozen figures are as they were: every list and every seal is computed anew from the rows. */
import type { Tx } from '@anjuan/platform';
import { countOf, listDigest } from './freeze';
import { type FrozenList, type FrozenRow, sealOf } from './frozen-seal';
import { unroundedOf } from './printing';

export interface Broken {
  /** Number of the figure in its jurisdiction; of a missing one the number that is missing. */
  readonly seq: number;
  readonly id: string | null;
  readonly metric: string | null;
  readonly title: string | null;
  /** What does not hold, in Chinese. */
  readonly problems: readonly string[];
}
export interface Verification {
  readonly checked: number;
  /** Seal of the newest figure; null where nothing is frozen. */
  readonly last: string | null;
  readonly broken: readonly Broken[];
}

/**
 * Every figure of the jurisdiction whose row, lists, numbers or place in the chain are not as they were sealed, and every
 * gap in the chain. What it cannot see is a last row that was removed, or a chain forged from some row to its end by
 * somebody with the rights of the tables' owner: keep the last hash elsewhere (it is printed).
 */
export async function verifyFrozen(tx: Tx, jurisdictionId: number): Promise<Verification> {
  const lists = await listsOf(tx, jurisdictionId);
  const figures = await tx.query<FrozenRow & { [column: string]: unknown }>(
    'select * from frozen_figure where jurisdiction_id = $1 order by seq',
    [jurisdictionId],
  );
  const broken: Broken[] = [];
  let before: { seq: number; hash: string | null } = { seq: 0, hash: null };
  for (const figure of figures) {
    for (let seq = before.seq + 1; seq < figure.seq; seq += 1)
      broken.push({ seq, id: null, metric: null, title: null, problems: ['这一条不见了'] });
    const problems = problemsOf(figure, before.hash, lists);
    const { seq, id, metric, title } = figure;
    if (problems.length > 0) broken.push({ seq, id, metric, title, problems });
    before = figure;
  }
  return { checked: figures.length, broken, last: before.hash };
}

function problemsOf(figure: FrozenRow, previous: string | null, lists: ReadonlyMap<string, Found>): string[] {
  const numerator = lists.get(figure.numerator_list);
  const denominator = figure.denominator_list === null ? null : lists.get(figure.denominator_list);
  if (numerator === undefined || denominator === undefined) return ['案件清单不见了'];
  const problems: string[] = [];
  for (const [name, list] of [
    ['分子', numerator],
    ['分母', denominator],
  ] as const) {
    if (list === null) continue;
    if (list.digest !== list.digest_now) problems.push(`${name}的案件清单或者所用字段与冻结时不一致`);
    else if (list.cases !== list.cases_now || list.total !== list.total_now) problems.push(`${name}清单的合计被改动`);
  }
  const counted = {
    numerator: countOf(numerator),
    denominator: denominator === null ? null : countOf(denominator),
  };
  const value = unroundedOf(figure.arithmetic, counted);
  const stored = figure.value === null ? null : Number(figure.value);
  if (counted.numerator !== figure.numerator || counted.denominator !== figure.denominator || value !== stored)
    problems.push('数值与清单不符');
  if (figure.previous !== previous) problems.push('与前一条不相接');
  if (sealOf(figure, numerator, denominator) !== figure.hash) problems.push('与封存的校验值不符');
  return problems;
}

interface Rows extends FrozenList {
  readonly cases_now: number;
  readonly digest_now: string;
}
interface Found extends Rows {
  readonly total_now: number;
}

async function listsOf(tx: Tx, jurisdictionId: number): Promise<ReadonlyMap<string, Found>> {
  const rows = await tx.query<Rows & { [column: string]: unknown }>(
    `select l.*, s.cases_now, s.digest_now from frozen_list l
     join lateral (select count(*) as cases_now, ${listDigest} as digest_now from frozen_case r
       where r.jurisdiction_id = l.jurisdiction_id and r.list_id = l.id) s on true
     where l.jurisdiction_id = $1`,
    [jurisdictionId],
  );
  // Sums only of lists whose rows are sound: a changed field may be no number any more.
  const sound = rows.filter((l) => l.digest === l.digest_now && l.summed !== null).map(({ id }) => id);
  const sums = await tx.query<{ id: string; total: number }>(
    `select l.id, coalesce(case l.fold when 'least' then min(v) when 'greatest' then max(v) else sum(v) end, 0)::bigint as total
     from frozen_list l
     left join lateral (select (r.fields ->> l.summed)::bigint as v from frozen_case r
       where r.jurisdiction_id = l.jurisdiction_id and r.list_id = l.id) s on true
     where l.jurisdiction_id = $1 and l.id = any($2::uuid[]) group by l.id, l.fold`,
    [jurisdictionId, sound],
  );
  const totals = new Map(sums.map(({ id, total }) => [id, total]));
  return new Map(rows.map((l): [string, Found] => [l.id, { ...l, total_now: totals.get(l.id) ?? 0 }]));
}
