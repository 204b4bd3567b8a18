import { type Office, openOffice } from '@test/office';
import { dispute, register } from './cases-for-tests';

describe('what goes wrong is said in Chinese, as problem+json', () => {
  let office: Office;
  let cookie: string;
  const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    office.http.post(`/api/v1${path}`).set('cookie', cookie).set(headers).send(body);
  const opening = (more: object = {}) => ({
    kind: 'mediation',
    event: 'register',
    organisation_id: office.home.organisations.town,
    happened_on: '2024-03-01',
    fields: dispute('张三'),
    ...more,
  });

  beforeAll(async () => {
    office = await openOffice('2024-03-01');
    cookie = await office.cookie('test-mediator');
  });
  afterAll(() => office.close());

  it('400: every mistake in the shape, by field', async () => {
    const answer = await post('/cases', { kind: 7, organisation_id: 'x', happened_on: '2024-02-30', colour: 'red' });
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ type: '/problems/invalid', title: '填写有误', status: 400, code: 'invalid' });
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { field: 'colour', value: 'red', rule: '没有这一项' },
        { field: 'event', value: null, rule: '必填' },
        { field: 'happened_on', value: '2024-02-30', rule: '应为日期，格式 YYYY-MM-DD' },
        { field: 'organisation_id', value: 'x', rule: '应为系统中的编号' },
        expect.objectContaining({ field: 'kind', value: 7 }),
      ]),
    );
  });

  it('400: mistakes inside lists bear their place', async () => {
    const answer = await post('/cases', opening({ further: [{ event: 'accept', happened_on: 'tomorrow' }] }));
    expect(answer.body.errors).toEqual([
      { field: 'further[0].happened_on', value: 'tomorrow', rule: '应为日期，格式 YYYY-MM-DD' },
    ]);
  });

  it("400: the event's own fields", async () => {
    const fields = { ...dispute('张三'), dispute_type: 'nonsense', summary: '' };
    const answer = await post('/cases', opening({ fields }));
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((e: { field: string }) => e.field).sort()).toEqual(['dispute_type', 'summary']);
  });

  it('400: measures and choices name what is allowed', async () => {
    const answer = await office.http.get('/api/v1/cases?limit=101&light=pink').set('cookie', cookie);
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { field: 'limit', value: 101, rule: '不大于100' },
        { field: 'light', value: 'pink', rule: '应为：green、yellow、orange、red、grey' },
      ]),
    );
    const cursor = await office.http.get('/api/v1/cases?cursor=mine').set('cookie', cookie);
    expect(cursor.body.errors).toEqual([{ field: 'cursor', value: 'mine', rule: '应为上一页给出的游标' }]);
  });

  it('400: a body that is no JSON, without a word of the parser', async () => {
    const answer = await office.http
      .post('/api/v1/cases')
      .set('cookie', cookie)
      .set('content-type', 'application/json')
      .send('{"kind": ');
    expect([answer.status, answer.body.code, answer.body.title]).toEqual([400, 'bad-request', '请求格式有误']);
  });

  it('404: an address that does not exist', async () => {
    const answer = await office.http.get('/api/v1/nothing').set('cookie', cookie);
    expect([answer.status, answer.body.code, answer.body.title]).toEqual([404, 'not-found', '没有这个地址']);
  });

  it('422: all refusals at once, each with its article', async () => {
    const file = await register(office, '王五', '2024-03-01');
    const answer = await post(`/cases/${file.id}/events/archive`, { version: 1, happened_on: '2024-03-02' });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'refused', title: '现在不能办理' });
    const guards = answer.body.refusals.map((r: { guard: string }) => r.guard);
    expect(guards).toEqual(expect.arrayContaining(['engine.state', 'engine.future']));
    for (const r of answer.body.refusals) expect(r).toEqual({ guard: r.guard, message: r.message, article: r.article });
  });

  it('409: somebody else was quicker', async () => {
    const file = await register(office, '赵六', '2024-03-01');
    await file.does('accept');
    const answer = await post(`/cases/${file.id}/events/mediate`, { version: 1, happened_on: '2024-03-01' });
    expect([answer.status, answer.body.code]).toEqual([409, 'version-conflict']);
    expect(answer.body.title).toContain('第1版');
    expect((await file.shows()).state).toBe('accepted');
  });

  it('the same key gives the same answer and happens once; with another request it is refused', async () => {
    const key = { 'idempotency-key': 'form-17' };
    const [first, second] = [await post('/cases', opening(), key), await post('/cases', opening(), key)];
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    const found = await office.http
      .get(`/api/v1/cases?number=${encodeURIComponent(first.body.number)}`)
      .set('cookie', cookie);
    expect(found.body.items).toHaveLength(1);
    const other = await post('/cases', opening({ happened_on: '2024-02-29' }), key);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-conflict']);
    const broken = await post('/cases', opening(), { 'idempotency-key': 'a b' });
    expect(broken.status).toBe(400);
  });

  it('writes of other sites are refused, and forms too', async () => {
    const foreign = await post('/cases', opening(), { origin: 'https://elsewhere.example' });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign-origin']);
    const opaque = await post('/cases', opening(), { origin: 'null' });
    expect(opaque.status).toBe(403);
    const form = await office.http.post('/api/v1/cases').set('cookie', cookie).type('form').send({ kind: 'mediation' });
    expect([form.status, form.body.code]).toEqual([415, 'not-json']);
    const own = await office.http
      .post('/api/v1/cases')
      .set({ cookie, host: 'anjuan.local:3000', origin: 'http://anjuan.local:3000' })
      .send(opening());
    expect(own.status).toBe(201);
  });
});
