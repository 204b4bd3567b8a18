import { type Office, openOffice } from '@test/office';
import { refusals, suit } from './entries';

const request = (more: Readonly<Record<string, unknown>> = {}) => ({
  parties: [
    { role: 'claimant', kind: 'natural', name: '吴七' },
    { role: 'organ', kind: 'organ', name: '测试县人民政府' },
  ],
  liable: 'own-government',
  ground: 'levy',
  damage_known_on: '2023-11-06',
  claim_fen: 5_000_000,
  claims: '房屋附属设施被拆除，请求赔偿',
  ...more,
});

describe('a request for administrative compensation', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-01-10');
  });
  afterAll(() => office.close());
  const asked = (day: string) => office.as('litigation-officer').receives('compensation', 'request', day, request());

  it('is negotiated, decided late, served, paid and archived; the right to sue waits for nobody', async () => {
    const file = await asked('2024-01-10');
    expect(await file.page()).toMatchObject({ state: 'received', number: '（2024）测诉行赔字第1号' });
    // Two months end on Sunday 03-10.
    expect(await file.clock('compensation.decision')).toMatchObject({ raw: '2024-03-10', due: '2024-03-11' });
    expect(await file.clock('compensation.request')).toMatchObject({ due: '2025-11-06', light: null });

    await file.on('2024-01-12').does('ask-correction', { items: '补交附属设施的照片' });
    expect(await refusals(file.on('2024-01-15').does('ask-correction', { items: '再补' }))).toEqual([
      'correction.once',
    ]);
    await file.on('2024-01-16').does('record-correction');
    await file.on('2024-02-20').does('negotiate', { content: '双方就单价未能一致' });

    expect(await refusals(file.on('2024-03-11').does('record-silence'))).toEqual(['silence.expired']);
    await file.on('2024-03-12').does('record-silence');
    expect(await file.clock('compensation.suit', '吴七')).toMatchObject({
      started_on: '2024-03-11',
      due: '2024-06-11',
      duty: 'party',
    });

    const head = file.on('2024-03-20').as('organ-head');
    expect(await refusals(head.does('compensate', { manner: 'payment', reasons: '应当赔偿' }))).toEqual([
      'decision.amount',
    ]);
    await head.does('compensate', { manner: 'payment', amount_fen: 3_200_000, reasons: '拆除前未依法告知' });
    expect(await file.clock('compensation.decision')).toMatchObject({ status: 'met', ended_on: '2024-03-20' });
    const suits = (await file.page()).clocks.filter((k) => k.limit === 'compensation.suit');
    expect(suits.map((k) => [k.status, k.due])).toEqual([
      ['running', '2024-06-20'],
      ['cancelled', '2024-06-11'],
    ]);
    // Ten days end on Saturday 03-30.
    expect(await file.clock('compensation.service')).toMatchObject({ due: '2024-04-01' });
    expect(await refusals(file.on('2024-03-21').does('archive'))).toEqual(['archive.served']);
    await file.on('2024-03-22').does('serve', { service_way: 'direct' });

    expect(await refusals(file.on('2024-04-03').does('apply-for-payment'))).toEqual(['payment.asked']);
    await file.on('2024-04-08').does('receive-payment-request');
    expect(await file.clock('compensation.payment-request')).toMatchObject({ due: '2024-04-15', duty: 'own' });
    await file.on('2024-04-12').does('apply-for-payment');
    // Saturday 04-27; Sunday 04-28 is worked.
    expect(await file.clock('compensation.payment')).toMatchObject({ raw: '2024-04-27', due: '2024-04-28' });
    await file.on('2024-04-24').does('record-performance');
    await file.on('2024-07-01').does('archive');

    const { state, papers } = await file.shows();
    expect(state).toBe('archived');
    expect(papers.map((p) => p.replace('compensation.', ''))).toEqual([
      'receipt',
      'correction-notice',
      'negotiation-record',
      'decision',
      'service-return',
      'payment-application',
      'file-cover',
    ]);
    expect(await file.facts()).toMatchObject({
      outcome: 'compensated',
      amount_fen: 3_200_000,
      concluded_on: '2024-03-20',
      performed_on: '2024-04-24',
    });
    expect(await office.figure('admin-compensation-concluded', 2024)).toMatchObject({ printed: '1', unit: '件' });
    expect(await office.figure('admin-compensation-amount', 2024)).toMatchObject({ printed: '3.2', unit: '万元' });
  });

  it('is refused with reasons, and the suit that follows is a file of its own', async () => {
    const file = await asked('2024-08-01');
    await file
      .on('2024-08-20')
      .as('organ-head')
      .does('refuse', { refusal: 'no-damage', reasons: '附属设施早已自行拆除' });
    await file.on('2024-08-22').does('serve', { service_way: 'post' });
    expect(await refusals(file.on('2024-08-23').does('receive-payment-request'))).toEqual(['payment.due']);
    expect(await refusals(file.on('2024-08-23').does('record-performance'))).toEqual(['performance.owed']);
    await file.on('2024-09-10').does('record-suit', { court: '测试县人民法院' });
    expect(await file.clock('compensation.suit', '吴七')).toMatchObject({ status: 'met', due: '2024-11-20' });
    const sued = await office
      .as('litigation-officer')
      .receives('litigation', 'receive-notice', '2024-09-12', suit({ cause: 'compensation' }), { parentId: file.id });
    expect((await sued.page()).parent).toMatchObject({ id: file.id, kind: 'compensation' });
    expect((await file.page()).children).toMatchObject([{ id: sued.id, kind: 'litigation' }]);
  });

  it('is withdrawn, which concludes it without a decision', async () => {
    const file = await asked('2024-10-08');
    await file.on('2024-10-20').does('withdraw', { note: '另行协商解决' });
    expect((await file.page()).clocks.filter((k) => k.status === 'running')).toEqual([]);
    await file.on('2024-10-21').does('archive');
    expect(await office.figure('admin-compensation-concluded', 2024)).toMatchObject({ printed: '3' });
  });
});
