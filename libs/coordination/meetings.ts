/** Meetings with their disputes: convened and held in one step each, meeting and disputes together or not at all. */
import {
  type BatchAnswer,
  type CaseReceipt,
  type CaseScript,
  Clerk,
  type EventPreview,
  type ScriptStep,
} from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Database, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { Links } from './links';

export interface Convening {
  readonly organisationId: string;
  readonly happenedOn: Day;
  /** Fields of the meeting's `schedule`. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The cases it deals with. Each becomes a coordinated dispute under it, unless one is open there already. */
  readonly caseIds: readonly string[];
}
export interface Holding {
  readonly meetingId: string;
  readonly version: number;
  readonly happenedOn: Day;
  /** Fields of the meeting's `hold`. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** How each dispute came out; those not named are dealt with and stay open. */
  readonly results: readonly { readonly caseId: string; readonly outcome: 'settled' | 'failed' | 'open' }[];
}

const stages: Readonly<Record<string, string>> = { reconsideration: 'reconsideration', litigation: 'litigation' };

@Injectable()
export class Meetings {
  constructor(
    private readonly database: Database,
    private readonly clerk: Clerk,
    private readonly links: Links,
  ) {}

  /** @throws NotFound (a case out of reach), FieldErrors, Refusal (the calendar among others); then nothing is written */
  async convene(actor: Actor, { organisationId, happenedOn, fields, caseIds }: Convening): Promise<CaseReceipt> {
    const disputes = await this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const seen = await this.links.demand(tx, actor, caseIds);
      const open = await tx.query<{ id: string; parent_id: string }>(
        `select id, parent_id from case_file where jurisdiction_id = $1 and kind = 'coordination'
           and parent_id = any($2::uuid[]) and state in ('open', 'coordinating')`,
        [actor.jurisdictionId, caseIds],
      );
      return [...seen.values()].map((c) => {
        const standing = c.kind === 'coordination' ? c.id : open.find((o) => o.parent_id === c.id)?.id;
        return { case: c, id: standing ?? uuidv7(), isNew: standing === undefined };
      });
    });
    const meetingId = uuidv7();
    const scripts: CaseScript[] = [
      {
        open: { id: meetingId, kind: 'meeting', organisationId },
        steps: [{ event: 'schedule', happenedOn, fields }],
      },
      ...disputes
        .filter((d) => d.isNew)
        .map(
          (d): CaseScript => ({
            open: { id: d.id, kind: 'coordination', organisationId, parentId: d.case.id },
            steps: [{ event: 'submit', happenedOn, fields: { dispute_stage: stages[d.case.kind] ?? 'before' } }],
          }),
        ),
    ];
    const answers = await this.clerk.batch(actor, scripts, {
      origin: 'person',
      together: async (tx, given) => {
        receiptsOf(given);
        await this.links.write(
          tx,
          actor,
          disputes.map((d) => ({ caseId: meetingId, otherId: d.id, reason: 'meeting' })),
        );
      },
    });
    const [receipt] = receiptsOf(answers);
    if (!receipt) throw new Error('a meeting without a receipt');
    return receipt;
  }

  /** Holds the meeting and books what became of its disputes. @throws NotFound, VersionConflict, FieldErrors, Refusal */
  async hold(actor: Actor, holding: Holding): Promise<CaseReceipt> {
    const answers = await this.clerk.batch(actor, await this.scriptsOf(actor, holding), {
      origin: 'person',
      together: async (_, given) => void receiptsOf(given),
    });
    const [receipt] = receiptsOf(answers);
    if (!receipt) throw new Error('a meeting without a receipt');
    return receipt;
  }

  /** What holding it would make of the meeting, which comes first, and of each of its disputes. Writes nothing. @throws as `hold` */
  async preview(actor: Actor, holding: Holding): Promise<readonly EventPreview[]> {
    return this.clerk.previews(actor, await this.scriptsOf(actor, holding));
  }

  /** The meeting's own script and one for each dispute that is still open. @throws NotFound */
  private async scriptsOf(
    actor: Actor,
    { meetingId, version, happenedOn, fields, results }: Holding,
  ): Promise<readonly CaseScript[]> {
    const disputes = await this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const linked = await tx.query<{ id: string; state: string }>(
        `select c.id, c.state from case_link l
         join case_file c on c.jurisdiction_id = l.jurisdiction_id and c.id = l.other_id
         where l.jurisdiction_id = $1 and l.case_id = $2 and l.reason = 'meeting' and l.undone_at is null
           and c.kind = 'coordination' and c.state in ('open', 'coordinating')`,
        [actor.jurisdictionId, meetingId],
      );
      await this.links.demand(tx, actor, [meetingId, ...results.map((r) => r.caseId)]);
      return linked;
    });
    const scripts = disputes.map(({ id }): CaseScript => {
      const outcome = results.find((r) => r.caseId === id)?.outcome ?? 'open';
      const end: ScriptStep[] =
        outcome === 'open' ? [] : [{ event: outcome === 'settled' ? 'settle' : 'fail', happenedOn }];
      return { caseId: id, steps: [{ event: 'coordinate', happenedOn }, ...end] };
    });
    return [{ caseId: meetingId, version, steps: [{ event: 'hold', happenedOn, fields }] }, ...scripts];
  }
}

/** All receipts. @throws the first refusal, which takes the whole batch back */
function receiptsOf(answers: readonly BatchAnswer[]): readonly CaseReceipt[] {
  return answers.map((a) => {
    if (!a.ok) throw a.error;
    return a.receipt;
  });
}
