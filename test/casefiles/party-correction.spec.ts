import type { AddressedNotice } from '@anjuan/cases/reconsideration';
import { type Office, openOffice } from '@test/office';
import { Client } from 'pg';
import { accepted, applicant, dispute, mistakes, receive, refusals, suit, thirdParty } from './entries';

describe('a party recorded wrongly', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  const basis = { reason: '登记有误', article: '身份证明' };
  const found = async (file: { readonly id: string }, text: string): Promise<boolean> => {
    const list = await office
      .as('reconsideration-officer')
      .get<{ items: { id: string }[] }>(`/cases?q=${encodeURIComponent(text)}`);
    return list.items.some((c) => c.id === file.id);
  };

  it('a misspelt applicant gets the right name everywhere, and keeps the wrong one in the record of what was known', async () => {
    const file = await receive(office, '2024-03-04', [applicant('欧阳锋')]);
    const before = await file.facts();
    const who = await file.party('applicant');
    await file.on('2024-03-05').does('correct-party', { party: who, new_name: '欧阳烽', ...basis });
    const page = await file.page();
    expect(page.parties).toMatchObject([{ id: who, name: '欧阳烽' }, { role: 'respondent' }]);
    expect([await found(file, '欧阳烽'), await found(file, '欧阳锋')]).toEqual([true, false]);
    expect(await file.facts()).toEqual(before);
    const rows = await stored(office, who);
    expect(rows.map((r) => [r.revision, r.name, r.now])).toEqual([
      [1, '欧阳锋', false],
      [2, '欧阳烽', true],
    ]);
    // The append-only event bears no name.
    expect(rows[0]?.payload).not.toContain('欧阳');

    const same = { party: who, new_name: '欧阳烽', ...basis };
    expect(await refusals(file.on('2024-03-05').does('correct-party', same))).toEqual(['party.changed']);
    expect(await mistakes(file.on('2024-03-05').does('correct-party', { new_name: '甲', ...basis }))).toHaveLength(1);
    await file.on('2024-03-06').does('correct-party', { party: who, new_kind: 'legal', ...basis });
    expect(await file.facts()).toEqual({ ...before, applicant_kind: 'legal' });
  });

  it('a respondent under its exact name is reached by its own officers', async () => {
    const file = await accepted(office, '2024-03-06', [applicant('令狐冲')]);
    const organ = await file.party('respondent');
    await file.on('2024-03-06').does('correct-party', { party: organ, new_name: '测试县公安局交警大队', ...basis });
    await file.on('2024-03-07').does('send-copy');
    const notices = async () =>
      (await office.as('respondent-officer').get<AddressedNotice[]>('/respondent/notices')).map((n) => n.case_id);
    expect(await notices()).not.toContain(file.id);
    await file.on('2024-03-08').does('correct-party', { party: organ, new_name: '测试县公安局', ...basis });
    expect(await notices()).toContain(file.id);
    expect(await file.facts()).toMatchObject({ respondent_name: '测试县公安局' });
  });

  it('one entered by mistake is struck: counted no more, waited for no more, named where it was once', async () => {
    const file = await receive(office, '2024-03-11', [applicant('郭靖'), applicant('黄蓉')]);
    const [first, second] = (await file.page()).parties;
    await file.on('2024-03-11').does('strike-party', { party: second?.id, ...basis });
    expect((await file.page()).parties.map((p) => p.name)).toEqual(['郭靖', '测试县公安局']);
    expect(await file.facts()).toMatchObject({ applicant_count: 1 });
    expect(await found(file, '黄蓉')).toBe(false);
    expect((await file.page()).events[0]?.fields).toContainEqual(
      expect.objectContaining({ label: '误录的当事人', text: '黄蓉' }),
    );
    const last = { party: first?.id, ...basis };
    expect(await refusals(file.on('2024-03-11').does('strike-party', last))).toEqual(['party.least']);
    expect(await refusals(file.on('2024-03-11').does('correct-party', { ...last, new_role: 'agent' }))).toEqual([
      'party.least',
    ]);
  });

  it('a ruling waits for the service of those who are parties, and of nobody struck', async () => {
    const { parties } = suit();
    const file = await office
      .as('litigation-officer')
      .receives('litigation', 'receive-notice', '2024-03-11', suit({ parties: [...parties, thirdParty('误录')] }));
    const third = await file.party('third-party');
    await file.on('2024-03-12').does('record-ruling', { ruling: 'dismissed-suit', ruling_form: 'ruling' });
    await file.on('2024-03-13').does('serve-ruling', { recipient: third, service_way: 'direct' });
    await file.on('2024-03-14').does('strike-party', { party: third, ...basis });
    expect(await file.clock('litigation.appeal-ruling', '误录')).toMatchObject({ status: 'cancelled' });
    await file.on('2024-03-14').does('serve-ruling', { service_way: 'direct' });
    const { clocks } = await file.page();
    expect(clocks.filter((k) => k.limit === 'litigation.appeal-ruling' && k.status === 'running')).toHaveLength(2);
  });

  it('whom a period was kept for is not struck and keeps the place', async () => {
    const file = await accepted(office, '2024-03-18', [applicant('杨过')]);
    const respondent = await file.party('respondent');
    await file.does('send-copy');
    await file.does('record-copy-received', { respondent });
    expect(
      await refusals(file.does('correct-party', { party: respondent, new_role: 'third-party', ...basis })),
    ).toEqual(['party.least', 'party.timed']);
    const quarrel = await office.as('mediator').receives('mediation', 'register', '2024-03-18', dispute());
    const side = await quarrel.party('respondent');
    await quarrel.does('correct-party', { party: side, new_name: '钱贰', new_phone: '13800000000', ...basis });
    expect((await quarrel.page()).parties).toContainEqual(
      expect.objectContaining({ id: side, name: '钱贰', phone: '13800000000' }),
    );
  });
});

async function stored(office: Office, id: string) {
  const admin = new Client({ connectionString: office.database.adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ revision: number; name: string; now: boolean; payload: string }>(
      `select p.revision, p.name, p.recorded_to = 'infinity' as now,
         (select string_agg(e.payload::text, '') from event e where e.case_id = p.case_id) as payload
       from party p where p.id = $1 order by p.revision`,
      [id],
    );
    return rows;
  } finally {
    await admin.end();
  }
}
