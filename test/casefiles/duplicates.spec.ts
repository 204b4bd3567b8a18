import type { DeadlineView, Page } from '@anjuan/casework';
import type { FrozenFigure } from '@anjuan/statistics';
import { type Office, openOffice } from '@test/office';
import { accepted, receive, refusals } from './entries';

interface Difference {
  readonly cases: readonly { readonly id: string; readonly change: string; readonly cause: string }[];
}

/** 重复登记: one application came over the counter and by post, and was registered twice. */
describe('a duplicate is merged, and taken apart again', () => {
  let office: Office;
  let first: Awaited<ReturnType<typeof receive>>;
  let second: Awaited<ReturnType<typeof receive>>;
  let apart: FrozenFigure | undefined;
  let together: FrozenFigure | undefined;
  const officer = () => office.as('reconsideration-officer');
  const head = () => office.as('bureau-head');
  const freeze = async (cutoff: string) => {
    const [figure] = await head().post<FrozenFigure[]>('/frozen-figures', {
      year: 2024,
      cutoff,
      figures: [{ metric: 'reconsideration-received' }],
    });
    return figure;
  };
  const moved = async (figure: FrozenFigure | undefined) =>
    (await head().get<Difference>(`/frozen-figures/${figure?.id}/difference`)).cases;
  const awaiting = async () =>
    (await officer().get<Page<DeadlineView>>('/deadlines')).items.map((d) => d.case.id).sort();
  const merge = (file: typeof first, into: string) =>
    file.on('2024-03-06').does('merge-into', { into, reason: '同一申请，窗口和邮寄各收一份' });

  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    first = await receive(office, '2024-03-04');
    second = await receive(office, '2024-03-05', undefined, { channel: 'post' });
    office.reach('2024-03-06');
    apart = await freeze('2024-03-05');
  });
  afterAll(() => office.close());

  it('stops its clocks and counts once; both pages tell of it, and the other case is as it was', async () => {
    const before = await first.page();
    expect(await awaiting()).toEqual(expect.arrayContaining([first.id, second.id]));
    await merge(second, first.id);
    const page = await second.page();
    expect(page).toMatchObject({
      state: 'received',
      state_title: '已收件（已并入他案）',
      merged_into: { id: first.id },
    });
    expect(new Set(page.clocks.filter((k) => k.limit !== 'reconsideration.apply').map((k) => k.status))).toEqual(
      new Set(['cancelled']),
    );
    expect(page.allowed_events.map((e) => e.name).sort()).toEqual(['restrict', 'unmerge']);
    const after = await first.page();
    expect(after.duplicates.map((d) => d.id)).toEqual([second.id]);
    expect({ ...after, duplicates: [] }).toEqual(before);
    expect(await awaiting()).not.toContain(second.id);
    expect(await office.figure('reconsideration-received', 2024)).toMatchObject({ value: 1 });
  });

  it('is left alone, and no two cases are merged into each other', async () => {
    expect(await refusals(second.on('2024-03-06').does('withdraw-before-acceptance'))).toEqual(['merger.standing']);
    expect(await refusals(merge(second, first.id))).toEqual(['merger.standing']);
    expect(await refusals(merge(first, second.id))).toEqual(['merger.target']);
    expect(await refusals(merge(first, first.id))).toEqual(['merger.other']);
    expect(await refusals(first.on('2024-03-06').does('unmerge', { reason: '误点' }))).toEqual(['merger.there']);
    // Merged on the sixth; taken back on a day before there was anything to take back.
    expect(await refusals(second.on('2024-03-05').does('unmerge', { reason: '误点' }))).toEqual(['merger.order']);
  });

  it('moves a figure frozen before, and the difference says why', async () => {
    expect(await moved(apart)).toMatchObject([{ id: second.id, change: 'removed', cause: 'merger' }]);
    together = await freeze('2024-03-05');
    expect(together).toMatchObject({ value: 1 });
    expect(await moved(together)).toEqual([]);
  });

  it('is not accepted by silence while it stands merged, and is as of its own day once it stands for itself', async () => {
    await office.clockTurnsTo('2024-03-14');
    expect((await first.page()).state).toBe('accepted');
    expect((await second.page()).state).toBe('received');
    await second.on('2024-03-14').does('unmerge', { reason: '核对后是两件不同的处罚' });
    expect(await second.page()).toMatchObject({ merged_into: null, state_title: '已收件' });
    expect(await second.clock('reconsideration.acceptance-review')).toMatchObject({
      status: 'running',
      due: '2024-03-12',
    });
    await office.clockTurnsTo('2024-03-15');
    expect(await second.facts()).toMatchObject({ accepted_on: '2024-03-12', deemed: true });
    expect((await first.page()).duplicates).toEqual([]);
    expect(await office.figure('reconsideration-received', 2024)).toMatchObject({ value: 2 });
    expect(await moved(together)).toMatchObject([{ id: second.id, change: 'added', cause: 'separation' }]);
    expect(await moved(apart)).toEqual([]);
    // What was known while it was merged stays known so.
    const then = await head().get<{ items: readonly { id: string }[] }>(
      '/figures/reconsideration-received/cases?year=2024&known_on=2024-03-13',
    );
    expect(then.items.map((c) => c.id)).toEqual([first.id]);
  });

  it('gives its hearing free', async () => {
    const file = await accepted(office, '2024-03-15');
    const sitting = { planned_on: '2024-04-10', begins: '09:00', ends: '11:00', room: '听证室' };
    await file.on('2024-03-18').does('schedule-hearing', sitting);
    const other = await accepted(office, '2024-03-15');
    expect(await refusals(other.on('2024-03-18').does('schedule-hearing', sitting))).toHaveLength(1);
    await file.on('2024-03-19').does('merge-into', { into: other.id, reason: '重复登记' });
    await other.on('2024-03-19').does('schedule-hearing', sitting);
  });
});
