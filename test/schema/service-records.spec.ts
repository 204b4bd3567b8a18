import { uuidv7 } from '@anjuan/platform';
import { openDesk } from '@test/desk';
import { DataSource } from 'typeorm';
import { ServiceRecords1795315900000 } from '../../migrations/1795315900000-service-records';
import { application } from '../casefiles/entries';

it('services recorded before they had rows of their own are taken over from the events, round by round', async () => {
  const desk = await openDesk('2026-06-01');
  const owner = new DataSource({ type: 'postgres', url: desk.db.adminUrl });
  try {
    const home = await desk.county('served');
    await desk.county('other');
    const officer = await home.actor('reconsideration-officer');
    const head = await home.actor('reconsideration-head');
    const organ = await home.actor('organ-head');
    const actor = { ...head, posts: [...officer.posts, ...head.posts, ...organ.posts] };
    const at = (happenedOn: string, event: string, fields: object = {}) => ({
      event,
      happenedOn,
      fields: { ...fields },
    });
    const concluded = (on: string) => [
      at(on, 'hear-opinions', { manner: 'telephone' }),
      at(on, 'submit-for-approval', { proposed: 'upheld' }),
      at(on, 'decide', { outcome: 'upheld' }),
      at(on, 'serve', { recipient: 'applicant#1', manner: 'direct' }),
    ];
    const [answer] = await desk.clerk.batch(
      actor,
      [
        {
          open: { id: uuidv7(), kind: 'reconsideration', organisationId: home.bureau.id },
          steps: [
            at('2024-03-04', 'receive', application('2024-03-04')),
            at('2024-03-05', 'accept', { track: 'ordinary', second_reviewer: officer.personId }),
            ...concluded('2024-04-10'),
            at('2024-04-12', 'serve', { recipient: 'respondent#1', manner: 'post' }),
            at('2024-09-02', 'reopen', { order_ground: 'court', order_reference: '（2024）测01行初9号' }),
            ...concluded('2024-10-16'),
          ],
        },
      ],
      { origin: 'person' },
    );
    if (!answer?.ok) throw answer?.error ?? new Error('no answer');
    const rows = () =>
      desk.database.inJurisdiction(home.jurisdictionId, (tx) =>
        tx.query<{ round: number }>('select * from service_fact where jurisdiction_id = $1 order by line', [
          home.jurisdictionId,
        ]),
      );
    const kept = await rows();
    expect(kept.map((r) => r.round)).toEqual([1, 1, 2]);

    await owner.initialize();
    const runner = owner.createQueryRunner();
    const migration = new ServiceRecords1795315900000();
    await runner.startTransaction();
    await migration.down(runner);
    await migration.up(runner);
    await runner.commitTransaction();
    await runner.release();
    expect(await rows()).toEqual(kept);
  } finally {
    if (owner.isInitialized) await owner.destroy();
    await desk.close();
  }
});
