import { Proposals } from '@anjuan/coordination';
import { type Office, openOffice, Refused } from '@test/office';
import { Client } from 'pg';
import { applicant, dispute, receive, suit } from './entries';

interface Proposal {
  readonly id: string;
  readonly state: string;
  readonly reasons: { resemblance: string; similarity: number | null }[];
  readonly left: { case: { id: string }; act_number: string | null };
  readonly right: { case: { id: string }; act_number: string | null };
}

describe('cases that resemble each other', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-02-01');
  });
  afterAll(() => office.close());
  const of = (id: string) => office.as('reconsideration-officer').get<Proposal[]>(`/cases/${id}/proposals`);

  it('the same act is proposed at intake, decided by a person, and decided otherwise', async () => {
    const first = await receive(office, '2024-02-01', [applicant('甲')], { act_number: '测公罚〔2024〕7号' });
    expect(await of(first.id)).toEqual([]);
    const second = await receive(office, '2024-02-02', [applicant('乙')], { act_number: '测公罚(2024) 7号' });
    const [proposal] = await of(second.id);
    expect(proposal).toMatchObject({
      state: 'open',
      left: { case: { id: first.id }, act_number: '测公罚〔2024〕7号' },
    });
    expect(proposal?.reasons.map((r) => r.resemblance)).toEqual(['act', 'respondent']);

    const officer = office.as('reconsideration-officer');
    expect(await officer.get(`/cases/${first.id}/same-act`)).toMatchObject([{ id: second.id }]);
    const decide = (decision: string) =>
      officer.post(`/proposals/${proposal?.id}/decision`, { decision, why: '已核对' });
    await decide('accepted');
    const links = () => officer.get<{ reason: string; undone_at: string | null }[]>(`/cases/${first.id}/links`);
    expect(await links()).toMatchObject([{ reason: 'same-act', undone_at: null }]);
    await decide('rejected');
    expect((await links()).map((l) => l.undone_at === null)).toEqual([false]);
    // Decided stays decided, however often the night comes.
    await office.app.get(Proposals).walk(office.home.id);
    expect(await of(first.id)).toMatchObject([{ state: 'rejected' }]);
  });

  it('the same person is found by a keyed hash, and no number stands in the table', async () => {
    const id_number = '110101199001010019';
    const person = { role: 'applicant', kind: 'natural', name: '丙', id_number } as const;
    const a = await receive(office, '2024-02-05', [person], { channel: 'post' });
    const b = await receive(office, '2024-02-06', [{ ...person, name: '丙某' }]);
    expect((await of(a.id)).map((p) => [p.right.case.id, p.reasons.map((r) => r.resemblance)])).toEqual([
      [b.id, ['respondent', 'person']],
    ]);
    const admin = new Client({ connectionString: office.database.adminUrl });
    await admin.connect();
    const { rows } = await admin.query<{ key: string }>('select key from case_trait');
    await admin.end();
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('a similar request against the same respondent is proposed; after the window it is not', async () => {
    const claims = '请求撤销县公安局对申请人作出的责令停止经营烟花爆竹的行政强制措施并返还扣押的货物';
    const a = await receive(office, '2024-03-01', [applicant('丁')], { claims });
    const b = await receive(office, '2024-03-04', [applicant('戊')], { claims: `${claims}及车辆` });
    const [near] = await of(b.id);
    expect(near?.left.case.id).toBe(a.id);
    expect(near?.reasons.at(-1)).toMatchObject({ resemblance: 'text' });
    expect(near?.reasons.at(-1)?.similarity).toBeGreaterThan(90);
    const late = await receive(office, '2024-12-02', [applicant('己')], { claims });
    expect(await of(late.id)).toEqual([]);
  });

  it('what follows from a case is no duplicate of it, however far down', async () => {
    await office.hires('yingsu', 'litigation-officer', 'bureau');
    const officer = office.asLogin('yingsu');
    const person = { kind: 'natural', name: '壬', id_number: '110101199001010027' } as const;
    const review = await receive(office, '2024-12-03', [{ role: 'applicant', ...person }]);
    const parties = [
      { role: 'plaintiff', ...person },
      { role: 'defendant', kind: 'organ', name: '测试县人民政府' },
    ];
    const below = (event: string, parentId: string, standing: string) =>
      officer.receives('litigation', event, '2024-12-03', suit({ parties, standing }), {
        place: 'litigation',
        parentId,
      });
    const first = await below('receive-notice', review.id, 'sole');
    const second = await below('enter-second-instance', first.id, 'appellee');
    const proposed = async (id: string) =>
      (await office.as('bureau-head').get<Proposal[]>(`/cases/${id}/proposals`)).length;
    expect([await proposed(review.id), await proposed(first.id), await proposed(second.id)]).toEqual([0, 0, 0]);
    // The same person's other suit is one to look at, beside each of the three.
    await officer.receives('litigation', 'receive-notice', '2024-12-03', suit({ parties }), { place: 'litigation' });
    expect([await proposed(review.id), await proposed(first.id), await proposed(second.id)]).toEqual([1, 1, 1]);
  });

  it('a merged duplicate is proposed with nothing, until it stands for itself again', async () => {
    const person = { role: 'applicant', kind: 'natural', name: '癸', id_number: '110101199001010035' } as const;
    const [a, b] = [await receive(office, '2024-12-03', [person]), await receive(office, '2024-12-03', [person])];
    expect(await of(a.id)).toMatchObject([{ state: 'open' }]);
    await b.does('merge-into', { into: a.id, reason: '同一申请收了两份' });
    expect([await of(a.id), await of(b.id)]).toEqual([[], []]);
    const c = await receive(office, '2024-12-03', [person]);
    expect((await of(c.id)).map((p) => p.left.case.id)).toEqual([a.id]);
    await b.does('unmerge', { reason: '是两件' });
    await office.app.get(Proposals).walk(office.home.id);
    expect((await of(b.id)).map((p) => p.state)).toEqual(['open', 'open']);
  });

  it('is walked by two workers in one night without either failing', async () => {
    const proposals = office.app.get(Proposals);
    const admin = new Client({ connectionString: office.database.adminUrl });
    await admin.connect();
    await admin.query('delete from case_trait_read');
    await admin.end();
    const walks = await Promise.allSettled([1, 2, 3, 4].map(() => proposals.walk(office.home.id)));
    expect(walks.map((w) => w.status)).toEqual(walks.map(() => 'fulfilled'));
  });

  it('shows nobody a case out of reach', async () => {
    const phone = '13900000001';
    const applicantWithPhone = { role: 'applicant', kind: 'natural', name: '庚', phone } as const;
    const review = await receive(office, '2024-12-03', [applicantWithPhone]);
    await office
      .as('mediator')
      .receives(
        'mediation',
        'register',
        '2024-12-04',
        dispute({ parties: [{ ...applicantWithPhone }, { role: 'respondent', kind: 'natural', name: '辛' }] }),
      );
    expect(await of(review.id)).toEqual([]);
    const all = await office.as('bureau-head').get<Proposal[]>(`/cases/${review.id}/proposals`);
    expect(all.map((p) => p.reasons.map((r) => r.resemblance))).toEqual([['person']]);
    const decided = office
      .as('reconsideration-officer')
      .post(`/proposals/${all[0]?.id}/decision`, { decision: 'accepted', why: '不可见' });
    await expect(decided).rejects.toMatchObject({ status: 404 });
    await expect(decided).rejects.toBeInstanceOf(Refused);
  });
});

describe('a link', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-02-01');
  });
  afterAll(() => office.close());

  it('has a reason, stands once, and is undone without being deleted', async () => {
    const [a, b] = [await receive(office, '2024-02-01'), await receive(office, '2024-02-01', [applicant('李四')])];
    const officer = office.as('reconsideration-officer');
    const link = { other_id: b.id, reason: 'same-matter', note: '同一工地' };
    await officer.post(`/cases/${a.id}/links`, link);
    await officer.post(`/cases/${a.id}/links`, link);
    const [made, ...more] = await officer.get<{ id: string; case: { id: string } }[]>(`/cases/${b.id}/links`);
    expect(more).toEqual([]);
    expect(made?.case.id).toBe(a.id);
    await officer.post(`/links/${made?.id}/undo`, { why: '不是同一工地' });
    expect(await officer.get(`/cases/${a.id}/links`)).toMatchObject([{ id: made?.id, undone_why: '不是同一工地' }]);
    await expect(officer.post(`/links/${made?.id}/undo`, { why: '再次' })).rejects.toMatchObject({ status: 404 });
    await expect(
      office.as('mediator').post(`/cases/${a.id}/links`, { other_id: b.id, reason: 'other' }),
    ).rejects.toMatchObject({ status: 404 });
  });
});
