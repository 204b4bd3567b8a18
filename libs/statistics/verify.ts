/** Proof that frozen figures are as they were: every list, every part and every seal is computed anew from the rows. */
import type { Tx } from '@anjuan/platform';
import { countOf, listDigest } from './freeze';
import { readParts } from './frozen-reading';
import { type FrozenList, type FrozenPart, type FrozenRow, sealOf } from './frozen-seal';
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
/** Said wherever a verification is shown that knows nothing of the end. */
export const unregistered = '本库（Citus）不登记末条：末尾被删去的无从发现，请将末条校验值与另行保存的核对';

export interface Verification {
  readonly checked: number;
  /** Seal of the newest figure; null where nothing is frozen. */
  readonly last: string | null;
  /** Whether the server keeps the register of the newest row; where it does not, nobody can tell a removed end from here. */
  readonly registered: boolean;
  readonly broken: readonly Broken[];
}

/**
 * Every figure of the jurisdiction whose row, lists, parts, numbers or place in the chain are not as they were sealed, and
 * every gap in the chain, the newest rows included: how many there are is registered apart (`frozen_head`). On Citus, where
 * the triggers that keep the register do not exist, it says so (`registered`) and claims nothing of the end. What it cannot
 * see is a chain and a register forged together by somebody with the rights of the tables' owner: keep the last hash
 * elsewhere (it is printed).
 */
export async function verifyFrozen(tx: Tx, jurisdictionId: number): Promise<Verification> {
  const lists = await listsOf(tx, jurisdictionId);
  const figures = await tx.query<FrozenRow & { [column: string]: unknown }>(
    'select * from frozen_figure where jurisdiction_id = $1 order by seq',
    [jurisdictionId],
  );
  const split = figures.filter((f) => f.split_by !== null).map(({ id }) => id);
  const parts = await readParts(tx, jurisdictionId, split);
  const sound = new Set(soundIn([...lists.values()]));
  const counts = await partsCounted(tx, jurisdictionId, [...sound]);
  const broken: Broken[] = [];
  let before: { seq: number; hash: string | null } = { seq: 0, hash: null };
  const missing = (upTo: number, problem: string) => {
    for (let seq = before.seq + 1; seq < upTo; seq += 1)
      broken.push({ seq, id: null, metric: null, title: null, problems: [problem] });
  };
  for (const figure of figures) {
    missing(figure.seq, '这一条不见了');
    const own = parts.get(figure.id) ?? [];
    const problems = problemsOf(figure, before.hash, lists, own);
    // Of a list that is not as it was, no part can be counted.
    if ([figure.numerator_list, figure.denominator_list].every((id) => id === null || sound.has(id)))
      problems.push(...partProblems(figure, own, counts.get(figure.id) ?? new Map()));
    const { seq, id, metric, title } = figure;
    if (problems.length > 0) broken.push({ seq, id, metric, title, problems });
    before = figure;
  }
  const registered = await keepsRegister(tx);
  if (registered) {
    const head = await headOf(tx, jurisdictionId);
    if (head !== null) missing(head.count + 1, '这一条不见了（末尾被删去）');
    const end = headProblem(head, before);
    if (end !== null) broken.push({ seq: before.seq, id: null, metric: null, title: null, problems: [end] });
  }
  return { checked: figures.length, broken, last: before.hash, registered };
}

/**
 * Asked of the server's kind, as the migration asked, and never of the triggers: whoever forged the chain could have
 * dropped those. A row that the migration itself wrote on Citus is not moved by later freezings, so it proves nothing.
 */
async function keepsRegister(tx: Tx): Promise<boolean> {
  const citus = await tx.query("select 1 from pg_extension where extname = 'citus'");
  return citus.length === 0;
}

interface Head {
  readonly count: number;
  readonly last: string;
}
async function headOf(tx: Tx, jurisdictionId: number): Promise<Head | null> {
  const [head] = await tx.query<Head & { [column: string]: unknown }>(
    'select count, last from frozen_head where jurisdiction_id = $1',
    [jurisdictionId],
  );
  return head ?? null;
}

/** What the register of the newest row says against the chain; a missing tail is named row by row instead. */
function headProblem(head: Head | null, end: { readonly seq: number; readonly hash: string | null }): string | null {
  if (head === null) return end.hash === null ? null : '没有末条登记，无从得知末尾是否被删去';
  if (head.count < end.seq) return `末条登记为第${head.count}号，其后的不是由冻结写入的`;
  return head.count === end.seq && head.last !== end.hash ? '末条的校验值与登记的不符' : null;
}

function problemsOf(
  figure: FrozenRow,
  previous: string | null,
  lists: ReadonlyMap<string, Found>,
  parts: readonly FrozenPart[],
): string[] {
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
  if (
    counted.numerator !== figure.numerator ||
    counted.denominator !== figure.denominator ||
    value !== numberIn(figure.value)
  )
    problems.push('数值与清单不符');
  if (figure.previous !== previous) problems.push('与前一条不相接');
  if (sealOf(figure, numerator, denominator, parts) !== figure.hash) problems.push('与封存的校验值不符');
  return problems;
}

const numberIn = (value: string | null): number | null => (value === null ? null : Number(value));

/** Each part against the cases of its figure; a part without cases, such as an empty month, is one of none. */
function partProblems(figure: FrozenRow, parts: readonly FrozenPart[], counts: ReadonlyMap<string, Parted>): string[] {
  if (figure.split_by === null) return [];
  const problems: string[] = [];
  const none = { numerator: 0, denominator: 0 };
  for (const part of parts) {
    const found = counts.get(part.key ?? '') ?? none;
    const counted = { numerator: found.numerator, denominator: figure.denominator === null ? null : found.denominator };
    const value = unroundedOf(figure.arithmetic, counted);
    if (
      counted.numerator !== part.numerator ||
      counted.denominator !== part.denominator ||
      value !== numberIn(part.value)
    )
      problems.push(`“${figure.split_title}：${part.label}”与清单不符`);
  }
  const known = new Set(parts.map(({ key }) => key ?? ''));
  const lost = [...counts.keys()].filter((key) => !known.has(key)).length;
  if (lost > 0) problems.push(`按${figure.split_title}的分项缺${lost}项`);
  return problems;
}

interface Parted {
  readonly numerator: number;
  readonly denominator: number;
}

/** What these lists hold of each part of each figure frozen by a dimension, by the figure's id and the part's key. */
async function partsCounted(
  tx: Tx,
  jurisdictionId: number,
  lists: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Parted>>> {
  const rows = await tx.query<{ id: string; key: string; numerator: number; denominator: number }>(
    `select f.id, coalesce(r.parts ->> f.split_by, '') as key,
       (sum(r.n) filter (where r.list_id = f.numerator_list))::bigint as numerator,
       (sum(r.n) filter (where r.list_id = f.denominator_list))::bigint as denominator
     from frozen_figure f
     join lateral (
       select c.list_id, c.parts, case when l.summed is null then 1 else (c.fields ->> l.summed)::bigint end as n
       from frozen_list l join frozen_case c on c.jurisdiction_id = l.jurisdiction_id and c.list_id = l.id
       where l.jurisdiction_id = f.jurisdiction_id and l.id in (f.numerator_list, f.denominator_list)
         and l.id = any($2::uuid[])) r on true
     where f.jurisdiction_id = $1 and f.split_by is not null group by 1, 2`,
    [jurisdictionId, lists],
  );
  const found = new Map<string, Map<string, Parted>>();
  for (const { id, key, numerator, denominator } of rows) {
    const parts = found.get(id) ?? new Map<string, Parted>();
    found.set(id, parts.set(key, { numerator: numerator ?? 0, denominator: denominator ?? 0 }));
  }
  return found;
}

/** Lists whose rows are as they were sealed; a changed field may be no number any more. */
const soundIn = (lists: readonly Rows[]): readonly string[] =>
  lists.filter((l) => l.digest === l.digest_now).map(({ id }) => id);

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
  const sums = await tx.query<{ id: string; total: number }>(
    `select l.id, coalesce(case l.fold when 'least' then min(v) when 'greatest' then max(v) else sum(v) end, 0)::bigint as total
     from frozen_list l
     left join lateral (select (r.fields ->> l.summed)::bigint as v from frozen_case r
       where r.jurisdiction_id = l.jurisdiction_id and r.list_id = l.id) s on true
     where l.jurisdiction_id = $1 and l.id = any($2::uuid[]) group by l.id, l.fold`,
    [jurisdictionId, soundIn(rows.filter((l) => l.summed !== null))],
  );
  const totals = new Map(sums.map(({ id, total }) => [id, total]));
  return new Map(rows.map((l): [string, Found] => [l.id, { ...l, total_now: totals.get(l.id) ?? 0 }]));
}
