/**
 * The jurisdiction's figures as the auditor compares them: every variant, at year's end and at each cut-off the text
 * names. A figure frozen for these days stands as it was frozen, whatever the records have come to say since. What no
 * case yields is held against what was declared for it and approved.
 */
import {
  catalogue,
  type FigureRow,
  type Figures,
  type FrozenFigure,
  type FrozenFigures,
  type Reach,
} from '@anjuan/statistics';
import type { Known } from './audit/checks/frozen';
import type { Figure } from './audit/figure';
import { type Declaration, type DeclaredIndicators, declaredFigure } from './declared';

export interface KnownRequest {
  readonly jurisdictionId: number;
  readonly year: number;
  /** The whole jurisdiction when absent. */
  readonly reach?: Reach;
}

const MOST_CUTOFFS = 4;

/** Where the figures come from. */
export interface KnownSources {
  readonly figures: Figures;
  readonly frozen: FrozenFigures;
  readonly declared: DeclaredIndicators;
}

/** Throws FieldErrors for a year that is none. */
export async function knownFigures(
  { figures, frozen, declared }: KnownSources,
  request: KnownRequest,
  read: readonly Figure[],
): Promise<readonly Known[]> {
  const known: Known[] = [];
  const declarations = await declared.list(request.jurisdictionId, request.year);
  for (const cutoff of [undefined, ...cutoffsIn(read, request.year)]) {
    const days = { ...request, cutoff };
    const chosen = await figures.figures(days);
    const printed = new Set(chosen.map(keyOf));
    const scopes = new Map(chosen.map(({ metric, scope }): [string, string] => [metric, scope]));
    const rows = await figures.figures({ ...days, allVariants: true });
    const kept = await frozen.frozen(days);
    const standing = new Map<string, FigureRow | FrozenFigure>([...rows, ...kept].map((row) => [keyOf(row), row]));
    for (const [key, row] of standing)
      known.push(
        knownOf(row, {
          year: request.year,
          cutoff: cutoff ?? null,
          chosen: printed.has(key) || (isFamily(row) && scopes.get(row.metric) === row.scope),
        }),
      );
    known.push(...knownDeclared(declarations, request.year, cutoff ?? null));
  }
  return known;
}

const keyOf = ({ metric, variant }: FigureRow | FrozenFigure): string => `${metric}/${variant}`;

/** A metric told apart by category: whoever prints its total prints its parts, each a reading of its own. */
const isFamily = ({ metric }: FigureRow | FrozenFigure): boolean => /-by-|-share$/.test(metric);

function cutoffsIn(read: readonly Figure[], year: number): readonly string[] {
  const days = read.flatMap(({ period }) => (period?.to?.startsWith(`${year}-`) ? [period.to] : []));
  return [...new Set(days)].filter((day) => day !== `${year}-12-31`).slice(0, MOST_CUTOFFS);
}

function knownOf(row: FigureRow | FrozenFigure, at: Pick<Known, 'year' | 'cutoff' | 'chosen'>): Known {
  const { metric, title, variant, reading, unit } = row;
  return { ...at, metric, title, variant, reading, unit, value: inUnit(row), frozen: 'frozen_at' in row };
}

/** Sums of money come in fen. */
function inUnit({ value, unit }: FigureRow | FrozenFigure): number | null {
  if (value === null) return null;
  if (unit === '万元') return value / 1_000_000;
  return unit === '元' ? value / 100 : value;
}

/**
 * Each approved indicator under its own code. One whose code ends with that of a metric (reform-coordination-meetings)
 * counts some of what the metric counts: it answers for the metric too, as a reading the jurisdiction does not print.
 */
function knownDeclared(list: readonly Declaration[], year: number, cutoff: string | null): readonly Known[] {
  return [...new Set(list.map(({ code }) => code))].flatMap((code) => {
    const found = declaredFigure(list, code, year, cutoff ?? `${year}-12-31`);
    if (found === null) return [];
    const { title, variant } = found;
    const of = { title, variant, ...unscaled(found), year, cutoff, frozen: false };
    const wider = catalogue.filter(({ id }) => code.endsWith(`-${id}`));
    return [
      { ...of, metric: code, reading: '申报指标', chosen: true },
      ...wider.map(({ id }) => ({ ...of, metric: id, reading: `申报的${title}`, chosen: false })),
    ];
  });
}

/** 1.7 万起 are 17000 起, as the reader of a text has them; money in 万元 stays so. */
function unscaled({ value, unit }: Pick<Known, 'value' | 'unit'>): Pick<Known, 'value' | 'unit'> {
  const times = (factor: number) => (value === null ? null : value * factor);
  if (unit === '亿元') return { value: times(10_000), unit: '万元' };
  if (unit === '万元') return { value, unit };
  const scale = /^[万亿]/.exec(unit)?.[0];
  if (scale === undefined) return { value, unit };
  return { value: times(scale === '万' ? 10_000 : 100_000_000), unit: unit.slice(1) };
}
