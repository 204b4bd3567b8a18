/** Reads mediated cases as the check needs them: facts, both sides' names, what was written down, papers in the file. */
import { postsFor } from '@anjuan/casework';
import { type Actor, roles } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import type { MediatedCase } from './checks';
import { type SubsidyForm, type SubsidyTier, subsidyTiers } from './subsidy.facts';

/** How far back cases are compared with each other; the longest span a tariff may ask for. */
const LOOK_BACK_DAYS = 366;

export interface Candidate extends MediatedCase {
  readonly organisationId: string;
  /** Who mediated the case; not who has taken it over since. */
  readonly payee: { readonly id: string; readonly name: string } | null;
  /** The claim there is for it. */
  readonly claim: { readonly id: string; readonly state: string; readonly round: string | null } | null;
  /** It lies within the posts of whoever asks. */
  readonly within: boolean;
}
interface Row {
  id: string;
  number: string;
  organisation_id: string;
  payee_id: string | null;
  payee_name: string | null;
  closed_on: Day;
  level: string | null;
  outcome: string;
  people_count: number | null;
  claim_fen: number | null;
  session_count: number | null;
  performance: string | null;
  names: string[];
  text: string | null;
  papers: string[];
  on_payroll: boolean;
  claim_id: string | null;
  claim_state: string | null;
  claim_round: string | null;
  within: boolean;
}

const forms: Readonly<Record<string, SubsidyForm>> = {
  'agreed-written': 'written',
  'agreed-oral': 'oral',
  failed: 'failed',
};
const isTier = (v: string): v is SubsidyTier => Object.hasOwn(subsidyTiers, v);

/** Paths of the posts through which an actor reaches every claim below. */
export const pathsOf = (actor: Actor): string[] =>
  postsFor(actor, 'subsidy')
    .filter((p) => roles[p.role].reach === 'subtree')
    .map((p) => p.path);

/** Cases that ended from a year before `from` up to `to`; papers as they were in the file on `asOf`. */
export async function readCandidates(
  tx: Tx,
  actor: Actor,
  { from, to, asOf }: { from: Day; to: Day; asOf: Day },
): Promise<Candidate[]> {
  const rows = await tx.query<Row>(
    `select c.id, coalesce(c.number, c.register_number) as number, c.organisation_id, f.mediated_by as payee_id,
       h.name as payee_name, f.closed_on, f.level, f.outcome, f.people_count, f.claim_fen, f.session_count,
       f.performance, s.id as claim_id, s.state as claim_state, sf.round as claim_round,
       array(select p.name from party p where p.jurisdiction_id = $1 and p.case_id = c.id
             and p.recorded_to = 'infinity' and p.role in ('applicant', 'respondent')) as names,
       (select string_agg(distinct t.text, ' ') from case_text t where t.jurisdiction_id = $1 and t.case_id = c.id
             and t.field in ('summary', 'dispute_facts')) as text,
       array(select distinct d.code from paper d where d.jurisdiction_id = $1 and d.case_id = c.id
             and d.issued_on <= $4) as papers,
       exists (select from subsidy_payee y where y.jurisdiction_id = $1 and y.person_id = f.mediated_by
             and y.payroll_from <= f.closed_on and (y.payroll_to is null or y.payroll_to >= f.closed_on)) as on_payroll,
       exists (select from unnest($5::text[]) as top(path) where starts_with(o.path, top.path)) as within
     from mediation_fact f
     join case_file c on c.jurisdiction_id = $1 and c.id = f.case_id
     join organisation o on o.jurisdiction_id = $1 and o.id = c.organisation_id
     left join person h on h.jurisdiction_id = $1 and h.id = f.mediated_by
     left join case_file s on s.jurisdiction_id = $1 and s.parent_id = c.id and s.kind = 'subsidy'
     left join subsidy_fact sf on sf.jurisdiction_id = $1 and sf.case_id = s.id and sf.recorded_to = 'infinity'
     where f.jurisdiction_id = $1 and f.recorded_to = 'infinity' and c.merged_into is null and f.closed_on between $2 and $3
       and f.outcome in ('agreed-written', 'agreed-oral', 'failed')`,
    [actor.jurisdictionId, addDays(from, -LOOK_BACK_DAYS), to, asOf, pathsOf(actor)],
  );
  return rows.flatMap((r): Candidate[] => {
    const form = forms[r.outcome];
    if (form === undefined) return [];
    return [
      {
        id: r.id,
        number: r.number,
        closed_on: r.closed_on,
        level: r.level !== null && isTier(r.level) ? r.level : null,
        form,
        people_count: r.people_count,
        claim_fen: r.claim_fen,
        session_count: r.session_count,
        performed: r.performance === 'performed',
        names: r.names,
        text: r.text ?? '',
        papers: r.papers,
        onPayroll: r.on_payroll,
        organisationId: r.organisation_id,
        payee: r.payee_id !== null && r.payee_name !== null ? { id: r.payee_id, name: r.payee_name } : null,
        claim:
          r.claim_id === null || r.claim_state === null
            ? null
            : { id: r.claim_id, state: r.claim_state, round: r.claim_round },
        within: r.within,
      },
    ];
  });
}
