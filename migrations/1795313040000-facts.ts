import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per case and moment of knowledge; `recorded_to` is infinity for what is known now. Never overwritten but for its end. */
const common = `
  jurisdiction_id int not null,
  case_id uuid not null,
  from_seq int not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz not null default 'infinity',
  organisation_id uuid not null`;

const sheets: Readonly<Record<string, string>> = {
  mediation_fact: `
    origin text,
    dispute_type text,
    level text,
    people_count integer,
    claim_fen bigint,
    on_the_spot boolean,
    received_on date,
    accepted_on date,
    mediated_on date,
    session_count integer,
    outcome text,
    agreed_on date,
    agreement_form text,
    agreement_fen bigint,
    perform_due_on date,
    performance text,
    performed_on date,
    confirmation_applied_on date,
    confirmation text,
    confirmed_on date,
    followed_up_on date,
    closed_on date,
    archived_on date`,
  reconsideration_fact: `
    channel text,
    matter text,
    field text,
    respondent_level text,
    respondent_name text,
    applicant_kind text,
    applicant_count integer,
    organ_received_on date,
    office_received_on date,
    correction_requested_on date,
    correction_days integer,
    corrected_on date,
    exit text,
    left_on date,
    statute text,
    accepted_on date,
    deemed boolean,
    pre_settled boolean,
    track text,
    copy_sent_on date,
    copy_received_on date,
    answered_on date,
    heard_on date,
    not_heard_reason text,
    hearing_on date,
    suspended_on date,
    suspension_ground text,
    resumed_on date,
    examined_from date,
    examined_until date,
    extended_days integer,
    outcome text,
    withdrawal_reason text,
    redo_ordered boolean,
    compensation_fen bigint,
    concluded_on date,
    served_on date,
    effective_on date,
    perform_due_on date,
    performance text,
    performed_on date,
    sued_on date,
    archived_on date`,
  litigation_fact: `
    instance text,
    standing text,
    defendant text,
    cause text,
    court text,
    court_number text,
    after_reconsideration boolean,
    notified_on date,
    answered_on date,
    hearing_count integer,
    heard_on date,
    head_attended boolean,
    head_post text,
    head_absence_reason text,
    ruled_on date,
    ruling text,
    ruling_form text,
    redo_ordered boolean,
    compensation_fen bigint,
    appealed_on date,
    followed_on date,
    effective_on date,
    performance text,
    performed_on date,
    archived_on date`,
};
/** The days a year's figures start from, one index each. */
const countedOn: Readonly<Record<string, readonly string[]>> = {
  mediation_fact: ['received_on', 'closed_on'],
  reconsideration_fact: ['organ_received_on', 'concluded_on'],
  litigation_fact: ['notified_on', 'ruled_on'],
};

export class Facts1795313040000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(sheets)) {
      await q.query(`create table ${table} (${common}, ${columns},
        primary key (jurisdiction_id, case_id, from_seq),
        foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id))`);
      await distribute(q, table);
      await protect(q, table);
      for (const day of countedOn[table] ?? [])
        await q.query(`create index ${table}_${day} on ${table} (jurisdiction_id, ${day})`);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table ${Object.keys(sheets).join(', ')}`);
  }
}
