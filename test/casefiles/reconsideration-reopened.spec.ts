import { type Office, openOffice } from '@test/office';
import { accepted, applicant, application, refusals } from './entries';

describe('a concluded reconsideration is opened again', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());

  it('a court sets the decision aside: a new period, a new decision, served anew on the same people', async () => {
    const file = await accepted(office, '2024-03-04');
    await file.on('2024-03-20').does('hear-opinions', { manner: 'telephone' });
    const conclude = async (submitted: string, decided: string, served: string, outcome: string) => {
      await file.on(submitted).does('submit-for-approval', { proposed: outcome });
      await file.on(decided).as('organ-head').does('decide', { outcome });
      await file.on(served).does('serve', { recipient: 'applicant#1', manner: 'direct' });
      await file.on(served).does('serve', { recipient: 'respondent#1', manner: 'direct' });
    };
    await conclude('2024-04-08', '2024-04-10', '2024-04-12', 'upheld');
    await file.on('2024-04-25').does('record-suit', { plaintiff: 'applicant#1' });
    await file.on('2024-05-06').does('archive');

    const order = { order_ground: 'court', order_reference: '（2024）测01行初9号' };
    expect(await refusals(file.on('2024-09-02').does('reopen', order))).toEqual(['engine.role']);
    await file.on('2024-09-02').as('reconsideration-head').does('reopen', order);
    const page = await file.page();
    expect(page).toMatchObject({ state: 'accepted', number: '（2024）测府政复字第1号' });
    const facts = await file.facts();
    expect(facts).toMatchObject({ accepted_on: '2024-03-04', sued_on: '2024-04-25' });
    for (const gone of ['outcome', 'concluded_on', 'served_on', 'effective_on', 'archived_on'])
      expect(facts).not.toHaveProperty(gone);
    // 09-02 + 60 = Friday 11-01.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      started_on: '2024-09-02',
      due: '2024-11-01',
    });

    await conclude('2024-10-14', '2024-10-16', '2024-10-18', 'revoked');
    const { clocks } = await file.page();
    const toSue = clocks.filter((k) => k.limit === 'reconsideration.sue-after-decision');
    expect(toSue.map((k) => [k.started_on, k.status])).toEqual([
      ['2024-10-18', 'running'],
      ['2024-04-12', 'met'],
    ]);
    expect(await file.facts()).toMatchObject({ outcome: 'revoked', concluded_on: '2024-10-16' });
  });

  it('two acts in one paper are two files', async () => {
    const first = await accepted(office, '2024-11-04', [applicant('郑九')]);
    const second = await office
      .as('reconsideration-officer')
      .receives(
        'reconsideration',
        'split-off',
        '2024-11-05',
        application('2024-11-04', [applicant('郑九')], { matter: 'coercion' }),
        { parentId: first.id },
      );
    expect((await second.page()).parent?.id).toBe(first.id);
    const alone = office
      .as('reconsideration-officer')
      .receives('reconsideration', 'split-off', '2024-11-05', application('2024-11-04'));
    expect(await refusals(alone)).toEqual(['engine.parent']);
    expect(await second.clock('reconsideration.acceptance-review')).toMatchObject({ started_on: '2024-11-04' });
  });
});
