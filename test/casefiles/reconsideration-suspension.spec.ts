import { type Office, openOffice } from '@test/office';
import { accepted, refusals, whyNot } from './entries';

describe('a suspended reconsideration', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2025-11-03');
  });
  afterAll(() => office.close());
  const reasons = '见中止审批表';

  it('resumes: the days between do not count', async () => {
    const file = await accepted(office, '2025-11-03');
    const head = file.as('reconsideration-head');
    // 11-03 + 60 = Friday 2026-01-02 of the New Year holiday; Sunday 01-04 is worked.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      raw: '2026-01-02',
      due: '2026-01-04',
    });
    await head.on('2025-12-01').does('suspend', { suspension_ground: 'missing', reasons });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'suspended',
      due: null,
      light: { tone: 'grey' },
    });
    expect((await file.page()).clocks.map((k) => k.limit)).not.toContain('reconsideration.suspension-termination');
    expect(await refusals(head.on('2025-12-02').does('suspend', { suspension_ground: 'other', reasons }))).toEqual([
      'suspension.once',
    ]);
    expect(await refusals(file.on('2025-12-02').does('submit-for-approval', { proposed: 'upheld' }))).toEqual([
      'review.not-suspended',
    ]);
    const ended = head.on('2026-02-10').does('terminate', { ground: 'suspended-sixty-days' });
    expect(await refusals(ended)).toEqual(['engine.role', 'termination.sixty-days']);

    expect(await whyNot(head.on('2025-11-30').does('resume'))).toContain('2025-12-01');
    await head.on('2025-12-15').does('resume');
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      excluded_days: 14,
      due: '2026-01-16',
    });
    const { steps } = await file.clock('reconsideration.decision-ordinary');
    expect(steps.map((step) => step.text).join()).toMatch(/2025-12-01.*2025-12-14.*14日/);
    expect(await refusals(head.on('2025-12-16').does('resume'))).toEqual(['resumption.suspended']);
    expect((await file.shows()).papers.slice(-2)).toEqual([
      'reconsideration.suspension-notice',
      'reconsideration.resumption-notice',
    ]);
  });

  it('ends after sixty days where the applicant has died, by decision of the organ and not by the clock', async () => {
    const file = await accepted(office, '2026-02-10');
    await file.as('reconsideration-head').on('2026-03-02').does('suspend', { suspension_ground: 'death', reasons });
    // 03-02 + 60 = Friday 05-01, the Labour Day holiday until 05-05.
    expect(await file.clock('reconsideration.suspension-termination')).toMatchObject({
      raw: '2026-05-01',
      due: '2026-05-06',
    });
    const organ = file.as('organ-head');
    expect(await refusals(organ.on('2026-05-06').does('terminate', { ground: 'suspended-sixty-days' }))).toEqual([
      'termination.sixty-days',
    ]);
    await office.clockTurnsTo('2026-05-07');
    expect((await file.page()).state).toBe('accepted');
    await organ.on('2026-05-07').does('terminate', { ground: 'suspended-sixty-days' });
    const page = await file.page();
    expect(page.state).toBe('concluded');
    expect(page.clocks.filter((k) => k.status === 'running' || k.status === 'suspended')).toEqual([]);
    expect(page.papers.at(-1)?.code).toBe('reconsideration.termination-decision');
    expect(await file.facts()).toMatchObject({ outcome: 'terminated-other', concluded_on: '2026-05-07' });
  });

  it('an appraisal does not count either, and two stops that overlap count once', async () => {
    const file = await accepted(office, '2026-06-01');
    await file.on('2026-06-10').does('begin-examination', { examination: 'appraisal' });
    const head = file.as('reconsideration-head');
    await head.on('2026-06-15').does('suspend', { suspension_ground: 'other-case', reasons });
    await file.on('2026-06-20').does('end-examination');
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ status: 'suspended', due: null });
    await head.on('2026-06-25').does('resume');
    // 06-01 + 60 = 07-31, and the fifteen days from 06-10 to 06-24: Saturday 08-15, so Monday.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      excluded_days: 15,
      raw: '2026-08-15',
      due: '2026-08-17',
    });
  });
});
