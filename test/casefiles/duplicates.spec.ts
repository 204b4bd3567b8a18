import type { AddressedNotice } from '@anjuan/cases/reconsideration';
import { Clerk, type DeadlineView, type Page, Refusal } from '@anjuan/casework';
import { Proposals } from '@anjuan/coordination';
import { Identity } from '@anjuan/identity';
import type { FrozenFigure } from '@anjuan/statistics';
import { type Office, openOffice } from '@test/office';
import { accepted, applicant, dispute, receive, refusals } from './entries';

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

  it('is out of the respondent’s list, and nothing is opened under it', async () => {
    const [file, other] = [await accepted(office, '2024-03-15'), await accepted(office, '2024-03-15')];
    const notices = async () =>
      (await office.as('respondent-officer').get<readonly AddressedNotice[]>('/respondent/notices')).map(
        (n) => n.case_id,
      );
    await file.on('2024-03-18').does('send-copy');
    const opinion = {
      parties: [{ role: 'addressee', kind: 'organ', name: '测试县公安局' }],
      addressee_kind: 'respondent',
      subject: '送达程序不规范',
      problems: '送达回证不全',
      advice: '规范送达',
    };
    const write = () => officer().receives('letter', 'draft-opinion', '2024-03-19', opinion, { parentId: file.id });
    const letter = await write();
    await letter.as('organ-head').does('issue');
    expect(await notices()).toEqual(expect.arrayContaining([file.id, letter.id]));
    await file.on('2024-03-19').does('merge-into', { into: other.id, reason: '重复登记' });
    expect(await notices()).toEqual([letter.id]);
    expect(await refusals(write())).toEqual(['merger.parent']);
  });

  it('is not merged while it is on its way to another office', async () => {
    await office.hires('river-head', 'committee-head', 'other-town');
    const head = office.as('committee-head');
    const [file, other] = [
      await head.receives('mediation', 'register', '2024-03-19', dispute()),
      await head.receives('mediation', 'register', '2024-03-19', dispute()),
    ];
    await file.does('transfer-case', { organisation: office.home.organisations['other-town'], reason: '移送' });
    const whole = office.as('mediation-officer').file(file.id).on('2024-03-19');
    expect(await refusals(whole.does('merge-into', { into: other.id, reason: '重复登记' }))).toEqual([
      'merger.transfer',
    ]);
  });

  it('is one alone of two that one batch would merge into each other', async () => {
    const [a, b] = [await accepted(office, '2024-03-19'), await accepted(office, '2024-03-19')];
    const organisationId = office.home.organisations.reconsideration ?? '';
    const organisations = await office.app.get(Identity).organisations(office.home.id);
    const actor = {
      accountId: null,
      personId: office.home.people['reconsideration-officer'] ?? null,
      name: '行政复议人员',
      jurisdictionId: office.home.id,
      posts: [
        {
          id: organisationId,
          role: 'reconsideration-officer' as const,
          organisationId,
          path: organisations.find((o) => o.id === organisationId)?.path ?? '',
        },
      ],
    };
    const into = (caseId: string, other: string) => ({
      caseId,
      steps: [{ event: 'merge-into', happenedOn: '2024-03-19', fields: { into: other, reason: '重复登记' } }],
    });
    const answers = await office.app
      .get(Clerk)
      .batch(actor, [into(a.id, b.id), into(b.id, a.id)], { origin: 'person' });
    const guards = answers.map((a) =>
      !a.ok && a.error instanceof Refusal ? a.error.refusals.map((r) => r.guard) : a.ok,
    );
    expect(guards).toEqual([true, ['merger.target']]);
    expect((await b.page()).merged_into).toBeNull();
  });

  it('is the merger of one case: a series does not copy it from its lead', async () => {
    const files = [await accepted(office, '2024-03-19'), await accepted(office, '2024-03-19')];
    const [lead, member] = files;
    if (!lead || !member) throw new Error('two files');
    const series = await officer().post<{ id: string }>('/series', {
      organisation_id: office.home.organisations.reconsideration,
      happened_on: '2024-03-19',
      title: '系列案',
      reason: '同一决定',
      lead_id: lead.id,
      member_ids: [member.id],
    });
    await lead.on('2024-03-19').does('merge-into', { into: first.id, reason: '重复登记' });
    const copy = async () => officer().post(`/series/${series.id}/copies`, { seq: (await lead.page()).events[0]?.seq });
    expect(await refusals(copy())).toEqual(['series.copyable']);
    await lead.on('2024-03-19').does('unmerge', { reason: '误点' });
    expect(await refusals(copy())).toEqual(['series.copyable']);
    expect((await member.page()).merged_into).toBeNull();
  });

  it('is proposed no longer, and again once it stands for itself', async () => {
    const of = async (id: string) => (await officer().get<{ id: string }[]>(`/cases/${id}/proposals`)).length;
    const act = { act_number: '测公罚〔2024〕77号' };
    const file = await receive(office, '2024-03-19', [applicant('甲')], act);
    const other = await receive(office, '2024-03-19', [applicant('乙')], act);
    expect(await of(file.id)).toBe(1);
    await file.on('2024-03-19').does('merge-into', { into: other.id, reason: '重复登记' });
    expect([await of(file.id), await of(other.id)]).toEqual([0, 0]);
    // One that comes in meanwhile is proposed with the case that stands alone.
    const third = await receive(office, '2024-03-19', [applicant('丙')], act);
    expect(await of(third.id)).toBe(1);
    await file.on('2024-03-19').does('unmerge', { reason: '误点' });
    await office.app.get(Proposals).walk(office.home.id);
    expect([await of(file.id), await of(other.id), await of(third.id)]).toEqual([2, 2, 2]);
  });
});
