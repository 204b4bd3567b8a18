import { FieldErrors, NotFound, postsFor } from '@anjuan/casework';
import { type Actor, postsWith, roles } from '@anjuan/identity';
import { addDays, type Day, isDay } from '@anjuan/law';
import { Database, shanghaiInstant } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { type CaseList, type PageRequest, type Part, pageOfCases, withoutContent } from './case-lists';
import { catalogue } from './catalogue';
import type { View } from './compile';
import { dimensionsOf } from './dimension';
import { type CountingUnit, listsOf, type Measure, type Metric, type Scope, type Unit, type Variant } from './metric';
import { type Change, type Counted, changeOf, printedOf, unrounded } from './printing';
import { type Approximation, type FigureSettings, readFigureSettings } from './settings';
import { type Tally, tally } from './tally';
import { type Period, type Window, windowOf, yearBefore, yearOf } from './window';
import { withheldFrom } from './withheld';

/**
 * Organisation paths of a kind whose subtrees may be counted: null the whole jurisdiction, none nothing at all.
 * See {@link reachOf}.
 */
export interface Reach {
  (kind: string): readonly string[] | null;
  /** Who reads: cases that are restricted to named people are told to those alone. */
  readonly reader: string | null;
}

export interface Asked extends Period {
  readonly jurisdictionId: number;
  /** Figures as the records stood at the end of this day; as they stand now when absent. */
  readonly knownOn?: Day;
  /** The whole jurisdiction when absent (commands); requests of people always bring theirs. */
  readonly reach?: Reach;
}
export interface FiguresRequest extends Asked {
  /** Every variant, not only the one the jurisdiction prints. */
  readonly allVariants?: boolean;
  readonly withCases?: boolean;
  /** With the same days of the year before (同比). */
  readonly compared?: boolean;
}
export interface CasesRequest extends Asked, PageRequest {
  readonly metric: string;
  /** The jurisdiction's variant when absent. */
  readonly variant?: string;
  readonly part?: Part;
}

/** One figure, with what proves it. */
export interface FigureRow {
  readonly metric: string;
  /** Chinese name of the metric, and how this variant reads it. */
  readonly title: string;
  /** Kind of case (or register) whose facts are counted. */
  readonly kind: string;
  readonly variant: string;
  readonly reading: string;
  readonly unit: Unit;
  readonly scope: Scope;
  /** What one counted row is. */
  readonly counts: CountingUnit;
  /** A count, a sum (fen or persons), an unrounded percentage, times, or days. Null: nothing to divide by. */
  readonly value: number | null;
  /** As the report prints it, without unit; — where nothing is to be divided. */
  readonly printed: string;
  /** 余 or 以上, which the report prints behind the number. */
  readonly approximate: Approximation | null;
  /** Such as 推定口径. */
  readonly note: string | null;
  /** Rows in the list: distinct cases, unless `counts` says otherwise. */
  readonly numerator: number;
  readonly denominator: number | null;
  /** What was added up over the numerator's rows: fen, persons or days; null where the rows themselves are counted. */
  readonly summed: number | null;
  /** Version of the definition. */
  readonly definition: number;
  /** 上年同期, by the same reading and today's records; only where it was asked for. */
  readonly yearBefore?: {
    readonly from: Day;
    readonly to: Day;
    readonly value: number | null;
    readonly printed: string;
    readonly numerator: number;
    readonly denominator: number | null;
    /** Null for a figure that is itself a change. */
    readonly change: Change | null;
  };
  readonly caseLists: {
    readonly numeratorUrl: string;
    readonly denominatorUrl: string | null;
    /** Only where cases were asked for. */
    readonly numeratorIds?: readonly string[];
    readonly denominatorIds?: readonly string[] | null;
  };
}

/**
 * What an actor's figures may count: for each kind, the subtrees of posts that may read both figures and cases of the
 * kind. So every number that a person sees opens cases that the person may see.
 */
export function reachOf(actor: Actor): Reach {
  const counting = new Set(postsWith(actor, 'figures:read').map((p) => p.id));
  const paths = (kind: string) =>
    postsFor(actor, kind)
      .filter((p) => counting.has(p.id) && roles[p.role].reach === 'subtree')
      .map((p) => p.path);
  return Object.assign(paths, { reader: actor.personId });
}

/** The year's figures, from the facts alone. */
@Injectable()
export class Figures {
  constructor(private readonly database: Database) {}

  /**
   * One row per metric within reach in the order of the catalogue: the jurisdiction's variant, or every variant.
   * Throws FieldErrors for a year, cut-off or day that is none.
   */
  async figures(request: FiguresRequest): Promise<FigureRow[]> {
    const window = windowOf(request);
    const viewOf = viewsOf(request);
    const { withCases = false } = request;
    return this.database.inJurisdiction(request.jurisdictionId, async (tx) => {
      const settings = await readFigureSettings(tx, request.jurisdictionId);
      const chosen = catalogue
        .flatMap((metric) => variantsOf(metric, settings, request.allVariants ?? false))
        .filter(({ variant }) => within(variant, viewOf));
      const measures = chosen.flatMap(({ variant }) => measuresOf(variant));
      const tallies = await tally(tx, measures, viewOf, window, withCases);
      const before = request.compared ? yearBefore(window) : null;
      const earlier = before && (await tally(tx, measures, viewOf, before, false));
      return chosen.map((c) => ({
        ...rowOf(c, request, window, settings, tallies),
        ...(before && earlier && { yearBefore: comparedTo(c, settings, tallies, before, earlier) }),
      }));
    });
  }

  /**
   * The cases behind one figure, a page at a time in order of their ids.
   * Throws NotFound for an unknown metric or variant, or one out of reach; FieldErrors for a malformed request.
   */
  async casesOf(request: CasesRequest): Promise<CaseList> {
    const window = windowOf(request);
    const viewOf = viewsOf(request);
    const metric = catalogue.find(({ id }) => id === request.metric);
    if (metric === undefined) throw new NotFound('指标');
    return this.database.inJurisdiction(request.jurisdictionId, async (tx) => {
      const settings = await readFigureSettings(tx, request.jurisdictionId);
      const name = request.variant ?? settings.variantOf(metric);
      const variant = Object.hasOwn(metric.variants, name) ? metric.variants[name] : undefined;
      const part = request.part ?? 'numerator';
      const measure = part === 'numerator' ? variant?.numerator : variant?.denominator;
      if (variant === undefined || measure === undefined || measure === null) throw new NotFound('指标');
      const { by } = request;
      if (by !== undefined && !dimensionsOf(variant).some(({ id }) => id === by))
        throw new FieldErrors([{ field: 'by', value: by, rule: `${metric.title}不能按此分解` }]);
      const lists = listsOf(measure).map((list) => ({ list, view: viewOf(list.sheet.kind) }));
      if (lists.some(({ view }) => view.paths?.length === 0)) throw new NotFound('指标');
      const page = await pageOfCases(tx, lists, window, request);
      const { kind, named } = measure.sheet;
      const counts = named === undefined ? 'cases' : 'entries';
      const withheld = await withheldFrom(
        tx,
        request.jurisdictionId,
        request.reach?.reader,
        page.items.map(({ id }) => id),
      );
      const items = page.items.map((item) => (withheld.has(item.id) ? withoutContent(item) : item));
      return { metric: metric.id, title: metric.title, variant: name, part, counts, kind, items, next: page.next };
    });
  }
}

/**
 * Opening day of the jurisdiction's newest case among those opened by a day, null where it has none: what a screen
 * opens on. It is no figure, so it looks at the whole jurisdiction whoever asks.
 */
@Injectable()
export class NewestOpening {
  constructor(private readonly database: Database) {}

  async by(jurisdictionId: number, day: Day): Promise<Day | null> {
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const [row] = await tx.query<{ opened_on: Day | null }>(
        'select max(opened_on)::text as opened_on from case_file where jurisdiction_id = $1 and opened_on <= $2::date',
        [jurisdictionId, day],
      );
      return row?.opened_on ?? null;
    });
  }
}

export const measuresOf = ({ numerator, denominator }: Variant): readonly Measure[] =>
  [numerator, denominator].flatMap((m) => (m === null ? [] : listsOf(m)));

/** Every kind that the variant counts is within reach. */
export const within = (variant: Variant, viewOf: (kind: string) => View): boolean =>
  measuresOf(variant).every(({ sheet }) => viewOf(sheet.kind).paths?.length !== 0);

export interface Chosen {
  readonly metric: Metric;
  readonly name: string;
  readonly variant: Variant;
}

function variantsOf(metric: Metric, settings: FigureSettings, every: boolean): readonly Chosen[] {
  const printed = settings.variantOf(metric);
  return Object.entries(metric.variants)
    .filter(([name]) => every || name === printed)
    .map(([name, variant]) => ({ metric, name, variant }));
}

/** Throws FieldErrors for a day that is none. */
export function viewsOf({ jurisdictionId, knownOn, reach }: Asked): (kind: string) => View {
  if (knownOn !== undefined && !isDay(knownOn))
    throw new FieldErrors([{ field: 'known_on', value: knownOn, rule: '应为日期，格式 YYYY-MM-DD' }]);
  const knownBefore = knownOn === undefined ? null : shanghaiInstant(addDays(knownOn, 1));
  return (kind) => ({ jurisdictionId, knownBefore, paths: reach === undefined ? null : reach(kind) });
}

/** What is divided: numbers of cases, or sums over them. */
function countedIn({ variant }: Chosen, tallies: ReadonlyMap<Measure, Tally>): Counted {
  const [numerator, denominator] = [variant.numerator, variant.denominator].map((m) => m && tallyIn(tallies, m));
  return {
    numerator: numerator?.sum ?? numerator?.cases ?? 0,
    denominator: denominator ? (denominator.sum ?? denominator.cases) : null,
  };
}

function comparedTo(
  chosen: Chosen,
  settings: FigureSettings,
  tallies: ReadonlyMap<Measure, Tally>,
  window: Window,
  earlier: ReadonlyMap<Measure, Tally>,
): NonNullable<FigureRow['yearBefore']> {
  const { metric, variant } = chosen;
  const counted = countedIn(chosen, earlier);
  const precision = settings.precisionOf(metric, yearOf(window));
  return {
    from: window.start,
    to: window.end,
    value: unrounded(variant.value, counted),
    printed: printedOf(variant.value, variant.unit, counted, precision, settings.approximationOf(metric)),
    numerator: tallyIn(earlier, variant.numerator).cases,
    denominator: variant.denominator && tallyIn(earlier, variant.denominator).cases,
    change: changeOf(variant.value, countedIn(chosen, tallies), counted),
  };
}

function rowOf(
  chosen: Chosen,
  request: FiguresRequest,
  window: Window,
  settings: FigureSettings,
  tallies: ReadonlyMap<Measure, Tally>,
): FigureRow {
  const { metric, name, variant } = chosen;
  const numerator = tallyIn(tallies, variant.numerator);
  const denominator = variant.denominator && tallyIn(tallies, variant.denominator);
  const counted = countedIn(chosen, tallies);
  const approximate = settings.approximationOf(metric);
  const precision = settings.precisionOf(metric, yearOf(window));
  return {
    metric: metric.id,
    title: metric.title,
    kind: metric.kind,
    variant: name,
    reading: variant.title,
    unit: settings.unitOf(metric, variant),
    scope: variant.scope,
    counts: variant.counts,
    value: unrounded(variant.value, counted),
    printed: printedOf(variant.value, variant.unit, counted, precision, approximate),
    approximate,
    note: settings.noteOf(metric),
    numerator: numerator.cases,
    denominator: denominator === null ? null : denominator.cases,
    summed: numerator.sum,
    definition: metric.definition,
    caseLists: {
      numeratorUrl: urlOf(metric.id, name, 'numerator', request),
      denominatorUrl: denominator && urlOf(metric.id, name, 'denominator', request),
      ...(request.withCases && {
        numeratorIds: numerator.ids ?? [],
        denominatorIds: denominator && (denominator.ids ?? []),
      }),
    },
  };
}

function tallyIn(tallies: ReadonlyMap<Measure, Tally>, measure: Measure): Tally {
  return listsOf(measure)
    .map((list) => {
      const found = tallies.get(list);
      if (found === undefined) throw new Error(`未统计：${list.sheet.kind}`);
      return found;
    })
    .reduce((a, b) => ({
      cases: a.cases + b.cases,
      sum: a.sum,
      ids: a.ids && b.ids && [...a.ids, ...b.ids].sort(),
    }));
}

function urlOf(metric: string, variant: string, part: Part, { year, from, cutoff, knownOn }: Asked): string {
  const query = new URLSearchParams();
  if (year !== undefined) query.set('year', String(year));
  if (from !== undefined) query.set('from', from);
  if (cutoff !== undefined) query.set('cutoff', cutoff);
  if (knownOn !== undefined) query.set('known_on', knownOn);
  query.set('variant', variant);
  query.set('part', part);
  return `/api/v1/figures/${metric}/cases?${query}`;
}
