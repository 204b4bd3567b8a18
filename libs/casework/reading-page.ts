/** The page of one case: everything that is known of it, and what the reader may do next. */
import { type Actor, isRole, type Role, roles } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Clock, Database, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { correcting, edgesOf, restrictions } from './any-case';
import { offeredCorrection } from './corrections';
import { NotFound } from './errors';
import type { FactValue } from './facts';
import { partyKinds } from './fields';
import { isOfferedMerged } from './merging';
import { overriding } from './override-clock';
import type { Procedure } from './procedure';
import { Procedures } from './procedures';
import { mayRead, reaches } from './reach';
import { type CaseRow, caseColumns, caseTables, lightsOf, partyNames, rowView, stateTitle } from './reading';
import { type Horizon, horizonOf, lightOf } from './reading-light';
import type {
  CasePageView,
  CaseRefView,
  ClockRowView,
  EdgeView,
  EventView,
  FactView,
  LinesView,
  PaperView,
  PartyRowView,
  StepView,
} from './reading-views';
import { dutyTitles, edgeView, factView, limitTitle, textOf } from './reading-words';
import { type Cause, type Learned, type Move, recountEvent } from './recount';
import { type Office, readOffice } from './settings';
import { isOfferedWhere } from './standing';

interface HeadRow extends CaseRow {
  readonly path: string;
  readonly parent_id: string | null;
  readonly flag: string | null;
  readonly readers: readonly string[] | null;
  readonly series_id: string | null;
  readonly leads_series: boolean | null;
  readonly second_handler_id: string | null;
  readonly second_handler: string | null;
  readonly version: number;
  readonly state_since: Day;
  readonly origin: string;
}
interface PartyRow {
  readonly id: string;
  readonly role: string;
  readonly kind: string;
  readonly name: string;
  readonly id_number: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}
interface ClockRow {
  readonly id: string;
  readonly limit_id: string;
  readonly subject: string;
  readonly duty: string;
  readonly status: string;
  readonly law: string;
  readonly article: string;
  readonly started_on: Day;
  readonly raw: Day | null;
  readonly due: Day | null;
  readonly excluded_days: number;
  readonly provisional: boolean;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly verified: boolean;
  readonly ended_on: Day | null;
  readonly steps: readonly Partial<StepView>[];
}
interface EventRow {
  readonly seq: number;
  readonly name: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly happened_on: Day;
  readonly recorded_at: Date;
  readonly late: boolean;
  readonly origin: string;
  readonly actor: string | null;
  readonly role: string;
  readonly payload: {
    readonly fields?: Readonly<Record<string, unknown>>;
    readonly warnings?: readonly { readonly message: string; readonly article: string }[];
    /** Before and after, as ids. */
    readonly handling?: Readonly<Record<keyof typeof handlingLabels, readonly (string | null)[]>>;
    readonly cause?: Pick<Cause, 'title'>;
    readonly moves?: readonly Move[];
    readonly learned?: readonly Learned[];
  };
}
const handlingLabels = { handler: '承办人', second: '第二承办人', organisation: '办理机构' };

interface RefRow {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly register_number: string;
  readonly state: string;
  readonly path: string;
  readonly handler_id: string | null;
  readonly readers: readonly string[] | null;
  readonly leads_series: boolean | null;
  readonly second_handler_id: string | null;
  readonly parent_id: string | null;
  readonly merged_into: string | null;
}
const handlersOf = (c: Pick<RefRow, 'handler_id' | 'second_handler_id'>) => [c.handler_id, c.second_handler_id];

@Injectable()
export class CasePages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly procedures: Procedures,
  ) {}

  /** @throws NotFound when there is no such case, or none within the actor's reach */
  async page(actor: Actor, id: string): Promise<CasePageView> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const at = [actor.jurisdictionId, id];
      const [head] = await tx.query<HeadRow>(
        `select ${caseColumns}, o.path, c.parent_id, c.flag, c.readers, c.series_id, c.leads_series, c.version, c.state_since,
                c.origin, c.second_handler_id,
           (select h.name from person h where h.jurisdiction_id = c.jurisdiction_id and h.id = c.second_handler_id) as second_handler
         from ${caseTables} where c.jurisdiction_id = $1 and c.id = $2`,
        at,
      );
      if (!head || !mayRead(actor, scopedOf(head))) throw new NotFound();
      const procedure = this.procedures.of(head.kind);
      const office = await readOffice(tx, actor.jurisdictionId);
      const horizon = horizonOf(this.clock.today(), office.calendar);
      const parties = await tx.query<PartyRow>(
        `select id, role, kind, name, id_number, phone, address from party
         where jurisdiction_id = $1 and case_id = $2 and recorded_to = 'infinity' order by id`,
        at,
      );
      const named = await partiesEver(tx, at);
      const facts = await factsOf(tx, at, procedure);
      const names = await partyNames(tx, actor, [id]);
      const lights = await lightsOf(tx, actor, [id], horizon, office);
      const transfers = await transfersOf(tx, at);
      const clocks = await clocksOf(tx, at, named, horizon, office);
      const events = await eventsOf(tx, at, procedure, named);
      const history = events.map((e) => e.name);
      const stands = {
        inTransfer: transfers.some((t) => t.outcome === null),
        restricted: head.readers !== null,
        inSeries: head.series_id !== null,
        timed: clocks.some((k) => k.status === 'running' || k.status === 'suspended'),
        decided: events.some((e) => e.name === overriding),
      };
      return {
        ...rowView(head, procedure, names.get(id) ?? '', lights.get(id) ?? null),
        version: head.version,
        second_handler:
          head.second_handler_id && head.second_handler
            ? { id: head.second_handler_id, name: head.second_handler }
            : null,
        state_since: head.state_since,
        origin: head.origin,
        facts: factViews(facts, procedure, await peopleOf(tx, actor, procedure, facts)),
        lines: await linesOf(tx, at, procedure, parties),
        parties: parties.map((p) => partyView(p, procedure)),
        clocks,
        papers: await papersOf(tx, at, procedure),
        events,
        allowed_events: allowedEvents(actor, head, procedure, facts, parties, history).filter(
          (e) => isOfferedWhere(stands, e.name) && isOfferedMerged(head.merged_into !== null, e.name),
        ),
        ...(await this.relatives(tx, actor, head)),
        restriction: await restrictionOf(tx, actor, head),
        transfers,
      };
    });
  }

  /** The case it follows and those that follow it, as far as the actor may see them. */
  private async relatives(tx: Tx, actor: Actor, head: HeadRow) {
    const rows = await tx.query<RefRow>(
      `select c.id, c.kind, c.number, c.register_number, c.state, o.path, c.handler_id, c.second_handler_id, c.readers,
              c.leads_series, c.parent_id, c.merged_into from ${caseTables}
       where c.jurisdiction_id = $1 and (c.id = $2 or c.parent_id = $3 or c.id = $4 or c.series_id = $3
         or c.id = $5 or c.merged_into = $3)
       order by c.opened_on, c.id`,
      [actor.jurisdictionId, head.parent_id, head.id, head.series_id, head.merged_into],
    );
    const seen = rows.filter((r) => mayRead(actor, scopedOf(r)));
    const view = (r: RefRow): CaseRefView => ({
      id: r.id,
      kind: r.kind,
      number: r.number,
      register_number: r.register_number,
      state: r.state,
      state_title: stateTitle(this.procedures.of(r.kind), r.state),
    });
    const parent = seen.find((r) => r.id === head.parent_id);
    const series = seen.find((r) => r.id === head.series_id);
    const members = head.kind === 'series' ? seen.filter((r) => r.leads_series !== null && r !== parent) : [];
    const children = seen.filter((r) => r.parent_id === head.id);
    const into = seen.find((r) => r.id === head.merged_into);
    return {
      parent: parent ? view(parent) : null,
      children: children.map(view),
      merged_into: into ? view(into) : null,
      duplicates: seen.filter((r) => r.merged_into === head.id).map(view),
      series: series ? { ...view(series), lead: head.leads_series === true } : null,
      members: members.map((r) => ({ ...view(r), lead: r.leads_series === true })),
    };
  }
}

const scopedOf = (r: Pick<RefRow, 'kind' | 'path' | 'handler_id' | 'second_handler_id' | 'readers'>) => ({
  kind: r.kind,
  path: r.path,
  handlers: handlersOf(r),
  readers: r.readers,
});

async function restrictionOf(tx: Tx, actor: Actor, head: HeadRow): Promise<CasePageView['restriction']> {
  if (head.readers === null) return null;
  const readers = await tx.query<{ id: string; name: string }>(
    'select id, name from person where jurisdiction_id = $1 and id = any($2::uuid[]) order by name, id',
    [actor.jurisdictionId, head.readers],
  );
  const title = Object.entries(restrictions).find(([code]) => code === head.flag)?.[1];
  return { flag: head.flag ?? '', title: title ?? '限制知悉范围', readers };
}

async function transfersOf(tx: Tx, at: readonly unknown[]): Promise<CasePageView['transfers']> {
  return tx.query<CasePageView['transfers'][number]>(
    `select f.name "from", t.name "to", x.sent_on, x.settled_on, x.outcome from case_transfer x
     join organisation f on f.jurisdiction_id = x.jurisdiction_id and f.id = x.from_id
     join organisation t on t.jurisdiction_id = x.jurisdiction_id and t.id = x.to_id
     where x.jurisdiction_id = $1 and x.case_id = $2 order by x.sent_on, x.id`,
    at,
  );
}

/** What the actor's posts may do in this state; the guards are asked only when it is done. */
function allowedEvents(
  actor: Actor,
  head: Pick<HeadRow, 'state' | 'path' | 'handler_id' | 'second_handler_id'>,
  p: Procedure,
  facts: Readonly<Record<string, FactValue>>,
  parties: readonly PartyRow[],
  history: readonly string[],
): EdgeView[] {
  const held: readonly Role[] = actor.posts
    .filter((post) => reaches(post, head.path, handlersOf(head), actor.personId))
    .map((post) => post.role);
  return Object.entries(edgesOf(p))
    .filter(([, e]) => e.from !== 'opening' && e.from.includes(head.state) && e.by.some((r) => held.includes(r)))
    .filter(([, e]) => e.offered?.(facts) ?? true)
    .flatMap(([name, e]) => {
      if (name !== correcting) return [edgeView(name, e, p, parties)];
      const offered = offeredCorrection(e, p, facts, history);
      return offered ? [edgeView(name, offered, p, parties)] : [];
    });
}

/** Every party the case ever had by its last name: events and periods still name those struck since. */
export function partiesEver(tx: Tx, at: readonly unknown[]): Promise<Pick<PartyRow, 'id' | 'name'>[]> {
  return tx.query(
    `select distinct on (id) id, name from party where jurisdiction_id = $1 and case_id = $2 order by id, revision desc`,
    at,
  );
}

async function factsOf(tx: Tx, at: readonly unknown[], p: Procedure): Promise<Readonly<Record<string, FactValue>>> {
  const columns = Object.keys(p.facts.columns);
  const [row] = await tx.query<Record<string, FactValue>>(
    `select ${columns.join(', ')} from ${p.facts.table}
     where jurisdiction_id = $1 and case_id = $2 and recorded_to = 'infinity'`,
    at,
  );
  return Object.fromEntries(columns.map((name) => [name, row?.[name] ?? null]));
}

/** Names of the people that the facts speak of. */
async function peopleOf(
  tx: Tx,
  actor: Actor,
  p: Procedure,
  facts: Readonly<Record<string, FactValue>>,
): Promise<ReadonlyMap<string, string>> {
  const ids = Object.entries(p.facts.columns).flatMap(([name, c]) =>
    c.type === 'person' && facts[name] !== null ? [facts[name]] : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from person where jurisdiction_id = $1 and id = any($2::uuid[])',
    [actor.jurisdictionId, ids],
  );
  return new Map(rows.map((r) => [r.id, r.name] as const));
}

const factViews = (
  facts: Readonly<Record<string, FactValue>>,
  p: Procedure,
  names: ReadonlyMap<string, string>,
): FactView[] =>
  Object.entries(p.facts.columns)
    .map(([name, c]) => factView(name, c, facts[name], names))
    .filter((f) => f !== null);

async function linesOf(
  tx: Tx,
  at: readonly unknown[],
  { lines: sheet }: Procedure,
  parties: readonly PartyRow[],
): Promise<LinesView | null> {
  if (!sheet) return null;
  const columns = Object.entries(sheet.columns);
  const names = new Map(parties.map((p) => [p.id, p.name] as const));
  const rows = await tx.query<Record<string, FactValue>>(
    `select ${columns.map(([name]) => name).join(', ')} from ${sheet.table}
     where jurisdiction_id = $1 and case_id = $2 and recorded_to = 'infinity' order by line`,
    at,
  );
  return {
    title: sheet.title,
    columns: columns.map(([, c]) => c.label),
    rows: rows.map((row) =>
      columns.map(([name, c]) => {
        const value = row[name] ?? null;
        return value === null ? '' : textOf(c, value, names);
      }),
    ),
  };
}

const partyView = (x: PartyRow, p: Procedure): PartyRowView => ({
  ...x,
  role_title: p.partyRoles[x.role] ?? x.role,
  kind_title: Object.entries(partyKinds).find(([kind]) => kind === x.kind)?.[1] ?? x.kind,
});

async function clocksOf(
  tx: Tx,
  at: readonly unknown[],
  parties: readonly Pick<PartyRow, 'id' | 'name'>[],
  horizon: Horizon,
  office: Office,
): Promise<ClockRowView[]> {
  const rows = await tx.query<ClockRow>(
    `select id, limit_id, subject, duty, status, law, article, started_on, raw, due, excluded_days, provisional,
            earliest, latest, verified, ended_on, steps
     from clock where jurisdiction_id = $1 and case_id = $2
     order by status not in ('running', 'suspended'), due nulls last, started_on, id`,
    at,
  );
  return rows.map(({ limit_id, steps, ...k }) => ({
    ...k,
    limit: limit_id,
    title: limitTitle(limit_id),
    subject: k.subject === '' ? null : (parties.find((p) => p.id === k.subject)?.name ?? k.subject),
    duty_title: dutyTitles[k.duty] ?? k.duty,
    light: lightOf({ ...k, limit_id }, limitTitle(limit_id), horizon, office.calendar),
    steps: steps.map((s, i) => ({
      n: s.n ?? i + 1,
      text: s.text ?? '',
      date: s.date ?? null,
      article: s.article ?? null,
      notice: s.notice ?? null,
    })),
  }));
}

async function papersOf(tx: Tx, at: readonly unknown[], p: Procedure): Promise<PaperView[]> {
  const rows = await tx.query<Omit<PaperView, 'title'>>(
    'select id, code, number, issued_on from paper where jurisdiction_id = $1 and case_id = $2 order by seq, id',
    at,
  );
  return rows.map((r) => ({ ...r, title: p.documents.find((d) => d.code === r.code)?.title ?? r.code }));
}

/** What happened to the case, newest first, with the fields of each event in words. */
export async function eventsOf(
  tx: Tx,
  at: readonly unknown[],
  p: Procedure,
  parties: readonly Pick<PartyRow, 'id' | 'name'>[],
): Promise<EventView[]> {
  const rows = await tx.query<EventRow>(
    `select e.seq, e.name, e.from_state, e.to_state, e.happened_on, e.recorded_at, e.late, e.origin, e.role, e.payload,
            (select a.name from person a where a.jurisdiction_id = e.jurisdiction_id and a.id = e.actor_id) as actor
     from event e where e.jurisdiction_id = $1 and e.case_id = $2 order by e.seq desc`,
    at,
  );
  const texts = await tx.query<{ seq: number; field: string; text: string }>(
    'select seq, field, text from case_text where jurisdiction_id = $1 and case_id = $2',
    at,
  );
  const edges = edgesOf(p);
  const names = new Map([...parties.map((x) => [x.id, x.name] as const), ...(await peopleIn(tx, at, p, rows))]);
  return rows.map(({ payload, role, recorded_at, ...e }) => {
    const edge = edges[e.name];
    const values: Record<string, unknown> = {
      ...payload.fields,
      ...Object.fromEntries(texts.filter((t) => t.seq === e.seq).map((t) => [t.field, t.text])),
    };
    return {
      ...e,
      title: edge?.title ?? (e.name === recountEvent.name ? recountEvent.title : e.name),
      to_state_title: stateTitle(p, e.to_state),
      recorded_at: recorded_at.toISOString(),
      role_title: isRole(role) ? roles[role].title : role,
      fields: [
        ...Object.entries(edge?.fields ?? {}).flatMap(([name, f]) => {
          const value = values[name];
          return value === undefined || value === null || value === false
            ? []
            : [{ name, label: f.label, text: textOf(f, value, names) }];
        }),
        ...Object.entries(handlingLabels).flatMap(([name, label]) => {
          const change = Object.entries(payload.handling ?? {}).find(([of]) => of === name)?.[1];
          const text = change?.map((id) => (id === null ? '未分配' : (names.get(id) ?? id))).join(' → ');
          return text === undefined ? [] : [{ name: `handling.${name}`, label, text }];
        }),
        ...(payload.cause ? [{ name: 'cause', label: '缘由', text: payload.cause.title }] : []),
        ...(payload.moves ?? []).map((move) => ({ name: `move.${move.clock}`, ...moveWords(move, names) })),
        ...(payload.learned ?? []).flatMap(({ fact, from, to }) => {
          const column = p.facts.columns[fact];
          const said = (value: FactValue) => (column && value !== null ? textOf(column, value, names) : '没有');
          return column ? [{ name: `learned.${fact}`, label: column.label, text: `${said(from)} → ${said(to)}` }] : [];
        }),
      ],
      warnings: (payload.warnings ?? []).map(({ message, article }) => ({ message, article })),
    };
  });
}

function moveWords({ limit, subject, from, to, provisional }: Move, names: ReadonlyMap<string, string>) {
  const whose = subject === '' ? '' : `（${names.get(subject) ?? subject}）`;
  const [before, after] = [from ?? '中止', to ?? '中止'];
  const text = from === to ? `${after}，日期不变` : `${before} → ${after}`;
  return { label: `${limitTitle(limit)}${whose}`, text: `${text}${provisional ? '（暂定）' : ''}` };
}

/** Names of the people, organisations and cases that the events' fields name, and of those the case went through. */
async function peopleIn(
  tx: Tx,
  at: readonly unknown[],
  p: Procedure,
  events: readonly EventRow[],
): Promise<(readonly [string, string])[]> {
  const ids = events.flatMap((e) => [
    ...Object.entries(edgesOf(p)[e.name]?.fields ?? {}).flatMap(([name, f]) => {
      const value: unknown = e.payload.fields?.[name];
      if (f.type === 'people' && Array.isArray(value)) return value.map(String);
      return ['person', 'organisation', 'case'].includes(f.type) && typeof value === 'string' ? [value] : [];
    }),
    ...Object.values(e.payload.handling ?? {}).flatMap((change) => change.filter((id) => id !== null)),
  ]);
  if (ids.length === 0) return [];
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, name from person where jurisdiction_id = $1 and id = any($2::uuid[])
     union all select id, name from organisation where jurisdiction_id = $1 and id = any($2::uuid[])
     union all select id, coalesce(number, register_number) from case_file
               where jurisdiction_id = $1 and id = any($2::uuid[])`,
    [at[0], ids],
  );
  return rows.map((r) => [r.id, r.name] as const);
}
