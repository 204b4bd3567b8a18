/** When whom is told of which limit: the jurisdiction's own rules over the default, through HTTP and the real worker. */
import { type Office, openOffice } from '@test/office';
import { openWorker } from '../faults/worker';
import { applicant, dispute, receive } from './entries';

describe('the reminder rules of a jurisdiction', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  interface Rules {
    policies: { limit: string; title: string; own: boolean; days_before: number[]; enabled: boolean }[];
    hours: { opens_at: string; closes_at: string; working_days_only: boolean };
  }
  const rule = { enabled: true, days_before: [2, 7], superior_from: 7, head_from: null, digest: true };

  it('start from the default and list only duties of our own or a respondent', async () => {
    const { policies, hours } = await office.as('bureau-head').get<Rules>('/reminders/rules');
    expect(policies[0]).toMatchObject({ limit: 'general', own: false, days_before: [10, 5, 3, 1, 0] });
    const limits = policies.map((p) => p.limit);
    expect(limits).toContain('reconsideration.respondent-answer');
    expect(limits).not.toContain('litigation.first-instance');
    expect(limits).not.toContain('reconsideration.application-period');
    expect(hours).toEqual({ opens_at: '08:30', closes_at: '18:00', working_days_only: true });
  });

  it('change for one limit, or for all others', async () => {
    const head = office.as('bureau-head');
    await head.put('/reminders/rules/litigation.answer', rule);
    const { policies } = await head.put<Rules>('/reminders/rules/general', { ...rule, days_before: [4] });
    const of = (limit: string) => policies.find((p) => p.limit === limit);
    expect(of('litigation.answer')).toMatchObject({ own: true, days_before: [7, 2] });
    expect(of('reconsideration.send-copy')).toMatchObject({ own: false, days_before: [4] });
    const back = await head.delete<Rules>('/reminders/rules/general');
    expect(back.policies[0]).toMatchObject({ own: false, days_before: [10, 5, 3, 1, 0] });
  });

  it('say what is wrong with them', async () => {
    const head = office.as('bureau-head');
    await expect(head.put('/reminders/rules/litigation.first-instance', rule)).rejects.toMatchObject({ status: 404 });
    await expect(head.put('/reminders/rules/litigation.answer', { ...rule, days_before: [400] })).rejects.toMatchObject(
      { status: 400, problem: { errors: [{ field: 'days_before', rule: '不大于366' }] } },
    );
    const hours = { opens_at: '18:00', closes_at: '09:00', working_days_only: true };
    await expect(head.put('/reminders/hours', hours)).rejects.toMatchObject({
      problem: { errors: [{ field: 'closes_at', value: '09:00', rule: '应晚于开始时间18:00' }] },
    });
    await expect(head.put('/reminders/hours', { ...hours, opens_at: '8点' })).rejects.toMatchObject({
      problem: { errors: [{ field: 'opens_at', rule: '应为时间，格式 HH:MM' }] },
    });
  });

  it('are not asked about what is settled on the spot by word of mouth: such a case has no soft clock', async () => {
    const file = await office.as('mediator').receives('mediation', 'register', '2024-03-04', dispute());
    for (const event of ['accept', 'mediate', 'agree-orally']) await file.does(event);
    const worker = await openWorker({ clock: office.clock, databaseUrl: office.database.url });
    await worker.sweep.run({ all: true });
    const reminders = await worker.database.inJurisdiction(office.home.id, (tx) =>
      tx.query("select kind from reminder where case_id = $1 and state <> 'withdrawn'", [file.id]),
    );
    expect(reminders).toEqual([]);
    await worker.module.close();
  });

  it('reach the reminders that are planned already, and leave a trace', async () => {
    const file = await receive(office, '2024-03-04', [applicant('孙大明')]);
    const worker = await openWorker({ clock: office.clock, databaseUrl: office.database.url });
    await worker.sweep.run({ all: true });
    const waiting = () =>
      worker.database.inJurisdiction(office.home.id, (tx) =>
        tx.query<{ fire_on: string }>(
          "select distinct fire_on from reminder where case_id = $1 and state = 'waiting' order by 1",
          [file.id],
        ),
      );
    expect(await waiting()).toEqual([{ fire_on: '2024-03-06' }, { fire_on: '2024-03-08' }, { fire_on: '2024-03-11' }]);
    await office.as('bureau-head').put('/reminders/rules/reconsideration.acceptance-review', rule);
    expect(await worker.sweep.run({ all: false })).toMatchObject({ recovered: 1 });
    expect(await waiting()).toEqual([{ fire_on: '2024-03-08' }]);
    const trail = await worker.database.inJurisdiction(office.home.id, (tx) =>
      tx.query("select object from audit where action = 'reminder.policy' order by recorded_at, object"),
    );
    expect(trail).toContainEqual({ object: 'reconsideration.acceptance-review' });
    await worker.module.close();
  });
});
