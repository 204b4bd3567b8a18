import { type FactValue, FieldErrors, leaveTrail, NotFound, postsFor, tables, textOf } from '@anjuan/casework';
import { type Actor, roles } from '@anjuan/identity';
import { type Day, isDay } from '@anjuan/law';
import { Clock, Database, shanghaiDay, type Tx, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { type ComparedKind, comparedKinds } from './kinds';
import { compareCases, type FieldDifference, type Found, type OurCase } from './match';
import { readExport } from './reading-sheet';

export const discrepancies = {
  here: '我有彼无',
  there: '彼有我无',
  repeated: '对方重复',
  differs: '字段不同',
} as const;
export type Discrepancy = keyof typeof discrepancies;

export interface Upload {
  readonly kind: string;
  readonly year: number;
  /** File name with its ending, .xlsx or .csv. */
  readonly file: string;
  readonly bytes: Buffer;
  /** When every difference is to be settled. */
  readonly due_on: Day;
}
export interface Reconciliation {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly year: number;
  readonly file: string;
  readonly matched: number;
  readonly ours: number;
  readonly theirs: number;
  readonly made_by: string;
  readonly made_on: Day;
  /** Differences not yet settled. */
  readonly open: number;
  readonly items: number;
}
export interface ReconciliationItem {
  readonly seq: number;
  readonly found: Discrepancy;
  readonly case_id: string | null;
  readonly label: string;
  readonly differences: readonly FieldDifference[];
  readonly owner: string;
  readonly due_on: Day;
  readonly done_on: Day | null;
  readonly remark: string | null;
}

/** 对账. One holds an export against our cases of a year; each difference goes to the case's handler with a due date. */
@Injectable()
export class Reconciliations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for a kind out of reach, FieldErrors for a file or a day that is none */
  async compare(actor: Actor, upload: Upload): Promise<Reconciliation> {
    const { jurisdictionId, personId } = actor;
    const { kind, year, file, bytes, due_on } = upload;
    const compared = Object.hasOwn(comparedKinds, kind) ? comparedKinds[kind] : undefined;
    const paths = pathsFor(actor, kind);
    if (compared === undefined || paths.length === 0) throw new NotFound('案件种类');
    const errors = [
      ...(isDay(due_on) && due_on >= this.clock.today()
        ? []
        : [{ field: 'due_on', value: due_on, rule: '办理期限应为今天或者以后的日期' }]),
      ...(Number.isInteger(year) && year >= 1990 && year <= 2100
        ? []
        : [{ field: 'year', value: year, rule: '年度应为1990至2100之间的整数' }]),
      ...(personId === null ? [{ field: 'made_by', value: null, rule: '对账须由本人登录办理' }] : []),
    ];
    if (errors.length > 0 || personId === null) throw new FieldErrors(errors);
    const theirs = await readExport(file, bytes, compared.heads);
    const id = uuidv7();
    const at = this.clock.now();
    await this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const ours = await ourCases(tx, jurisdictionId, compared, year, paths);
      const { matched, found } = compareCases(ours, theirs);
      await tx.execute(
        `insert into reconciliation (jurisdiction_id, id, kind, year, file, matched, ours, theirs, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          jurisdictionId,
          id,
          kind,
          year,
          file,
          matched,
          ours.filter((c) => c.asked).length,
          theirs.length,
          personId,
          at,
        ],
      );
      await tx.execute(
        `insert into reconciliation_item (jurisdiction_id, reconciliation_id, seq, found, case_id, label, differences, owner_id, due_on)
         select $1, $2, r.seq, r.found, r.case_id, r.label, r.differences, r.owner_id, $4
         from jsonb_to_recordset($3::jsonb)
           as r(seq int, found text, case_id uuid, label text, differences jsonb, owner_id uuid)`,
        [jurisdictionId, id, JSON.stringify(found.map((f, i) => itemOf(f, i + 1, personId))), due_on],
      );
      await leaveTrail(tx, actor, at, 'report.compare', id, { kind, year, items: found.length });
    });
    return this.one(actor, id);
  }

  /** Newest first, of the kinds within reach. */
  list(actor: Actor): Promise<Reconciliation[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, (tx) => readAll(tx, actor));
  }

  /** @throws NotFound */
  async one(actor: Actor, id: string): Promise<Reconciliation> {
    const found = (await this.list(actor)).find((r) => r.id === id);
    if (found === undefined) throw new NotFound('对账');
    return found;
  }

  /** The differences in their order, those of one finding or still open where asked; 200 a page. @throws NotFound */
  async items(
    actor: Actor,
    id: string,
    o: { readonly found?: Discrepancy; readonly open?: boolean; readonly after?: number },
  ): Promise<{ items: ReconciliationItem[]; next: number | null }> {
    await this.one(actor, id);
    const rows = await this.database.inJurisdiction(actor.jurisdictionId, (tx) =>
      tx.query<ItemRow>(
        `${selectedItems} and ($3::text is null or i.found = $3) and (not $4 or i.done_on is null) and i.seq > $5
         order by i.seq limit $6`,
        [actor.jurisdictionId, id, o.found ?? null, o.open ?? false, o.after ?? 0, PAGE + 1],
      ),
    );
    const items = rows.slice(0, PAGE);
    return { items, next: rows.length > PAGE ? (items.at(-1)?.seq ?? null) : null };
  }

  /** Settles a difference, with what was done. @throws NotFound, FieldErrors where it is settled already or says nothing */
  async settle(actor: Actor, id: string, seq: number, remark: string): Promise<ReconciliationItem> {
    await this.one(actor, id);
    if (remark.trim() === '') throw new FieldErrors([{ field: 'remark', value: remark, rule: '应写明如何处理' }]);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const changed = await tx.execute(
        `update reconciliation_item set done_on = $4, remark = $5
         where jurisdiction_id = $1 and reconciliation_id = $2 and seq = $3 and done_on is null`,
        [actor.jurisdictionId, id, seq, this.clock.today(), remark],
      );
      const [item] = await tx.query<ItemRow>(`${selectedItems} and i.seq = $3`, [actor.jurisdictionId, id, seq]);
      if (item === undefined) throw new NotFound('差异');
      if (changed === 0) throw new FieldErrors([{ field: 'seq', value: seq, rule: '这一差异已经处理' }]);
      await leaveTrail(tx, actor, this.clock.now(), 'report.settle-difference', id, { seq });
      return item;
    });
  }
}

const PAGE = 200;
interface ItemRow extends ReconciliationItem {
  readonly [column: string]: unknown;
}
const selectedItems = `select i.seq, i.found, i.case_id, i.label, i.differences, p.name as owner, i.due_on, i.done_on, i.remark
  from reconciliation_item i join person p on p.jurisdiction_id = i.jurisdiction_id and p.id = i.owner_id
  where i.jurisdiction_id = $1 and i.reconciliation_id = $2`;

/** The subtrees whose cases of the kind the actor may read. */
const pathsFor = (actor: Actor, kind: string): readonly string[] =>
  postsFor(actor, kind)
    .filter((p) => roles[p.role].reach === 'subtree')
    .map((p) => p.path);

function itemOf(found: Found, seq: number, madeBy: string) {
  const ours = 'ours' in found ? found.ours : null;
  const theirs = 'theirs' in found ? found.theirs : null;
  return {
    seq,
    found: found.found,
    case_id: ours?.id ?? null,
    label: ours?.restricted
      ? '限制知悉案件'
      : (ours?.numbers.find((n) => n !== '') ?? (theirs?.number || `对方表第${theirs?.line ?? 0}行`)),
    differences:
      found.found !== 'differs'
        ? []
        : found.ours.restricted
          ? found.differences.map(({ field }) => ({ field, here: '限制知悉', there: '限制知悉' }))
          : found.differences,
    owner_id: ours?.handler ?? madeBy,
  };
}

/** Those of the year and of the years beside it: a case whose day the export has in another year is the same case. */
async function ourCases(
  tx: Tx,
  jurisdictionId: number,
  { sheet, on, number, facts }: ComparedKind,
  year: number,
  paths: readonly string[],
): Promise<readonly OurCase[]> {
  const rows = await tx.query<{
    id: string;
    numbers: (string | null)[];
    parties: string[];
    day: Day | null;
    handler: string | null;
    asked: boolean;
    restricted: boolean;
    facts: Record<string, FactValue>;
  }>(
    `select c.id, array[c.number, c.register_number, c.legacy_number${number === undefined ? '' : `, f.${number}`}] as numbers,
       coalesce((select array_agg(p.name) from ${tables.party.name} p where p.jurisdiction_id = $1 and p.case_id = c.id
         and p.recorded_to = 'infinity'), '{}') as parties,
       f.${on} as day, c.handler_id as handler, extract(year from f.${on}) = $2::int as asked,
       c.readers is not null as restricted,
       jsonb_build_object(${Object.values(facts)
         .map((name) => `'${name}', f.${name}`)
         .join(', ')}) as facts
     from ${sheet.table} f
     join ${tables.caseFile.name} c on c.jurisdiction_id = $1 and c.id = f.case_id
     join organisation o on o.jurisdiction_id = $1 and o.id = f.organisation_id
     where f.jurisdiction_id = $1 and f.recorded_to = 'infinity' and c.merged_into is null
       and f.${on} between make_date($2::int - 1, 1, 1) and make_date($2::int + 1, 12, 31)
       and exists (select from unnest($3::text[]) as top(path) where starts_with(o.path, top.path))
     order by c.id`,
    [jurisdictionId, year, paths],
  );
  return rows.map((r) => ({
    id: r.id,
    numbers: r.numbers.map((n) => n ?? ''),
    parties: r.parties,
    day: r.day,
    handler: r.handler,
    asked: r.asked,
    restricted: r.restricted,
    values: Object.fromEntries(
      Object.entries(facts).map(([field, name]) => {
        const column = sheet.columns[name];
        const value = r.facts[name] ?? null;
        if (value === null || column === undefined) return [field, ''];
        return [field, column.type === 'code' ? textOf(column, value, new Map()) : String(value)];
      }),
    ),
  }));
}

async function readAll(tx: Tx, actor: Actor): Promise<Reconciliation[]> {
  const rows = await tx.query<Omit<Reconciliation, 'title' | 'made_on'> & { made_at: Date }>(
    `select r.id, r.kind, r.year, r.file, r.matched, r.ours, r.theirs, p.name as made_by, r.made_at,
       count(i.seq) as items, count(i.seq) filter (where i.done_on is null) as open
     from reconciliation r
     join person p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.made_by
     left join reconciliation_item i on i.jurisdiction_id = r.jurisdiction_id and i.reconciliation_id = r.id
     where r.jurisdiction_id = $1 group by r.jurisdiction_id, r.id, p.name order by r.made_at desc, r.id desc`,
    [actor.jurisdictionId],
  );
  return rows
    .filter((r) => pathsFor(actor, r.kind).length > 0)
    .map(({ made_at, ...r }) => ({
      ...r,
      title: comparedKinds[r.kind]?.title ?? r.kind,
      made_on: shanghaiDay(made_at),
    }));
}
