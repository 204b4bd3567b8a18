import { mediationFacts } from '@anjuan/cases/mediation';
import type { Day } from '@anjuan/law';
import { Database } from '@anjuan/platform';
import { mediators } from '@anjuan/registers';
import { Injectable } from '@nestjs/common';
import { catalogue } from './catalogue';
import { conditionOf, fact, factsWithin, Parameters } from './compile';
import type { Reach } from './figures';
import type { Metric } from './metric';
import type { Predicate } from './predicate';
import { windowOf } from './window';

/** 工作量: one mediator's year. A case counts for whoever handles it now. */
export interface WorkloadRow {
  /** Null: cases without a mediator. */
  readonly person_id: string | null;
  readonly name: string;
  /** 专职 or 兼职 as the register of mediators says; null where the person is not in it. */
  readonly employment: string | null;
  readonly accepted: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly difficult: number;
  readonly agreement_fen: number;
}

const measureOf = (id: string) => {
  const metric: Metric | undefined = catalogue.find((m) => m.id === id);
  if (metric === undefined) throw new Error(`没有指标${id}`);
  return metric.variants.default;
};

/** Mediators' work, counted by the definitions of the year's figures, so that the sums are the figures. */
@Injectable()
export class Workload {
  constructor(private readonly database: Database) {}

  /** Most cases first. Throws FieldErrors for a year or cut-off that is none. */
  async ofMediators(request: {
    readonly jurisdictionId: number;
    readonly year: number;
    readonly cutoff?: Day;
    readonly reach: Reach;
  }): Promise<WorkloadRow[]> {
    const window = windowOf(request);
    const view = { jurisdictionId: request.jurisdictionId, knownBefore: null, paths: request.reach('mediation') };
    const parameters = new Parameters();
    const succeeded = measureOf('mediation-success-rate');
    const condition = (where: Predicate) => conditionOf(where, window, parameters);
    const success = condition(succeeded.numerator.where);
    const ended = condition(succeeded.denominator?.where ?? succeeded.numerator.where);
    const list = `select f.case_id, f.jurisdiction_id,
        ${condition(measureOf('mediation-accepted').numerator.where)} as accepted,
        ${success} as succeeded, (${ended}) and not (${success}) as failed,
        ${condition(measureOf('mediation-difficult').numerator.where)} as difficult,
        ${fact('agreement_fen')} as fen, ${fact('mediated_by')} as mediator
      ${factsWithin(mediationFacts, view, parameters)}`;
    const rows = await this.database.inJurisdiction(request.jurisdictionId, (tx) =>
      tx.query<WorkloadRow & { readonly code: string | null }>(
        `select w.*, coalesce(p.name, '未分配') as name, m.employment as code
         from (select coalesce(s.mediator, c.handler_id) as person_id, c.jurisdiction_id,
                 count(*) filter (where s.accepted) as accepted, count(*) filter (where s.succeeded) as succeeded,
                 count(*) filter (where s.failed) as failed, count(*) filter (where s.difficult) as difficult,
                 coalesce(sum(s.fen) filter (where s.succeeded), 0)::bigint as agreement_fen
               from (${list}) s join case_file c on c.jurisdiction_id = s.jurisdiction_id and c.id = s.case_id
               where s.accepted or s.succeeded or s.failed
               group by 1, 2) w
         left join person p on p.jurisdiction_id = w.jurisdiction_id and p.id = w.person_id
         left join lateral (select employment from ${mediators.sheet.table} r
           where r.jurisdiction_id = w.jurisdiction_id and r.person_id = w.person_id and r.recorded_to = 'infinity'
           order by r.appointed_on desc limit 1) m on true
         order by w.accepted desc, name, w.person_id`,
        parameters.values,
      ),
    );
    const titles: Readonly<Record<string, string>> = mediators.sheet.columns.employment.list;
    return rows.map((r) => ({
      person_id: r.person_id,
      name: r.name,
      employment: r.code === null ? null : (titles[r.code] ?? r.code),
      accepted: r.accepted,
      succeeded: r.succeeded,
      failed: r.failed,
      difficult: r.difficult,
      agreement_fen: r.agreement_fen,
    }));
  }
}
