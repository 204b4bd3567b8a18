/** Whom of a respondent organ's own people its duties are told. They are matched as in the workspace: by the organ's name. */
import type { Day, LimitId } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import { answerPeriods } from './outline';

/** What the organ under review owes; the maker of a norm and the organ that pays are others. */
const owed: readonly LimitId[] = [
  ...answerPeriods,
  'reconsideration.perform',
  'reconsideration.redo',
  'reconsideration.opinion-report',
];

/**
 * For each of these clocks that an organ owes: the people who hold the post of its officer on `today`. From the receipt of
 * the copy (of a letter: from its delivery) on; before that nothing reaches the organ but the notice itself. Clocks that
 * nobody is to be told of are left out.
 */
export async function respondentOfficers(
  tx: Tx,
  jurisdictionId: number,
  clockIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ clock_id: string; people: string[] }>(
    `select k.id as clock_id, array_agg(distinct s.person_id) as people
     from clock k
     join case_file c on c.jurisdiction_id = $1 and c.id = k.case_id and c.kind in ('reconsideration', 'letter')
     join party p on p.jurisdiction_id = $1 and p.case_id = k.case_id and p.kind = 'organ' and p.recorded_to = 'infinity'
       and p.role = case c.kind when 'letter' then 'addressee' else 'respondent' end
       -- A clock that names no party is every respondent's: an order to perform, a letter's report.
       and (k.subject in ('', 'order') or k.subject = p.id::text)
     join organisation o on o.jurisdiction_id = $1 and o.name = p.name
     join post s on s.jurisdiction_id = $1 and s.organisation_id = o.id and s.role = 'respondent-officer'
       and s.valid_from <= $3 and (s.valid_to is null or s.valid_to >= $3)
     where k.jurisdiction_id = $1 and k.id = any($2::uuid[]) and k.limit_id = any($4::text[])
       and (c.kind = 'letter' or exists (
         select from clock a where a.jurisdiction_id = $1 and a.case_id = k.case_id and a.subject = p.id::text
           and a.limit_id = any($5::text[])))
     group by k.id`,
    [jurisdictionId, clockIds, today, owed, answerPeriods],
  );
  return new Map(rows.map((r) => [r.clock_id, r.people] as const));
}
