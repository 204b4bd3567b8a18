import { type Office, openOffice } from '@test/office';
import { applicant, ordinary, receive, refusals } from './entries';

describe('the act under review and the period for applying', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-05-06');
  });
  afterAll(() => office.close());
  const warningsOf = async (file: Awaited<ReturnType<typeof receive>>, event: string) => {
    const { events } = await file.page();
    return events.find((e) => e.name === event)?.warnings ?? [];
  };
  const act = { act_number: '测公行罚决字〔2024〕15号', act_made_on: '2024-03-04', act_known_on: '2024-03-07' };

  it('an application posted on the last day is in time, though it arrives after it', async () => {
    // 03-07 + 60 = Monday 05-06.
    const file = await receive(office, '2024-05-09', undefined, {
      ...act,
      channel: 'post',
      act_told: 'direct',
      posted_on: '2024-05-06',
    });
    expect(await file.clock('reconsideration.application-period')).toMatchObject({
      status: 'met',
      due: '2024-05-06',
      ended_on: '2024-05-06',
      article: '第20条第1款',
      light: null,
    });
    expect(await file.clock('reconsideration.application-longstop')).toMatchObject({ due: '2029-03-05' });
    expect(await warningsOf(file, 'receive')).toEqual([]);
    // A refusal for lateness is told that it rests on nothing recorded, and is not stopped.
    await file
      .on('2024-05-10')
      .as('reconsideration-head')
      .does('refuse', { ground: 'out-of-time', reasons: '超过申请期限' });
    expect((await warningsOf(file, 'refuse')).map((w) => w.message)).toEqual([
      '按已登记的日期，申请（2024-05-06）没有超过申请期限',
    ]);
    expect(await file.facts()).toMatchObject({ applied_on: '2024-05-06', timeliness: 'in-time' });
  });

  it('a late one is told at receipt and at acceptance, with the article, and never stopped', async () => {
    const file = await receive(office, '2024-05-13', undefined, { ...act, act_told: 'direct' });
    expect(await warningsOf(file, 'receive')).toEqual([
      {
        message:
          '申请期限至2024-05-06届满，申请日期为2024-05-13；没有不可抗力或者其他正当理由的，不予受理，受理后发现的，驳回申请',
        article: expect.stringContaining('第20条'),
      },
    ]);
    await file.on('2024-05-14').does('accept', ordinary(office));
    expect(await warningsOf(file, 'accept')).toHaveLength(1);
    expect(await file.facts()).toMatchObject({ timeliness: 'late', accepted_on: '2024-05-14' });
  });

  it('uninformed applicants have a year; the days of an act must follow each other', async () => {
    const file = await receive(office, '2024-06-03', undefined, { ...act, uninformed: true });
    expect(await file.clock('reconsideration.application-uninformed-cap')).toMatchObject({ due: '2025-03-07' });
    expect(await warningsOf(file, 'receive')).toEqual([]);
    expect(await refusals(receive(office, '2024-06-03', undefined, { ...act, act_known_on: '2024-03-01' }))).toEqual([
      'application.order',
    ]);
  });

  it('what the penalty’s own organ received counts from there, and it has five working days to pass it on', async () => {
    const file = await receive(office, '2024-06-05', undefined, {
      ...act,
      channel: 'penalty-organ',
      act_known_on: '2024-04-01',
      act_told: 'on-the-spot',
      mandatory_first: 'on-the-spot',
      penalty_organ_received_on: '2024-05-28',
    });
    expect(await file.clock('reconsideration.penalty-organ-forward')).toMatchObject({
      due: '2024-06-04',
      ended_on: '2024-06-05',
      duty: 'respondent',
    });
    expect((await file.facts()).applied_on).toBe('2024-05-28');
    // 复议前置: a refusal, too, opens fifteen days before the court.
    await file
      .on('2024-06-06')
      .as('reconsideration-head')
      .does('refuse', { ground: 'no-interest', reasons: '与处罚没有利害关系' });
    await file.on('2024-06-07').does('serve', { recipient: 'applicant#1', manner: 'direct' });
    expect(await file.clock('reconsideration.sue-after-decision', '张三')).toMatchObject({ due: '2024-06-24' });
  });

  it('an oral application is written down; six applicants are told of representatives; a claim is answered', async () => {
    const six = ['一', '二', '三', '四', '五', '六'].map((n) => applicant(`申请人${n}`));
    const file = await receive(office, '2024-07-01', six, {
      channel: 'oral',
      compensation_claimed: true,
      compensation_claim_fen: 500_000,
    });
    expect((await file.shows()).papers).toEqual(['reconsideration.application-receipt', 'reconsideration.oral-record']);
    await file.on('2024-07-02').does('accept', ordinary(office));
    expect((await warningsOf(file, 'accept')).map((w) => w.message)).toEqual([
      '申请人超过五人，可以由申请人推选一至五名代表人参加行政复议',
    ]);
    await file.on('2024-07-10').does('hear-opinions', { manner: 'in-person' });
    await file.on('2024-07-22').does('submit-for-approval', { proposed: 'revoked' });
    await file.on('2024-07-24').as('organ-head').does('decide', { outcome: 'revoked' });
    expect((await warningsOf(file, 'decide')).map((w) => w.article)).toEqual([
      '行政复议法(2023)第72条；行政复议法(2017)第29条',
    ]);
    expect(await office.figure('reconsideration-compensation-claimed', 2024)).toMatchObject({ value: 1 });
    expect(await office.figure('reconsideration-mandatory-first', 2024)).toMatchObject({ value: 0 });
  });

  it('a wrong day of knowing is corrected, and the application was in time after all', async () => {
    const typed = { ...act, act_made_on: '2024-03-04', act_known_on: '2024-03-04' };
    const correction = {
      field: 'act_known_on',
      old_value: '2024-03-04',
      new_value: '2024-08-05',
      reason: '送达回证载明八月五日签收',
      article: '送达回证',
    };
    const before = await receive(office, '2024-09-02', undefined, typed);
    const after = await receive(office, '2024-09-02', undefined, typed);
    await after.does('accept', ordinary(office));
    expect(await warningsOf(after, 'accept')).toHaveLength(1);
    expect(await after.facts()).toMatchObject({ timeliness: 'late' });
    for (const file of [before, after]) await file.on('2024-09-03').corrects(correction);
    expect(await after.facts()).toMatchObject({ timeliness: 'in-time' });
    await before.on('2024-09-04').does('accept', ordinary(office));
    expect(await warningsOf(before, 'accept')).toEqual([]);
    expect(await before.facts()).toMatchObject({ timeliness: 'in-time' });
    for (const file of [before, after]) {
      expect(await file.clock('reconsideration.application-period')).toMatchObject({
        status: 'met',
        started_on: '2024-08-05',
        due: '2024-10-08',
        ended_on: '2024-09-02',
      });
      // Made on the day that had been typed for both: the five years run from there as before.
      expect(await file.clock('reconsideration.application-longstop')).toMatchObject({ started_on: '2024-03-04' });
    }
  });
});
