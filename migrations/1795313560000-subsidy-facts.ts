import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Subsidy claims: their facts, and the rule that a mediated case is claimed once. */
export class SubsidyFacts1795313560000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table subsidy_fact (
        jurisdiction_id int not null,
        case_id uuid not null,
        from_seq int not null,
        recorded_from timestamptz not null,
        recorded_to timestamptz not null default 'infinity',
        organisation_id uuid not null,
        round text,
        case_number text,
        case_closed_on date,
        payee text,
        claimed_on date,
        checked_on date,
        result text,
        ground text,
        refusal text,
        tariff text,
        level text,
        form text,
        people_count integer,
        rate_fen bigint,
        factor_permille integer,
        amount_fen bigint,
        pass_mark integer,
        notice_days integer,
        sampled_on date,
        draw_place integer,
        inspected_on date,
        score integer,
        proposed_on date,
        proposed_by text,
        published_on date,
        approved_on date,
        paid_on date,
        voucher text,
        primary key (jurisdiction_id, case_id, from_seq),
        foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id)
      )`);
    await distribute(q, 'subsidy_fact');
    await protect(q, 'subsidy_fact');
    await q.query(`create index subsidy_fact_claimed_on on subsidy_fact (jurisdiction_id, claimed_on)`);
    await q.query(`create index subsidy_fact_round on subsidy_fact (jurisdiction_id, round)`);
    // Whoever builds twice, or in two rounds at once, cannot have one case paid twice.
    await q.query(
      `create unique index case_file_subsidy on case_file (jurisdiction_id, parent_id) where kind = 'subsidy'`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index case_file_subsidy`);
    await q.query(`drop table subsidy_fact`);
  }
}
