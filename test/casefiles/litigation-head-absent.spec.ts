import { type Office, openOffice } from '@test/office';
import { refusals, suit } from './entries';

describe('the head does not come to court', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-05-06');
  });
  afterAll(() => office.close());
  const notice = (more: object = {}) =>
    office.as('litigation-officer').receives('litigation', 'receive-notice', '2024-05-06', suit({ ...more }));

  it('the reason is stated before, recorded at the hearing, and gone once the head comes to a later one', async () => {
    const file = await notice();
    await file.on('2024-05-14').does('file-answer');
    await file.on('2024-05-20').does('schedule-hearing', { hearing_on: '2024-06-12' });
    const reason = { absence_reason: 'duty', absence_proof: 'seal' };
    await file.on('2024-06-07').does('explain-absence', { hearing_on: '2024-06-12', ...reason });
    expect(await file.clock('litigation.head-identity')).toMatchObject({ status: 'cancelled' });
    expect((await file.shows()).papers.at(-1)).toBe('litigation.absence-statement');

    const hearing = file.on('2024-06-12');
    expect(await refusals(hearing.does('hold-hearing', { open_court: true, absence_reason: 'duty' }))).toEqual([
      'head.absence',
    ]);
    expect(
      await refusals(hearing.does('hold-hearing', { open_court: true, attended: true, absence_reason: 'duty' })),
    ).toEqual(['head.identity', 'head.either']);
    await hearing.does('hold-hearing', { open_court: true, ...reason });
    expect(await file.facts()).toMatchObject({
      head_attended: false,
      head_absence_reason: '需要履行他人不能代替的公务',
    });

    await file.on('2024-06-26').does('hold-further-hearing', {
      open_court: true,
      attended: true,
      head_name: '周副县长',
      post: '副县长',
    });
    expect(await file.facts()).toMatchObject({ head_attended: true, hearing_count: 2, heard_on: '2024-06-12' });
    expect(await file.facts()).not.toHaveProperty('head_absence_reason');
  });

  it('a hearing without reason and without proof is recorded as it was', async () => {
    const file = await notice();
    await file.on('2024-05-14').does('file-answer');
    await file.on('2024-06-12').does('hold-hearing', {
      open_court: true,
      absence_reason: 'unexplained',
      absence_proof: 'none',
    });
    expect(await file.facts()).toMatchObject({ head_attended: false, head_absence_reason: '未说明理由' });
  });

  it('a third party owes no head; a hearing behind closed doors is no hearing in open court', async () => {
    const file = await notice({ standing: 'third-party' });
    expect((await file.page()).clocks.map((k) => k.limit)).not.toContain('litigation.answer');
    await file.on('2024-06-12').does('hold-hearing');
    expect(await file.facts()).toMatchObject({ hearing_count: 1, head_attended: false });
    expect(await file.facts()).not.toHaveProperty('heard_on');
  });

  it('a file answered late or not at all is heard all the same', async () => {
    const file = await notice();
    await file.on('2024-06-12').does('hold-hearing', {
      open_court: true,
      attended: true,
      head_name: '周副县长',
      post: '副县长',
    });
    await file.on('2024-06-13').does('file-late-answer', { opinion: '补交' });
    expect(await file.clock('litigation.answer')).toMatchObject({ status: 'met', ended_on: '2024-06-13' });
    expect(await refusals(file.on('2024-06-14').does('file-late-answer'))).toEqual(['answer.once']);
  });
});
