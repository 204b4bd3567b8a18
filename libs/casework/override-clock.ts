/**
 * 改定期限: a supervisor fixes the due day of a clock, or the version of the law it counts by, with reason and basis; a
 * counter-event takes it back. Both are events of the case like any other, so reminders follow and the audit has them.
 */
import type { Role } from '@anjuan/identity';
import { type Day, isLimitId, type LawCode, type LimitId, laws, limit } from '@anjuan/law';
import { type Clock, type LedgerEntry, replay } from './clocks';
import type { RefusalReason } from './errors';
import { code, day, party, text, type Values } from './fields';
import { fallenIn } from './override';
import type { ClockView, Context, Edge, Procedure } from './procedure';
import { limitTitle } from './reading-words';
import type { Office } from './settings';

export const overriding = 'override-clock';
export const restoring = 'restore-clock';

/** Who answers for the deadlines of others. */
const supervising: readonly Role[] = [
  'committee-head',
  'mediation-officer',
  'reconsideration-head',
  'organ-head',
  'bureau-head',
];
const cite = '期限依法计算；确需改定的由负责人决定，说明理由和依据，记录在案（办案惯例）';

const isOpen = (k: ClockView): boolean => k.status === 'running' || k.status === 'suspended';
const isMeant = (k: Pick<ClockView, 'limit' | 'subject'>, values: Values): boolean =>
  k.limit === values.limit && (typeof values.subject !== 'string' || k.subject === values.subject);
const meant = (c: Context, open = isOpen): readonly ClockView[] =>
  c.clocks.filter((k) => isMeant(k, c.fields) && open(k));

/** Every limit that some event of the kind starts. */
const limitsOf = (p: Procedure): readonly LimitId[] => [
  ...new Set(
    Object.values<Edge>(p.edges).flatMap((e) => (e.starts ?? []).map((s) => (typeof s === 'string' ? s : s.limit))),
  ),
];

const isLaw = (v: unknown): v is LawCode => typeof v === 'string' && Object.hasOwn(laws, v);

/** The two edges; none where the kind has no clocks, or none of its people is a supervisor. */
export function overrideEdges(p: Procedure, by: readonly Role[]): Readonly<Record<string, Edge>> {
  const limits = limitsOf(p);
  const heads = by.filter((r) => supervising.includes(r));
  if (limits.length === 0 || heads.length === 0) return {};
  const roles = Object.keys(p.partyRoles);
  const versions = new Set(limits.flatMap((id) => limit(id).versions.map((v) => v.law)));
  const which = {
    limit: code('哪一期限', Object.fromEntries(limits.map((id) => [id, limit(id).title]))),
    ...(roles.length ? { subject: party.optional('哪一当事人的', roles, { hint: '按人计算的期限；不填为全部' }) } : {}),
  };
  const shared = { from: Object.keys(p.states), to: 'unchanged', by: heads, cite, verified: 'I' } as const;
  const guard = (name: string, refuses: (c: Context) => string | null) => ({ name: `override.${name}`, cite, refuses });
  const lapsing: readonly string[] = (p.lapses ?? []).map((l) => l.limit);
  return {
    [overriding]: {
      ...shared,
      title: '改定期限',
      fields: {
        ...which,
        due_on: day.aheadOptional('改定的届满日', { hint: '此后期限又依法延长、中止或者重新起算的，改定失效' }),
        law: code.optional('改定适用的法律', Object.fromEntries([...versions].map((l) => [l, laws[l].name]))),
        reason: text.personal('改定理由'),
        basis: text('依据', { hint: '条款、批复或者其他文书' }),
      },
      guards: [
        guard('something', (c) =>
          c.fields.due_on === null && c.fields.law === null ? '应当填写改定的届满日或者适用的法律' : null,
        ),
        guard('open', (c) => (meant(c).length > 0 ? null : '本案没有正在计算的这一期限')),
        guard('due', (c) => {
          const due = c.fields.due_on;
          const from = meant(c)
            .map((k) => k.from)
            .sort()
            .at(-1);
          return typeof due === 'string' && from !== undefined && due < from ? `届满日不能早于起算日${from}` : null;
        }),
        // 视为受理 follows from the law itself (行政复议法(2023)第30条第3款): nobody can put it off.
        guard('lapse', (c) =>
          c.fields.due_on !== null && lapsing.includes(String(c.fields.limit))
            ? '该期限届满即依法发生后果，不能改定届满日；起算日登记有误的，应当更正事实'
            : null,
        ),
        guard('law', (c) => {
          const { law, limit: id } = c.fields;
          if (!isLaw(law) || typeof id !== 'string' || !isLimitId(id)) return null;
          return limit(id).versions.some((v) => v.law === law) ? null : `${laws[law].name}没有规定“${limit(id).title}”`;
        }),
      ],
    },
    [restoring]: {
      ...shared,
      title: '撤销改定，恢复依法计算',
      fields: { ...which, reason: text.personal('撤销理由') },
      guards: [
        guard('there', (c) =>
          meant(c, (k) => isOpen(k) && k.overridden === true).length > 0 ? null : '这一期限没有改定，或者已经结束',
        ),
      ],
    },
  };
}

interface Moment {
  readonly seq: number;
  readonly event: string;
  readonly happenedOn: Day;
}

/** The clocks after either event. @throws LawError where the law chosen knows no such extension or trigger */
export function overrideClocks(
  before: readonly Clock[],
  { seq, event, happenedOn }: Moment,
  values: Values,
  office: Office,
): readonly Clock[] {
  const { due_on, law, basis } = values;
  const entry: LedgerEntry = {
    seq,
    on: happenedOn,
    event,
    verb: event === overriding ? 'override' : 'restore',
    ...(typeof due_on === 'string' ? { due: due_on } : {}),
    ...(isLaw(law) ? { law } : {}),
    ...(typeof basis === 'string' ? { basis } : {}),
  };
  return before.map((clock) => {
    const { status } = clock.outcome;
    if (!isMeant(clock, values) || (status !== 'running' && status !== 'suspended')) return clock;
    const ledger = [...clock.ledger, entry];
    return { ...clock, ledger, changed: true, outcome: replay(clock.limit, ledger, office) };
  });
}

/**
 * 改定的届满日晚于依法计算的: told with the lawful day, whatever reason was given; while the clock stands suspended there is
 * no lawful day to compare with, and that is told. `seq`: of the event that decided.
 */
export function beyondLaw(seq: number, clocks: readonly Clock[], office: Office): readonly RefusalReason[] {
  return clocks.flatMap(({ limit: id, ledger, outcome }) => {
    const decision = ledger.find((e) => e.verb === 'override' && e.seq === seq);
    if (decision?.due === undefined) return [];
    const { due } = decision;
    const undecided = ledger.map((e) => (e === decision ? { ...e, due: undefined } : e));
    const lawful = replay(id, undecided, office).reckoned;
    const told = `“${limitTitle(id)}”改定的届满日${due}`;
    const because = (message: string) => [{ guard: 'override.beyond', message, article: cite }];
    if (lawful.due === null) return because(`${told}：期限正在中止，恢复以前没有依法计算的届满日可以比较`);
    if (due <= lawful.due) return [];
    const day = `${lawful.due}${lawful.provisional ? '（暂定）' : ''}`;
    return because(
      `${told}晚于依法计算的届满日${day}；改定不改变法定期限，${outcome.reckoned.law}规定的期限仍于该日届满`,
    );
  });
}

/** 改定失效: what is told of the decisions that the event of this sequence makes fall; nobody loses one in silence. */
export function fallenBy(seq: number, clocks: readonly Clock[]): readonly RefusalReason[] {
  return clocks.flatMap(({ limit: id, ledger, outcome }) => {
    const fallen = fallenIn(ledger);
    if (fallen?.by.seq !== seq) return [];
    const { due } = outcome.reckoned;
    const now = due === null ? '中止恢复后依法计算' : `期限依法于${due}届满`;
    const message = `“${limitTitle(id)}”于${fallen.on}改定的届满日${fallen.due}不再适用，${now}；仍须改定的，请由负责人重新办理`;
    return [{ guard: 'override.fallen', message, article: cite }];
  });
}
