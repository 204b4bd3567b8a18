import { type Office, openOffice, Refused } from '@test/office';
import { application, dispute, refusals, suit, told } from './entries';

interface Transfer {
  readonly direction: string;
  readonly from: string;
  readonly to: string;
  readonly outcome: string | null;
  readonly register_number: string;
  readonly case: { id: string } | null;
  readonly withdrawal: { case_id: string; version: number } | null;
}

describe('a case sent to another organisation', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-05-06');
    await office.hires('river-head', 'committee-head', 'other-town');
    await office.hires('river-suits', 'litigation-officer', 'other-town');
  });
  afterAll(() => office.close());
  const status = (attempt: Promise<unknown>) => attempt.catch((e: unknown) => (e instanceof Refused ? e.status : e));

  it('is out of the sender’s hands, waits for its receipt, and goes on where it was received', async () => {
    const file = await office.as('committee-head').receives('mediation', 'register', '2024-05-06', dispute());
    await file.does('transfer-case', {
      organisation: office.home.organisations['other-town'],
      reason: '纠纷发生地在河西镇',
    });
    expect(await status(file.page())).toBe(404);
    const sent = await office.as('committee-head').get<Transfer[]>('/transfers');
    expect(sent).toMatchObject([{ direction: 'out', outcome: null, case: null }]);

    const there = office.asLogin('river-head').file(file.id).on('2024-05-07');
    expect(await office.asLogin('river-head').get<Transfer[]>('/transfers')).toMatchObject([
      { direction: 'in', from: '城关镇人民调解委员会', case: { id: file.id } },
    ]);
    expect(await refusals(there.does('accept'))).toEqual(['transfer.receipt']);
    await there.does('receive-transfer');
    await there.does('accept');
    const page = await there.page();
    expect(page).toMatchObject({
      state: 'accepted',
      organisation: { name: '河西镇人民调解委员会' },
      handler: { name: 'river-head' },
      transfers: [{ sent_on: '2024-05-06', settled_on: '2024-05-07', outcome: 'received' }],
    });
    expect(await refusals(there.does('receive-transfer'))).toEqual(['transfer.pending']);
  });

  it('comes back to the same hands when it is returned', async () => {
    const file = await office
      .as('committee-head')
      .receives('mediation', 'register', '2024-05-08', dispute(), { handler: 'mediator' });
    await file.does('transfer-case', { organisation: office.home.organisations['other-town'], reason: '移送' });
    await office.asLogin('river-head').file(file.id).on('2024-05-09').does('return-transfer', { reason: '不在本镇' });
    expect(await file.page()).toMatchObject({
      organisation: { name: '城关镇人民调解委员会' },
      handler: { id: office.home.people.mediator },
      transfers: [{ outcome: 'returned' }],
    });
    expect(await status(office.asLogin('river-head').file(file.id).page())).toBe(404);
  });

  it('is taken back by its sender until it is received, and by nobody else', async () => {
    const file = await office
      .as('committee-head')
      .receives('mediation', 'register', '2024-05-09', dispute(), { handler: 'mediator' });
    await file.does('transfer-case', { organisation: office.home.organisations['other-town'], reason: '误送' });
    // The page is the receiver's now; the sender, and who handled it, still see the transfer and may take it back.
    expect(await status(file.page())).toBe(404);
    const shown = async (list: Promise<Transfer[]>) =>
      (await list).filter((t) => t.outcome === null).map((t) => [t.direction, t.case?.id, t.withdrawal]);
    const withdrawal = { case_id: file.id, version: 2 };
    for (const sender of ['committee-head', 'mediator'] as const)
      expect(await shown(office.as(sender).get<Transfer[]>('/transfers'))).toEqual([['out', undefined, withdrawal]]);
    expect(await shown(office.asLogin('river-head').get<Transfer[]>('/transfers'))).toEqual([['in', file.id, null]]);

    const take = (who: ReturnType<Office['as']>, event: string, on = '2024-05-09') =>
      who.post(`/cases/${file.id}/events/${event}`, { version: 2, happened_on: on, fields: { reason: '选错了机构' } });
    expect(await refusals(take(office.asLogin('river-head'), 'withdraw-transfer'))).toEqual(['engine.role']);
    expect(await status(take(office.as('litigation-officer'), 'withdraw-transfer'))).toBe(404);
    expect(await status(take(office.as('committee-head'), 'return-transfer'))).toBe(404);
    await take(office.as('committee-head'), 'withdraw-transfer');
    expect(await file.page()).toMatchObject({
      organisation: { name: '城关镇人民调解委员会' },
      handler: { id: office.home.people.mediator },
      transfers: [{ settled_on: '2024-05-09', outcome: 'withdrawn' }],
    });
    expect(await status(office.asLogin('river-head').file(file.id).page())).toBe(404);

    // Received is received.
    const there = office.asLogin('river-head').file(file.id).on('2024-05-09');
    await file.does('transfer-case', { organisation: office.home.organisations['other-town'], reason: '移送' });
    await there.does('receive-transfer');
    const late = office.as('committee-head').post(`/cases/${file.id}/events/withdraw-transfer`, {
      version: 5,
      happened_on: '2024-05-09',
      fields: { reason: '晚了' },
    });
    expect(await status(late)).toBe(404);
    expect(await shown(office.as('committee-head').get<Transfer[]>('/transfers'))).toEqual([]);
    await there.does('transfer-case', { organisation: office.home.organisations.town, reason: '移回' });
    await file.on('2024-05-09').does('receive-transfer');
  });

  it('does not go where nobody could receive it', async () => {
    const sent = async (to: string | undefined, receiver?: string) => {
      const file = await office
        .as('reconsideration-officer')
        .receives('reconsideration', 'receive', '2024-05-09', application('2024-05-09'));
      return file.does('transfer-case', { organisation: to, reason: '移送', ...(receiver ? { receiver } : {}) });
    };
    const { police, bureau } = office.home.organisations;
    // There is a respondent's officer there, who answers and reviews nothing.
    expect(await refusals(sent(police))).toEqual(['transfer.staff']);
    expect(await told(sent(police))).toEqual([expect.stringContaining('测试县公安局没有能够签收')]);
    await sent(bureau);

    const dispatched = async (receiver?: string) => {
      const file = await office.as('mediation-officer').receives('mediation', 'register', '2024-05-09', dispute());
      const organisation = office.home.organisations.village;
      return file.does('transfer-case', { organisation, reason: '移送', ...(receiver ? { receiver } : {}) });
    };
    // A mediator reaches the own cases alone: nobody there would find a case that is nobody's.
    const mediator = await office.hires('east-mediator', 'mediator', 'village');
    expect(await refusals(dispatched())).toEqual(['transfer.staff']);
    await dispatched(mediator);
  });

  it('counts where it is, and did count where it was', async () => {
    const counted = async (login: string, known: string) => {
      const rows = await office
        .asLogin(login)
        .get<{ metric: string; value: number }[]>(`/figures?year=2024&known_on=${known}`);
      return rows.find((r) => r.metric === 'mediation-accepted')?.value;
    };
    expect(await counted('river-head', '2024-05-09')).toBe(1);
    expect(await counted('test-committee-head', '2024-05-09')).toBe(0);
  });

  it('takes along who came to its hearings', async () => {
    const file = await office.as('litigation-officer').receives('litigation', 'receive-notice', '2024-04-01', suit());
    await file.on('2024-04-10').does('file-answer');
    const head = { attended: true, head_name: '周县长', post: '县长', head_rank: 'principal', spoke: true };
    await file.on('2024-05-06').does('hold-hearing', { open_court: true, ...head });
    const principals = async () => {
      const rows = await office
        .asLogin('river-suits')
        .get<{ metric: string; numerator: number }[]>('/figures?year=2024');
      return rows.find((r) => r.metric === 'litigation-principal-head-appearances')?.numerator;
    };
    expect(await principals()).toBe(0);
    await file.on('2024-05-10').does('transfer-case', {
      organisation: office.home.organisations['other-town'],
      reason: '由镇政府应诉',
    });
    expect(await principals()).toBe(1);
  });

  it('goes to nobody’s organisation and not to its own', async () => {
    const file = await office.as('committee-head').receives('mediation', 'register', '2024-05-10', dispute());
    expect(
      await refusals(file.does('transfer-case', { organisation: office.home.organisations.town, reason: '误' })),
    ).toEqual(['transfer.elsewhere']);
    expect(await status(file.does('transfer-case', { organisation: file.id, reason: '误' }))).toBe(400);
  });
});
