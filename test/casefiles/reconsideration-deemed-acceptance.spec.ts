import { type Office, openOffice } from '@test/office';
import { openWorker } from '../faults/worker';
import { application, ordinary, receive, refusals } from './entries';

describe('silence accepts the application', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-09-27');
  });
  afterAll(() => office.close());

  it('the sweep books it the day after, once, dated the fifth working day', async () => {
    const file = await receive(office, '2024-09-27');
    // Sunday 09-29 ①, 30 ②, the holiday, 10-08 ③, 09 ④, 10 ⑤.
    expect(await file.clock('reconsideration.acceptance-review')).toMatchObject({ due: '2024-10-10' });
    await office.clockTurnsTo('2024-10-10');
    expect((await file.page()).state).toBe('received');
    await office.clockTurnsTo('2024-10-11');
    const page = await file.page();
    expect(page).toMatchObject({ state: 'accepted', version: 2, number: '（2024）测府政复字第1号' });
    expect(page.events[0]).toMatchObject({
      name: 'deem-accepted',
      happened_on: '2024-10-10',
      origin: 'sweep',
      actor: null,
      role_title: '系统',
      late: false,
    });
    expect(page.papers.map((p) => p.code)).toContain('reconsideration.deemed-acceptance-record');
    expect(await file.facts()).toMatchObject({ accepted_on: '2024-10-10', deemed: true, track: 'ordinary' });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      started_on: '2024-10-10',
      due: '2024-12-09',
    });
    // 10-11 ①, Saturday 10-12 ②, 14 ③ … 18 ⑦.
    expect(await file.clock('reconsideration.send-copy')).toMatchObject({ due: '2024-10-18' });

    await office.clockTurnsTo('2024-10-11');
    await office.clockTurnsTo('2024-10-14');
    expect((await file.page()).version).toBe(2);
    expect(await refusals(file.on('2024-10-15').does('submit-for-approval', { proposed: 'upheld' }))).toEqual([
      'reviewers.named',
    ]);
  });

  it('nobody can book it by hand, and a refusal after the lapse has no object any more', async () => {
    const file = await receive(office, '2024-10-21');
    expect(await refusals(file.on('2024-10-28').does('deem-accepted'))).toEqual(['engine.role']);
    const refusal = { ground: 'no-interest', reasons: '与行政行为没有利害关系' };
    expect(await refusals(file.on('2024-10-29').as('reconsideration-head').does('refuse', refusal))).toEqual([
      'admission.not-deemed',
    ]);
    expect(await refusals(file.on('2024-10-29').does('withdraw-before-acceptance'))).toEqual(['admission.not-deemed']);
    expect(await refusals(file.on('2024-10-29').does('settle-before-acceptance'))).toEqual(['admission.not-deemed']);
    // An officer who accepts before the sweep has passed accepts as of the lapse.
    await file.on('2024-10-29').does('accept', ordinary(office));
    expect(await file.facts()).toMatchObject({ accepted_on: '2024-10-28', deemed: true });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ started_on: '2024-10-28' });
  });

  it('a sweep that was down for days books every case with its own day', async () => {
    const monday = await receive(office, '2024-11-04');
    const wednesday = await receive(office, '2024-11-06');
    const young = await receive(office, '2024-11-15');
    await office.clockTurnsTo('2024-11-20');
    const booked = async (file: typeof monday) => (await file.facts()).accepted_on;
    expect(await booked(monday)).toBe('2024-11-11');
    expect(await booked(wednesday)).toBe('2024-11-13');
    expect((await young.page()).state).toBe('received');
    expect((await monday.page()).events[0]).toMatchObject({ happened_on: '2024-11-11', late: true });
  });

  it('what reached the office only after the five working days is booked with the day on which they ended', async () => {
    const file = await receive(office, '2024-11-21', undefined, { organ_received_on: '2024-11-04' });
    await office.clockTurnsTo('2024-11-22');
    const page = await file.page();
    expect(page.state).toBe('accepted');
    expect(page.events[0]).toMatchObject({ name: 'deem-accepted', happened_on: '2024-11-11', late: true });
    expect(await file.facts()).toMatchObject({ accepted_on: '2024-11-11', deemed: true });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      started_on: '2024-11-11',
      due: '2025-01-10',
    });
    await office.clockTurnsTo('2024-11-25');
    expect((await file.page()).version).toBe(page.version);
  });

  it('two sweeps at the same moment book it once', async () => {
    const file = await receive(office, '2024-11-26');
    await Promise.all([office.clockTurnsTo('2024-12-04'), office.clockTurnsTo('2024-12-04')]);
    expect((await file.page()).events.map((e) => e.name)).toEqual(['deem-accepted', 'receive']);
  });

  it('after a correction the new five working days lapse in the same way', async () => {
    const file = await receive(office, '2024-12-04');
    await file.on('2024-12-04').does('request-correction', { items: '身份证明', notice_received_on: '2024-12-04' });
    await office.clockTurnsTo('2024-12-10');
    expect((await file.page()).state).toBe('awaiting-correction');
    await file.on('2024-12-11').does('receive-correction', { received_materials: '身份证明' });
    await office.clockTurnsTo('2024-12-19');
    expect(await file.facts()).toMatchObject({ accepted_on: '2024-12-18', deemed: true });
  });

  it('a fault in one case does not keep another from being booked: the old law knows no silence', async () => {
    const old = await office
      .as('reconsideration-officer')
      .receives('reconsideration', 'receive', '2023-12-25', application('2023-12-25'));
    // Nor did five days that ran out before the new law: this one reached the office in its first week.
    const between = await receive(office, '2024-01-03', undefined, { organ_received_on: '2023-12-20' });
    const file = await receive(office, '2024-12-23');
    await office.clockTurnsTo('2024-12-31');
    expect((await file.page()).state).toBe('accepted');
    expect((await old.page()).state).toBe('received');
    expect((await between.page()).state).toBe('received');

    // Nor is it silent about them: each is in the log with its number and why, and the sweep counts them.
    const worker = await openWorker({ clock: office.clock, databaseUrl: office.database.url });
    const log: string[] = [];
    const keep = (message: unknown) => log.push(String(message));
    worker.module.useLogger({ log: () => undefined, error: keep, warn: keep });
    const report = await worker.sweep.run({ all: true });
    await worker.module.close();
    expect(report).toMatchObject({ booked: 0, refused: 2, failed: [] });
    for (const left of [old, between]) {
      const { register_number } = await left.page();
      const lines = log.filter((line) => line.includes(register_number));
      expect(lines).toEqual([expect.stringMatching(/期限届满，未能自动登记：.+/)]);
    }
  });

  it('cases booked together are numbered in the order of their days, whichever was registered first', async () => {
    const later = await receive(office, '2025-03-05');
    const earlier = await receive(office, '2025-03-03');
    await office.clockTurnsTo('2025-03-20');
    expect((await earlier.page()).number).toBe('（2025）测府政复字第1号');
    expect((await later.page()).number).toBe('（2025）测府政复字第2号');
  });
});
