import { type Office, openOffice } from '@test/office';
import { accepted, mistakes, receive, refusals } from './entries';

describe('the applicant withdraws', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  const consent = (outcome: string, withdrawal_reason: string) => ({
    outcome,
    withdrawal_reason,
    voluntary_confirmed: true,
  });

  it('before the respondent has answered: the clocks of copy and answer end with the case', async () => {
    const file = await accepted(office, '2024-03-04');
    await file.on('2024-03-06').does('record-copy-received');
    const head = file.as('reconsideration-head').on('2024-03-11');
    const unconfirmed = head.does('approve-withdrawal', { outcome: 'withdrawn', withdrawal_reason: 'voluntary' });
    expect(await refusals(unconfirmed)).toEqual(['withdrawal.voluntary']);
    expect(await refusals(file.on('2024-03-11').does('approve-withdrawal', consent('withdrawn', 'other')))).toEqual([
      'engine.role',
    ]);
    await head.does('approve-withdrawal', consent('withdrawn', 'after-change'));
    const { clocks, papers, state } = await file.page();
    expect(state).toBe('concluded');
    expect(Object.fromEntries(clocks.map((k) => [k.limit, k.status]))).toEqual({
      'reconsideration.acceptance-review': 'met',
      'reconsideration.decision-ordinary': 'met',
      'reconsideration.send-copy': 'cancelled',
      'reconsideration.respondent-answer': 'cancelled',
    });
    expect(papers.at(-1)?.code).toBe('reconsideration.termination-decision');
    expect(await file.facts()).toMatchObject({
      outcome: 'withdrawn',
      withdrawal_reason: 'after-change',
      concluded_on: '2024-03-11',
    });
  });

  it('after a settlement, while the case lies for approval', async () => {
    const file = await accepted(office, '2024-04-01');
    await file.on('2024-04-20').does('submit-for-approval', { proposed: 'upheld' });
    await file
      .on('2024-04-22')
      .as('organ-head')
      .does('approve-withdrawal', consent('settled-withdrawn', 'after-mediation'));
    expect(await file.facts()).toMatchObject({ outcome: 'settled-withdrawn', withdrawal_reason: 'after-mediation' });
  });

  it('while it is suspended', async () => {
    const file = await accepted(office, '2024-05-06');
    const head = file.as('reconsideration-head');
    await head.on('2024-05-13').does('suspend', { suspension_ground: 'mediation', reasons: '当事人同意' });
    await head.on('2024-05-20').does('approve-withdrawal', consent('settled-withdrawn', 'after-mediation'));
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'met',
      ended_on: '2024-05-20',
    });
  });

  it('for a reason that is none of the list is a mistake of the form', async () => {
    const file = await accepted(office, '2024-06-03');
    const attempt = file.as('reconsideration-head').does('approve-withdrawal', consent('withdrawn', 'tired'));
    expect(await mistakes(attempt)).toEqual([
      'withdrawal_reason: 撤回原因:应为：after-mediation、after-change、voluntary、other',
    ]);
  });

  it('and comes again with the same facts: a person confirms the repetition before it is refused', async () => {
    const file = await receive(office, '2024-07-01');
    const head = file.as('reconsideration-head').on('2024-07-03');
    const refusal = { ground: 'withdrawn-before', reasons: '同一事实和理由' };
    expect(await refusals(head.does('refuse', refusal))).toEqual(['refusal.confirmed']);
    await head.does('refuse', { ...refusal, ground_confirmed: true });
    expect((await file.page()).state).toBe('not-accepted');
  });
});
