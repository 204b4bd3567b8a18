import { type Office, openOffice } from '@test/office';
import { accepted, mistakes, receive, refusals, whyNot } from './entries';

/** Length of a clock: the law on its trigger day. Who approves the extension: the law on the day of the extension. */
describe('cases of 2023 are extended across the change of law', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2023-11-01');
  });
  afterAll(() => office.close());
  const extension = { extended_days: 30, reasons: '案情复杂，需要补充调查' };

  it('in 2023 the head of the organ approves', async () => {
    const file = await receive(office, '2023-11-01');
    const { number } = await file.does('accept', {
      track: 'ordinary',
      second_reviewer: office.home.people['reconsideration-head'],
    });
    expect(number).toBe('（2023）测府政复字第1号');
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      law: '行政复议法(2017)',
      raw: '2023-12-31',
      due: '2024-01-02',
    });
    expect(await whyNot(file.on('2023-12-20').as('reconsideration-head').does('extend', extension))).toBe(
      '延长期限应当经行政复议机关负责人批准',
    );
    expect(await refusals(file.on('2023-12-20').does('extend', extension))).toEqual([
      'engine.role',
      'extension.approver',
    ]);
    await file.on('2023-12-20').as('organ-head').does('extend', extension);
    // Thirty days from 12-31, the end before it was rolled forward: not from 2024-01-02.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2024-01-30' });
    const again = file.on('2024-01-10').as('reconsideration-head').does('extend', extension);
    expect(await refusals(again)).toEqual(['extension.once']);
  });

  it('in 2024 the head of the office approves the same kind of case', async () => {
    const file = await receive(office, '2023-11-10');
    await file.does('accept', {
      track: 'ordinary',
      second_reviewer: office.home.people['reconsideration-head'],
    });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2024-01-09' });
    expect(await whyNot(file.on('2024-01-05').as('organ-head').does('extend', extension))).toBe(
      '延长期限应当经行政复议机构负责人批准',
    );
    await file.on('2024-01-05').as('reconsideration-head').does('extend', extension);
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      law: '行政复议法(2017)',
      due: '2024-02-08',
    });
    expect((await file.shows()).papers.at(-1)).toBe('reconsideration.extension-notice');
  });

  it('never by more than thirty days, and never after the sixty days are over', async () => {
    const file = await accepted(office, '2024-03-04');
    const head = file.as('reconsideration-head');
    expect(await mistakes(head.on('2024-04-01').does('extend', { ...extension, extended_days: 31 }))).toEqual([
      'extended_days: 延长天数:应为1至30的整数',
    ]);
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2024-05-06' });
    expect(await refusals(head.on('2024-05-07').does('extend', extension))).toEqual(['extension.in-time']);
    // Decided on the last day, recorded after it: the extension is judged by its own day.
    await head.on('2024-05-06').does('extend', extension);
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2024-06-03' });
  });
});
