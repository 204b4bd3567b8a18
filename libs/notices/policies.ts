/** The jurisdiction's own reminder policies and hours: rows over the default in code. */
import { FieldErrors, leaveTrail, NotFound, readOffice } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { type Calendar, limit, limitIds } from '@anjuan/law';
import { Clock, Database, type Tx, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { defaultHours, defaultPolicy, type ReminderHours, type ReminderPolicy, remindedDuties } from './policy';

/** Stands for all limits that have no row of their own. */
export const everyLimit = 'general';

export interface PolicyEntry {
  readonly limit: string;
  readonly title: string;
  readonly policy: ReminderPolicy;
  /** The jurisdiction has said so itself; else it follows the general policy or the default. */
  readonly own: boolean;
}

/** What decides the days of reminders in one jurisdiction. */
export interface Rules {
  readonly policyOf: (limitId: string) => ReminderPolicy;
  readonly hours: ReminderHours;
  readonly calendar: Calendar;
}

interface PolicyRow {
  limit_id: string;
  enabled: boolean;
  days_before: number[];
  superior_from: number | null;
  head_from: number | null;
  digest: boolean;
}

/** Reads policies, hours and calendar of the transaction's jurisdiction. */
export async function readRules(tx: Tx, jurisdictionId: number): Promise<Rules> {
  const own = await readPolicies(tx, jurisdictionId);
  const { calendar } = await readOffice(tx, jurisdictionId);
  const general = own.get(everyLimit) ?? defaultPolicy;
  return { policyOf: (limitId) => own.get(limitId) ?? general, hours: await readHours(tx, jurisdictionId), calendar };
}

export async function readHours(tx: Tx, jurisdictionId: number): Promise<ReminderHours> {
  const [row] = await tx.query<{ opens_at: string; closes_at: string; working_days_only: boolean }>(
    'select opens_at, closes_at, working_days_only from reminder_hours where jurisdiction_id = $1',
    [jurisdictionId],
  );
  return row
    ? { opensAt: row.opens_at, closesAt: row.closes_at, workingDaysOnly: row.working_days_only }
    : defaultHours;
}

async function readPolicies(tx: Tx, jurisdictionId: number): Promise<ReadonlyMap<string, ReminderPolicy>> {
  const rows = await tx.query<PolicyRow>(
    `select limit_id, enabled, days_before, superior_from, head_from, digest
     from reminder_policy where jurisdiction_id = $1`,
    [jurisdictionId],
  );
  return new Map(
    rows.map((r) => [
      r.limit_id,
      {
        enabled: r.enabled,
        daysBefore: r.days_before,
        superiorFrom: r.superior_from,
        headFrom: r.head_from,
        digest: r.digest,
      },
    ]),
  );
}

/** Limits that anybody is reminded of, in the order of the law. */
const remindedLimits = limitIds.map((id) => limit(id)).filter(({ duty }) => remindedDuties.some((d) => d === duty));

/** For the settings page. Who may change them is the route's business. */
@Injectable()
export class Policies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The general policy first, then every limit of ours or of a respondent. */
  list(actor: Actor): Promise<{ readonly policies: readonly PolicyEntry[]; readonly hours: ReminderHours }> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const own = await readPolicies(tx, actor.jurisdictionId);
      const general = own.get(everyLimit) ?? defaultPolicy;
      const policies = [
        { limit: everyLimit, title: '未单独设置的各项期限', policy: general, own: own.has(everyLimit) },
        ...remindedLimits.map(({ id, title }) => ({
          limit: id,
          title,
          policy: own.get(id) ?? general,
          own: own.has(id),
        })),
      ];
      return { policies, hours: await readHours(tx, actor.jurisdictionId) };
    });
  }

  /** Sets a limit's own policy; its open clocks are planned anew. @throws FieldErrors; NotFound for another's duty */
  async set(actor: Actor, limitId: string, policy: ReminderPolicy): Promise<void> {
    const mistakes = [
      ...(policy.daysBefore.length > 12 || !policy.daysBefore.every((d) => Number.isInteger(d) && d >= 0 && d <= 366)
        ? [{ field: 'days_before', value: policy.daysBefore.join('、'), rule: '应为0至366之间的整数，最多12个' }]
        : []),
      ...(
        [
          ['superior_from', policy.superiorFrom],
          ['head_from', policy.headFrom],
        ] as const
      ).flatMap(([field, value]) =>
        value === null || (Number.isInteger(value) && Math.abs(value) <= 366)
          ? []
          : [{ field, value, rule: '应为整数，届满前最多366日，超期后最多366日' }],
      ),
    ];
    if (mistakes.length > 0) throw new FieldErrors(mistakes);
    await this.change(actor, limitId, (tx, now) =>
      tx.execute(
        `insert into reminder_policy
           (jurisdiction_id, limit_id, enabled, days_before, superior_from, head_from, digest, changed_by, changed_at)
         values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9)
         on conflict (jurisdiction_id, limit_id) do update set enabled = excluded.enabled,
           days_before = excluded.days_before, superior_from = excluded.superior_from, head_from = excluded.head_from,
           digest = excluded.digest, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
        [
          actor.jurisdictionId,
          limitId,
          policy.enabled,
          JSON.stringify([...new Set(policy.daysBefore)].sort((a, b) => b - a)),
          policy.superiorFrom,
          policy.headFrom,
          policy.digest,
          actor.personId,
          now,
        ],
      ),
    );
  }

  /** Back to the general policy, or of the general one to the default. */
  async unset(actor: Actor, limitId: string): Promise<void> {
    await this.change(actor, limitId, (tx) =>
      tx.execute('delete from reminder_policy where jurisdiction_id = $1 and limit_id = $2', [
        actor.jurisdictionId,
        limitId,
      ]),
    );
  }

  /** @throws FieldErrors where the hours do not follow each other */
  async setHours(actor: Actor, hours: ReminderHours): Promise<void> {
    if (hours.opensAt >= hours.closesAt)
      throw new FieldErrors([{ field: 'closes_at', value: hours.closesAt, rule: `应晚于开始时间${hours.opensAt}` }]);
    await this.change(actor, everyLimit, (tx, now) =>
      tx.execute(
        `insert into reminder_hours (jurisdiction_id, opens_at, closes_at, working_days_only, changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (jurisdiction_id) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
           working_days_only = excluded.working_days_only, changed_by = excluded.changed_by,
           changed_at = excluded.changed_at`,
        [actor.jurisdictionId, hours.opensAt, hours.closesAt, hours.workingDaysOnly, actor.personId, now],
      ),
    );
  }

  private async change(actor: Actor, limitId: string, write: (tx: Tx, now: Date) => Promise<unknown>): Promise<void> {
    if (limitId !== everyLimit && !remindedLimits.some(({ id }) => id === limitId)) throw new NotFound('期限');
    const now = this.clock.now();
    await this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      await write(tx, now);
      // The same way as a clock that moved: through the outbox, so that nothing is lost between here and the plan.
      const cases = await tx.query<{ case_id: string }>(
        `select distinct case_id from clock
         where jurisdiction_id = $1 and status = 'running' and due >= $2 and duty = any($3::text[])
           and ($4 = '${everyLimit}' or limit_id = $4)`,
        [actor.jurisdictionId, this.clock.today(), remindedDuties, limitId],
      );
      await tx.execute(
        `insert into outbox (jurisdiction_id, id, topic, case_id, created_at)
         select $1, w.id, 'clock-changed', w.case_id, $3 from jsonb_to_recordset($2::jsonb) as w(id uuid, case_id uuid)`,
        [actor.jurisdictionId, JSON.stringify(cases.map((c) => ({ id: uuidv7(), ...c }))), now],
      );
      await leaveTrail(tx, actor, now, 'reminder.policy', limitId);
    });
  }
}
