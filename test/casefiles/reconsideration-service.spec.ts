import { type Office, openOffice } from '@test/office';
import { accepted, applicant, mistakes, refusals, thirdParty } from './entries';

describe('a decision is served on each recipient apart', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-11-04');
  });
  afterAll(() => office.close());

  it('each has a period of their own, and each sues for themselves', async () => {
    const file = await accepted(office, '2024-11-04', [applicant('张三'), applicant('李四'), thirdParty('王五')]);
    await file.on('2024-11-20').does('hear-opinions', { manner: 'online' });
    await file.on('2024-12-16').does('submit-for-approval', { proposed: 'perform-ordered' });
    const organ = file.as('organ-head').on('2024-12-18');
    expect(await refusals(organ.does('decide', { outcome: 'perform-ordered' }))).toEqual(['decision.performance-date']);
    await organ.does('decide', { outcome: 'perform-ordered', perform_due_on: '2025-02-14' });

    const serve = (recipient: string) => ({ recipient, manner: 'direct' });
    expect(await mistakes(file.on('2024-12-20').does('serve', serve('agent#1')))).toHaveLength(1);
    await file.on('2024-12-20').does('serve', serve('applicant#1'));
    await file.on('2025-01-13').does('serve', { recipient: 'applicant#2', manner: 'public' });
    await file.on('2024-12-23').does('serve', serve('third-party#1'));
    await file.on('2024-12-24').does('serve', serve('respondent#1'));
    expect(await file.clock('reconsideration.sue-after-decision', '张三')).toMatchObject({ due: '2025-01-06' });
    // Fifteen days end on Tuesday 01-28, the first of the spring festival.
    expect(await file.clock('reconsideration.sue-after-decision', '李四')).toMatchObject({
      raw: '2025-01-28',
      due: '2025-02-05',
    });
    expect(await file.clock('reconsideration.sue-after-decision', '王五')).toMatchObject({ due: '2025-01-07' });
    expect(await file.clock('reconsideration.perform', '测试县公安局')).toMatchObject({ due: '2025-02-14' });
    expect(await refusals(file.on('2025-01-14').does('serve', serve('applicant#1')))).toEqual(['service.once']);
    // In effect when the last of them has it, whatever the order of recording.
    expect(await file.facts()).toMatchObject({ served_on: '2025-01-13', effective_on: '2025-01-13' });

    // A slip in the day of the public notice is mended in the recipient's own row as in the fact.
    const slip = (old_value: string, new_value: string) => ({
      field: 'served_on',
      old_value,
      new_value,
      reason: '核对送达回证',
      article: '送达回证',
    });
    await file.on('2025-01-15').corrects(slip('2025-01-13', '2025-01-14'));
    const days = (await file.page()).lines?.rows.flat() ?? [];
    expect(days).toContain('2025-01-14');
    expect(days).not.toContain('2025-01-13');
    await file.on('2025-01-15').corrects(slip('2025-01-14', '2025-01-13'));

    await file.on('2025-01-06').does('record-suit', { plaintiff: 'applicant#1', court: '测试县人民法院' });
    expect(await file.clock('reconsideration.sue-after-decision', '张三')).toMatchObject({
      status: 'met',
      ended_on: '2025-01-06',
    });
    expect(await file.clock('reconsideration.sue-after-decision', '李四')).toMatchObject({ status: 'running' });
    expect((await file.facts()).sued_on).toBe('2025-01-06');

    await file.on('2025-02-17').as('reconsideration-head').does('order-performance', { ordered_until: '2025-03-03' });
    await file.on('2025-02-28').does('record-performance', { performance: 'performed' });
    const { clocks } = await file.page();
    expect(clocks.filter((k) => k.limit === 'reconsideration.perform').map((k) => k.status)).toEqual(['met', 'met']);
  });
});
