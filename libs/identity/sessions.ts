import { createHash, randomBytes } from 'node:crypto';
import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import type { Actor, ActorPost } from './actor';
import { passwordFits } from './password';
import { isRole, type Role, roles } from './roles';

const MINUTE = 60_000;
/** A session ends after half an hour without a request, and after twelve hours in any case (等保 8.1.4.1). */
const IDLE_MS = 30 * MINUTE;
const ABSOLUTE_HOURS = 12;
/** `seen_at` is written at most once a minute: a page of ten requests should not write ten times. */
const SEEN_EVERY_MS = MINUTE;

/** Who has proved to be whom. */
export interface SignedAccount {
  readonly accountId: string;
  readonly login: string;
  readonly personId: string;
  readonly jurisdictionId: number;
}
export interface PostOfPerson {
  readonly role: Role;
  readonly title: string;
  readonly organisation: { readonly id: string; readonly name: string };
}
/** All a request knows about the person behind it. */
export interface Presence {
  readonly login: string;
  readonly actor: Actor;
  readonly jurisdiction: { readonly slug: string; readonly name: string };
  readonly posts: readonly PostOfPerson[];
}

interface PersonRow {
  id: string;
  name: string;
}
interface PostRow {
  id: string;
  role: string;
  organisation_id: string;
  organisation: string;
  path: string;
}

/** Signing in, staying signed in, signing out. Sessions are rows, so that they can be ended from outside. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The account whose password fits, else null. Takes the same time whether or not the login exists. */
  async verify(login: string, password: string): Promise<SignedAccount | null> {
    const [account] = await this.database.outside((tx) =>
      tx.query<{ id: string; jurisdiction_id: number; login: string; password_hash: string }>(
        'select id, jurisdiction_id, login, password_hash from account where login = $1 and not disabled',
        [login],
      ),
    );
    if (!(await passwordFits(account?.password_hash ?? null, password)) || !account) return null;
    const [person] = await this.database.inJurisdiction(account.jurisdiction_id, (tx) =>
      tx.query<PersonRow>('select id, name from person where jurisdiction_id = $1 and account_id = $2', [
        account.jurisdiction_id,
        account.id,
      ]),
    );
    if (!person) return null;
    return {
      accountId: account.id,
      login: account.login,
      personId: person.id,
      jurisdictionId: account.jurisdiction_id,
    };
  }

  /** Begins a session; returns the token for the cookie, which is kept nowhere. */
  async begin(account: SignedAccount): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.outside((tx) =>
      tx.execute(
        `insert into session (token_hash, account_id, jurisdiction_id, person_id, created_at, seen_at, expires_at)
         values ($1, $2, $3, $4, $5, $5, $5::timestamptz + make_interval(hours => $6))`,
        [digest(token), account.accountId, account.jurisdictionId, account.personId, this.clock.now(), ABSOLUTE_HOURS],
      ),
    );
    return token;
  }

  async end(token: string): Promise<void> {
    await this.database.outside((tx) => tx.execute('delete from session where token_hash = $1', [digest(token)]));
  }

  /** Who is behind the token now, with the posts valid today; null when the session is unknown, over or disabled. */
  async presenceOf(token: string): Promise<Presence | null> {
    const session = await this.living(token);
    if (!session) return null;
    const today = this.clock.today();
    const { person, posts } = await this.database.inJurisdiction(session.jurisdiction_id, async (tx) => {
      const at = [session.jurisdiction_id, session.person_id];
      const [row] = await tx.query<PersonRow>('select id, name from person where jurisdiction_id = $1 and id = $2', at);
      const held = await tx.query<PostRow>(
        `select post.id, post.role, post.organisation_id, o.name as organisation, o.path
         from post join organisation o on o.jurisdiction_id = post.jurisdiction_id and o.id = post.organisation_id
         where post.jurisdiction_id = $1 and post.person_id = $2
           and post.valid_from <= $3 and (post.valid_to is null or post.valid_to >= $3)
         order by post.id`,
        [...at, today],
      );
      return { person: row, posts: held };
    });
    if (!person) return null;
    // A role that this version does not know grants nothing.
    const known = posts.flatMap((p) => (isRole(p.role) ? [{ ...p, role: p.role }] : []));
    return {
      login: session.login,
      jurisdiction: { slug: session.slug, name: session.jurisdiction },
      posts: known.map((p) => ({
        role: p.role,
        title: roles[p.role].title,
        organisation: { id: p.organisation_id, name: p.organisation },
      })),
      actor: {
        accountId: session.account_id,
        personId: person.id,
        name: person.name,
        jurisdictionId: session.jurisdiction_id,
        posts: known.map(
          (p): ActorPost => ({ id: p.id, role: p.role, organisationId: p.organisation_id, path: p.path }),
        ),
      },
    };
  }

  private async living(token: string) {
    const now = this.clock.now();
    const hash = digest(token);
    return this.database.outside(async (tx) => {
      const [row] = await tx.query<{
        account_id: string;
        jurisdiction_id: number;
        person_id: string;
        seen_at: Date;
        expires_at: Date;
        login: string;
        disabled: boolean;
        slug: string;
        jurisdiction: string;
      }>(
        `select s.account_id, s.jurisdiction_id, s.person_id, s.seen_at, s.expires_at, a.login, a.disabled,
                j.slug, j.name as jurisdiction
         from session s join account a on a.id = s.account_id join jurisdiction j on j.id = s.jurisdiction_id
         where s.token_hash = $1`,
        [hash],
      );
      if (!row) return null;
      const idle = now.getTime() - row.seen_at.getTime();
      if (row.disabled || now >= row.expires_at || idle >= IDLE_MS) {
        await tx.execute('delete from session where token_hash = $1', [hash]);
        return null;
      }
      if (idle >= SEEN_EVERY_MS) await tx.execute('update session set seen_at = $2 where token_hash = $1', [hash, now]);
      return row;
    });
  }
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');
