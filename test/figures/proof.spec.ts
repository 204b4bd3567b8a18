import { mediationFacts, settledScript } from '@anjuan/cases/mediation';
import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import { FieldErrors, NotFound } from '@anjuan/casework';
import { Figures, reachOf } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import { addCases, figuresBy } from './fact-rows';

type Desk = Awaited<ReturnType<typeof openDesk>>;
let desk: Desk;
let figures: Figures;
let counties = 0;
beforeAll(async () => {
  desk = await openDesk('2025-02-28');
  figures = new Figures(desk.database);
});
afterAll(() => desk.close());

async function county() {
  counties += 1;
  return desk.county(`county-${counties}`);
}
const settings = (jurisdictionId: number, given: unknown) =>
  desk.database.outside((tx) =>
    tx.execute(`update jurisdiction set settings = jsonb_build_object('figures', $2::jsonb) where id = $1`, [
      jurisdictionId,
      JSON.stringify(given),
    ]),
  );
const agreement = {
  accepted_on: '2024-03-01',
  agreed_on: '2024-03-02',
  closed_on: '2024-03-02',
  outcome: 'agreed-written',
  agreement_form: 'written',
} as const;
const failure = { accepted_on: '2024-03-01', closed_on: '2024-03-09', outcome: 'failed' } as const;

describe('the cases behind a figure', () => {
  it('are exactly as many as the figure says, on pages that neither repeat nor lose one', async () => {
    const home = await county();
    const rows = Array.from({ length: 25 }, (_, i) => ({ facts: i % 5 === 0 ? failure : agreement }));
    const ids = await addCases(desk.database, home, mediationFacts, rows);
    const succeeded = ids.filter((_, i) => i % 5 !== 0).sort();
    const request = { jurisdictionId: home.jurisdictionId, year: 2024 };
    const figure = (await figuresBy(figures, { ...request, withCases: true })).get('mediation-success-rate');
    expect(figure).toMatchObject({ numerator: 20, denominator: 25 });
    expect(figure?.caseLists.numeratorIds).toEqual(succeeded);
    expect(figure?.caseLists.denominatorIds).toEqual([...ids].sort());
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await figures.casesOf({ ...request, metric: 'mediation-success-rate', limit: 7, cursor });
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(succeeded);
  });

  it('show number, state and the facts the definition looked at', async () => {
    const home = await county();
    const [id] = await addCases(desk.database, home, mediationFacts, [
      { facts: { ...agreement, agreement_fen: 1_234_560 } },
    ]);
    const request = { jurisdictionId: home.jurisdictionId, year: 2024, metric: 'mediation-agreement-amount' };
    const { items, ...list } = await figures.casesOf(request);
    expect(list).toEqual({
      metric: 'mediation-agreement-amount',
      title: '调解协议金额',
      variant: 'default',
      part: 'numerator',
      counts: 'cases',
      kind: 'mediation',
      next: null,
    });
    expect(items).toEqual([
      {
        id,
        kind: 'mediation',
        restricted: false,
        number: `第${id?.slice(-12)}号`,
        register_number: id,
        state: 'archived',
        organisation: '司法局',
        facts: [
          { name: 'agreed_on', label: '达成协议日期', value: '2024-03-02', text: '2024-03-02' },
          { name: 'outcome', label: '调解结果', value: 'agreed-written', text: '达成书面协议' },
          { name: 'agreement_fen', label: '协议金额', value: 1_234_560, text: '12,345.6元' },
        ],
      },
    ]);
  });

  it('stand at the address each figure names', async () => {
    const home = await county();
    const rows = await figuresBy(figures, { jurisdictionId: home.jurisdictionId, year: 2024, cutoff: '2024-11-20' });
    expect(rows.get('mediation-success-rate')?.caseLists).toEqual({
      numeratorUrl:
        '/api/v1/figures/mediation-success-rate/cases?year=2024&cutoff=2024-11-20&variant=default&part=numerator',
      denominatorUrl:
        '/api/v1/figures/mediation-success-rate/cases?year=2024&cutoff=2024-11-20&variant=default&part=denominator',
    });
    expect(rows.get('mediation-succeeded')?.caseLists.denominatorUrl).toBeNull();
  });

  it('are not found for a metric, a variant or a part that does not exist', async () => {
    const { jurisdictionId } = await county();
    const request = { jurisdictionId, year: 2024 };
    for (const asked of [
      { metric: 'mediation-guessed' },
      { metric: 'mediation-succeeded', variant: 'guessed' },
      { metric: 'mediation-succeeded', variant: 'toString' },
      { metric: 'mediation-succeeded', part: 'denominator' as const },
    ])
      await expect(figures.casesOf({ ...request, ...asked })).rejects.toThrow(NotFound);
    for (const asked of [{ cursor: "' or true --" }, { limit: 0 }, { limit: 501 }, { year: 1066 }])
      await expect(figures.casesOf({ ...request, metric: 'mediation-succeeded', ...asked })).rejects.toThrow(
        FieldErrors,
      );
  });
});

describe('what a jurisdiction decides', () => {
  it('chooses its variant, precision, 余, unit and note', async () => {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, [
      { facts: { ...agreement, agreement_fen: 812_699_999 } },
      { facts: agreement },
      { facts: failure },
      { facts: { accepted_on: '2024-05-01' } },
    ]);
    await settings(home.jurisdictionId, {
      variants: { 'mediation-success-rate': 'handled' },
      precision: { 'mediation-success-rate': 1, 'mediation-success-rate@2023': 0 },
      approximate: { 'mediation-agreement-amount': '余' },
      units: { 'mediation-handled': '起' },
      note: { 'mediation-handled': '推定口径' },
    });
    const rows = await figuresBy(figures, { jurisdictionId: home.jurisdictionId, year: 2024 });
    expect(rows.get('mediation-success-rate')).toMatchObject({
      variant: 'handled',
      numerator: 2,
      denominator: 4,
      printed: '50',
    });
    expect(rows.get('mediation-agreement-amount')).toMatchObject({
      printed: '812.69',
      approximate: '余',
      value: 812_699_999,
    });
    expect(rows.get('mediation-handled')).toMatchObject({ unit: '起', note: '推定口径', printed: '4' });
    const list = await figures.casesOf({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      metric: 'mediation-success-rate',
      part: 'denominator',
    });
    expect(list.variant).toBe('handled');
    expect(list.items).toHaveLength(4);
  });

  it.each([
    ['a metric that does not exist', { variants: { 'mediation-guessed': 'default' } }],
    ['a variant that does not exist', { variants: { 'mediation-success-rate': 'guessed' } }],
    ['a precision that is none', { precision: { 'mediation-success-rate': 1.5 } }],
    ['a unit that changes the meaning', { units: { 'mediation-handled': '%' } }],
  ])('is told of %s instead of being guessed at', async (_, given) => {
    const { jurisdictionId } = await county();
    await settings(jurisdictionId, given);
    await expect(figures.figures({ jurisdictionId, year: 2024 })).rejects.toThrow('统计设置有误');
  });
});

describe('what a person may count', () => {
  it('is what their posts reach: a committee, one kind of case, or the county', async () => {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, [
      { facts: agreement },
      { facts: agreement, organisationId: home.town.id },
    ]);
    await addCases(desk.database, home, reconsiderationFacts, [{ facts: { organ_received_on: '2024-04-01' } }]);
    const seenBy = async (actor: Parameters<typeof reachOf>[0]) => {
      const request = { jurisdictionId: home.jurisdictionId, year: 2024, reach: reachOf(actor) };
      const rows = await figuresBy(figures, request);
      return ['mediation-succeeded', 'reconsideration-received', 'litigation-received'].map((m) => rows.get(m)?.value);
    };
    expect(await seenBy(await home.actor('bureau-head'))).toEqual([2, 1, 0]);
    expect(await seenBy(await home.actor('committee-head', home.town))).toEqual([1, undefined, undefined]);
    expect(await seenBy(await home.actor('reconsideration-officer'))).toEqual([undefined, 1, undefined]);
    expect(await seenBy(await home.actor('mediator', home.town))).toEqual([undefined, undefined, undefined]);
    const listed = { jurisdictionId: home.jurisdictionId, year: 2024, metric: 'mediation-succeeded' };
    const head = reachOf(await home.actor('committee-head', home.town));
    expect((await figures.casesOf({ ...listed, reach: head })).items).toHaveLength(1);
    const officer = reachOf(await home.actor('reconsideration-officer'));
    await expect(figures.casesOf({ ...listed, reach: officer })).rejects.toThrow(NotFound);
  });

  it('never includes another jurisdiction', async () => {
    const [here, there] = [await county(), await county()];
    await addCases(desk.database, there, mediationFacts, [{ facts: agreement }]);
    const rows = await figuresBy(figures, { jurisdictionId: here.jurisdictionId, year: 2024, withCases: true });
    expect(rows.get('mediation-succeeded')).toMatchObject({ value: 0, caseLists: { numeratorIds: [] } });
  });
});

describe('an event sent through the clerk', () => {
  it('moves the figures of its year, and of no other, by one', async () => {
    const home = await county();
    const mediator = await home.actor('mediator', home.town);
    const succeeded = async (year: number) =>
      (await figuresBy(figures, { jurisdictionId: home.jurisdictionId, year })).get('mediation-succeeded')?.value;
    const before = [await succeeded(2024), await succeeded(2025)];
    const [first, ...further] = settledScript({
      happenedOn: '2024-12-31',
      parties: [
        { role: 'applicant', kind: 'natural', name: '王伟芳' },
        { role: 'respondent', kind: 'natural', name: '李强' },
      ],
      dispute_type: 'neighbour',
      summary: '滴水纠纷',
      outcome: 'agreed-oral',
    });
    if (first === undefined) throw new Error('no events');
    await desk.clerk.open(mediator, { kind: 'mediation', organisationId: home.town.id, ...first, further });
    expect(before).toEqual([0, 0]);
    expect([await succeeded(2024), await succeeded(2025)]).toEqual([1, 0]);
  });
});
