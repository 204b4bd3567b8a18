/**
 * 办理预览 — what one event would make of a case: its state, the papers it would issue and, clock by clock, the date before
 * and after with the sentence that leads to it. Pure: it compares two drafts, the second of which the clerk has stepped.
 */
import { createHash } from 'node:crypto';
import type { Day } from '@anjuan/law';
import { correcting, edgesOf } from './any-case';
import type { Clock } from './clocks';
import type { Draft } from './draft';
import { Refusal, type RefusalReason } from './errors';
import type { ClockStatus } from './procedure';
import { limitTitle } from './reading-words';

/** Of several things that happen to one clock the change of its status is named. */
export const clockEffects = {
  begun: '开始计算',
  met: '办结',
  cancelled: '不再计算',
  suspended: '中止',
  resumed: '恢复计算',
  moved: '日期变动',
  settled: '暂定转为确定',
  unsettled: '转为暂定',
  kept: '日期不变',
} as const;
export type ClockEffect = keyof typeof clockEffects;

/** A clock that the event would begin, move or end. */
export interface PreviewedClockView {
  readonly clock_id: string;
  readonly limit: string;
  readonly title: string;
  /** Name of the party the clock is for, where one limit runs several times. */
  readonly subject: string | null;
  readonly effect: ClockEffect;
  readonly effect_title: string;
  /** Null: the event begins the clock. */
  readonly old_status: ClockStatus | null;
  /** Null: a clock that begins, or one that is suspended. */
  readonly old_due: Day | null;
  /** Null: suspended. */
  readonly new_due: Day | null;
  readonly status: ClockStatus;
  readonly provisional: boolean;
  /** The last sentence of the reasoning. */
  readonly why: string;
}
export interface EventPreview {
  readonly case: {
    readonly id: string;
    readonly kind: string;
    readonly kind_title: string;
    /** 案号, or 收案号 while there is none. */
    readonly number: string;
  };
  readonly event_title: string;
  /** Names this very list of clocks; what a correction that moves some has to bring along (see {@link unseen}). */
  readonly digest: string;
  readonly state: string;
  readonly state_title: string;
  readonly state_after: string;
  readonly state_after_title: string;
  readonly papers: readonly { readonly code: string; readonly title: string }[];
  readonly clocks: readonly PreviewedClockView[];
  readonly warnings: readonly RefusalReason[];
}

/** `after` is `before` with the event's step taken; neither is written. */
export function previewOf(before: Draft, after: Draft): EventPreview {
  const { states } = after.procedure;
  const [state, stateAfter] = [before.state ?? '', after.state ?? ''];
  const clocks = clockChanges(before, after);
  return {
    case: {
      id: after.id,
      kind: after.procedure.kind,
      kind_title: after.procedure.title,
      number: after.number ?? after.registerNumber ?? '',
    },
    event_title: edgesOf(after.procedure)[after.events.at(-1)?.name ?? '']?.title ?? '',
    digest: digestOf(after, clocks),
    state,
    state_title: states[state] ?? state,
    state_after: stateAfter,
    state_after_title: states[stateAfter] ?? stateAfter,
    papers: after.papers.slice(before.papers.length).map(({ sheet }) => ({ code: sheet.code, title: sheet.title })),
    clocks,
    warnings: after.events.slice(before.events.length).flatMap((e) => e.warnings),
  };
}

function digestOf({ id, version }: Draft, clocks: readonly PreviewedClockView[]): string {
  const hash = createHash('sha256').update(`${id} ${version}`);
  // A clock that begins has no name yet: each preview would give it another.
  for (const k of clocks)
    hash.update(`\n${k.old_status === null ? k.limit : k.clock_id} ${k.effect} ${k.old_due} ${k.new_due}`);
  return hash.digest('hex');
}

/**
 * 更正的影响清单 — a correction that moves clocks is done only by whoever has seen which: `seen` is the digest of the
 * preview. Null where nothing moves, or the list is the one that was seen.
 */
export function unseen(before: Draft, after: Draft, seen: string | undefined): Refusal | null {
  if (!after.events.slice(before.events.length).some((e) => e.name === correcting)) return null;
  const clocks = clockChanges(before, after);
  const moved = clocks.filter((k) => k.effect !== 'kept').length;
  if (moved === 0 || seen === digestOf(after, clocks)) return null;
  const message =
    seen === undefined
      ? `这项更正将变动${moved}个期限，请先预览影响清单再确认`
      : '期限的影响清单已经不同，请重新预览后再确认';
  return new Refusal([{ guard: 'correction.impact', message, article: '更正影响期限的，先查看影响清单，确认后办理' }]);
}

function clockChanges(before: Draft, after: Draft): readonly PreviewedClockView[] {
  const known = new Map(before.clocks.map((k) => [k.id, k] as const));
  // A party that the event strikes is named by what it was.
  const names = new Map([...before.parties, ...after.parties].map((p) => [p.id, p.name] as const));
  return after.clocks.flatMap((clock) => {
    const was = known.get(clock.id);
    if (was === clock) return [];
    const effect = effectOf(was, clock);
    const { status, reckoned } = clock.outcome;
    return [
      {
        clock_id: clock.id,
        limit: clock.limit,
        title: limitTitle(clock.limit),
        subject: clock.subject === '' ? null : (names.get(clock.subject) ?? clock.subject),
        effect,
        effect_title: clockEffects[effect],
        old_status: was?.outcome.status ?? null,
        old_due: was ? standingOf(was).due : null,
        new_due: reckoned.due,
        status,
        provisional: reckoned.provisional,
        why: reckoned.steps.at(-1)?.text ?? '',
      },
    ];
  });
}

/** The date people know: the one on record, which a calendar confirmed since may not have moved yet. */
const standingOf = ({ stored, outcome }: Clock) => stored ?? outcome.reckoned;

function effectOf(was: Clock | undefined, { outcome }: Clock): ClockEffect {
  const { status, reckoned } = outcome;
  // What took place before it was recorded begins and ends at once; its end says more.
  if (was === undefined) return status === 'running' ? 'begun' : status;
  if (was.outcome.status !== status) return status === 'running' ? 'resumed' : status;
  const { due, provisional } = standingOf(was);
  if (due !== reckoned.due) return 'moved';
  if (provisional !== reckoned.provisional) return provisional ? 'settled' : 'unsettled';
  return 'kept';
}
