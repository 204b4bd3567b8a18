/** The jurisdiction's figures as the auditor compares them: every variant, at year's end and at each cut-off the text names. */
import type { FigureRow, Figures, Reach } from '@anjuan/statistics';
import type { Known } from './audit/checks/frozen';
import type { Figure } from './audit/figure';

export interface KnownRequest {
  readonly jurisdictionId: number;
  readonly year: number;
  /** The whole jurisdiction when absent. */
  readonly reach?: Reach;
}

const MOST_CUTOFFS = 4;

/** Throws FieldErrors for a year that is none. */
export async function knownFigures(
  figures: Figures,
  request: KnownRequest,
  read: readonly Figure[],
): Promise<readonly Known[]> {
  const known: Known[] = [];
  for (const cutoff of [undefined, ...cutoffsIn(read, request.year)]) {
    const chosen = await figures.figures({ ...request, cutoff });
    const printed = new Set(chosen.map(keyOf));
    const rows = await figures.figures({ ...request, cutoff, allVariants: true });
    known.push(...rows.map((row) => knownOf(row, request.year, cutoff ?? null, printed.has(keyOf(row)))));
  }
  return known;
}

const keyOf = ({ metric, variant }: FigureRow): string => `${metric}/${variant}`;

function cutoffsIn(read: readonly Figure[], year: number): readonly string[] {
  const days = read.flatMap(({ period }) => (period?.to?.startsWith(`${year}-`) ? [period.to] : []));
  return [...new Set(days)].filter((day) => day !== `${year}-12-31`).slice(0, MOST_CUTOFFS);
}

function knownOf(row: FigureRow, year: number, cutoff: string | null, chosen: boolean): Known {
  const { metric, title, variant, reading, unit } = row;
  return { metric, title, variant, reading, unit, year, cutoff, chosen, value: inUnit(row), frozen: false };
}

/** Sums of money come in fen. */
function inUnit({ value, unit }: FigureRow): number | null {
  if (value === null) return null;
  if (unit === '万元') return value / 1_000_000;
  return unit === '元' ? value / 100 : value;
}
