import { type Office, openOffice } from '@test/office';
import { accepted, receive, refusals } from './entries';

describe('opinion letters and suggestions out of a reconsideration', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  const letter = (more: Readonly<Record<string, unknown>> = {}) => ({
    parties: [{ role: 'addressee', kind: 'organ', name: '测试县公安局' }],
    addressee_kind: 'respondent',
    subject: '送达程序不规范',
    problems: '多件处罚决定送达回证不全',
    advice: '规范送达',
    ...more,
  });
  const drafts = (event: string, parentId: string | undefined, day: string, more = {}) =>
    office
      .as('reconsideration-officer')
      .receives('letter', event, day, letter(more), parentId === undefined ? {} : { parentId });

  it('an opinion is signed by the organ’s head and reported on within sixty days', async () => {
    const review = await accepted(office, '2024-03-04');
    const file = await drafts('draft-opinion', review.id, '2024-03-11');
    expect(await refusals(file.on('2024-03-12').as('reconsideration-head').does('issue'))).toEqual([
      'letter.signatory',
    ]);
    await file.on('2024-03-12').as('organ-head').does('issue');
    expect((await file.page()).papers).toMatchObject([{ code: 'letter.opinion', number: '测府复意〔2024〕1号' }]);
    expect((await file.page()).parent?.id).toBe(review.id);
    expect((await review.page()).children.map((c) => c.id)).toEqual([file.id]);
    await file.on('2024-03-14').does('record-delivery');
    expect(await file.clock('reconsideration.opinion-report')).toMatchObject({
      due: '2024-05-13',
      duty: 'respondent',
      law: '行政复议法(2023)',
    });
    expect(await refusals(file.on('2024-04-01').does('close'))).toEqual(['letter.answered']);
    const order = file.as('organ-head');
    expect(await refusals(order.on('2024-05-13').does('order-performance', { ordered_until: '2024-05-31' }))).toEqual([
      'letter.enforceable',
    ]);
    await order.on('2024-05-14').does('order-performance', { ordered_until: '2024-05-31' });
    await file.on('2024-05-20').does('record-reply', { reply_result: 'corrected', resolved: true });
    expect(await file.facts()).toMatchObject({ report_due_on: '2024-05-13', replied_on: '2024-05-20' });
    await file.on('2024-05-21').does('close');
    expect((await file.page()).clocks.map((k) => k.status)).toEqual(['met', 'met']);
  });

  it('a suggestion speaks for the office, to any organ, and is never late', async () => {
    const review = await accepted(office, '2024-06-03');
    const other = { addressee_kind: 'other', subject: '完善裁量基准' };
    expect(await refusals(drafts('draft-opinion', review.id, '2024-06-11', other))).toEqual(['letter.addressee-kind']);
    const file = await drafts('draft-suggestion', review.id, '2024-06-11', other);
    await file.on('2024-06-12').as('reconsideration-head').does('issue');
    await file.on('2024-06-14').does('record-delivery');
    expect((await file.page()).clocks).toEqual([]);
    await file.on('2024-12-20').does('close');
  });

  it('comes out of an accepted reconsideration and of nothing else', async () => {
    const received = await receive(office, '2024-12-23');
    expect(await refusals(drafts('draft-opinion', received.id, '2024-12-23'))).toEqual(['letter.after-acceptance']);
    expect(await refusals(drafts('draft-opinion', undefined, '2024-12-23'))).toEqual(['letter.after-acceptance']);
  });

  it('feeds its figures, each form apart', async () => {
    expect(await office.figure('opinion-letters', 2024)).toMatchObject({ value: 2, unit: '份' });
    expect(await office.figure('opinion-letters-replied', 2024)).toMatchObject({ value: 1 });
    expect(await office.figure('opinion-letters-replied', 2024, '2024-05-19')).toMatchObject({ value: 0 });
    expect(await office.figure('opinion-letter-reply-rate', 2024)).toMatchObject({ printed: '100' });
    expect(await office.figure('suggestion-letter-reply-rate', 2024)).toMatchObject({ printed: '0' });
    expect(await office.figure('reconsideration-resolved-by-opinion-letter', 2024)).toMatchObject({ value: 1 });
  });

  it('the receipt is recorded after the reply, and the reply after the closing', async () => {
    const review = await accepted(office, '2025-01-06');
    const opinion = await drafts('draft-opinion', review.id, '2025-01-13');
    await opinion.on('2025-01-14').as('organ-head').does('issue');
    await opinion.on('2025-03-03').does('record-reply', { reply_result: 'corrected' });
    const late = opinion.on('2025-03-04').does('record-delivery');
    expect(await refusals(late)).toEqual(['letter.delivered-before-reply']);
    await opinion.on('2025-01-16').does('record-delivery');
    expect(await opinion.clock('reconsideration.opinion-report')).toMatchObject({
      status: 'met',
      due: '2025-03-17',
      ended_on: '2025-03-03',
    });
    expect(await opinion.facts()).toMatchObject({ delivered_on: '2025-01-16', report_due_on: '2025-03-17' });

    const suggestion = await drafts('draft-suggestion', review.id, '2025-01-13');
    await suggestion.on('2025-01-14').as('reconsideration-head').does('issue');
    await suggestion.on('2025-05-12').does('close');
    const before = suggestion.on('2025-01-13').does('record-reply', { reply_result: 'adopted' });
    expect(await refusals(before)).toEqual(['letter.replied-after']);
    await suggestion.on('2025-05-08').does('record-reply', { reply_result: 'adopted' });
    expect(await office.figure('suggestion-letter-reply-rate', 2025)).toMatchObject({ printed: '100' });
    expect(await suggestion.facts()).not.toHaveProperty('closed_on');
    await suggestion.on('2025-05-13').does('close');
  });
});
