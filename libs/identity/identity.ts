import { Clock, Database, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { isOrganisationKind, type OrganisationKind } from './organisations';
import { hashPassword } from './password';
import { isRole, type Role } from './roles';

export interface NewJurisdiction {
  /** Lower-case letters, digits, hyphens. */
  readonly slug: string;
  readonly name: string;
  readonly parentId?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
}
export interface NewOrganisation {
  readonly id?: string;
  readonly parentId: string | null;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** 代字 or number of the organisation, part of case numbers; unique among its siblings. No `/`, no `~`. */
  readonly code: string;
}
export interface OrganisationRecord {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly code: string;
  readonly path: string;
}
export interface NewPost {
  readonly role: Role;
  readonly organisationId: string;
  /** First and last day, both included; from today, and without end, when absent. */
  readonly from?: string;
  readonly to?: string;
}
export interface NewPerson {
  readonly id?: string;
  readonly name: string;
  readonly posts: readonly NewPost[];
  /** How the person signs in; absent: they do not. */
  readonly account?: { readonly login: string; readonly password: string };
}
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | null;
}

export interface AccountRecord {
  readonly login: string;
  readonly name: string;
  readonly disabled: boolean;
  /** Role and organisation's name of every post, past and future ones too. */
  readonly posts: readonly { readonly role: string; readonly organisation: string }[];
}

/** A mistake in what was to be set up; the message is Chinese. */
export class IdentityError extends Error {}

/** Sets up who there is. Callers are commands and the demonstration; nothing of it is reachable over HTTP. */
@Injectable()
export class Identity {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The id of a jurisdiction by its slug, or null. */
  async jurisdictionId(slug: string): Promise<number | null> {
    const [row] = await this.database.outside((tx) =>
      tx.query<{ id: number }>('select id from jurisdiction where slug = $1', [slug]),
    );
    return row?.id ?? null;
  }

  async jurisdictions(): Promise<{ id: number; slug: string; name: string }[]> {
    return this.database.outside((tx) =>
      tx.query<{ id: number; slug: string; name: string }>('select id, slug, name from jurisdiction order by id'),
    );
  }

  /** Throws IdentityError when the slug is taken or malformed. */
  async createJurisdiction(j: NewJurisdiction): Promise<number> {
    if (!/^[a-z][a-z0-9-]*$/.test(j.slug)) throw new IdentityError(`辖区代号只用小写字母、数字和连字符：${j.slug}`);
    return this.database.outside(async (tx) => {
      // Ids are given by hand: the lock keeps two commands from giving the same.
      await tx.execute('lock table jurisdiction in share row exclusive mode');
      const taken = await tx.query('select 1 from jurisdiction where slug = $1', [j.slug]);
      if (taken.length) throw new IdentityError(`辖区代号已被使用：${j.slug}`);
      const [row] = await tx.query<{ id: number }>(
        `insert into jurisdiction (id, slug, name, parent_id, settings)
         select coalesce(max(id), 0) + 1, $1, $2, $3, $4::jsonb from jurisdiction returning id`,
        [j.slug, j.name, j.parentId ?? null, JSON.stringify(j.settings ?? {})],
      );
      if (!row) throw new IdentityError('辖区未能建立');
      return row.id;
    });
  }

  /** What the jurisdiction has decided for itself, as stored. */
  async settings(jurisdictionId: number): Promise<Readonly<Record<string, unknown>>> {
    const [row] = await this.database.outside((tx) =>
      tx.query<{ settings: Record<string, unknown> }>('select settings from jurisdiction where id = $1', [
        jurisdictionId,
      ]),
    );
    return row?.settings ?? {};
  }

  /** Replaces the named top-level settings; the others stay. */
  async changeSettings(jurisdictionId: number, change: Readonly<Record<string, unknown>>): Promise<void> {
    await this.database.outside((tx) =>
      tx.execute('update jurisdiction set settings = settings || $2::jsonb where id = $1', [
        jurisdictionId,
        JSON.stringify(change),
      ]),
    );
  }

  /** Adds organisations, parents before their children; a parent may stand in the same list. */
  async createOrganisations(
    jurisdictionId: number,
    list: readonly NewOrganisation[],
  ): Promise<readonly OrganisationRecord[]> {
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const known = await tx.query<{ id: string; path: string }>(
        'select id, path from organisation where jurisdiction_id = $1',
        [jurisdictionId],
      );
      const paths = new Map(known.map((o) => [o.id, o.path]));
      const records = list.map((o): OrganisationRecord => {
        if (!isOrganisationKind(o.kind)) throw new IdentityError(`没有这种机构类型：${o.kind}`);
        if (o.code === '' || /[/~\s]/.test(o.code)) throw new IdentityError(`机构代字不能含“/”“~”和空格：${o.code}`);
        const above = o.parentId === null ? '/' : paths.get(o.parentId);
        if (above === undefined) throw new IdentityError(`机构“${o.name}”的上级机构不存在`);
        const id = o.id ?? uuidv7();
        const path = `${above}${o.code}/`;
        paths.set(id, path);
        return { id, parentId: o.parentId, kind: o.kind, name: o.name, code: o.code, path };
      });
      await tx.execute(
        `insert into organisation (jurisdiction_id, id, parent_id, kind, name, code, path)
         select $1, r.id, r."parentId", r.kind, r.name, r.code, r.path
         from jsonb_to_recordset($2::jsonb)
           as r(id uuid, "parentId" uuid, kind text, name text, code text, path text)`,
        [jurisdictionId, JSON.stringify(records)],
      );
      return records;
    });
  }

  /** Adds people with their posts and, where wanted, their accounts. All or none. */
  async createPeople(jurisdictionId: number, list: readonly NewPerson[]): Promise<readonly PersonRecord[]> {
    const today = this.clock.today();
    const now = this.clock.now();
    const people: (PersonRecord & { readonly account: { login: string; hash: string } | null })[] = [];
    for (const p of list) {
      const account = p.account && { login: p.account.login, hash: await hashPassword(p.account.password) };
      people.push({
        id: p.id ?? uuidv7(),
        name: p.name,
        accountId: account ? uuidv7() : null,
        account: account ?? null,
      });
    }
    const posts = list.flatMap((p, i) =>
      p.posts.map((post) => {
        if (!isRole(post.role) || post.role === 'system') throw new IdentityError(`没有这种岗位：${post.role}`);
        return {
          id: uuidv7(),
          person_id: people[i]?.id,
          organisation_id: post.organisationId,
          role: post.role,
          valid_from: post.from ?? today,
          valid_to: post.to ?? null,
        };
      }),
    );
    await this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const logins = people.flatMap((p) => (p.account ? [p.account.login] : []));
      const [taken] = await tx.query<{ login: string }>('select login from account where login = any($1::text[])', [
        logins,
      ]);
      if (taken) throw new IdentityError(`账号已被使用：${taken.login}`);
      await tx.execute(
        `insert into account (id, jurisdiction_id, login, password_hash, disabled, created_at)
         select r."accountId", $1, r.account ->> 'login', r.account ->> 'hash', false, $3
         from jsonb_to_recordset($2::jsonb) as r("accountId" uuid, account jsonb) where r."accountId" is not null`,
        [jurisdictionId, JSON.stringify(people), now],
      );
      await tx.execute(
        `insert into person (jurisdiction_id, id, account_id, name)
         select $1, r.id, r."accountId", r.name
         from jsonb_to_recordset($2::jsonb) as r(id uuid, "accountId" uuid, name text)`,
        [jurisdictionId, JSON.stringify(people)],
      );
      await tx.execute(
        `insert into post (jurisdiction_id, id, person_id, organisation_id, role, valid_from, valid_to)
         select $1, r.id, r.person_id, r.organisation_id, r.role, r.valid_from, r.valid_to
         from jsonb_to_recordset($2::jsonb)
           as r(id uuid, person_id uuid, organisation_id uuid, role text, valid_from date, valid_to date)`,
        [jurisdictionId, JSON.stringify(posts)],
      );
    });
    return people.map(({ id, name, accountId }) => ({ id, name, accountId }));
  }

  /** Organisations of a jurisdiction, parents first. */
  async organisations(jurisdictionId: number): Promise<{ id: string; kind: string; name: string; path: string }[]> {
    return this.database.inJurisdiction(jurisdictionId, (tx) =>
      tx.query<{ id: string; kind: string; name: string; path: string }>(
        'select id, kind, name, path from organisation where jurisdiction_id = $1 order by path',
        [jurisdictionId],
      ),
    );
  }

  /** Everybody who can sign in, by login. */
  async accounts(jurisdictionId: number): Promise<AccountRecord[]> {
    return this.database.inJurisdiction(jurisdictionId, (tx) =>
      tx.query<{ login: string; name: string; disabled: boolean; posts: AccountRecord['posts'] }>(
        `select a.login, p.name, a.disabled,
                coalesce((select jsonb_agg(jsonb_build_object('role', post.role, 'organisation', o.name) order by post.id)
                  from post join organisation o
                    on o.jurisdiction_id = post.jurisdiction_id and o.id = post.organisation_id
                  where post.jurisdiction_id = p.jurisdiction_id and post.person_id = p.id), '[]') as posts
         from account a join person p on p.jurisdiction_id = a.jurisdiction_id and p.account_id = a.id
         where a.jurisdiction_id = $1 order by a.login`,
        [jurisdictionId],
      ),
    );
  }

  /** Sets a new password and ends the account's sessions. Throws IdentityError when there is no such login. */
  async setPassword(login: string, password: string): Promise<void> {
    const hash = await hashPassword(password);
    await this.changeAccount(login, 'password_hash = $2', hash);
  }

  /** Locks an account out, at once, or lets it in again. Throws IdentityError when there is no such login. */
  async setDisabled(login: string, disabled: boolean): Promise<void> {
    await this.changeAccount(login, 'disabled = $2', disabled);
  }

  private async changeAccount(login: string, assignment: string, value: string | boolean): Promise<void> {
    await this.database.outside(async (tx) => {
      const [account] = await tx.query<{ id: string }>(
        `update account set ${assignment} where login = $1 returning id`,
        [login, value],
      );
      if (!account) throw new IdentityError(`没有这个账号：${login}`);
      await tx.execute('delete from session where account_id = $1', [account.id]);
    });
  }
}
