import { type CaseReceipt, Clerk, type OpenRequest } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { known, Registers, refused } from './registers';

/** Turns an entry of a log into a case, through the clerk and under the clerk's rules. */
@Injectable()
export class Turning {
  constructor(
    private readonly database: Database,
    private readonly registers: Registers,
    private readonly clerk: Clerk,
  ) {}

  /**
   * The case takes the entry's own id: whatever is lost on the way, one entry never becomes two cases. Fields of the
   * opening event that the request leaves out are taken over from the entry.
   * @throws Refusal, NotFound, VersionConflict, FieldErrors
   */
  async turn(
    actor: Actor,
    name: string,
    entry: { readonly id: string; readonly revision: number },
    request: Omit<OpenRequest, 'id'>,
  ): Promise<CaseReceipt> {
    const { turns, title, since, cite } = known(name);
    if (!turns) throw refused('register.no-case', `“${title}”不转为案件。`, cite);
    const { values, case_id } = await this.registers.hold(actor, name, entry.id, entry.revision);
    if (case_id !== null || (await this.isCase(actor, entry.id))) {
      await this.registers.link(actor, name, entry.id);
      throw refused('register.turned', '本条已转为案件。', cite);
    }
    if (turns.kinds !== null && !turns.kinds.includes(request.kind))
      throw refused('register.kind', `“${title}”不能转为这一类案件。`, cite);
    if (request.happenedOn < String(values[since]))
      throw refused('register.day', `收案日期早于登记的日期（${values[since]}）。`, cite);
    const draft = turns.draft?.(values);
    const taken = draft && draft.kind === request.kind && draft.event === request.event ? draft.fields : {};
    const opened = { ...request, id: entry.id, fields: { ...taken, ...request.fields } };
    const receipt = await this.clerk.open(actor, opened).catch(async (error: unknown) => {
      // Two people at the same moment: the second finds the case that the first opened.
      throw (await this.isCase(actor, entry.id)) ? refused('register.turned', '本条已转为案件。', cite) : error;
    });
    await this.registers.link(actor, name, entry.id);
    return receipt;
  }

  /** The case was opened and the entry not told: the process ended in between. */
  private isCase(actor: Actor, id: string): Promise<boolean> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const rows = await tx.query('select 1 from case_file where jurisdiction_id = $1 and id = $2', [
        actor.jurisdictionId,
        id,
      ]);
      return rows.length > 0;
    });
  }
}
