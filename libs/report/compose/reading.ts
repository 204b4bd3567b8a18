/** Fetches what a template asks for, once, and answers its slots from that. */
import { FieldErrors } from '@anjuan/casework';
import { addMonths, type Day, isDay } from '@anjuan/law';
import { shanghaiDay } from '@anjuan/platform';
import type {
  Breakdown,
  Breakdowns,
  FigureRow,
  Figures,
  FrozenFigure,
  FrozenFigures,
  FrozenSplit,
  Reach,
} from '@anjuan/statistics';
import { type Declaration, declaredFigure } from '../declared';
import type { FigureBook, FigureRef, Quoted, QuotedSplit } from './quoted';
import type { Period } from './render';
import { isList, type Slot, type Template } from './template';

export interface Reader {
  readonly jurisdictionId: number;
  /** The whole jurisdiction when absent (commands). */
  readonly reach?: Reach;
}

/** The days a reference means: the year up to its own last day, or the report's. */
interface Days {
  readonly year: number;
  readonly cutoff: Day;
}

/** Throws FieldErrors for a last day that does not exist in the year. */
function daysOf({ yearsBack = 0, cutoff }: Pick<FigureRef, 'yearsBack' | 'cutoff'>, period: Period): Days {
  const own = `${period.year}-${cutoff ?? period.cutoff}`;
  if (!isDay(own)) throw new FieldErrors([{ field: 'cutoff', value: own, rule: '截止日应为日期，格式 YYYY-MM-DD' }]);
  // The same day of an earlier year, the last of February for its 29th.
  return { year: period.year - yearsBack, cutoff: addMonths(own, -12 * yearsBack) };
}
const keyOf = ({ cutoff }: Days): string => cutoff;

/** Every set of days the slots look at. */
function daysWanted(template: Template, period: Period): readonly Days[] {
  const found = template.paragraphs
    .flatMap((p) => Object.values(p.slots))
    .flatMap((slot) => yearsOf(slot).map((yearsBack) => daysOf({ cutoff: slot.cutoff, yearsBack }, period)));
  return [...new Map(found.map((d) => [keyOf(d), d])).values()];
}

/** How many years back a slot looks. */
function yearsOf(slot: Slot): readonly number[] {
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
  if (isList(slot)) return slot.by === 'year' ? upTo(slot.years ?? 3) : [0];
  const { show = 'number', yearsBack = 0, years } = slot;
  const back =
    show === 'number' ? [0] : show === 'turn' ? [0, years ?? 1] : show in lookingFar ? upTo(years ?? 5) : [0, 1];
  return back.map((n) => n + yearsBack);
}
const lookingFar = { lowest: true, highest: true };

/** What figures are read through. */
export interface Sources {
  readonly figures: Figures;
  readonly frozen: FrozenFigures;
  readonly breakdowns: Breakdowns;
  readonly declarations: readonly Declaration[];
}

/**
 * Reads the figures of every day the template looks at, whole and split: the frozen one where there is one of the same
 * variant, days and dimension, else as the records stand.
 * @throws FieldErrors for a year or last day that is none
 */
export async function openBook(
  { figures, frozen, breakdowns, declarations }: Sources,
  reader: Reader,
  template: Template,
  period: Period,
): Promise<FigureBook> {
  const counted = new Map<string, Map<string, Quoted>>();
  const printed = new Map<string, string>();
  const frozenSplits = new Map<string, FrozenSplit>();
  for (const row of await figures.figures({ ...reader, ...daysOf({}, period) })) printed.set(row.metric, row.variant);
  for (const days of daysWanted(template, period)) {
    const rows = await figures.figures({ ...reader, ...days, allVariants: true });
    const kept = await frozen.frozen({ ...reader, ...days });
    const all = [...rows.map((r) => quoted(r, days)), ...kept.map((f) => quotedFrozen(f, days))];
    counted.set(keyOf(days), new Map(all.map((q) => [`${q.metric}/${q.variant}`, q])));
    for (const split of await frozen.splits({ ...reader, ...days }))
      frozenSplits.set(`${keyOf(days)} ${split.metric}/${split.variant}/${split.split_by}`, split);
  }
  const figure = (ref: FigureRef): Quoted | null => {
    const days = daysOf(ref, period);
    const variant = ref.variant ?? printed.get(ref.metric);
    return (
      counted.get(keyOf(days))?.get(`${ref.metric}/${variant}`) ??
      declaredFigure(declarations, ref.metric, days.year, days.cutoff)
    );
  };
  const splits = new Map<string, QuotedSplit>();
  for (const slot of template.paragraphs.flatMap((p) => Object.values(p.slots))) {
    if (!isList(slot) || slot.by === 'year') continue;
    const days = daysOf(slot, period);
    const whole = figure(slot);
    // What is not in the book is out of reach, and so are its parts.
    if (whole === null || whole.source.kind === 'declared') continue;
    const { variant } = whole;
    const kept = frozenSplits.get(`${keyOf(days)} ${slot.metric}/${variant}/${slot.by}`);
    splits.set(
      splitKey(slot),
      kept !== undefined
        ? splitFrozen(kept, days)
        : splitOf(
            whole,
            await breakdowns.breakdown({ ...reader, ...days, metric: slot.metric, variant, by: slot.by, most: 500 }),
            days,
          ),
    );
  }
  return { figure, split: (ref) => splits.get(splitKey(ref)) ?? null };
}

const splitKey = ({ metric, variant, cutoff, by }: FigureRef & { readonly by: string }): string =>
  [metric, variant ?? '', cutoff ?? '', by].join(' ');

/** Parts by size as the breakdown gives them, what is not recorded last. */
function splitOf(whole: Quoted, { title, by, rows, unknown }: Breakdown, { year, cutoff }: Days): QuotedSplit {
  const unrecorded = unknown === null ? [] : [{ ...unknown, label: '未注明' }];
  const parts = [...rows, ...unrecorded].map(({ label, value, printed, numerator, denominator }) => ({
    label,
    figure: {
      ...whole,
      title: `${title}（${by.title}：${label}）`,
      value,
      printed,
      year,
      cutoff,
      numerator,
      denominator,
      // The whole may be frozen; its parts are counted from the records.
      source: { kind: 'live' } as const,
    },
  }));
  return { whole, parts, live: true };
}

/** The same as it was frozen; what was not known of the cases keeps its place behind the others. */
function splitFrozen(split: FrozenSplit, days: Days): QuotedSplit {
  const whole = quotedFrozen(split, days);
  const parts = split.parts.map(({ key, label: named, numerator, denominator, value, printed }) => {
    const label = key === null ? '未注明' : named;
    const title = `${split.title}（${split.split_title}：${label}）`;
    const figure = { ...whole, title, value: value === null ? null : Number(value), printed, numerator, denominator };
    return { label, figure };
  });
  return { whole, parts, live: false };
}

const quotedFrozen = (f: FrozenFigure, { year, cutoff }: Days): Quoted => ({
  metric: f.metric,
  variant: f.variant,
  title: f.title,
  reading: f.reading,
  unit: f.unit,
  value: f.value,
  printed: f.printed,
  approximate: f.approximate,
  note: f.note,
  year,
  cutoff,
  numerator: f.numerator,
  denominator: f.denominator,
  source: { kind: 'frozen', id: f.id, digest: f.hash, frozenOn: shanghaiDay(new Date(f.frozen_at)) },
});

const quoted = (row: FigureRow, { year, cutoff }: Days): Quoted => ({
  metric: row.metric,
  variant: row.variant,
  title: row.title,
  reading: row.reading,
  unit: row.unit,
  value: row.value,
  printed: row.printed,
  approximate: row.approximate,
  note: row.note,
  year,
  cutoff,
  // What is divided, as in a frozen figure and in the parts of a split: the sum where one is printed or averaged. Of a
  // rate of two sums the row has but one.
  numerator: row.unit === '%' ? row.numerator : (row.summed ?? row.numerator),
  denominator: row.denominator,
  source: { kind: 'live' },
});

/** One figure to freeze: whole, or by a dimension. */
export interface Printed {
  readonly metric: string;
  readonly variant: string;
  readonly by?: string;
}

/** Every figure the template prints, whole and split, by the days it covers: what is to be frozen before it is published. */
export function figuresPrinted(
  template: Template,
  period: Period,
  book: FigureBook,
): readonly {
  readonly year: number;
  readonly cutoff: Day;
  readonly figures: readonly Printed[];
}[] {
  const wanted = new Map<string, { days: Days; figures: Map<string, Printed> }>();
  const want = (days: Days, printed: Printed) => {
    const group = wanted.get(keyOf(days)) ?? { days, figures: new Map() };
    group.figures.set(`${printed.metric}/${printed.variant}/${printed.by ?? ''}`, printed);
    wanted.set(keyOf(days), group);
  };
  for (const slot of template.paragraphs.flatMap((p) => Object.values(p.slots))) {
    const { metric, variant, cutoff } = slot;
    for (const yearsBack of yearsOf(slot)) {
      const figure = book.figure({ metric, variant, cutoff, yearsBack });
      if (figure === null || figure.source.kind !== 'live') continue;
      want(daysOf({ cutoff, yearsBack }, period), { metric: figure.metric, variant: figure.variant });
    }
    const split = isList(slot) && slot.by !== 'year' ? book.split({ metric, variant, cutoff, by: slot.by }) : null;
    if (split?.live && isList(slot))
      want(daysOf({ cutoff }, period), { metric, variant: split.whole.variant, by: slot.by });
  }
  return [...wanted.values()].map(({ days, figures }) => ({ ...days, figures: [...figures.values()] }));
}
