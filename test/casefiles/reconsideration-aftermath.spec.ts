import type { Day } from '@anjuan/law';
import { type Office, openOffice } from '@test/office';
import { accepted, applicant, ordinary, receive, refusals, whyNot } from './entries';

type File = Awaited<ReturnType<typeof receive>>;
const serve = (recipient: string) => ({ recipient, manner: 'direct' });

describe('after a reconsideration has ended', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());

  const decided = async (file: File, on: Day, decision: object) => {
    await file.on(on).does('hear-opinions', { manner: 'written' });
    await file.on(on).does('submit-for-approval', { proposed: 'revoked' });
    await file
      .on(on)
      .as('organ-head')
      .does('decide', { outcome: 'revoked', ...decision });
    return file;
  };

  it('nothing is served or performed before the decision was made, and nobody is served twice', async () => {
    const file = await decided(await accepted(office, '2024-03-04'), '2024-04-18', {});
    expect(await whyNot(file.on('2024-04-05').does('serve', serve('applicant#1')))).toBe(
      '发生日期2024-04-05早于结案文书日期2024-04-18',
    );
    const performed = file.on('2024-04-17').does('record-performance', { performance: 'performed' });
    expect(await refusals(performed)).toEqual(['paper.order']);
    const ordered = file.on('2024-04-17').as('organ-head').does('order-performance', { ordered_until: '2024-05-31' });
    expect(await refusals(ordered)).toEqual(['paper.order']);
    // The respondent has no period to sue or to perform here, and its service is recorded once all the same.
    await file.on('2024-04-19').does('serve', serve('respondent#1'));
    expect(await refusals(file.on('2024-04-22').does('serve', serve('respondent#1')))).toEqual(['service.once']);
    await file.on('2024-04-22').does('serve', serve('applicant#1'));
    // A suit over the silence of the review, recorded late, is none over the decision.
    await file.on('2024-04-12').does('record-suit', { plaintiff: 'applicant#1' });
    expect(await file.clock('reconsideration.sue-after-decision')).toMatchObject({ status: 'running' });
  });

  it('is archived when everybody has the paper; what the respondent owes goes on and is still recorded', async () => {
    const file = await accepted(office, '2024-03-05', [applicant('张三'), applicant('李四')]);
    await decided(file, '2024-04-18', { outcome: 'perform-ordered', perform_due_on: '2024-12-31' });
    await file.on('2024-04-19').does('serve', serve('applicant#1'));
    expect(await whyNot(file.on('2024-05-20').does('archive'))).toBe(
      '结案文书尚未送达1名申请人、1名被申请人，不能归档',
    );
    await file.on('2024-04-19').does('serve', serve('respondent#1'));
    await file.on('2024-05-13').does('serve', { recipient: 'applicant#2', manner: 'public' });
    await file.on('2024-05-20').does('archive');
    expect(await file.clock('reconsideration.perform')).toMatchObject({ status: 'running', due: '2024-12-31' });
    expect(await file.clock('reconsideration.sue-after-decision', '张三')).toMatchObject({ status: 'cancelled' });
    expect(await file.clock('reconsideration.sue-after-decision', '李四')).toMatchObject({ status: 'running' });
    await file.on('2024-05-24').does('record-suit', { plaintiff: 'applicant#2' });
    expect(await file.clock('reconsideration.sue-after-decision', '李四')).toMatchObject({ status: 'met' });
    await office.clockTurnsTo('2025-01-02');
    expect(await file.clock('reconsideration.perform')).toMatchObject({ status: 'running', light: { tone: 'red' } });
    await file.on('2025-01-02').does('record-performance', { performance: 'performed' });
    expect(await file.clock('reconsideration.perform')).toMatchObject({ status: 'met' });
  });

  it('a refusal goes to the archive served, and a court that sets it aside brings it back to be accepted', async () => {
    office.reach('2025-01-06');
    const file = await receive(office, '2025-01-06');
    const head = file.as('reconsideration-head');
    await head.on('2025-01-08').does('refuse', { ground: 'no-interest', reasons: '与行政行为没有利害关系' });
    expect(await refusals(file.on('2025-01-09').does('archive'))).toEqual(['archive.served']);
    await file.on('2025-01-09').does('serve', serve('applicant#1'));
    await file.on('2025-02-10').does('archive');
    await file.on('2025-01-20').does('record-suit', { plaintiff: 'applicant#1' });

    const order = { order_ground: 'court', order_reference: '（2025）测01行初3号' };
    expect(await refusals(head.on('2025-05-12').does('reopen', order))).toEqual(['reopening.concluded']);
    expect((await file.page()).allowed_events.map((e) => e.name)).not.toContain('reopen');
    await head.on('2025-05-12').does('accept-by-order', { ...ordinary(office), ...order });
    expect(await file.page()).toMatchObject({ state: 'accepted', number: expect.stringMatching(/^（2025）/) });
    const facts = await file.facts();
    expect(facts).toMatchObject({ accepted_on: '2025-05-12' });
    for (const gone of ['exit', 'left_on', 'served_on', 'archived_on']) expect(facts).not.toHaveProperty(gone);
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2025-07-11' });
    // The new decision is served anew on whoever had the refusal.
    await decided(file, '2025-06-16', {});
    await file.on('2025-06-17').does('serve', serve('applicant#1'));

    const withdrawn = await receive(office, '2025-06-18');
    await withdrawn.does('withdraw-before-acceptance');
    await withdrawn.does('archive');
    const again = withdrawn.as('reconsideration-head').does('accept-by-order', { ...ordinary(office), ...order });
    expect(await refusals(again)).toEqual(['order.exit']);
    expect(await refusals(withdrawn.does('serve', serve('applicant#1')))).toEqual(['service.paper']);
  });

  it('an order to act anew is due sixty days from service, whether or not anybody ever performs it', async () => {
    const redo = { redo_ordered: true, same_facts_confirmed: true };
    office.reach('2025-07-01');
    for (const performs of [true, false]) {
      const file = await accepted(office, '2025-07-01');
      await decided(file, '2025-08-01', redo);
      await file.on('2025-08-04').does('serve', serve('respondent#1'));
      expect(await file.facts()).toMatchObject({ perform_due_on: '2025-10-09' });
      if (performs) await file.on('2025-09-01').does('record-performance', { performance: 'performed' });
    }
    await office.clockTurnsTo('2025-12-31');
    expect(await office.figure('reconsideration-decision-execution-rate', 2025)).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
  });
});
