import { distribute, protect, share } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who: jurisdictions, accounts and sessions (shared by all), then organisations, people and posts of each jurisdiction. */
export class Identity1795312800000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table jurisdiction (
        id int primary key,
        slug text not null unique check (slug ~ '^[a-z][a-z0-9-]*$'),
        name text not null,
        parent_id int references jurisdiction (id),
        settings jsonb not null default '{}'
      )`);
    await q.query(`
      create table account (
        id uuid primary key,
        jurisdiction_id int not null references jurisdiction (id),
        login text not null unique,
        password_hash text not null,
        disabled boolean not null default false,
        created_at timestamptz not null
      )`);
    await q.query(`
      create table session (
        token_hash text primary key,
        account_id uuid not null references account (id) on delete cascade,
        jurisdiction_id int not null references jurisdiction (id),
        person_id uuid not null,
        created_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null
      )`);
    await q.query(`
      create table organisation (
        jurisdiction_id int not null,
        id uuid not null,
        parent_id uuid,
        kind text not null,
        name text not null,
        code text not null,
        path text not null,
        primary key (jurisdiction_id, id),
        unique (jurisdiction_id, path)
      )`);
    await distribute(q, 'organisation');
    await q.query(`
      create table person (
        jurisdiction_id int not null,
        id uuid not null,
        account_id uuid,
        name text not null,
        primary key (jurisdiction_id, id)
      )`);
    await q.query(`create index person_account on person (jurisdiction_id, account_id)`);
    await distribute(q, 'person');
    await q.query(`
      create table post (
        jurisdiction_id int not null,
        id uuid not null,
        person_id uuid not null,
        organisation_id uuid not null,
        role text not null,
        valid_from date not null,
        valid_to date,
        primary key (jurisdiction_id, id),
        foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
        foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id)
      )`);
    await q.query(`create index post_person on post (jurisdiction_id, person_id)`);
    await q.query(`create index post_role on post (jurisdiction_id, role)`);
    await distribute(q, 'post');
    for (const table of ['organisation', 'person', 'post']) await protect(q, table);
    for (const table of ['jurisdiction', 'account', 'session']) await share(q, table);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table post, person, organisation, session, account, jurisdiction`);
  }
}
