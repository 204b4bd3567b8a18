/** 告知何人 — who would be told of a date that is only being considered: shown before an event moves a clock. */
import type { PreviewedClockView } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { daysBetween, isLimitId, limit } from '@anjuan/law';
import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { readOfficers, toldOf } from './deadlines';
import { readRules } from './policies';
import { remindedDuties } from './policy';
import { readStaff } from './recipients';

type Considered = Pick<PreviewedClockView, 'clock_id' | 'limit' | 'new_due' | 'status' | 'provisional'>;

@Injectable()
export class Audience {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * For each clock of the case, in their order: the names of all who would be told between now and its due day by the
   * rules as they stand, or by the digest once it is overdue. Empty for a clock that nobody is reminded of. The caller
   * has seen the case.
   */
  async named(actor: Actor, caseId: string, clocks: readonly Considered[]): Promise<readonly (readonly string[])[]> {
    const { jurisdictionId } = actor;
    const today = this.clock.today();
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const [file] = await tx.query<{
        kind: string;
        handler_id: string | null;
        second_handler_id: string | null;
        path: string;
        number: string;
      }>(
        `select c.kind, c.handler_id, c.second_handler_id, o.path, coalesce(c.number, c.register_number) as number from case_file c
         join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.organisation_id
         where c.jurisdiction_id = $1 and c.id = $2`,
        [jurisdictionId, caseId],
      );
      const running = clocks.map((k) =>
        file && k.status === 'running' && k.new_due !== null && isReminded(k.limit)
          ? {
              ...file,
              id: k.clock_id,
              case_id: caseId,
              limit_id: k.limit,
              due: k.new_due,
              provisional: k.provisional,
              moved_at: null,
            }
          : null,
      );
      const wanted = running.filter((k) => k !== null);
      if (wanted.length === 0) return clocks.map(() => []);
      const { policyOf } = await readRules(tx, jurisdictionId);
      const staff = await readStaff(tx, jurisdictionId, today);
      const officers = await readOfficers(tx, jurisdictionId, wanted, today);
      const told = running.map((k) => {
        if (k === null) return [];
        const policy = policyOf(k.limit_id);
        const left = daysBetween(today, k.due);
        if (!policy.enabled || (left < 0 && !policy.digest)) return [];
        // The nearer the day the more people: the last step tells everybody whom the earlier ones told.
        const nearest = left < 0 ? left : Math.min(...policy.daysBefore, left);
        return toldOf(k, policy, staff, officers, nearest).map((t) => t.person_id);
      });
      const people = await tx.query<{ id: string; name: string }>(
        'select id, name from person where jurisdiction_id = $1 and id = any($2::uuid[])',
        [jurisdictionId, told.flat()],
      );
      return told.map((ids) => ids.flatMap((id) => people.find((p) => p.id === id)?.name ?? []));
    });
  }
}

const isReminded = (id: string): boolean => isLimitId(id) && remindedDuties.some((d) => d === limit(id).duty);
