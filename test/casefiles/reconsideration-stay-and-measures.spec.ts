import { type Office, openOffice } from '@test/office';
import { accepted, refusals } from './entries';

describe('execution is stayed, and a respondent that does not perform is called in', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2023-11-06');
  });
  afterAll(() => office.close());

  it('a decision of 2023 brings no interview in 2023', async () => {
    const file = await accepted(office, '2023-11-06');
    await file.on('2023-12-01').does('submit-for-approval', { proposed: 'upheld' });
    await file.on('2023-12-04').as('organ-head').does('decide', { outcome: 'upheld' });
    const called = file.on('2023-12-11').as('organ-head').does('interview', { interviewee: '局长', matters: '履行' });
    expect(await refusals(called)).toEqual(['performance.measure']);
  });

  it('a stay is asked for, ordered and lifted', async () => {
    const file = await accepted(office, '2024-01-08');
    const head = file.as('reconsideration-head');
    expect(await refusals(head.on('2024-01-09').does('order-stay', { stay_ground: 'request' }))).toEqual([
      'stay.requested',
    ]);
    await file.on('2024-01-09').does('request-stay', { requester: 'applicant#1', reasons: '拆除后无法恢复' });
    await head.on('2024-01-10').does('order-stay', { stay_ground: 'request' });
    expect(await refusals(head.on('2024-01-11').does('refuse-stay', { reasons: '无必要' }))).toEqual(['stay.once']);
    await head.on('2024-02-01').does('lift-stay', { reasons: '情况变化' });
    expect(await refusals(head.on('2024-02-02').does('lift-stay', { reasons: '情况变化' }))).toEqual(['stay.ordered']);
    expect(await file.facts()).toMatchObject({ stayed_on: '2024-01-10', stay_lifted_on: '2024-02-01' });
    expect((await file.shows()).papers).toEqual(
      expect.arrayContaining(['reconsideration.stay-decision', 'reconsideration.stay-lifting-notice']),
    );
    expect(await office.figure('reconsideration-stays', 2024)).toMatchObject({ value: 1 });
  });

  it('after the order to perform comes the interview; the old law knew none', async () => {
    const file = await accepted(office, '2024-03-04');
    await file.on('2024-03-18').does('hear-opinions', { manner: 'written' });
    await file.on('2024-04-01').does('submit-for-approval', { proposed: 'perform-ordered' });
    await file
      .on('2024-04-02')
      .as('organ-head')
      .does('decide', { outcome: 'perform-ordered', perform_due_on: '2024-05-08' });
    await file.on('2024-04-03').does('serve', { recipient: 'respondent#1', manner: 'direct' });
    const head = file.as('organ-head');
    await head.on('2024-05-09').does('order-performance', { ordered_until: '2024-05-31' });
    await head.on('2024-06-03').does('interview', { interviewee: '局长', matters: '逾期未履行复议决定' });
    await head.on('2024-06-20').does('criticise', { criticised_organ: '测试县公安局', reasons: '约谈后仍未履行' });
    expect(await file.facts()).toMatchObject({ interviewed_on: '2024-06-03', criticised_on: '2024-06-20' });
    expect(await office.figure('reconsideration-interviews', 2024)).toMatchObject({ value: 1 });
  });
});
