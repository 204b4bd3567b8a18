/**
 * The story kit: the real application over HTTP on a real PostgreSQL, with a turned clock and one person per role, so
 * that a story in test/casefiles reads like the case it tells.
 */
import { type CasePageView, type CaseReceipt, Clerk, type ClockRowView, type EventPreview } from '@anjuan/casework';
import { Identity, type OrganisationKind, type Role, roles } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Clock, Config, config, TurnedClock } from '@anjuan/platform';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import request, { type Response } from 'supertest';
import { AppModule } from '../../apps/api/app.module';
import { adapter, furnish } from '../../apps/api/http';
import { freshDatabase } from './database';

export const PASSWORD = 'story-password-1';
const COOKIE = 'anjuan_session';
const API = '/api/v1';

/** Organisations of the story's county, by a short name; `above` is the organisation they stand under. */
const tree = {
  bureau: { above: null, kind: 'bureau', name: '测试县司法局', code: '测' },
  reconsideration: { above: 'bureau', kind: 'reconsideration-office', name: '行政复议科', code: '测府' },
  litigation: { above: 'bureau', kind: 'litigation-office', name: '行政应诉科', code: '测诉' },
  town: { above: 'bureau', kind: 'town-committee', name: '城关镇人民调解委员会', code: '测城' },
  village: { above: 'town', kind: 'village-committee', name: '东街村人民调解委员会', code: '测东' },
  police: { above: 'bureau', kind: 'department', name: '测试县公安局', code: '测公' },
  'other-town': { above: 'bureau', kind: 'town-committee', name: '河西镇人民调解委员会', code: '测河' },
} as const satisfies Record<string, { above: string | null; kind: OrganisationKind; name: string; code: string }>;
export type Place = keyof typeof tree;
export type StoryRole = Exclude<Role, 'system'>;

const places: Readonly<Record<StoryRole, Place>> = {
  mediator: 'town',
  'committee-head': 'town',
  'mediation-officer': 'bureau',
  'reconsideration-officer': 'reconsideration',
  'reconsideration-head': 'reconsideration',
  'organ-head': 'bureau',
  'litigation-officer': 'litigation',
  'respondent-officer': 'police',
  'bureau-head': 'bureau',
};
/** Where a case of the kind is kept. */
const homes: Readonly<Record<string, Place>> = {
  mediation: 'town',
  reconsideration: 'reconsideration',
  letter: 'reconsideration',
  answering: 'reconsideration',
  litigation: 'litigation',
  compensation: 'litigation',
  'judicial-advice': 'litigation',
};
type Fields = Readonly<Record<string, unknown>>;
interface Further {
  readonly event: string;
  readonly happened_on: Day;
  readonly fields?: Fields;
}
export interface Receiving {
  readonly place?: Place;
  readonly parentId?: string;
  readonly handler?: StoryRole;
  readonly further?: readonly Further[];
}

/** An answer other than the one hoped for; the message holds every refusal and every mistake in a field. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Fields,
  ) {
    super(`${status} ${JSON.stringify(problem)}`);
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** `settings`: what the surroundings decide otherwise than by default. */
export async function openOffice(
  today: Day = '2024-01-02',
  { consoleAt, settings }: { consoleAt?: string; settings?: Partial<Config> } = {},
) {
  const database = await freshDatabase();
  const clock = new TurnedClock(today);
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(Config)
    .useValue({
      ...config(),
      databaseUrl: database.url,
      masterKey: Buffer.alloc(32, 7).toString('base64'),
      ...settings,
    })
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(adapter(), { logger: ['error'] });
  await furnish(app, consoleAt);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const identity = app.get(Identity);
  const home = await found(identity, 'test', '测试县');
  return new StoryOffice(app, clock, database, home, identity, app.get(Clerk));
}

interface Jurisdiction {
  readonly id: number;
  readonly slug: string;
  readonly organisations: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

/** A jurisdiction with the whole tree and one person per role; logins are `<slug>-<role>`. */
async function found(identity: Identity, slug: string, name: string): Promise<Jurisdiction> {
  const id = await identity.createJurisdiction({ slug, name });
  const organisations: Record<string, string> = {};
  for (const [place, { above, kind, name: title, code }] of Object.entries(tree)) {
    const parentId = above === null ? null : (organisations[above] ?? null);
    const [made] = await identity.createOrganisations(id, [{ parentId, kind, name: title, code }]);
    if (made) organisations[place] = made.id;
  }
  const people = await identity.createPeople(
    id,
    Object.entries(places).map(([role, place]) => ({
      name: roles[roleOf(role)].title,
      posts: [{ role: roleOf(role), organisationId: organisations[place] ?? '', from: '2015-01-01' }],
      account: { login: `${slug}-${role}`, password: PASSWORD },
    })),
  );
  const ids = Object.keys(places).map((role, i) => [role, people[i]?.id ?? ''] as const);
  return { id, slug, organisations, people: Object.fromEntries(ids) };
}

function roleOf(name: string): StoryRole {
  const role = Object.keys(roles).find((r): r is Role => r === name);
  if (role === undefined || role === 'system') throw new Error(`no role ${name}`);
  return role;
}

class StoryOffice {
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly app: NestFastifyApplication,
    readonly clock: TurnedClock,
    readonly database: Awaited<ReturnType<typeof freshDatabase>>,
    readonly home: Jurisdiction,
    readonly identity: Identity,
    private readonly clerk: Clerk,
  ) {}

  /** Requests without a session, for what stands around the story. */
  get http() {
    return request(this.app.getHttpServer());
  }

  /** The application's modules, for tests that look at how it is made. */
  get modules(): ModulesContainer {
    return this.app.get(ModulesContainer);
  }

  as(role: StoryRole): Desk {
    return new Desk(this, `${this.home.slug}-${role}`);
  }

  /** Whoever signs in by this login. */
  asLogin(login: string): Desk {
    return new Desk(this, login);
  }

  /** Someone new, at work from the story's first day. */
  async hires(login: string, role: StoryRole, place: Place): Promise<string> {
    const organisationId = this.home.organisations[place] ?? '';
    const [person] = await this.identity.createPeople(this.home.id, [
      { name: login, posts: [{ role, organisationId, from: '2015-01-01' }], account: { login, password: PASSWORD } },
    ]);
    if (!person) throw new Error('nobody was hired');
    return person.id;
  }

  /** Another county on the same installation, with the same people in it. */
  neighbour(slug: string): Promise<Jurisdiction> {
    return found(this.identity, slug, `${slug}县`);
  }

  /** Morning of that day; the night's sweep has run. */
  async clockTurnsTo(day: Day): Promise<void> {
    this.clock.turnTo(day);
    await this.clerk.sweep(this.home.id);
  }

  /** Turns the clock forward to a day of the story; a day that has passed is recorded late. */
  reach(day: Day): void {
    if (day > this.clock.today()) this.clock.turnTo(day);
  }

  /** One row of the year's figures, as the bureau's head reads it. */
  async figure(metric: string, year: number, cutoff?: Day): Promise<Fields> {
    const rows = await this.as('bureau-head').get<readonly Fields[]>(
      `/figures?year=${year}${cutoff ? `&cutoff=${cutoff}` : ''}`,
    );
    const row = rows.find((r) => r.metric === metric);
    if (!row) throw new Error(`no figure ${metric} in ${year}`);
    return row;
  }

  /** The session cookie of a login; signs in where there is none yet or the last one is over. */
  async cookie(login: string, anew = false): Promise<string> {
    const kept = this.cookies.get(login);
    if (kept !== undefined && !anew) return kept;
    const answer = await this.http.post(`${API}/session`).send({ login, password: PASSWORD });
    if (answer.status !== 201) throw new Refused(answer.status, answer.body);
    const cookie = cookieOf(answer);
    this.cookies.set(login, cookie);
    return cookie;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }
}

/** `name=value` of the session cookie an answer sets. */
export function cookieOf(answer: Response): string {
  const set: readonly string[] = [answer.headers['set-cookie'] ?? []].flat();
  const cookie = set.find((c) => c.startsWith(`${COOKIE}=`))?.split(';')[0];
  if (cookie === undefined) throw new Error('no session cookie was set');
  return cookie;
}

/** One person at work. */
class Desk {
  constructor(
    private readonly office: StoryOffice,
    readonly login: string,
  ) {}

  async get<Answer>(path: string): Promise<Answer> {
    return this.answer<Answer>((cookie) => this.office.http.get(`${API}${path}`).set('cookie', cookie));
  }

  async post<Answer>(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.answer<Answer>((cookie) =>
      this.office.http.post(`${API}${path}`).set('cookie', cookie).set(headers).send(body),
    );
  }

  async delete<Answer>(path: string): Promise<Answer> {
    return this.answer<Answer>((cookie) => this.office.http.delete(`${API}${path}`).set('cookie', cookie));
  }

  async put<Answer>(path: string, body: object): Promise<Answer> {
    return this.answer<Answer>((cookie) => this.office.http.put(`${API}${path}`).set('cookie', cookie).send(body));
  }

  /** Opens a case on that day (the clock turns there when it stands earlier). */
  async receives(kind: string, event: string, day: Day, fields: Fields, more: Receiving = {}): Promise<CaseFile> {
    this.office.reach(day);
    const receipt = await this.post<CaseReceipt>('/cases', {
      kind,
      event,
      happened_on: day,
      fields,
      organisation_id: this.office.home.organisations[more.place ?? homes[kind] ?? 'bureau'],
      ...(more.handler ? { handler_id: this.office.home.people[more.handler] } : {}),
      ...(more.parentId ? { parent_id: more.parentId } : {}),
      ...(more.further ? { further: more.further } : {}),
    });
    return new CaseFile(this.office, receipt.id, this, day);
  }

  /** A case that is there already. */
  file(id: string): CaseFile {
    return new CaseFile(this.office, id, this, this.office.clock.today());
  }

  /** Sessions end while the story's clock runs on; the person simply signs in again. */
  private async answer<Answer>(send: (cookie: string) => PromiseLike<Response>): Promise<Answer> {
    let answer = await send(await this.office.cookie(this.login));
    if (answer.status === 401) answer = await send(await this.office.cookie(this.login, true));
    if (answer.status >= 300) throw new Refused(answer.status, answer.body);
    return answer.body;
  }
}

/** A case in someone's hands on some day; `on` and `as` hand it on without moving it. */
class CaseFile {
  constructor(
    private readonly office: StoryOffice,
    readonly id: string,
    private readonly desk: Desk,
    private readonly day: Day,
  ) {}

  on(day: Day): CaseFile {
    return new CaseFile(this.office, this.id, this.desk, day);
  }

  as(role: StoryRole): CaseFile {
    return new CaseFile(this.office, this.id, this.office.as(role), this.day);
  }

  /** The event happens on this file's day. Rejects with {@link Refused}. */
  async does(event: string, fields: Fields = {}): Promise<CaseReceipt> {
    this.office.reach(this.day);
    const { version } = await this.page();
    return this.desk.post<CaseReceipt>(`/cases/${this.id}/events/${event}`, {
      version,
      happened_on: this.day,
      fields,
    });
  }

  /** A correction whose effect was looked at first. */
  async corrects(fields: Fields): Promise<CaseReceipt> {
    this.office.reach(this.day);
    const { version } = await this.page();
    const path = `/cases/${this.id}/events/correct-fact`;
    const body = { version, happened_on: this.day, fields };
    const { digest } = await this.desk.post<EventPreview>(`${path}/preview`, body);
    return this.desk.post<CaseReceipt>(path, { ...body, impact: digest });
  }

  page(): Promise<CasePageView> {
    return this.desk.get<CasePageView>(`/cases/${this.id}`);
  }

  /** State and papers, in the order they were issued. */
  async shows(): Promise<{ state: string; papers: string[] }> {
    const { state, papers } = await this.page();
    return { state, papers: papers.map((p) => p.code) };
  }

  /** The newest clock of a limit; `subject` is the name of the party it is for. */
  async clock(limit: string, subject?: string): Promise<ClockRowView> {
    const { clocks } = await this.page();
    const clock = clocks.find((k) => k.limit === limit && (subject === undefined || k.subject === subject));
    if (!clock) throw new Error(`no clock ${limit}; there are ${clocks.map((k) => k.limit).join(', ')}`);
    return clock;
  }

  /** Facts as known now, by name. */
  async facts(): Promise<Readonly<Record<string, unknown>>> {
    const { facts } = await this.page();
    return Object.fromEntries(facts.map((f) => [f.name, f.value]));
  }

  async party(role: string): Promise<string> {
    const { parties } = await this.page();
    const party = parties.find((p) => p.role === role);
    if (!party) throw new Error(`no party ${role}`);
    return party.id;
  }
}
