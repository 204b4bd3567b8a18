import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 辖区: one county-level bureau. */
@Entity('jurisdiction')
export class Jurisdiction {
  @PrimaryColumn('int') id: number;
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('int', { nullable: true }) parent_id: number | null;
  @Column('jsonb') settings: Record<string, unknown>;
}

/** 账号: how a person signs in. Belongs to one jurisdiction, stands outside its wall, since signing in comes first. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('int') jurisdiction_id: number;
  @Column('text') login: string;
  @Column('text') password_hash: string;
  @Column('boolean') disabled: boolean;
  @Column('timestamptz') created_at: Date;
}

/** A sign-in. The cookie's token is kept only as its SHA-256. */
@Entity('session')
export class Session {
  @PrimaryColumn('text') token_hash: string;
  @Column('uuid') account_id: string;
  @Column('int') jurisdiction_id: number;
  @Column('uuid') person_id: string;
  @Column('timestamptz') created_at: Date;
  @Column('timestamptz') seen_at: Date;
  @Column('timestamptz') expires_at: Date;
}

/** 机构. `path` is `/<code>/<code>/…/`; a subtree is what starts with its top's path. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('int') jurisdiction_id: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) parent_id: string | null;
  @Column('text') kind: string;
  @Column('text') name: string;
  @Column('text') code: string;
  @Column('text') path: string;
}

/** 人员. */
@Entity('person')
export class Person {
  @PrimaryColumn('int') jurisdiction_id: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) account_id: string | null;
  @Column('text') name: string;
}

/** 岗位: one role in one organisation, from a day to a day (both included). */
@Entity('post')
export class Post {
  @PrimaryColumn('int') jurisdiction_id: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person_id: string;
  @Column('uuid') organisation_id: string;
  @Column('text') role: string;
  @Column('date') valid_from: string;
  @Column('date', { nullable: true }) valid_to: string | null;
}
