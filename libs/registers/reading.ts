/** Registers as people read them: lists, one entry with its past, and the form with what may be chosen. */
import {
  cursorOf,
  type FactView,
  FieldErrors,
  type FieldView,
  fieldViews,
  NotFound,
  placeOf,
  textOf,
  type Values,
} from '@anjuan/casework';
import { type Actor, permissionsOf } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Clock, Database, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { registers } from './catalogue';
import { pathsOf, under } from './reach';
import type { Register } from './register';
import { known } from './registers';
import { namesOf, valuesIn } from './rows';

export interface RegisterView {
  readonly name: string;
  readonly title: string;
  readonly group: Register['group'];
  /** Labels of the first and the last day of an entry; no last day: a log. */
  readonly since_label: string;
  readonly until_label: string | null;
  /** The person may enter and amend. */
  readonly keeps: boolean;
  readonly turns: boolean;
  readonly cite: string;
}
export interface EntriesQuery {
  readonly organisationId?: string;
  /** First and last day of `since`; a daily list has both the same. */
  readonly from?: Day;
  readonly to?: Day;
  /** Only what holds on this day. */
  readonly on?: Day;
  /** Part of the name. */
  readonly q?: string;
  /** Only entries that refer to this row. */
  readonly of?: string;
  readonly cursor?: string;
  /** 1–100, 20 when absent. */
  readonly limit?: number;
}
export interface EntryView {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly since: Day;
  readonly until: Day | null;
  /** Holds today; of a log always true. */
  readonly in_force: boolean;
  readonly case_id: string | null;
  /** What is known of it, in the order of the form. */
  readonly cells: readonly FactView[];
  readonly recorded_at: string;
  readonly recorded_by: string | null;
}
export interface EntryPage {
  readonly items: readonly EntryView[];
  readonly next: string | null;
}
export interface EntryDetail extends EntryView {
  /** Newest first; the first is the entry as it stands. */
  readonly revisions: readonly EntryView[];
  /** What the opening of a case can take over. */
  readonly draft: { readonly kind: string; readonly event: string; readonly fields: Values } | null;
}

/** An organ whose acts are reviewed here; `level` and `field` are codes of the application's form. */
export interface RespondentOrgan {
  readonly name: string;
  readonly level: string;
  readonly field: string;
}

interface Row {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly revision: number;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly recorder: string | null;
  readonly recorded_from: Date;
  readonly case_id: string | null;
}

const PAGE = 20;
/** Choices of one reference that a form offers; a county has some hundreds of mediators. */
const CHOICES = 2000;
const from = (r: Register): string => `from ${r.sheet.table} f
  join organisation o on o.jurisdiction_id = f.jurisdiction_id and o.id = f.organisation_id
  left join person p on p.jurisdiction_id = f.jurisdiction_id and p.id = f.recorded_by`;
const selected = 'select f.*, o.name as organisation, p.name as recorder';

@Injectable()
export class RegisterReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  describe(actor: Actor): RegisterView[] {
    const granted = permissionsOf(actor);
    return registers.map((r) => ({
      name: r.name,
      title: r.title,
      group: r.group,
      since_label: r.sheet.columns[r.since]?.label ?? '',
      until_label: r.until === null ? null : (r.sheet.columns[r.until]?.label ?? ''),
      keeps: granted.includes(r.keep),
      turns: r.turns !== undefined,
      cite: r.cite,
    }));
  }

  /** Newest day first. @throws NotFound (register), FieldErrors (cursor, `of`) */
  list(actor: Actor, name: string, q: EntriesQuery): Promise<EntryPage> {
    const r = known(name);
    const limit = q.limit ?? PAGE;
    const values: unknown[] = [actor.jurisdictionId, pathsOf(actor, 'register:read')];
    const at = (value: unknown) => `$${values.push(value)}`;
    const where = [`f.jurisdiction_id = $1`, under('$2'), `f.recorded_to = 'infinity'`];
    if (q.organisationId !== undefined)
      where.push(`starts_with(o.path, (select top.path from organisation top
        where top.jurisdiction_id = $1 and top.id = ${at(q.organisationId)}))`);
    if (q.from !== undefined) where.push(`f.${r.since} >= ${at(q.from)}`);
    if (q.to !== undefined) where.push(`f.${r.since} <= ${at(q.to)}`);
    if (q.on !== undefined) {
      const day = at(q.on);
      where.push(`f.${r.since} <= ${day}`);
      if (r.until !== null) where.push(`(f.${r.until} is null or f.${r.until} > ${day})`);
    }
    if (q.q !== undefined && q.q.trim() !== '') where.push(`position(${at(q.q.trim())} in ${nameOf(r)}) > 0`);
    if (q.of !== undefined) {
      const refs = Object.keys(r.refs);
      if (refs.length === 0) throw new FieldErrors([{ field: 'of', value: q.of, rule: '本登记簿不引用其他登记' }]);
      const id = at(q.of);
      where.push(`(${refs.map((ref) => `f.${ref} = ${id}`).join(' or ')})`);
    }
    if (q.cursor !== undefined) {
      const [day, id] = placeOf(q.cursor);
      where.push(`(f.${r.since}, f.id) < (${at(day)}::date, ${at(id)}::uuid)`);
    }
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const rows = await tx.query<Row>(
        `${selected} ${from(r)} where ${where.join(' and ')} order by f.${r.since} desc, f.id desc limit ${limit + 1}`,
        values,
      );
      const shown = await this.views(tx, actor, r, rows.slice(0, limit));
      const last = shown.at(-1);
      return { items: shown, next: rows.length > limit && last ? cursorOf([last.since, last.id]) : null };
    });
  }

  /** 被申请人库 as it stands today, by name: what an application's form offers. No secret within the jurisdiction. */
  respondents(actor: Actor): Promise<RespondentOrgan[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, (tx) =>
      tx.query<RespondentOrgan>(
        `select distinct on (name) name, level, field from register_respondent
         where jurisdiction_id = $1 and recorded_to = 'infinity' and set_up_on <= $2
           and (ended_on is null or ended_on > $2) order by name, set_up_on desc`,
        [actor.jurisdictionId, this.clock.today()],
      ),
    );
  }

  /** One entry and its past. @throws NotFound */
  entry(actor: Actor, name: string, id: string): Promise<EntryDetail> {
    const r = known(name);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const rows = await tx.query<Row>(
        `${selected} ${from(r)} where f.jurisdiction_id = $1 and ${under('$2')} and f.id = $3 order by f.revision desc`,
        [actor.jurisdictionId, pathsOf(actor, 'register:read'), id],
      );
      const [newest] = rows;
      const [entry, ...past] = await this.views(tx, actor, r, rows);
      if (!newest || !entry) throw new NotFound(r.title);
      const draft = r.turns?.draft?.(valuesIn(r, newest)) ?? null;
      return { ...entry, revisions: [entry, ...past], draft };
    });
  }

  /** The form's fields; what a reference may name stands as its options. */
  form(actor: Actor, name: string): Promise<FieldView[]> {
    const r = known(name);
    const views = fieldViews({ ...r.texts, ...r.sheet.columns }, { partyRoles: {} }, []);
    const isLong = (v: FieldView) => (v.lines ?? 1) > 1;
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const refs: FieldView[] = [];
      for (const [ref, { label, required, to, kinds }] of Object.entries(r.refs)) {
        const options = to === 'person' ? [] : await choices(tx, actor, to, kinds ?? null);
        const type = to === 'person' ? 'person' : 'code';
        refs.push({ ...blank, name: ref, label, type, required, options });
      }
      return [...refs, ...views.filter((v) => !isLong(v)), ...views.filter(isLong)];
    });
  }

  private async views(tx: Tx, actor: Actor, r: Register, rows: readonly Row[]): Promise<EntryView[]> {
    const names = new Map<string, string>();
    for (const [ref, { to }] of Object.entries(r.refs)) {
      const ids = rows.map((row) => row[ref]).filter((v): v is string => typeof v === 'string');
      for (const [id, name] of await namesOf(tx, actor.jurisdictionId, to, [...new Set(ids)])) names.set(id, name);
    }
    const today = this.clock.today();
    return rows.map((row) => {
      const values = valuesIn(r, row);
      const until = r.until === null ? null : dayIn(values[r.until]);
      const since = dayIn(values[r.since]) ?? '';
      const { column, through } = r.sheet.named;
      const name = through ? names.get(String(values[through.by])) : values[column];
      return {
        id: row.id,
        revision: row.revision,
        name: String(name ?? ''),
        organisation: { id: row.organisation_id, name: row.organisation },
        since,
        until,
        in_force: r.until === null || (since <= today && (until === null || until > today)),
        case_id: row.case_id,
        cells: cellsOf(r, values, names),
        recorded_at: row.recorded_from.toISOString(),
        recorded_by: row.recorder,
      };
    });
  }
}

const blank = { hint: null, max: null, min: null, lines: null, future: false, roles: [] };
const dayIn = (v: unknown): Day | null => (typeof v === 'string' ? v : null);

/** SQL for the name of an entry `f`. */
function nameOf(r: Register): string {
  const { column, through } = r.sheet.named;
  return through
    ? `(select t.${column} from ${through.table} t where t.jurisdiction_id = f.jurisdiction_id
        and t.id = f.${through.by} and t.recorded_to = 'infinity')`
    : `f.${column}`;
}

function cellsOf(r: Register, values: Values, names: ReadonlyMap<string, string>): FactView[] {
  const cell = (name: string, label: string, text: (v: string | number | boolean) => string): FactView[] => {
    const value = values[name] ?? null;
    return value === null || typeof value === 'object' ? [] : [{ name, label, value, text: text(value) }];
  };
  return [
    ...Object.entries(r.refs).flatMap(([n, ref]) => cell(n, ref.label, (v) => names.get(String(v)) ?? '（已作废）')),
    ...Object.entries(r.texts).flatMap(([n, f]) => cell(n, f.label, String)),
    ...Object.entries(r.sheet.columns).flatMap(([n, f]) => cell(n, f.label, (v) => textOf(f, v, names))),
  ];
}

async function choices(tx: Tx, actor: Actor, to: string, kinds: readonly string[] | null) {
  const register = registers.find((r) => r.name === to);
  const rows = register
    ? await tx.query<{ id: string; name: string; at: string }>(
        `select f.id, ${nameOf(register)} as name, o.name as at ${from(register)}
         where f.jurisdiction_id = $1 and ${under('$2')} and f.recorded_to = 'infinity'
         order by f.${register.since} desc, f.id desc limit ${CHOICES}`,
        [actor.jurisdictionId, pathsOf(actor, 'register:read')],
      )
    : await tx.query<{ id: string; name: string; at: string }>(
        `select o.id, o.name, '' as at from organisation o
         where o.jurisdiction_id = $1 and ${under('$2')} and ($3::text[] is null or o.kind = any($3::text[]))
         order by o.path limit ${CHOICES}`,
        [actor.jurisdictionId, pathsOf(actor, 'register:read'), kinds],
      );
  return rows.map(({ id, name, at }) => ({ value: id, label: at === '' ? name : `${name}（${at}）` }));
}
