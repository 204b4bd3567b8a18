/**
 * One step checks everything on the draft and lists every refusal, or changes the draft; nothing is written here. The clerk
 * loads drafts, steps them and writes the difference in one transaction.
 */
import type { Actor, Role } from '@anjuan/identity';
import { type Day, isDay, LawError } from '@anjuan/law';
import { correcting, edgesOf } from './any-case';
import { type Clock, correctStarts, followingFacts, moveClocks, viewOf } from './clocks';
import { type Draft, type DraftPaper, type DraftParty, keepFacts, keptLines, type Moment, type Step } from './draft';
import { FieldErrors, Refusal, type RefusalReason } from './errors';
import { copiedFacts, divided, partiesIn, unknownReferences, withPartyIds } from './event-fields';
import type { FactValue } from './facts';
import { checkFields, type Values } from './fields';
import { type Holding, handed } from './handling';
import { mergeClocks, merging, mergingRefusals, separating, takeMerger } from './merging';
import { beyondLaw, fallenBy, overrideClocks, overriding, restoring } from './override-clock';
import { correctingParty, correctParties, partyRefusals, strikingParty } from './party-corrections';
import type { Context, Edge, Procedure } from './procedure';
import { reaches } from './reach';
import type { Move } from './recount';
import { afterEnd, endsSittings } from './sittings';
import { standingRefusals, takeStanding, withdrawing } from './standing';

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
    ...correctParties(draft, step.event, values, moment),
    ...given.map((p) => ({ ...p, id: moment.newId(), revision: 1, isNew: true, recordedAt: moment.recordedAt })),
  ];
  const actorRoles = moment.vouched ? [moment.vouched] : rolesReaching(actor, draft, step.event, edge);
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
    ...standingRefusals(draft, step.event, edge, values, step.happenedOn, moment),
    ...partyRefusals(draft, step.event, values),
    ...mergingRefusals(draft, step.event, values, step.happenedOn),
    ...ofGuards(edge.guards, base),
    ...holding.objections.map((o) => ({ ...o, article: edge.cite })),
  ];
  if (refusals.length) throw new Refusal(refusals);

  const copied = { ...draft.facts, ...copiedFacts(step.event, values, procedure) };
  const own: Record<string, FactValue> = { ...copied };
  for (const [name, value] of Object.entries(edge.facts?.({ ...base, facts: copied }) ?? {}))
    if (value !== undefined) own[name] = value;
  if (step.event === correctingParty || step.event === strikingParty)
    Object.assign(own, procedure.repeats?.(parties, draft.parties, own));
  const recorded: Context = { ...base, facts: own };
  const at = { seq, event: step.event, happenedOn: step.happenedOn };
  const clocks =
    step.event === correcting
      ? corrected(draft, edge, base, seq, moment)
      : step.event === overriding || step.event === restoring
        ? lawful(edge, () => overrideClocks(draft.clocks, at, values, moment.office))
        : step.event === merging || step.event === separating
          ? lawful(edge, () => mergeClocks(draft.clocks, at, moment.office))
          : moved(draft, edge, recorded, at, moment);
  const standing = { ...recorded, clocks: clocks.map(viewOf) };
  const told = step.event === correcting ? procedure.derived?.(standing) : edge.factsOfClocks?.(standing);
  for (const [name, value] of Object.entries(told ?? {}))
    if (value !== undefined && !(step.event === correcting && name === values.field)) own[name] = value;
  const facts = { ...own, ...followingFacts(procedure, draft.clocks, clocks, own) };
  const after: Context = { ...base, facts };
  const place = draft.organisation.id;

  const toState = edge.to === 'unchanged' ? (draft.state ?? '') : edge.to;
  const role = actorRoles.find((r) => edge.by.includes(r)) ?? 'system';
  const { open, texts } = divided(edge, values, seq);
  const warnings = [
    ...ofGuards(edge.warns, { ...after, clocks: clocks.map(viewOf) }),
    ...fallenBy(seq, clocks),
    ...beyondLaw(seq, clocks, moment.office),
  ];
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
      parties: parties.filter((p) => !draft.parties.some((known) => known.id === p.id)).map((p) => p.id),
      papers: papers.map((p) => p.id),
      ...handling(draft, holding.after),
      ...(warnings.length ? { warnings } : {}),
      ...(step.event === correcting ? { moves: movesOf(draft.clocks, clocks) } : {}),
    },
    warnings,
  });
  draft.texts.push(...texts);
  draft.papers.push(...papers);
  const struck = draft.parties.filter((p) => !p.isNew && !parties.some((left) => left.id === p.id));
  draft.struck = [...draft.struck, ...struck.map(({ id }) => ({ id, at: moment.recordedAt }))];
  draft.parties = parties;
  draft.clocks = clocks;
  draft.history = [...draft.history, step.event];
  Object.assign(draft, holding.after);
  takeStanding(draft, step.event, values, step.happenedOn, actor, moment);
  takeMerger(draft, at, values, moment.recordedAt);
  if (edge.books) draft.sitting = { from: step.happenedOn, booked: edge.books(after) };
  else if (endsSittings(procedure, edge)) draft.sitting = afterEnd(draft.sitting, step.happenedOn);
  const elsewhere = place !== draft.organisation.id;
  if (JSON.stringify(facts) !== JSON.stringify(draft.facts) || draft.factsFrom === null || elsewhere)
    keepFacts(draft, facts, seq, moment);
  const column = step.event === correcting ? String(values.field) : null;
  const lines =
    column === null
      ? edge.lines?.(after)
      : procedure.correctedLines?.(draft.lines, {
          column,
          from: base.facts[column] ?? null,
          to: facts[column] ?? null,
        });
  if (lines || elsewhere) draft.lines = keptLines(draft, lines ?? draft.lines, seq, moment, elsewhere);
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
function rolesReaching(actor: Actor, draft: Draft, event: string, edge?: Edge): readonly Role[] {
  const { transfer } = draft;
  // The transfer is its sender's to take back, whoever has the case before them now.
  if (event === withdrawing && transfer !== null)
    return actor.posts
      .filter((p) => reaches(p, transfer.from.path, [transfer.fromHandlerId], actor.personId))
      .map((p) => p.role);
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
function corrected(draft: Draft, edge: Edge, c: Context, seq: number, m: Moment): readonly Clock[] {
  const values = c.fields;
  const field = String(values.field);
  const learned = draft.learned.get(field);
  const { old_value: from, new_value: to } = values;
  const isDayColumn = draft.procedure.facts.columns[field]?.type === 'day';
  if (!isDayColumn || learned === undefined || typeof from !== 'string' || typeof to !== 'string') return draft.clocks;
  const knowing = (value: Day): Context => {
    const known = { ...draft.facts, [field]: value };
    return { ...c, facts: known, fields: known };
  };
  return lawful(edge, () =>
    correctStarts(draft.clocks, draft.procedure, { seq, event: correcting, from, to, ...learned, knowing }, m.office),
  );
}

/** What a correction moved, kept with it as a recount keeps its own. */
function movesOf(before: readonly Clock[], after: readonly Clock[]): readonly Move[] {
  return after.flatMap((clock) => {
    const was = before.find((k) => k.id === clock.id);
    if (!was || was === clock) return [];
    const { due, provisional } = clock.outcome.reckoned;
    const from = (was.stored ?? was.outcome.reckoned).due;
    return [{ clock: clock.id, limit: clock.limit, subject: clock.subject, from, to: due, provisional }];
  });
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
