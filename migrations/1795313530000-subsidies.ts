import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 以案定补: dated tariffs, rounds of claims with their public draw, and what is known of those who are paid. */
export class Subsidies1795313530000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table subsidy_tariff (
        jurisdiction_id int not null,
        id uuid not null,
        version int not null check (version > 0),
        title text not null,
        paper text,
        effective_from date not null,
        terms jsonb not null,
        created_by uuid,
        created_at timestamptz not null,
        primary key (jurisdiction_id, id),
        unique (jurisdiction_id, version),
        unique (jurisdiction_id, effective_from)
      )`);
    await distribute(q, 'subsidy_tariff');
    await q.query(`
      create table subsidy_round (
        jurisdiction_id int not null,
        id uuid not null,
        name text not null,
        period_from date not null,
        period_to date not null,
        created_by uuid,
        created_at timestamptz not null,
        seed text,
        seed_source text,
        seed_published_on date,
        sample_permille int check (sample_permille between 1 and 1000),
        drawn_on date,
        list_digest text,
        primary key (jurisdiction_id, id),
        unique (jurisdiction_id, name),
        check (period_from <= period_to),
        -- A draw is known with everything that lets others repeat it, or not at all.
        check (num_nulls(seed, seed_source, seed_published_on, sample_permille, drawn_on, list_digest) in (0, 6))
      )`);
    await distribute(q, 'subsidy_round');
    await q.query(`
      create table subsidy_payee (
        jurisdiction_id int not null,
        person_id uuid not null,
        payroll_from date,
        payroll_to date,
        data_key bytea,
        sealed bytea,
        updated_at timestamptz not null,
        primary key (jurisdiction_id, person_id),
        foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
        check (payroll_to is null or payroll_from <= payroll_to),
        check ((data_key is null) = (sealed is null))
      )`);
    await distribute(q, 'subsidy_payee');
    for (const table of ['subsidy_tariff', 'subsidy_round', 'subsidy_payee']) await protect(q, table);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table subsidy_payee, subsidy_round, subsidy_tariff`);
  }
}
