import { type Office, openOffice } from '@test/office';
import { accepted, refusals, suit } from './entries';

describe('a suit through its instances', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    await office.hires('yingsu', 'litigation-officer', 'bureau');
  });
  afterAll(() => office.close());

  it('comes from a reconsideration, is planned, won, appealed, lost by the review organ, and tried again', async () => {
    const review = await accepted(office, '2024-03-04');
    await review.on('2024-03-20').does('hear-opinions', { manner: 'telephone', opinions: '坚持原请求' });
    await review.on('2024-04-08').does('submit-for-approval', { proposed: 'upheld' });
    await review.on('2024-04-10').as('organ-head').does('decide', { outcome: 'upheld' });
    await review.on('2024-04-12').does('serve', { recipient: 'applicant#1', manner: 'direct' });
    await review.on('2024-05-06').does('record-suit', { plaintiff: 'applicant#1' });

    const both = {
      standing: 'review-joint',
      after_reconsideration: true,
      parties: [
        { role: 'plaintiff', kind: 'natural', name: '张三' },
        { role: 'defendant', kind: 'organ', name: '测试县人民政府' },
        { role: 'co-defendant', kind: 'organ', name: '测试县公安局' },
      ],
    };
    const officer = office.asLogin('yingsu');
    const first = await officer.receives('litigation', 'receive-notice', '2024-05-13', suit(both), {
      place: 'litigation',
      parentId: review.id,
    });
    expect((await first.page()).parent).toMatchObject({ id: review.id, kind: 'reconsideration' });
    expect((await review.as('organ-head').page()).children).toMatchObject([{ id: first.id, kind: 'litigation' }]);
    // Whose post does not reach the reconsideration sees no trace of it, and links nothing to it.
    expect((await office.as('litigation-officer').file(first.id).page()).parent).toBeNull();
    await expect(
      office
        .as('litigation-officer')
        .receives('litigation', 'receive-notice', '2024-05-13', suit(both), { parentId: review.id }),
    ).rejects.toMatchObject({ status: 404 });

    expect(await first.clock('litigation.answer')).toMatchObject({ due: '2024-05-28' });
    const plan = (draft_by: string, approve_by: string) => first.does('plan-answer', { draft_by, approve_by });
    expect(await refusals(plan('2024-05-25', '2024-05-24'))).toEqual(['plan.order']);
    expect(await refusals(plan('2024-05-20', '2024-05-29'))).toEqual(['plan.within']);
    await plan('2024-05-20', '2024-05-24');
    expect(await first.clock('litigation.internal-plan', '起草')).toMatchObject({ due: '2024-05-20', duty: 'own' });
    await first.on('2024-05-20').does('submit-draft');
    expect(await first.clock('litigation.internal-plan', '审核')).toMatchObject({ status: 'running' });
    expect(await refusals(first.on('2024-05-22').does('approve-answer'))).toEqual(['engine.role']);
    await first.on('2024-05-22').as('organ-head').does('approve-answer');
    await first.on('2024-05-23').does('file-answer');
    expect((await first.page()).clocks.filter((k) => k.status === 'running')).toEqual([]);

    const head = { open_court: true, attended: true, head_name: '周县长', post: '县长', head_rank: 'principal' };
    await first.on('2024-07-10').does('hold-hearing', head);
    const rejected = { ruling: 'claims-rejected', ruling_form: 'judgment', review_ruling: 'kept' };
    await first.on('2024-08-20').does('record-ruling', rejected);
    expect(await first.facts()).toMatchObject({ result: 'won', review_organ: true });
    await first.on('2024-08-22').does('serve-ruling');
    await first.on('2024-09-03').does('record-appeal', { appellant_role: 'plaintiff', grounds: '程序违法' });
    await first.on('2024-09-20').does('follow');

    const second = await officer.receives(
      'litigation',
      'enter-second-instance',
      '2024-09-20',
      suit({ ...both, standing: 'appellee', review_organ: true }),
      { place: 'litigation', parentId: first.id },
    );
    expect(await second.clock('litigation.appeal-answer')).toMatchObject({ due: '2024-10-08' });
    await second.on('2024-09-29').does('file-answer');
    // A lawful act, an unlawful review of it: lost by the review organ alone.
    const unlawful = { ruling: 'reconsideration-unlawful', ruling_form: 'judgment', review_ruling: 'unlawful' };
    await second.on('2024-11-20').does('record-ruling', unlawful);
    expect((await second.facts()).result).toBe('lost');
    await second.on('2024-11-25').does('take-effect');
    expect(await second.clock('litigation.retrial-application')).toMatchObject({ due: '2025-05-26' });
    await second.on('2024-12-02').does('analyse-loss', {
      loss_reason: 'procedure',
      analysis: '复议期间未听取申请人意见',
      rectification: '建立听取意见登记制度',
    });
    expect((await second.shows()).papers).toContain('litigation.loss-analysis');
    await second.on('2024-12-20').does('apply-for-retrial', { applicant_role: 'defendant', grounds: '意见已经听取' });
    await second.on('2025-03-03').does('follow');

    const retrial = await officer.receives(
      'litigation',
      'enter-retrial',
      '2025-03-03',
      suit({ ...both, standing: 'retrial-applicant', review_organ: true, retrial_origin: 'application' }),
      { place: 'litigation', parentId: second.id },
    );
    const upheld = { ruling: 'appeal-upheld', ruling_form: 'judgment' };
    expect(await refusals(retrial.on('2025-06-10').does('record-ruling', upheld))).toEqual(['ruling.below']);
    await retrial.on('2025-06-10').does('record-ruling', { ...upheld, below: 'lost' });
    expect(await retrial.facts()).toMatchObject({ instance: 'retrial', result: 'lost', retrial_origin: 'application' });
    expect((await second.page()).parent).toMatchObject({ id: first.id });
    expect((await second.page()).children).toMatchObject([{ id: retrial.id }]);

    expect(await office.figure('litigation-won', 2024)).toMatchObject({ printed: '1' });
    expect(await office.figure('litigation-lost', 2024)).toMatchObject({ printed: '1' });
    expect(await office.figure('reconsideration-then-lost', 2024)).toMatchObject({ printed: '1' });
    expect(await office.figure('litigation-case-reviews', 2024)).toMatchObject({ printed: '1' });
    expect(await office.figure('litigation-lost-by-reason', 2024)).toMatchObject({ printed: '1' });
  });

  it('is lost, partly lost or won by each organ in its own way', async () => {
    const ruled = async (opening: Readonly<Record<string, unknown>>, ruling: Readonly<Record<string, unknown>>) => {
      const file = await office
        .as('litigation-officer')
        .receives('litigation', 'receive-notice', '2025-07-01', suit(opening));
      const head = { open_court: true, attended: true, head_name: '周县长', post: '县长' };
      await file.on('2025-08-01').does('hold-hearing', head);
      await file.on('2025-09-01').does('record-ruling', { ruling_form: 'judgment', ...ruling });
      return (await file.facts()).result;
    };
    const review = { standing: 'review-joint', after_reconsideration: true };
    const original = { standing: 'joint', defendant: 'department', after_reconsideration: true };
    const alone = { standing: 'review-sole', after_reconsideration: true };
    // One judgment, two files: the original organ's and the review organ's.
    expect(await ruled(original, { ruling: 'reconsideration-unlawful' })).toBe('won');
    expect(await ruled(review, { ruling: 'reconsideration-unlawful' })).toBe('lost');
    expect(await ruled(original, { ruling: 'revoked' })).toBe('lost');
    expect(await ruled(review, { ruling: 'revoked', review_ruling: 'revoked' })).toBe('lost');
    expect(await ruled(alone, { ruling: 'claims-rejected', review_ruling: 'kept' })).toBe('won');
    expect(await ruled({}, { ruling: 'partly-revoked' })).toBe('partly-lost');
    expect(await ruled({}, { ruling: 'withdrawn', ruling_form: 'ruling', withdrawal_reason: 'coordinated' })).toBe(
      'neutral',
    );
    expect(await refusals(ruled({}, { ruling: 'revoked', review_ruling: 'revoked' }))).toEqual(['ruling.review-organ']);
    expect(await refusals(ruled({}, { ruling: 'revoked', withdrawal_reason: 'voluntary' }))).toEqual([
      'ruling.withdrawn',
    ]);
  });

  it('is appealed by us and by the plaintiff alike, and an appeal that is dropped leaves no trace in the facts', async () => {
    const file = await office.as('litigation-officer').receives('litigation', 'receive-notice', '2025-10-09', suit());
    const absent = { open_court: true, absence_reason: 'unexplained', absence_proof: 'none' };
    await file.on('2025-11-03').does('hold-hearing', absent);
    await file.on('2025-12-01').does('record-ruling', { ruling: 'partly-revoked', ruling_form: 'judgment' });
    await file.on('2025-12-02').does('serve-ruling');
    await file.on('2025-12-10').does('record-appeal', { appellant_role: 'defendant', grounds: '事实清楚' });
    await file.on('2025-12-12').does('record-appeal', { appellant_role: 'plaintiff' });
    expect(await file.facts()).toMatchObject({
      appealed_on: '2025-12-10',
      appealed_by_us: true,
      appealed_by_others: true,
    });
    expect((await file.shows()).papers).toContain('litigation.appeal');
    expect(await office.figure('litigation-appealed', 2025)).toMatchObject({ printed: '1' });
    await file.on('2025-12-30').does('drop-appeal');
    expect(Object.keys(await file.facts())).not.toEqual(expect.arrayContaining(['appealed_by_us']));
    await file.on('2025-12-31').does('analyse-loss', { loss_reason: 'law', analysis: '适用错误' });
    expect(await file.facts()).toMatchObject({ result: 'partly-lost', analysed_on: '2025-12-31', loss_reason: 'law' });
  });

  it('is answered later with leave of the court, objects to its jurisdiction, and is tried again on protest', async () => {
    const officer = office.as('litigation-officer');
    const file = await officer.receives(
      'litigation',
      'receive-notice',
      '2026-01-05',
      suit({ docketed_on: '2026-01-04' }),
    );
    expect(await file.clock('litigation.answer')).toMatchObject({ due: '2026-01-20' });
    expect(await refusals(file.on('2026-01-08').does('grant-evidence-extension'))).toEqual(['evidence.requested']);
    await file.on('2026-01-07').does('request-evidence-extension', { reason: '档案室因水灾封闭' });
    await file.on('2026-01-08').does('grant-evidence-extension');
    expect(await file.clock('litigation.answer')).toMatchObject({ status: 'cancelled' });
    await file.on('2026-01-20').does('grant-evidence-extension', { cause_ended_on: '2026-01-19' });
    expect(await file.clock('litigation.answer')).toMatchObject({ status: 'running', due: '2026-02-03' });
    await file.on('2026-01-20').does('object-to-jurisdiction', { reason: '应由市中级人民法院管辖' });
    await file.on('2026-02-02').does('file-answer');
    expect((await file.shows()).papers).toEqual(
      expect.arrayContaining([
        'litigation.evidence-extension-request',
        'litigation.jurisdiction-objection',
        'litigation.answer',
      ]),
    );
    await file.on('2026-02-10').does('record-ruling', { ruling: 'dismissed-suit', ruling_form: 'ruling' });
    await file.on('2026-02-11').does('serve-ruling');
    await file.on('2026-02-25').does('take-effect');
    await file.on('2026-06-01').does('follow');
    const retrial = await officer.receives(
      'litigation',
      'enter-retrial',
      '2026-06-01',
      suit({ standing: 'retrial-respondent', retrial_origin: 'protest' }),
      { parentId: file.id },
    );
    expect(await retrial.clock('litigation.retrial-opinion')).toMatchObject({ due: '2026-06-16' });
    expect((await retrial.page()).facts).toContainEqual(
      expect.objectContaining({ name: 'retrial_origin', text: '人民检察院抗诉' }),
    );
  });

  it('grows old, is listed as backlog, and is settled by mediation in court', async () => {
    const file = await office.as('litigation-officer').receives('litigation', 'receive-notice', '2026-01-05', suit());
    const listed = (since: string) => file.on('2026-02-02').does('list-as-backlog', { backlog_since: since });
    expect(await refusals(listed('2025-06-01'))).toEqual(['backlog.year']);
    await listed('2022-01-10');
    await file.on('2026-03-02').does('record-ruling', { ruling: 'mediated', ruling_form: 'mediation' });
    await file.on('2026-03-10').does('take-effect', { perform_due_on: '2026-04-10' });
    expect(await file.clock('litigation.perform')).toMatchObject({ due: '2026-04-10' });
    await file.on('2026-04-02').does('record-performance', { performance: 'performed' });
    expect(await file.clock('litigation.perform')).toMatchObject({ status: 'met' });
    expect(await office.figure('litigation-backlog-mediated', 2026)).toMatchObject({ printed: '1', unit: '起' });
    expect(await office.figure('litigation-backlog-mediated', 2025)).toMatchObject({ printed: '0' });
  });
});
