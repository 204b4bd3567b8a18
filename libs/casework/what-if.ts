/** 试算 — what a suspension, an extension or another starting day would make of a clock. A pure replay: nothing is kept. */
import { type Day, daysBetween, LawError, limit } from '@anjuan/law';
import { type Clock, type ClockOutcome, correctStarts, type LedgerEntry, replay, startOf } from './clocks';
import { FieldErrors, Refusal } from './errors';
import type { FieldError } from './fields';
import type { Procedure } from './procedure';
import type { Office } from './settings';

/** What is tried; days may lie ahead. What is left out stays as the ledger has it. */
export interface Trial {
  /** Another day of service, receipt or whichever fact starts the clock. */
  readonly startsOn?: Day;
  readonly suspendedOn?: Day;
  /** Without `suspendedOn`: the end of the suspension that stands. */
  readonly resumedOn?: Day;
  readonly extendDays?: number;
}

const event = 'what-if';
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const isSuspended = ({ outcome }: Clock): boolean => outcome.status === 'suspended';

function mistakesIn(clock: Clock, t: Trial): FieldError[] {
  const { startsOn, suspendedOn, resumedOn, extendDays } = t;
  const wrong = (field: string, value: unknown, rule: string): FieldError => ({ field, value, rule });
  if ([startsOn, suspendedOn, resumedOn, extendDays].every((x) => x === undefined))
    return [wrong('starts_on', null, '请至少填写一项要试算的变动')];
  const from = startsOn ?? clock.outcome.startedOn;
  return [
    ...(suspendedOn !== undefined && isSuspended(clock)
      ? [wrong('suspended_on', suspendedOn, '该期限已经中止，只能试算恢复日期')]
      : []),
    ...(suspendedOn !== undefined && suspendedOn < from
      ? [wrong('suspended_on', suspendedOn, `中止日期不能早于起算日${from}`)]
      : []),
    ...(resumedOn !== undefined && suspendedOn === undefined && !isSuspended(clock)
      ? [wrong('resumed_on', resumedOn, '该期限没有中止，请同时填写中止日期')]
      : []),
    ...(resumedOn !== undefined && resumedOn < (suspendedOn ?? suspensionOf(clock) ?? from)
      ? [wrong('resumed_on', resumedOn, '恢复日期不能早于中止日期')]
      : []),
  ];
}

const suspensionOf = ({ ledger }: Clock): Day | undefined =>
  ledger
    .filter((e) => e.verb === 'suspend')
    .map((e) => e.on)
    .sort()
    .at(-1);

/** The law may allow an extension so many times; the replay itself only knows the days. */
function extendedTooOften({ limit: id, ledger, outcome }: Clock): Refusal | null {
  const times = limit(id).versions.find((v) => v.law === outcome.reckoned.lawCode)?.extension?.times;
  const before = ledger.filter((e) => e.verb === 'extend').length;
  if (times === undefined || before < times) return null;
  const message = `“${limit(id).title}”只能延长${times}次，已经延长${before}次`;
  return new Refusal([{ guard: 'law.extension-times', message, article: articleOf(outcome) }]);
}

const articleOf = ({ reckoned }: ClockOutcome): string => `${reckoned.law}${reckoned.article}`;

/**
 * The clock as the trial would leave it. An extension is tried as if it were approved on `today`: who approves is the
 * law of that day, not of the day the clock started.
 * @throws FieldErrors where the trial contradicts the clock, Refusal where the law provides no such thing
 */
export function whatIf(clock: Clock, p: Procedure, trial: Trial, office: Office, today: Day): ClockOutcome {
  const mistakes = mistakesIn(clock, trial);
  if (mistakes.length) throw new FieldErrors(mistakes);
  const { startsOn, suspendedOn, resumedOn, extendDays } = trial;
  const { endedOn } = clock.outcome;
  if (endedOn !== null && (extendDays ?? suspendedOn ?? resumedOn) !== undefined)
    throw new Refusal([
      {
        guard: 'clock.ended',
        message: `该期限已于${endedOn}结束，不能再延长、中止`,
        article: articleOf(clock.outcome),
      },
    ]);
  const often = extendDays === undefined ? null : extendedTooOften(clock);
  if (often) throw often;
  const seq = Math.max(...clock.ledger.map((e) => e.seq)) + 1;
  try {
    const moved = startsOn === undefined ? clock : restarted(clock, p, startsOn, seq, office);
    const entry = (verb: LedgerEntry['verb'], on: Day): LedgerEntry => ({ seq: seq + 1, on, verb, event });
    return replay(
      clock.limit,
      [
        ...moved.ledger,
        ...(extendDays === undefined
          ? []
          : [{ ...entry('extend', later(today, moved.outcome.startedOn)), days: extendDays }]),
        ...(suspendedOn === undefined ? [] : [entry('suspend', suspendedOn)]),
        ...(resumedOn === undefined ? [] : [{ ...entry('resume', resumedOn), seq: seq + 2 }]),
      ],
      office,
    );
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    throw new Refusal([{ guard: `law.${error.code}`, message: error.message, article: error.rule }]);
  }
}

/** As a correction of the starting fact would move it: a due day that a paper fixed stays. */
function restarted(clock: Clock, p: Procedure, to: Day, seq: number, office: Office): Clock {
  const start = startOf(clock.ledger);
  if (!start) throw new Error(`clock ${clock.id} has no start`);
  const correction = { seq, event, from: start.on, to, after: start.seq - 1, upTo: start.seq };
  const [moved] = correctStarts([clock], p, correction, office);
  if (!moved) throw new Error(`clock ${clock.id} was lost`);
  return moved;
}

/** From the due day as it stands to the one tried, in words. */
export function trialSentence(before: ClockOutcome, after: ClockOutcome): { moved: number | null; sentence: string } {
  const [was, is] = [before.reckoned.due, after.reckoned.due];
  if (is === null) return { moved: null, sentence: '中止尚未恢复，届满日待恢复后确定。' };
  if (was === null) return { moved: null, sentence: `恢复后于${is}届满。` };
  const moved = daysBetween(was, is);
  if (moved === 0) return { moved, sentence: `届满日不变，仍为${is}。` };
  return { moved, sentence: `届满日由${was}改为${is}，${moved > 0 ? '推后' : '提前'}${Math.abs(moved)}日。` };
}
