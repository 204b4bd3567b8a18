import { type Office, openOffice } from '@test/office';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { CorrectionsKeptApart1795316100000 } from '../../migrations/1795316100000-corrections-kept-apart';
import { receive } from '../casefiles/entries';

describe('facts that an earlier correction overwrote', () => {
  let office: Office;
  let admin: Client;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    admin = new Client({ connectionString: office.database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await office.close();
  });
  const basis = { reason: '核对卷宗', article: '申请书' };
  async function mend(): Promise<void> {
    const owner = new DataSource({ type: 'postgres', url: office.database.ownerUrl, installExtensions: false });
    await owner.initialize();
    const runner = owner.createQueryRunner();
    try {
      await runner.startTransaction();
      await new CorrectionsKeptApart1795316100000().up(runner);
      await runner.commitTransaction();
    } finally {
      await runner.release();
      await owner.destroy();
    }
  }

  it('are what the case’s events say they were', async () => {
    const file = await receive(office, '2024-03-04');
    await file
      .on('2024-03-05')
      .does('correct-fact', { field: 'channel', old_value: 'counter', new_value: 'post', ...basis });
    await file
      .on('2024-03-06')
      .does('correct-fact', { field: 'field', old_value: 'police', new_value: 'market', ...basis });
    await file
      .on('2024-03-07')
      .does('correct-fact', { field: 'matter', old_value: 'penalty', new_value: 'coercion', ...basis });
    const untouched = await receive(office, '2024-03-07');
    const values = async () => {
      const { rows } = await admin.query<{ from_seq: number; field: string }>(
        'select from_seq, field from reconsideration_fact where case_id = $1 order by from_seq',
        [file.id],
      );
      return rows.map((r) => `${r.from_seq} ${r.field}`);
    };
    const sound = ['1 police', '2 police', '3 market', '4 market'];
    expect(await values()).toEqual(sound);
    // As it was written before: the name of the corrected column.
    await admin.query(
      `update reconsideration_fact f set field = e.payload #>> '{fields,field}' from event e
       where e.case_id = f.case_id and e.seq = f.from_seq and e.name = 'correct-fact'
         and e.payload #>> '{fields,field}' <> 'field'`,
    );
    expect(await values()).toEqual(['1 police', '2 channel', '3 market', '4 matter']);
    await mend();
    expect(await values()).toEqual(sound);
    expect(await untouched.facts()).toMatchObject({ field: 'police' });
  });

  it('an order keeps its day where only the period was moved', async () => {
    const parent = await receive(office, '2024-03-11');
    const order = await office
      .as('bureau-head')
      .receives(
        'supervision',
        'issue',
        '2024-03-11',
        { grade: 'ordinary', ground: 'overdue', due_on: '2024-03-20', demands: '尽快办理' },
        { place: 'reconsideration', parentId: parent.id },
      );
    const moved = { limit: 'supervision.reply', due_on: '2024-03-29', reason: '案情复杂', basis: '批示' };
    await order.on('2024-03-12').does('override-clock', moved);
    expect(await order.facts()).toMatchObject({ due_on: '2024-03-20' });
    // As it was written before: a row of its own, bearing the day of the period.
    await admin.query(
      `insert into supervision_fact
       select (jsonb_populate_record(f, jsonb_build_object('from_seq', 2, 'due_on', '2024-03-29'))).*
       from supervision_fact f where case_id = $1`,
      [order.id],
    );
    await admin.query(`update supervision_fact set recorded_to = now() where case_id = $1 and from_seq = 1`, [
      order.id,
    ]);
    expect(await order.facts()).toMatchObject({ due_on: '2024-03-29' });
    await mend();
    expect(await order.facts()).toMatchObject({ due_on: '2024-03-20' });
  });
});
