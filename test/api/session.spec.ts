import { cookieOf, type Office, openOffice, PASSWORD } from '@test/office';
import { Client } from 'pg';

const session = '/api/v1/session';

describe('signing in', () => {
  let office: Office;
  const signIn = (login: string, password: string) => office.http.post(session).send({ login, password });
  const statusWith = async (cookie: string) => (await office.http.get(session).set('cookie', cookie)).status;

  beforeAll(async () => {
    office = await openOffice('2024-03-01');
  });
  beforeEach(() => office.clock.turnTo('2024-03-01', '09:00'));
  afterAll(() => office.close());

  it('tells who is there, in which posts and with which permissions', async () => {
    const answer = await signIn('test-mediator', PASSWORD);
    expect(answer.status).toBe(201);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^anjuan_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.body).toMatchObject({
      login: 'test-mediator',
      person: { name: '人民调解员' },
      jurisdiction: { slug: 'test', name: '测试县' },
      posts: [{ role: 'mediator', title: '人民调解员', organisation: { name: '城关镇人民调解委员会' } }],
      permissions: [
        'log:keep',
        'mediation:act',
        'mediation:read',
        'organisation:read',
        'register:read',
        'supervision:act',
        'supervision:read',
      ],
    });
    expect(answer.text).not.toContain('argon2');
    const again = await office.http.get(session).set('cookie', cookieOf(answer));
    expect(again.body).toEqual(answer.body);
  });

  it('refuses a wrong password and an unknown login with the same words', async () => {
    const wrong = await signIn('test-mediator', 'not-the-password');
    const unknown = await signIn('nobody', PASSWORD);
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual({
      type: '/problems/wrong-password',
      title: '账号或口令不正确',
      status: 401,
      code: 'wrong-password',
    });
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect((await office.http.post(session).send({ login: 'test-mediator' })).status).toBe(400);
  });

  it('ends at signing out', async () => {
    const cookie = cookieOf(await signIn('test-mediator', PASSWORD));
    expect((await office.http.delete(session).set('cookie', cookie)).status).toBe(204);
    expect(await statusWith(cookie)).toBe(401);
  });

  it('ends after half an hour without a request, and not before', async () => {
    const cookie = cookieOf(await signIn('test-mediator', PASSWORD));
    office.clock.turnTo('2024-03-01', '09:29');
    expect(await statusWith(cookie)).toBe(200);
    office.clock.turnTo('2024-03-01', '09:58');
    expect(await statusWith(cookie)).toBe(200);
    office.clock.turnTo('2024-03-01', '10:28');
    expect(await statusWith(cookie)).toBe(401);
  });

  it('ends after twelve hours however busy', async () => {
    const cookie = cookieOf(await signIn('test-mediator', PASSWORD));
    for (let minute = 20; minute < 12 * 60; minute += 20) {
      const [h, m] = [9 + Math.floor(minute / 60), minute % 60];
      office.clock.turnTo('2024-03-01', `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
      expect(await statusWith(cookie)).toBe(200);
    }
    office.clock.turnTo('2024-03-01', '21:00');
    expect(await statusWith(cookie)).toBe(401);
  });

  it('ends for a disabled account and after a new password', async () => {
    await office.hires('leaver', 'mediator', 'town');
    const cookie = cookieOf(await signIn('leaver', PASSWORD));
    await office.identity.setDisabled('leaver', true);
    expect(await statusWith(cookie)).toBe(401);
    expect((await signIn('leaver', PASSWORD)).status).toBe(401);
    await office.identity.setDisabled('leaver', false);
    const second = cookieOf(await signIn('leaver', PASSWORD));
    await office.identity.setPassword('leaver', 'another-password-2');
    expect(await statusWith(second)).toBe(401);
    expect((await signIn('leaver', PASSWORD)).status).toBe(401);
    expect((await signIn('leaver', 'another-password-2')).status).toBe(201);
  });

  it('counts only posts that are valid today', async () => {
    const [, town] = await office.identity.createOrganisations(office.home.id, [
      { parentId: office.home.organisations.bureau ?? null, kind: 'justice-office', name: '城关司法所', code: '所' },
      { parentId: office.home.organisations.bureau ?? null, kind: 'town-committee', name: '山前镇调委会', code: '山' },
    ]);
    await office.identity.createPeople(office.home.id, [
      {
        name: '临时调解员',
        posts: [{ role: 'mediator', organisationId: town?.id ?? '', from: '2024-03-01', to: '2024-03-31' }],
        account: { login: 'passing', password: PASSWORD },
      },
    ]);
    expect((await signIn('passing', PASSWORD)).body.posts).toHaveLength(1);
    office.clock.turnTo('2024-03-31', '22:00');
    expect((await signIn('passing', PASSWORD)).body.posts).toHaveLength(1);
    office.clock.turnTo('2024-04-01', '00:10');
    expect((await signIn('passing', PASSWORD)).body).toMatchObject({ posts: [], permissions: [] });
  });

  it('keeps neither password nor token in the database', async () => {
    const token = cookieOf(await signIn('test-mediator', PASSWORD)).split('=')[1] ?? '';
    const admin = new Client({ connectionString: office.database.adminUrl });
    await admin.connect();
    const sessions = await admin.query('select token_hash from session');
    const accounts = await admin.query("select password_hash from account where login = 'test-mediator'");
    await admin.end();
    expect(JSON.stringify(sessions.rows)).not.toContain(token);
    expect(accounts.rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
