import type { FactValue, Line } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import type { absenceProofs, absenceReasons, headRanks } from './litigation.codes';
import type { defendants } from './litigation.facts';

/** What somebody recorded of one organ at one hearing. */
export interface Attendance {
  readonly hearing_on: Day;
  /** Id of the organ as a party of the case. */
  readonly organ: string;
  readonly whose: keyof typeof defendants | null;
  readonly open_court: boolean;
  readonly attended: boolean;
  readonly head_rank: keyof typeof headRanks | null;
  readonly post: string | null;
  readonly spoke: boolean;
  readonly absence_reason: keyof typeof absenceReasons | null;
  readonly absence_proof: keyof typeof absenceProofs | null;
  readonly called_again: boolean;
  readonly filed_apart: boolean;
}
interface Row {
  readonly line: string;
  readonly values: Readonly<Record<string, FactValue>>;
}

const lineOf = (hearingOn: Day, organ: string): string => `${hearingOn}.${organ}`;
/** Stands in for the organ by agreement or by the court's choice (规定第三条): nothing was owed by this one. */
const replaced = (r: Row): boolean => r.values.absence_reason === 'agreed';
const dayOf = (r: Row): string => String(r.values.hearing_on);

export const attendanceAt = (lines: readonly Line[], hearingOn: string, organ: string): Line | undefined =>
  lines.find((l) => l.line === lineOf(hearingOn, organ));
/** A hearing of the instance that has been recorded for any organ. */
export const hearingOf = (lines: readonly Line[], hearingOn: string): Line | undefined =>
  lines.find((l) => l.values.hearing_on === hearingOn);
/** Did the organ's head come before that day? Once per instance is enough (规定第七条). */
export const cameBefore = (lines: readonly Line[], organ: string, hearingOn: string): boolean =>
  lines.some((l) => l.values.organ === organ && l.values.attended === true && dayOf(l) < hearingOn);

/** All rows of the instance after one more; what is owed and which row counts is found anew. */
export function withAttendance(lines: readonly Line[], given: Attendance): readonly Line[] {
  const line = lineOf(given.hearing_on, given.organ);
  // A hearing that goes on in the afternoon is one hearing: who came in the morning came.
  const before = lines.find((l) => l.line === line && l.values.attended === true && !given.attended);
  const rows: readonly Row[] = [
    ...lines.filter((l) => l.line !== line),
    { line, values: before ? before.values : { ...given, owed: null, counted: null } },
  ];
  return rows.map((row) => {
    const ofOrgan = rows.filter((r) => r.values.organ === row.values.organ);
    const came = ofOrgan.some((r) => r.values.attended === true && dayOf(r) < dayOf(row));
    return {
      line: row.line,
      values: {
        ...row.values,
        owed: !replaced(row) && (!came || row.values.called_again === true),
        counted: standsFor(ofOrgan)?.line === row.line,
      },
    };
  });
}

/** The row that stands for an organ; none where its head was replaced throughout or it has a file of its own. */
function standsFor(rows: readonly Row[]): Row | undefined {
  const weight = (r: Row) => (r.values.attended === true ? (r.values.head_rank === 'principal' ? 0 : 1) : 2);
  return rows
    .filter((r) => !replaced(r) && r.values.filed_apart !== true && r.values.open_court === true)
    .sort((a, b) => weight(a) - weight(b) || (dayOf(a) < dayOf(b) ? -1 : 1))[0];
}
