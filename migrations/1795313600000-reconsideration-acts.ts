import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of the act under review, and of what runs beside the review: norm, stay, deliberation, measures. */
const columns = `
  act_number text,
  act_made_on date,
  act_known_on date,
  act_told text,
  uninformed boolean,
  duty_expired_on date,
  applied_on date,
  timeliness text,
  mandatory_first text,
  compensation_claimed boolean,
  compensation_claim_fen bigint,
  penalty_organ_received_on date,
  norm_title text,
  norm_origin text,
  norm_route text,
  norm_requested_on date,
  norm_transferred_on date,
  norm_concluded_on date,
  norm_outcome text,
  norm_stopped boolean,
  stay_requested_on date,
  stayed_on date,
  stay_ground text,
  stay_refused_on date,
  stay_lifted_on date,
  outcome_lines integer,
  main_line text,
  return_property boolean,
  endorsed_on date,
  consulted_on date,
  consultation_opinions integer,
  consultation_concluded_on date,
  discussed_on date,
  evidence_count integer,
  interviewed_on date,
  criticised_on date`;
const names = columns
  .trim()
  .split(',')
  .map((c) => c.trim().split(' ')[0]);

export class ReconsiderationActs1795313600000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table reconsideration_fact ${columns.replace(/\n {2}/g, ' add column ')}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table reconsideration_fact ${names.map((n) => `drop column ${n}`).join(', ')}`);
  }
}
