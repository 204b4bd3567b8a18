/**
 * A case in memory while events are applied to it. One step checks everything and lists every refusal, or changes the
 * draft; nothing is written here. The clerk loads drafts, steps them and writes the difference in one transaction.
 */
import type { Actor, Role } from '@anjuan/identity';
import { type Day, isDay, LawError } from '@anjuan/law';
import { correcting, edgesOf } from './any-case';
import { type Clock, correctStarts, moveClocks, viewOf } from './clocks';
import type { DocumentSheet } from './documents';
import { FieldErrors, Refusal, type RefusalReason } from './errors';
import type { FactValue, Line } from './facts';
import { checkFields, type FieldError, type PartyInput, type Value, type Values } from './fields';
import { type CaseOffice, type Holding, handed, type People } from './handling';
import { overrideClocks, overriding, restoring } from './override-clock';
import type { Context, Edge, ParentView, Procedure, Sitting } from './procedure';
import { reaches } from './reach';
import type { Office } from './settings';
import { type Standing, standingRefusals, takeStanding } from './standing';

export type Origin = 'person' | 'sweep' | 'import' | 'demonstration';
/** One event to apply. */
export interface Step {
  readonly event: string;
  /** The legal day of the event. */
  readonly happenedOn: Day;
  readonly fields?: Readonly<Record<string, unknown>>;
}
export interface DraftParty extends PartyInput {
  readonly id: string;
  readonly isNew: boolean;
  readonly recordedAt: Date;
}
export interface DraftEvent {
  readonly seq: number;
  readonly name: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly happenedOn: Day;
  readonly recordedAt: Date;
  readonly late: boolean;
  /** How this event came, which need not be how the case came. */
  readonly origin: Origin;
  readonly actorId: string | null;
  readonly role: Role;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly warnings: readonly RefusalReason[];
}
export interface DraftPaper {
  readonly id: string;
  readonly seq: number;
  readonly sheet: DocumentSheet;
  readonly issuedOn: Day;
  readonly fields: Values;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly due: Readonly<Record<string, Day | null>>;
}
/** A row of the line sheet; `from` is the event of its row in the table, and `pending` what is to be written. */
export interface DraftLine extends Line {
  readonly from: number | null;
  readonly pending: readonly {
    readonly seq: number;
    readonly recordedAt: Date;
    readonly values: Line['values'];
    readonly organisationId: string;
  }[];
}
export interface DraftText {
  readonly seq: number;
  readonly field: string;
  readonly text: string;
}
/** The facts of one moment of recording, and the organisation that held the case then. */
export interface DraftFacts {
  readonly recordedAt: Date;
  seq: number;
  organisationId: string;
  facts: Readonly<Record<string, FactValue>>;
}
export interface Draft extends Standing {
  readonly id: string;
  readonly procedure: Procedure;
  readonly parentId: string | null;
  /** Known while the case is being opened. */
  readonly parent?: ParentView;
  /** Recused from this case. */
  barred: readonly string[];
  readonly legacyNumber: string | null;
  readonly origin: Origin;
  readonly isNew: boolean;
  readonly createdAt: Date;
  /** Null until the opening event. */
  state: string | null;
  stateSince: Day | null;
  openedOn: Day | null;
  version: number;
  registerNumber: string | null;
  number: string | null;
  /** Year in which the case number was earned by a step of this draft. */
  earned: number | null;
  facts: Readonly<Record<string, FactValue>>;
  /** Row of the facts known before this draft: its first event, to be closed when they change. */
  readonly factsFrom: number | null;
  /** Fact rows to write: one per moment of recording. */
  factRows: DraftFacts[];
  /** Empty where the kind has no line sheet. */
  lines: readonly DraftLine[];
  /** By which events each fact came to its present value: sequences in (after, upTo]. Read for corrections alone. */
  learned: ReadonlyMap<string, { readonly after: number; readonly upTo: number }>;
  /** The sitting to write; null gives free what lay ahead, undefined changes nothing. */
  sitting: { readonly from: Day; readonly booked: Sitting | null } | undefined;
  parties: readonly DraftParty[];
  clocks: readonly Clock[];
  history: readonly string[];
  events: DraftEvent[];
  papers: DraftPaper[];
  texts: DraftText[];
}

/** The moment and office a step happens in. */
export interface Moment {
  readonly office: Office;
  readonly recordedAt: Date;
  readonly origin: Origin;
  /** The legal day of recording: nothing may have happened later. */
  readonly today: Day;
  readonly newId: () => string;
  /** People of the jurisdiction that fields may name, with their posts. */
  readonly people: People;
  /** Organisations that fields name, by id. */
  readonly organisations: ReadonlyMap<string, CaseOffice>;
  /** Cases that fields name and the actor may see: id to kind. */
  readonly cases: ReadonlyMap<string, string>;
  readonly daysLate: (happenedOn: Day) => number;
  /** The one role in which the actor acts on this case, where the caller vouches for it and not a post. */
  readonly vouched?: Role;
}

/** Applies one event. Throws FieldErrors or Refusal, and then the draft is unchanged. */
export function takeStep(draft: Draft, step: Step, actor: Actor, moment: Moment): void {
  const { procedure } = draft;
  const edges = edgesOf(procedure);
  const edge: Edge | undefined = Object.hasOwn(edges, step.event) ? edges[step.event] : undefined;
  if (!edge) throw new FieldErrors([{ field: 'event', value: step.event, rule: `${procedure.title}没有这一环节` }]);
  if (!isDay(step.happenedOn))
    throw new FieldErrors([{ field: 'happened_on', value: step.happenedOn, rule: '应为日期，格式 YYYY-MM-DD' }]);
  const { values: checked, errors } = checkFields(edge.fields, step.fields ?? {}, step.happenedOn);
  const values = withPartyIds(draft, edge, checked);
  errors.push(...unknownReferences(draft, edge, values, moment));
  if (errors.length) throw new FieldErrors(errors);

  const seq = draft.version + 1;
  const given = partiesIn(edge, values);
  const parties: readonly DraftParty[] = [
    ...draft.parties,
    ...given.map((p) => ({ ...p, id: moment.newId(), isNew: true, recordedAt: moment.recordedAt })),
  ];
  const actorRoles = moment.vouched ? [moment.vouched] : rolesReaching(actor, draft, edge);
  const base: Context = {
    state: draft.state,
    facts: draft.facts,
    fields: values,
    happenedOn: step.happenedOn,
    parties,
    clocks: draft.clocks.map(viewOf),
    history: draft.history,
    actorRoles,
    actorId: actor.personId,
    handlerId: draft.handlerId,
    secondHandlerId: draft.secondHandlerId,
    settings: moment.office.settings,
    ...(procedure.lines ? { lines: draft.lines } : {}),
    ...(draft.parent && edge.from === 'opening' ? { parent: draft.parent } : {}),
  };
  const holding = handOn(draft, edge, base, actor, moment);
  const refusals = [
    ...ofOrder(draft, edge, step, moment, actorRoles),
    ...standingRefusals(draft, step.event, edge, values, step.happenedOn),
    ...ofGuards(edge.guards, base),
    ...holding.objections.map((o) => ({ ...o, article: edge.cite })),
  ];
  if (refusals.length) throw new Refusal(refusals);

  const copied = { ...draft.facts, ...copiedFacts(edge, values, procedure) };
  const facts: Record<string, FactValue> = { ...copied };
  for (const [name, value] of Object.entries(edge.facts?.({ ...base, facts: copied }) ?? {}))
    if (value !== undefined) facts[name] = value;
  const after: Context = { ...base, facts };
  const at = { seq, event: step.event, happenedOn: step.happenedOn };
  const clocks =
    step.event === correcting
      ? corrected(draft, edge, values, seq, moment)
      : step.event === overriding || step.event === restoring
        ? lawful(edge, () => overrideClocks(draft.clocks, at, values, moment.office))
        : moved(draft, edge, after, at, moment);
  const place = draft.organisation.id;

  const toState = edge.to === 'unchanged' ? (draft.state ?? '') : edge.to;
  const role = actorRoles.find((r) => edge.by.includes(r)) ?? 'system';
  const { open, texts } = divided(edge, values, seq);
  const warnings = ofGuards(edge.warns, { ...after, clocks: clocks.map(viewOf) });
  const papers = issued(edge, after, procedure, seq, clocks, values, moment);
  draft.events.push({
    seq,
    name: step.event,
    fromState: draft.state,
    toState,
    happenedOn: step.happenedOn,
    recordedAt: moment.recordedAt,
    late: moment.daysLate(step.happenedOn) > moment.office.settings.lateAfterDays,
    origin: moment.origin,
    actorId: actor.personId,
    role,
    payload: {
      fields: open,
      parties: parties.slice(draft.parties.length).map((p) => p.id),
      papers: papers.map((p) => p.id),
      ...handling(draft, holding.after),
      ...(warnings.length ? { warnings } : {}),
    },
    warnings,
  });
  draft.texts.push(...texts);
  draft.papers.push(...papers);
  draft.parties = parties;
  draft.clocks = clocks;
  draft.history = [...draft.history, step.event];
  Object.assign(draft, holding.after);
  takeStanding(draft, step.event, values, step.happenedOn, actor, moment);
  if (edge.books) draft.sitting = { from: step.happenedOn, booked: edge.books(after) };
  const elsewhere = place !== draft.organisation.id;
  if (JSON.stringify(facts) !== JSON.stringify(draft.facts) || draft.factsFrom === null || elsewhere)
    keepFacts(draft, facts, seq, moment);
  if (edge.lines || elsewhere)
    draft.lines = keptLines(draft, edge.lines?.(after) ?? draft.lines, seq, moment, elsewhere);
  if (edge.earnsNumber && draft.number === null && draft.earned === null)
    draft.earned = Number(step.happenedOn.slice(0, 4));
  if (edge.to !== 'unchanged') {
    draft.state = edge.to;
    draft.stateSince = step.happenedOn;
  }
  draft.openedOn ??= step.happenedOn;
  draft.version = seq;
}

/** The roles in which the actor's posts reach the case (a new one: its organisation). */
export function rolesReaching(actor: Actor, draft: Draft, edge?: Edge): readonly Role[] {
  return postsReaching(actor, draft, edge).map((p) => p.role);
}

function ofOrder(draft: Draft, edge: Edge, step: Step, m: Moment, roles: readonly Role[]): RefusalReason[] {
  const { procedure } = draft;
  const found: RefusalReason[] = [];
  const refuse = (guard: string, message: string) => found.push({ guard, message, article: edge.cite });
  const stateTitle = draft.state === null ? '尚未登记' : (procedure.states[draft.state] ?? draft.state);
  const fits = edge.from === 'opening' ? draft.state === null : draft.state !== null && edge.from.includes(draft.state);
  if (!fits) refuse('engine.state', `案件现为“${stateTitle}”，不能办理“${edge.title}”`);
  if (!edge.by.some((r) => roles.includes(r))) refuse('engine.role', `您的岗位不能办理“${edge.title}”`);
  if (step.happenedOn > m.today) refuse('engine.future', `发生日期${step.happenedOn}晚于今天（${m.today}）`);
  if (edge.to !== 'unchanged' && !edge.reverses && draft.stateSince !== null && step.happenedOn < draft.stateSince)
    refuse('engine.order', `发生日期${step.happenedOn}早于案件进入“${stateTitle}”的日期${draft.stateSince}`);
  if (edge.to === 'unchanged' && draft.openedOn !== null && step.happenedOn < draft.openedOn)
    refuse('engine.order', `发生日期${step.happenedOn}早于收案日期${draft.openedOn}`);
  if (edge.continues && draft.parentId === null) refuse('engine.parent', `“${edge.title}”须从前案开启`);
  return found;
}

function postsReaching(actor: Actor, draft: Draft, edge?: Edge): Actor['posts'] {
  const whose = edge?.from === 'opening' ? [actor.personId] : [draft.handlerId, draft.secondHandlerId];
  return actor.posts.filter((p) => reaches(p, draft.organisation.path, whose, actor.personId));
}

/** In whose hands the edge leaves the case, and what stands against it. */
function handOn(draft: Draft, edge: Edge, c: Context, actor: Actor, m: Moment): ReturnType<typeof handed> {
  const { handlerId, secondHandlerId, barred, organisation } = draft;
  const before: Holding = { handlerId, secondHandlerId, barred, organisation };
  const hands = edge.hands?.(c);
  if (!hands) return { after: before, objections: [] };
  const by = postsReaching(actor, draft, edge).filter((p) => edge.by.includes(p.role));
  return handed(before, hands, { kind: draft.procedure.kind, on: c.happenedOn, people: m.people, by });
}

/** For the event: who had the case before and has it now, as ids. */
function handling(before: Holding, after: Holding): { handling?: Record<string, readonly (string | null)[]> } {
  const changes = {
    ...(before.handlerId === after.handlerId ? {} : { handler: [before.handlerId, after.handlerId] }),
    ...(before.secondHandlerId === after.secondHandlerId
      ? {}
      : { second: [before.secondHandlerId, after.secondHandlerId] }),
    ...(before.organisation.id === after.organisation.id
      ? {}
      : { organisation: [before.organisation.id, after.organisation.id] }),
  };
  return Object.keys(changes).length ? { handling: changes } : {};
}

function ofGuards(guards: Edge['guards'], c: Context): RefusalReason[] {
  return (guards ?? []).flatMap((g) => {
    const message = g.refuses(c);
    return message === null ? [] : [{ guard: g.name, message, article: g.cite }];
  });
}

/** The clocks after a fact was corrected: those that started on the wrong day, told from the facts' own history. */
function corrected(draft: Draft, edge: Edge, values: Values, seq: number, m: Moment): readonly Clock[] {
  const field = String(values.field);
  const learned = draft.learned.get(field);
  const { old_value: from, new_value: to } = values;
  const isDayColumn = draft.procedure.facts.columns[field]?.type === 'day';
  if (!isDayColumn || learned === undefined || typeof from !== 'string' || typeof to !== 'string') return draft.clocks;
  return lawful(edge, () =>
    correctStarts(draft.clocks, draft.procedure, { seq, event: correcting, from, to, ...learned }, m.office),
  );
}

/** A clock the law does not allow (an extension beyond its measure) refuses the event like a guard. */
function moved(
  draft: Draft,
  edge: Edge,
  c: Context,
  at: Parameters<typeof moveClocks>[3],
  m: Moment,
): readonly Clock[] {
  return lawful(edge, () => moveClocks(draft.clocks, edge, c, at, m.office, m.newId));
}

function lawful<T>(edge: Edge, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    throw new Refusal([{ guard: `law.${error.code}`, message: error.message, article: edge.cite }]);
  }
}

const partiesIn = (edge: Edge, values: Values): readonly PartyInput[] =>
  Object.entries(edge.fields).flatMap(([name, f]) => {
    const v = values[name];
    return f.type === 'parties' && Array.isArray(v) ? v.filter((p) => typeof p === 'object') : [];
  });

function copiedFacts(edge: Edge, values: Values, procedure: Procedure): Record<string, FactValue> {
  const copied: Record<string, FactValue> = {};
  for (const name of Object.keys(edge.fields)) {
    const v = values[name];
    if (Object.hasOwn(procedure.facts.columns, name) && v !== null && v !== undefined && typeof v !== 'object')
      copied[name] = v;
  }
  return copied;
}

/** `applicant#2` → the id of the second applicant; what finds nobody stays as it is and is refused as unknown. */
function withPartyIds(draft: Draft, edge: Edge, values: Values): Values {
  const named: Record<string, Value> = { ...values };
  for (const [name, f] of Object.entries(edge.fields)) {
    const v = values[name];
    if (f.type !== 'party' || typeof v !== 'string' || !v.includes('#')) continue;
    const [role, place] = v.split('#');
    named[name] = draft.parties.filter((p) => p.role === role)[Number(place) - 1]?.id ?? v;
  }
  return named;
}

function unknownReferences(draft: Draft, edge: Edge, values: Values, m: Moment): FieldError[] {
  return Object.entries(edge.fields).flatMap(([name, f]) => {
    const v = values[name];
    if (f.type === 'people' && Array.isArray(v))
      return v
        .filter((id) => typeof id !== 'string' || !m.people.has(id))
        .map((id) => ({ field: name, value: id, rule: `${f.label}：本辖区没有这名人员` }));
    if (typeof v !== 'string') return [];
    if (f.type === 'person' && !m.people.has(v))
      return [{ field: name, value: v, rule: `${f.label}：本辖区没有这名人员` }];
    if (f.type === 'organisation' && !m.organisations.has(v))
      return [{ field: name, value: v, rule: `${f.label}：本辖区没有这一机构` }];
    if (f.type === 'case' && (!m.cases.has(v) || (f.kind !== undefined && m.cases.get(v) !== f.kind)))
      return [{ field: name, value: v, rule: `${f.label}：没有这一案件，或者不在您的权限范围内` }];
    if (f.type === 'party' && !draft.parties.some((p) => p.id === v && f.roles.includes(p.role)))
      return [
        {
          field: name,
          value: v,
          rule: `${f.label}：不是本案的${f.roles.map((r) => draft.procedure.partyRoles[r] ?? r).join('、')}`,
        },
      ];
    return [];
  });
}

/** What may stand in the append-only event, and the personal texts that stand beside it and can be destroyed. */
function divided(edge: Edge, values: Values, seq: number): { open: Record<string, Value>; texts: DraftText[] } {
  const open: Record<string, Value> = {};
  const texts: DraftText[] = [];
  for (const [name, f] of Object.entries(edge.fields)) {
    const v = values[name];
    if (v === null || v === undefined || f.type === 'parties') continue;
    if (f.type === 'text' && f.personal) texts.push({ seq, field: name, text: String(v) });
    else open[name] = v;
  }
  return { open, texts };
}

function issued(
  edge: Edge,
  c: Context,
  procedure: Procedure,
  seq: number,
  clocks: readonly Clock[],
  fields: Values,
  m: Moment,
): DraftPaper[] {
  const due = Object.fromEntries(
    clocks.filter((k) => k.ledger[0]?.seq === seq).map((k) => [k.limit, k.outcome.reckoned.due]),
  );
  return (edge.issues ?? []).flatMap((issue) => {
    const { code, when } = typeof issue === 'string' ? { code: issue, when: undefined } : issue;
    if (when && !when(c)) return [];
    const sheet = procedure.documents.find((d) => d.code === code);
    if (!sheet) throw new Error(`no document ${code}`);
    return [{ id: m.newId(), seq, sheet, issuedOn: c.happenedOn, fields, facts: c.facts, due }];
  });
}

/** Facts recorded at one moment make one row, however many events they came from. */
function keepFacts(draft: Draft, facts: Readonly<Record<string, FactValue>>, seq: number, m: Moment): void {
  draft.facts = facts;
  const last = draft.factRows.at(-1);
  if (last && last.recordedAt.getTime() === m.recordedAt.getTime()) {
    last.seq = seq;
    last.organisationId = draft.organisation.id;
    last.facts = facts;
  } else draft.factRows.push({ seq, recordedAt: m.recordedAt, organisationId: draft.organisation.id, facts });
}

/** Rows with what the event made of them; those recorded at one moment make one, as facts do. All move with the case. */
function keptLines(
  draft: Draft,
  after: readonly Line[],
  seq: number,
  { recordedAt }: Moment,
  elsewhere: boolean,
): readonly DraftLine[] {
  const organisationId = draft.organisation.id;
  return after.map(({ line, values }) => {
    const before = draft.lines.find((l) => l.line === line) ?? { from: null, pending: [], values: null };
    if (!elsewhere && JSON.stringify(before.values) === JSON.stringify(values))
      return { line, values, from: before.from, pending: before.pending };
    const earlier = before.pending.filter((p) => p.recordedAt.getTime() !== recordedAt.getTime());
    return { line, values, from: before.from, pending: [...earlier, { seq, recordedAt, values, organisationId }] };
  });
}
