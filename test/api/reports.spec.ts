import type { Declaration } from '@anjuan/report';
import { type Office, openOffice } from '@test/office';
import { dispute } from '../casefiles/entries';

let office: Office;
beforeAll(async () => {
  office = await openOffice('2024-03-05');
  for (const _ of [1, 2, 3]) {
    const file = await office.as('mediator').receives('mediation', 'register', '2024-03-05', dispute());
    await file.does('accept');
    await file.does('mediate');
    await file.does('agree-orally');
  }
});
afterAll(() => office.close());

interface Composed {
  readonly blocks: readonly { readonly kind: string; readonly runs: readonly { readonly text: string }[] }[];
  readonly gaps: readonly { readonly slot: string; readonly message: string }[];
}
const textOf = ({ blocks }: Composed) => blocks.map((b) => b.runs.map((r) => r.text).join(''));
const template = (text: string, slots: readonly Readonly<Record<string, unknown>>[]) => ({
  name: '本局年报',
  title: '{年}年工作情况',
  paragraphs: [{ pattern: null, text, slots }],
});

describe('the composer', () => {
  it('prints a template that is being written, with the year before beside it', async () => {
    const composed = await office.as('bureau-head').post<Composed>('/reports/compose', {
      year: 2024,
      template: template('{年}年调解成功{成功}，比上年（{上年数}）{增减}[，{同比}]；败诉{败诉}。', [
        { name: '成功', metric: 'mediation-succeeded' },
        { name: '上年数', metric: 'mediation-succeeded', show: 'before' },
        { name: '增减', metric: 'mediation-succeeded', show: 'change' },
        { name: '同比', metric: 'mediation-succeeded', show: 'growth' },
        { name: '败诉', metric: 'litigation-lost' },
      ]),
    });
    // Nothing to divide by: the growth is left out with the words round it, and told.
    expect(textOf(composed)).toEqual(['2024年调解成功3件，比上年（0件）增加3件；败诉0件。']);
    expect(composed.gaps).toMatchObject([{ slot: '同比', message: '上年没有可比的数' }]);
  });

  it('shares a sum out by what its parts add up to, not by how many they are', async () => {
    for (const [dispute_type, agreement_fen] of [
      ['neighbour', 300_000],
      ['contract', 100_000],
    ] as const) {
      const file = await office
        .as('mediator')
        .receives('mediation', 'register', '2023-12-01', dispute({ dispute_type }));
      await file.does('accept');
      await file.does('mediate');
      await file.does('agree-orally', { agreement_fen });
    }
    const composed = await office.as('bureau-head').post<Composed>('/reports/compose', {
      year: 2023,
      template: template('{分项}。', [
        { name: '分项', metric: 'mediation-agreement-amount', list: 'shares', by: 'dispute_type' },
      ]),
    });
    expect(textOf(composed)).toEqual(['邻里纠纷0.3万元，占比75%；合同纠纷0.1万元，占比25%。']);
  });

  it('keeps a template as the office’s own, a version each time', async () => {
    const body = template('调解成功{成功}。', [{ name: '成功', metric: 'mediation-succeeded' }]);
    const writer = office.as('mediation-officer');
    expect(await writer.put('/reports/templates', body)).toMatchObject({ version: 1, saved_on: '2024-03-05' });
    expect(await writer.put('/reports/templates', body)).toMatchObject({ version: 2 });
    const [own] = await writer.get<{ template: { name: string } }[]>('/reports/templates');
    expect(own).toMatchObject({ template: body, version: 2 });
    const composed = await writer.post<Composed>('/reports/compose', { year: 2024, style: '本局年报' });
    expect(textOf(composed)).toEqual(['调解成功3件。']);
  });

  it.each([
    ['a slot that the text names and nobody bound', '{无此项}。', [], 'paragraphs[0].text'],
    ['a metric that does not exist', '{甲}', [{ name: '甲', metric: 'no-such-metric' }], 'paragraphs[0].slots.甲'],
    [
      'percent said of a rate’s change',
      '{甲}',
      [{ name: '甲', metric: 'mediation-success-rate', show: 'growth' }],
      'paragraphs[0].slots.甲',
    ],
    ['brackets that do not close', '甲[乙', [], 'paragraphs[0].text'],
  ])('refuses %s', async (_, text, slots, field) => {
    const refused = office.as('mediation-officer').put('/reports/templates', template(text, slots));
    await expect(refused).rejects.toMatchObject({ status: 400, problem: { errors: [{ field }] } });
  });

  it('counts for each person what the person may see', async () => {
    const composed = await office.as('mediation-officer').post<Composed>('/reports/compose', {
      year: 2024,
      template: template('调解{甲}[，复议{乙}]。', [
        { name: '甲', metric: 'mediation-handled' },
        { name: '乙', metric: 'reconsideration-received' },
      ]),
    });
    expect(textOf(composed)).toEqual(['调解3件。']);
    expect(composed.gaps).toMatchObject([{ slot: '乙' }]);
  });
});

describe('what is published', () => {
  it('is frozen first, and printed as frozen whatever the records say later', async () => {
    const body = {
      year: 2024,
      template: template('调解成功{成功}。', [{ name: '成功', metric: 'mediation-succeeded' }]),
    };
    const head = office.as('bureau-head');
    const frozen = await head.post<{
      blocks: readonly { runs: readonly { figures: readonly { source: string }[] }[] }[];
    }>('/reports/compose/frozen', body);
    expect(frozen.blocks[0]?.runs.flatMap((r) => r.figures)).toMatchObject([{ source: 'frozen', printed: '3' }]);
    const late = await office.as('mediator').receives('mediation', 'register', '2024-03-05', dispute());
    for (const event of ['accept', 'mediate', 'agree-orally']) await late.does(event);
    expect(textOf(await head.post<Composed>('/reports/compose', body))).toEqual(['调解成功3件。']);
    expect(await office.figure('mediation-succeeded', 2024)).toMatchObject({ value: 4 });
  });

  it('is frozen in its lists, too: a case told otherwise later moves no printed part', async () => {
    const body = {
      year: 2024,
      template: template('受理{总数}：{分项}。', [
        { name: '总数', metric: 'mediation-accepted' },
        { name: '分项', metric: 'mediation-accepted', list: 'counts', by: 'dispute_type' },
      ]),
    };
    const head = office.as('bureau-head');
    interface Sourced {
      readonly blocks: readonly {
        runs: readonly { figures: readonly { source: string; source_id: string | null }[] }[];
      }[];
    }
    const sourcesIn = ({ blocks }: Sourced) => blocks[0]?.runs.flatMap((r) => r.figures.map((f) => f.source));
    expect(sourcesIn(await head.post<Sourced>('/reports/compose', body))).toEqual(['live', 'live']);
    const frozen = await head.post<Sourced & Composed>('/reports/compose/frozen', body);
    expect(sourcesIn(frozen)).toEqual(['frozen', 'frozen']);
    office.clock.turnTo('2024-03-05', '09:10');
    const file = await office.as('mediator').receives('mediation', 'register', '2024-03-05', {
      ...dispute(),
      dispute_type: 'land',
    });
    await file.does('accept');
    expect(textOf(await head.post<Composed>('/reports/compose', body))).toEqual(textOf(frozen));
    const [id] =
      frozen.blocks[0]?.runs
        .flatMap((r) => r.figures)
        .slice(-1)
        .map((f) => f.source_id) ?? [];
    expect(await head.get(`/frozen-figures/${id}/difference`)).toMatchObject({
      figure: { split_by: 'dispute_type', split_title: '纠纷类型' },
      parts: [{ frozen: { printed: '4' } }, { key: 'land', frozen: null, now: { printed: '1' } }],
      cases: [{ change: 'added', cause: 'late' }],
    });
  });
});

describe('declared indicators', () => {
  const declaration = {
    code: 'incidents-handled',
    title: '分层分类处置事件',
    unit: '万起',
    value: '1.7',
    approximate: '余',
    year: 2024,
    source_file: '社会治理中心统计表.xlsx',
  } as const;
  const saying = async () =>
    textOf(
      await office.as('bureau-head').post<Composed>('/reports/compose', {
        year: 2024,
        template: template('[处置事件{事件}。]全年平稳。', [{ name: '事件', metric: 'incidents-handled' }]),
      }),
    );

  it('are printed once somebody else has approved them', async () => {
    const head = office.as('bureau-head');
    const made = await head.post<Declaration>('/reports/declarations', declaration);
    expect(await saying()).toEqual(['全年平稳。']);
    await expect(
      head.post(`/reports/declarations/${made.id}/decision`, { decision: 'approved' }),
    ).rejects.toMatchObject({ status: 400, problem: { errors: [{ field: 'decided_by' }] } });
    const other = office.as('reconsideration-head');
    await expect(
      other.post(`/reports/declarations/${made.id}/decision`, { decision: 'refused' }),
    ).rejects.toMatchObject({ status: 400, problem: { errors: [{ field: 'remark' }] } });
    expect(await other.post(`/reports/declarations/${made.id}/decision`, { decision: 'approved' })).toMatchObject({
      decision: 'approved',
      decided_on: '2024-03-05',
    });
    expect(await saying()).toEqual(['处置事件1.7万余起。全年平稳。']);
  });

  it.each([
    [{ code: 'mediation-succeeded' }, 'code'],
    [{ value: '一千' }, 'value'],
    [{ counted_to: '2023-06-30' }, 'counted_to'],
  ])('are refused with %j', async (change, field) => {
    const refused = office.as('mediation-officer').post('/reports/declarations', { ...declaration, ...change });
    await expect(refused).rejects.toMatchObject({ status: 400, problem: { errors: [{ field }] } });
  });
});
