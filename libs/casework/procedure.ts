/**
 * A procedure is data: states and named edges. An edge says from where to where, who may, which guards, which clocks it
 * moves, which papers it issues, which facts it records and the article it rests on. The clerk walks it; the route, the
 * permission, the button, the audit row and the generated page follow.
 */
import type { Role } from '@anjuan/identity';
import type { Day, LawCode, LimitId, TriggerFact } from '@anjuan/law';
import type { DocumentSheet } from './documents';
import type { Columns, FactSheet, Facts, FactValue, Line, LineSheet } from './facts';
import type { Fields, FieldValues, PartyInput, PartyKind } from './fields';

export interface PartyView {
  readonly id: string;
  readonly role: string;
  readonly kind: PartyKind;
}
export type ClockStatus = 'running' | 'suspended' | 'met' | 'cancelled';
export interface ClockView {
  readonly limit: LimitId;
  /** Whom the clock is for where one limit runs several times (a recipient's party id), else ''. */
  readonly subject: string;
  readonly status: ClockStatus;
  /** The trigger day. */
  readonly from: Day;
  readonly due: Day | null;
  /** A supervisor's decision lies over it. */
  readonly overridden?: boolean;
  /** Calendar days of suspension and the like that did not count so far; absent: none. */
  readonly excludedDays?: number;
}
/** A clock with the law whose version gives its length. */
export interface BoundClockView extends ClockView {
  readonly law: LawCode;
}
/** Local rules of the jurisdiction that procedures ask for; every one has a default and a mark in the settings. */
export interface CaseworkSettings {
  /** Follow-up visits and the soft one-month period run for oral agreements too. Default false: one county registers 27 000 a year. */
  readonly oralSoftClocks: boolean;
  /** Under the 2023 law one reviewer is enough in simplified procedure (I). Default true. */
  readonly simplifiedSingleReviewer: boolean;
  /** Days after performance within which a mediator visits (M/I). Default 15. */
  readonly followUpDays: number;
  /** An event recorded more than so many days after it happened is marked 补录 (I). Default 3. */
  readonly lateAfterDays: number;
  /** 分派时限: working days in which a referral must be given to somebody (local rule, I). Default null: not watched. */
  readonly dispatchDays: number | null;
  /** 邮寄在途: calendar days after a correction period in which a reply may still arrive that was posted in time, before silence is proposed, or may be recorded, as abandonment (I). Default 5. */
  readonly mailAllowanceDays: number;
  /** 回复移送单位: working days after the end of a referred mediation (local rule, I). Default null: not watched. */
  readonly referralReplyDays: number | null;
}

/** The file a case is opened under. */
export interface ParentView {
  readonly kind: string;
  readonly state: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  /** It was found to be a duplicate and merged into another case. */
  readonly merged: boolean;
}

/** A fact that was mistaken, and what it is. */
export interface FactChange {
  readonly column: string;
  readonly from: FactValue;
  readonly to: FactValue;
}

/** What guards, conditions and fact functions see. Dates compared here are legal days, never today's. */
export interface Context<C extends Columns = Columns, F extends Fields = Fields> {
  readonly state: string | null;
  readonly facts: Facts<C>;
  readonly fields: FieldValues<F>;
  readonly happenedOn: Day;
  readonly parties: readonly PartyView[];
  readonly clocks: readonly ClockView[];
  /** Names of the events so far, oldest first. */
  readonly history: readonly string[];
  /** The roles in which the actor reaches the case: law of the day may ask for another approver. */
  readonly actorRoles: readonly Role[];
  /** The person who records the event; null for the clock's sweeps. */
  readonly actorId: string | null;
  /** Who handles the case before this event; null: nobody yet. */
  readonly handlerId: string | null;
  readonly secondHandlerId: string | null;
  readonly settings: CaseworkSettings;
  /** Rows of the kind's line sheet as known now; absent where the kind has none. */
  readonly lines?: readonly Line[];
  /** At the opening alone: the file it is opened under, where there is one. */
  readonly parent?: ParentView;
}
/** A context of which only the facts' type is known: what shared guards take. */
export type AnyContext<C extends Columns> = Omit<Context<C>, 'fields'> & {
  readonly fields: Readonly<Record<string, unknown>>;
};

export interface Guard<X> {
  /** `subject.thing`, for the refusal's code. */
  readonly name: string;
  /** Article or paper the guard rests on. */
  readonly cite: string;
  /** Null, or why not, in Chinese. */
  refuses(c: X): string | null;
}
/** What an edge does to who handles the case; what is left out stays. Null: nobody. */
export interface Hands {
  readonly handler?: string | null;
  readonly second?: string | null;
  /** 回避: this person can never be given the case again. */
  readonly bars?: string;
}
interface OfClock<X> {
  readonly limit: LimitId;
  when?(c: X): boolean;
  /** Recipients or instalments: one clock per subject. Default: one clock for all (''), and moves take every subject. */
  subjects?(c: X): readonly string[];
}
export interface StartsClock<X> extends OfClock<X> {
  /** The trigger day; default: the event's day. Null starts nothing. */
  from?(c: X): Day | null;
  /**
   * Starts with the suspensions of the last clock of this limit: a conversion keeps the days that did not count. Of its
   * own limit, which is a corrected start, the extension stays too.
   */
  readonly carries?: LimitId;
  /** Named trigger facts where the law's versions differ in their trigger or a convention chooses; default: every name bears `from`. */
  triggers?(c: X): Readonly<Partial<Record<TriggerFact, Day | null>>>;
  /** For limits whose length is given by a paper: the days, or the due day itself. */
  givenDays?(c: X): number | null;
  givenDue?(c: X): Day | null;
  /** The day on which the duty had been done already, before anybody recorded its start; the clock is then only shown. */
  metOn?(c: X): Day | null;
}
interface StopsClock<X> extends OfClock<X> {
  /** Where several causes may stop a clock at once it runs again when none is left. Default: one unnamed cause. */
  readonly cause?: string;
}
/** A trigger fact that becomes known while the clock runs; the law and the conventions say whether the clock moves. */
interface DatesClock<X> extends OfClock<X> {
  triggers(c: X): Readonly<Partial<Record<TriggerFact, Day | null>>>;
}
export interface ExtendsClock<X> extends OfClock<X> {
  days(c: X): number;
}
export type Starts<X> = LimitId | StartsClock<X>;
export type Moves<X> = LimitId | OfClock<X>;
export type Stops<X> = LimitId | StopsClock<X>;
/** A sitting in the calendar: from quarter to quarter of one day (0 is midnight), a room, people; either may be absent. */
export interface Sitting {
  readonly on: Day;
  readonly fromQuarter: number;
  /** The first quarter of an hour that is free again. */
  readonly toQuarter: number;
  readonly room: string | null;
  readonly people: readonly string[];
}
export type Issues<X, D extends string> = D | { readonly code: D; when?(c: X): boolean };

/** Functions are written as methods on purpose: an edge typed by its own fields is then usable where any fields are expected. */
export interface Edge<
  S extends string = string,
  C extends Columns = Columns,
  F extends Fields = Fields,
  D extends string = string,
> {
  /** The verb on the button. */
  readonly title: string;
  /** 'opening': the edge opens a case. */
  readonly from: 'opening' | readonly S[];
  /** 'unchanged': a fact-only edge; it may lie before the last change of state. */
  readonly to: S | 'unchanged';
  readonly by: readonly Role[];
  readonly fields: F;
  readonly guards?: readonly Guard<Context<C, F>>[];
  /** Shown as a button only then; whether it may be done is for the guards alone. Default: whenever the state fits. */
  offered?(facts: Facts<C>): boolean;
  /** What the law makes a person think about and decide: told, kept with the event, never in the way of it. Asked with the clocks as the event leaves them. */
  readonly warns?: readonly Guard<Context<C, F>>[];
  readonly starts?: readonly Starts<Context<C, F>>[];
  readonly meets?: readonly Moves<Context<C, F>>[];
  readonly cancels?: readonly Moves<Context<C, F>>[];
  readonly extends?: readonly ExtendsClock<Context<C, F>>[];
  readonly dates?: readonly DatesClock<Context<C, F>>[];
  readonly suspends?: readonly Stops<Context<C, F>>[];
  readonly resumes?: readonly Stops<Context<C, F>>[];
  readonly issues?: readonly Issues<Context<C, F>, D>[];
  /** The sitting that the edge fixes, or null: what the case had ahead is given free. Rooms and people are never taken twice. */
  books?(c: Context<C, F>): Sitting | null;
  /** Facts beyond the fields of the same name. */
  facts?(c: Context<C, F>): Partial<Facts<C>>;
  /** Facts that the clocks tell once the event has moved them. */
  factsOfClocks?(c: Context<C, F>): Partial<Facts<C>>;
  /** The rows of the kind's line sheet after the event; a row once there stays, with new values where they changed. */
  lines?(c: Context<C, F>): readonly Line[];
  /** Who handles the case from now on. The case moves to the new handler's organisation where it must. */
  hands?(c: Context<C, F>): Hands;
  /** An opening that follows an earlier case: refused without one. */
  readonly continues?: boolean;
  /** The edge earns the case number (案号): in the year of the event's day. */
  readonly earnsNumber?: boolean;
  /** A counter-event that may bear a day before the last change of state (the paper came in time, the record late). */
  readonly reverses?: boolean;
  readonly cite: string;
  /** V: text read; M: recalled; I: inference. Default V. */
  readonly verified?: 'V' | 'M' | 'I';
}

/** What the clock may do by itself: the day after `limit` ran out, the sweep sends `event`, dated the last day of the limit. */
export interface Lapse {
  readonly limit: LimitId;
  readonly event: string;
}

/** What a lapsed period only proposes: `event`, which a named person confirms or dismisses. */
export interface DueProposal {
  readonly limit: LimitId;
  readonly event: string;
  /** Why, as the second half of a sentence, without its full stop. */
  readonly reason: string;
  /** Calendar days allowed beyond the due day, and what for. Default: none. */
  allowance?(settings: CaseworkSettings): number;
  readonly allowanceReason?: string;
  /** Fields of the event that follow from the proposal itself. */
  readonly preset?: Readonly<Record<string, string>>;
}

/** 更正的范围: which facts of a kind a person may correct, and in what bounds beyond those of the form that recorded them. */
export interface Corrections<C extends Columns = Columns> {
  /**
   * Reckoned from events, other facts or parties, or settled by which event took place: whoever wants another value does
   * another event. Counts of events are no such facts: an event entered twice is put right by its count alone.
   */
  readonly fixed?: readonly (keyof C & string)[];
  /** Days in the order in which they come; unknown ones are passed over. */
  readonly order?: readonly (readonly (keyof C & string)[])[];
  /** Codes that say what took place: groups of those that one state admits; a code in no group stays what it is. */
  readonly alike?: { readonly [K in keyof C & string]?: readonly (readonly string[])[] };
  /** What repeats the corrected fact: `facts` with the correction, `c` the case before it. */
  entails?(facts: Facts<C>, c: AnyContext<C>): Partial<Facts<C>>;
}

/** A case of the kind keeps the one it was opened under from being merged away, as what was paid for it would count twice. */
export interface Binding<S extends string = string> {
  /** States in which it no longer does. */
  readonly until: readonly S[];
  readonly because: string;
  readonly cite: string;
}

export interface Procedure<S extends string = string, C extends Columns = Columns, E extends string = string> {
  readonly kind: string;
  readonly title: string;
  readonly facts: FactSheet<C>;
  readonly lines?: LineSheet;
  readonly states: Readonly<Record<S, string>>;
  /** States in which the case is out of the office's hands; no edge need leave them. */
  readonly closed: readonly S[];
  readonly binds?: Binding<S>;
  readonly partyRoles: Readonly<Record<string, string>>;
  readonly documents: readonly DocumentSheet<C>[];
  readonly lapses?: readonly Lapse[];
  readonly proposes?: readonly DueProposal[];
  /** 'none': every fact is the machine's own; a mistake is taken back by the kind's own events. */
  readonly corrections: Corrections<C> | 'none';
  /** Facts that repeat the parties: asked when one was corrected or struck. `before`: the parties as they were. */
  repeats?(parties: readonly PartyInput[], before: readonly PartyInput[], facts: Facts<C>): Partial<Facts<C>>;
  /**
   * Facts that repeat from which day and by which law a clock counts: asked when an event or a recount makes either
   * another, so that one answer rules both. A law that a head decided on for the clock alone is not repeated.
   */
  follows?(clock: BoundClockView, facts: Facts<C>): Partial<Facts<C>>;
  /** Facts that were once found from other facts and clocks: found again when a fact is corrected. */
  derived?(c: AnyContext<C>): Partial<Facts<C>>;
  /** Rows that repeat a fact which was corrected, as they stand afterwards. */
  correctedLines?(lines: readonly Line[], change: FactChange): readonly Line[];
  readonly edges: Readonly<Record<E, Edge<S, C, Fields>>>;
}

interface Outline<S extends string, C extends Columns, D extends string> {
  readonly kind: string;
  readonly title: string;
  readonly facts: FactSheet<C>;
  readonly lines?: LineSheet;
  readonly states: Readonly<Record<S, string>>;
  readonly closed: readonly NoInfer<S>[];
  readonly binds?: Binding<NoInfer<S>>;
  readonly partyRoles: Readonly<Record<string, string>>;
  readonly documents: readonly DocumentSheet<C, D>[];
  readonly lapses?: readonly Lapse[];
  readonly proposes?: readonly DueProposal[];
  readonly corrections: NoInfer<Corrections<C>> | 'none';
  repeats?(parties: readonly PartyInput[], before: readonly PartyInput[], facts: Facts<C>): Partial<Facts<C>>;
  follows?(clock: BoundClockView, facts: Facts<C>): Partial<Facts<C>>;
  derived?(c: AnyContext<C>): Partial<Facts<C>>;
  correctedLines?(lines: readonly Line[], change: FactChange): readonly Line[];
}

/**
 * Begins a procedure: `edge` knows the states and facts, `guard` makes one that several edges share, `define` closes the
 * sheet and checks it. Misspelt states, limits, facts and roles do not compile.
 */
export function procedureOf<const S extends string, const C extends Columns, const D extends string>(
  outline: Outline<S, C, D>,
) {
  type AnyEdge = Edge<S, C, Fields>;
  return {
    /** Typed by its own fields while written, seen by the engine through checked values only (see {@link checkFields}). */
    edge: <const F extends Fields>(e: Edge<S, C, F, D>): AnyEdge => e,
    guard: (name: string, cite: string, refuses: (c: AnyContext<C>) => string | null): Guard<AnyContext<C>> => ({
      name,
      cite,
      refuses,
    }),
    define: <const E extends string>(edges: Readonly<Record<E, AnyEdge>>): Procedure<S, C, E> => {
      const procedure = { ...outline, edges };
      const faults = faultsOf(procedure);
      if (faults.length) throw new Error(`流程定义有误(${outline.kind}):${faults.join('；')}`);
      return procedure;
    },
  };
}

/** Unknown or unreachable states, dead ends, an edge without article, a fact-only edge that opens. Empty when sound. */
export function faultsOf(p: Procedure): string[] {
  const faults: string[] = [];
  const states = Object.keys(p.states);
  const reached = new Set<string>();
  const edges = Object.entries(p.edges);
  if (!edges.some(([, e]) => e.from === 'opening')) faults.push('没有开启案件的环节');
  for (const [name, e] of edges) {
    if (e.from === 'opening' && e.to === 'unchanged') faults.push(`${name}：开启案件的环节必须有目标状态`);
    for (const s of e.from === 'opening' ? [] : e.from) if (!states.includes(s)) faults.push(`${name}：没有状态${s}`);
    if (e.to !== 'unchanged' && !states.includes(e.to)) faults.push(`${name}：没有状态${e.to}`);
    if (e.cite.trim() === '') faults.push(`${name}：没有依据`);
    if (e.by.length === 0) faults.push(`${name}：无人可办`);
  }
  for (let grew = true; grew; ) {
    grew = false;
    for (const [, e] of edges)
      if (e.to !== 'unchanged' && !reached.has(e.to) && (e.from === 'opening' || e.from.some((s) => reached.has(s)))) {
        reached.add(e.to);
        grew = true;
      }
  }
  for (const [name, e] of edges)
    if (e.continues && e.from !== 'opening') faults.push(`${name}：只有开启案件的环节可以续前案`);
  for (const x of p.proposes ?? []) if (!Object.hasOwn(p.edges, x.event)) faults.push(`没有环节${x.event}`);
  for (const lapse of p.lapses ?? []) if (!Object.hasOwn(p.edges, lapse.event)) faults.push(`没有环节${lapse.event}`);
  const closed: readonly string[] = p.closed;
  for (const s of states) {
    if (!reached.has(s)) faults.push(`状态${s}无法到达`);
    const leaves = edges.some(
      ([, e]) => e.from !== 'opening' && e.from.includes(s) && e.to !== 'unchanged' && e.to !== s,
    );
    if (!closed.includes(s) && !leaves) faults.push(`状态${s}无路可走`);
  }
  for (const s of closed) if (!states.includes(s)) faults.push(`没有状态${s}`);
  return [...faults, ...faultsOfCorrections(p)];
}

/** An order of what are no days, a group of codes that a column does not have. */
function faultsOfCorrections({ corrections, facts }: Procedure): string[] {
  if (corrections === 'none') return [];
  const undated = (corrections.order ?? []).flat().filter((name) => facts.columns[name]?.type !== 'day');
  const unknown = Object.entries(corrections.alike ?? {}).flatMap(([name, groups]) => {
    const column = facts.columns[name];
    const codes = column?.type === 'code' ? column.list : {};
    return (groups ?? []).flat().flatMap((v) => (Object.hasOwn(codes, v) ? [] : [`${name}没有${v}`]));
  });
  return [...undated.map((name) => `${name}不是日期`), ...unknown];
}
