import { mediationFacts } from '@anjuan/cases/mediation';
import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import { FieldErrors, NotFound, Refusal } from '@anjuan/casework';
import { FrozenFigures, reachOf } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import { Client } from 'pg';
import { verificationText } from '../../apps/cli/figure-tables';
import { addCases, type CaseRow, type Facts } from './fact-rows';

type Desk = Awaited<ReturnType<typeof openDesk>>;
type Home = Awaited<ReturnType<Desk['county']>>;
let desk: Desk;
let frozen: FrozenFigures;
let admin: Client;
let counties = 0;
beforeAll(async () => {
  desk = await openDesk('2025-01-10');
  frozen = new FrozenFigures(desk.database, desk.clock);
  admin = new Client({ connectionString: desk.db.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await desk.close();
});
beforeEach(() => desk.clock.turnTo('2025-01-10'));

async function county(): Promise<Home> {
  counties += 1;
  return desk.county(`county-${counties}`);
}
const rows = (...known: readonly CaseRow['facts'][]): CaseRow[] => known.map((facts) => ({ facts }));
const before = '2024-06-01T00:00:00+08:00';
const after = '2025-02-01T00:00:00+08:00';
const agreed = (agreement_fen = 0) => ({
  accepted_on: '2024-03-01',
  agreed_on: '2024-03-02',
  closed_on: '2024-03-02',
  outcome: 'agreed-written',
  agreement_fen,
});
const failed = { accepted_on: '2024-03-01', closed_on: '2024-03-09', outcome: 'failed' };

const freeze = (home: Home, metric: string, variant?: string) =>
  frozen.freeze({ jurisdictionId: home.jurisdictionId, year: 2024, figures: [{ metric, variant }], by: null });
async function frozenOne(home: Home, metric: string, variant?: string) {
  const [figure] = await freeze(home, metric, variant);
  if (figure === undefined) throw new Error('nothing frozen');
  return figure;
}

describe('a frozen figure', () => {
  it('keeps value, parts, reading, days, who, when and its cases with the facts looked at', async () => {
    const home = await county();
    const officer = await home.actor('mediation-officer');
    const ids = await addCases(desk.database, home, mediationFacts, rows(agreed(), agreed(), failed));
    const [figure] = await frozen.freeze({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      cutoff: '2024-11-20',
      figures: [{ metric: 'mediation-success-rate' }],
      by: officer.personId,
    });
    expect(figure).toMatchObject({
      seq: 1,
      metric: 'mediation-success-rate',
      title: '调解成功率',
      variant: 'default',
      kind: 'mediation',
      unit: '%',
      scope: 'jurisdiction',
      definition: 1,
      period_from: '2024-01-01',
      period_to: '2024-11-20',
      known_on: null,
      numerator: 2,
      denominator: 3,
      value: 200 / 3,
      printed: '66.67',
      numerator_cases: 2,
      denominator_cases: 3,
      frozen_at: '2025-01-10T01:00:00.000Z',
      frozen_by: 'mediation-officer',
      superseded: false,
    });
    expect(figure?.hash).toMatch(/^[0-9a-f]{64}$/);
    const request = { jurisdictionId: home.jurisdictionId, id: figure?.id ?? '' };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await frozen.casesOf({ ...request, part: 'denominator', limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([...ids].sort());
    const { items } = await frozen.casesOf(request);
    expect(items).toHaveLength(2);
    expect(items[0]?.facts.map(({ label, text }) => `${label} ${text}`)).toContain('调解结果 达成书面协议');
  });

  it('keeps an average as the days of its cases, whose proof and difference are of the days', async () => {
    const home = await county();
    const concluded = (concluded_on: string) => ({ accepted_on: '2024-03-01', concluded_on, outcome: 'upheld' });
    const [longer] = await addCases(desk.database, home, reconsiderationFacts, [
      ...rows([
        { from: before, facts: concluded('2024-03-31') },
        { from: after, facts: concluded('2024-04-10') },
      ]),
      ...rows(concluded('2024-04-05')),
    ]);
    const [figure] = await frozen.freeze({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      knownOn: '2025-01-09',
      figures: [{ metric: 'reconsideration-average-days' }],
      by: null,
    });
    // 30 and 35 days.
    expect(figure).toMatchObject({
      numerator: 65,
      denominator: 2,
      value: 32.5,
      printed: '32.5',
      unit: '天',
      numerator_cases: 2,
      arithmetic: 'average',
    });
    desk.clock.turnTo('2025-03-01');
    const request = { jurisdictionId: home.jurisdictionId, id: figure?.id ?? '' };
    const difference = await frozen.difference(request);
    expect(difference).toMatchObject({ now: { value: 37.5, numerator: 75 }, redefined: false, total: 2 });
    const [changed] = difference.cases;
    expect(changed).toMatchObject({ id: longer, change: 'changed', cause: 'correction' });
    const daysIn = (facts: typeof changed.before) => facts.find(({ label }) => label === '天数')?.value;
    expect(changed && [daysIn(changed.before), daysIn(changed.after)]).toEqual([30, 40]);
    expect(await frozen.verify(home.jurisdictionId)).toMatchObject({ checked: 1, broken: [] });
    await admin.query('set session_replication_role = replica');
    await admin.query(
      `update frozen_case set fields = jsonb_set(fields, '{accepted_on..concluded_on}', '1')
       where jurisdiction_id = $1 and case_id = $2`,
      [home.jurisdictionId, longer],
    );
    await admin.query('reset session_replication_role');
    expect((await frozen.verify(home.jurisdictionId)).broken).toMatchObject([{ seq: 1 }]);
  });

  it('is superseded by a newer one and stays readable', async () => {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, rows(agreed()));
    const first = await frozenOne(home, 'mediation-succeeded');
    await addCases(desk.database, home, mediationFacts, rows(agreed()));
    const second = await frozenOne(home, 'mediation-succeeded');
    expect([first.value, second.value]).toEqual([1, 2]);
    const query = { jurisdictionId: home.jurisdictionId, year: 2024, metric: 'mediation-succeeded' };
    expect((await frozen.frozen(query)).map(({ id }) => id)).toEqual([second.id]);
    expect(await frozen.frozen({ ...query, history: true })).toMatchObject([
      { id: first.id, superseded: true },
      { id: second.id, superseded: false },
    ]);
    expect(await frozen.frozen({ ...query, cutoff: '2024-11-20' })).toEqual([]);
  });

  it('as known on a day does not see what was recorded later', async () => {
    const home = await county();
    await addCases(
      desk.database,
      home,
      mediationFacts,
      rows([{ from: before, facts: agreed() }], [{ from: after, facts: agreed() }]),
    );
    desk.clock.turnTo('2025-03-01');
    const [then] = await frozen.freeze({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      knownOn: '2025-01-20',
      figures: [{ metric: 'mediation-succeeded' }],
      by: null,
    });
    expect(then).toMatchObject({ value: 1, known_on: '2025-01-20' });
    const { now, cases } = await frozen.difference({ jurisdictionId: home.jurisdictionId, id: then?.id ?? '' });
    expect(now).toMatchObject({ value: 2 });
    expect(cases).toMatchObject([{ change: 'added', cause: 'late' }]);
  });

  it('comes with every metric of the year in one freezing, the empty base printed as a dash', async () => {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, rows(agreed(), failed));
    const figures = await frozen.freeze({ jurisdictionId: home.jurisdictionId, year: 2024, by: null });
    expect(figures.length).toBeGreaterThan(100);
    expect(figures.map(({ seq }) => seq)).toEqual(figures.map((_, i) => i + 1));
    const by = new Map(figures.map((f) => [f.metric, f]));
    expect(by.get('mediation-success-rate')).toMatchObject({ value: 50, printed: '50' });
    expect(by.get('litigation-loss-rate')).toMatchObject({ value: null, printed: '—', denominator: 0 });
    expect(await frozen.verify(home.jurisdictionId)).toMatchObject({ checked: figures.length, broken: [] });
  });

  it('follows on the one before it even when several are frozen at once: who comes between is refused', async () => {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, rows(agreed()));
    const attempts = await Promise.allSettled(
      ['mediation-succeeded', 'mediation-handled', 'mediation-accepted', 'mediation-pending'].map((m) =>
        freeze(home, m),
      ),
    );
    const done = attempts.filter(({ status }) => status === 'fulfilled');
    expect(done.length).toBeGreaterThan(0);
    for (const attempt of attempts) if (attempt.status === 'rejected') expect(attempt.reason).toBeInstanceOf(Refusal);
    expect(await frozen.verify(home.jurisdictionId)).toMatchObject({ checked: done.length, broken: [] });
  });

  it('is refused for what is no metric, variant, period or day', async () => {
    const home = await county();
    await expect(freeze(home, 'mediation-guessed')).rejects.toThrow('没有这一指标');
    await expect(freeze(home, 'mediation-succeeded', 'toString')).rejects.toThrow('没有这一口径');
    const request = { jurisdictionId: home.jurisdictionId, by: null };
    for (const period of [{}, { year: 2024, cutoff: '2025-01-01' }, { from: '2024-02-01', cutoff: '2024-01-01' }])
      await expect(frozen.freeze({ ...request, ...period })).rejects.toThrow(FieldErrors);
    expect(await frozen.frozen({ jurisdictionId: home.jurisdictionId })).toEqual([]);
  });

  it('shows somebody only what they may count, and only cases within reach', async () => {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, [
      { facts: agreed() },
      { facts: agreed(), organisationId: home.town.id },
    ]);
    const figure = await frozenOne(home, 'mediation-succeeded');
    const seenBy = async (actor: Parameters<typeof reachOf>[0]) => {
      const request = { jurisdictionId: home.jurisdictionId, id: figure.id, reach: reachOf(actor) };
      return (await frozen.casesOf(request)).items.map(({ organisation }) => organisation);
    };
    expect((await seenBy(await home.actor('bureau-head'))).sort()).toEqual(['司法局', '城关镇调委会']);
    expect(await seenBy(await home.actor('committee-head', home.town))).toEqual(['城关镇调委会']);
    await expect(seenBy(await home.actor('reconsideration-officer'))).rejects.toThrow(NotFound);
    const other = await county();
    await expect(frozen.casesOf({ jurisdictionId: other.jurisdictionId, id: figure.id })).rejects.toThrow(NotFound);
  });
});

describe('the difference to a figure counted anew', () => {
  it('names each case and why: recorded late, corrected, moved to another organisation', async () => {
    const home = await county();
    const [stays, , late, corrected, richer] = await addCases(desk.database, home, mediationFacts, [
      ...rows(agreed(100)),
      ...rows(failed),
      ...rows([
        { from: before, facts: { accepted_on: '2024-03-01' } },
        { from: after, facts: agreed(30) },
      ]),
      ...rows([
        { from: before, facts: agreed(7) },
        { from: after, facts: { ...agreed(7), outcome: 'failed' } },
      ]),
      ...rows([
        { from: before, facts: agreed(1000) },
        { from: after, facts: agreed(1500) },
      ]),
      ...rows([{ from: after, facts: agreed(2) }]),
    ]);
    // What is recorded in February is not yet known in January: the desk's clock says which rows stand.
    const [figure] = await frozen.freeze({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      knownOn: '2025-01-09',
      figures: [{ metric: 'mediation-agreement-amount' }],
      by: null,
    });
    expect(figure).toMatchObject({ numerator: 1107, numerator_cases: 3 });
    desk.clock.turnTo('2025-03-01');
    await desk.database.inJurisdiction(home.jurisdictionId, async (tx) => {
      const same = 'jurisdiction_id = $1 and case_id = $2';
      await tx.execute(
        `insert into mediation_fact select (jsonb_populate_record(f, jsonb_build_object('from_seq', 2,
           'recorded_from', $3::timestamptz, 'organisation_id', $4::uuid))).* from mediation_fact f where ${same}`,
        [home.jurisdictionId, stays, '2025-02-20T00:00:00Z', home.town.id],
      );
      await tx.execute(`update mediation_fact set recorded_to = $3 where ${same} and from_seq = 1`, [
        home.jurisdictionId,
        stays,
        '2025-02-20T00:00:00Z',
      ]);
    });
    const { now, redefined, cases, total } = await frozen.difference({
      jurisdictionId: home.jurisdictionId,
      id: figure?.id ?? '',
    });
    expect(now).toMatchObject({ numerator: 1632 });
    expect(redefined).toBe(false);
    expect(total).toBe(5);
    const why = new Map(cases.map((c) => [c.id, `${c.change} ${c.cause}`]));
    expect(why.get(stays ?? '')).toBe('changed transfer');
    expect(why.get(late ?? '')).toBe('added late');
    expect(why.get(corrected ?? '')).toBe('removed correction');
    expect(why.get(richer ?? '')).toBe('changed correction');
    expect([...why.values()].filter((w) => w === 'added late')).toHaveLength(2);
    const found = cases.find(({ id }) => id === richer);
    expect(found?.before.find(({ name }) => name === 'agreement_fen')?.value).toBe(1000);
    expect(found?.after.find(({ name }) => name === 'agreement_fen')?.value).toBe(1500);
  });

  it('is nothing where nothing happened', async () => {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, rows(agreed(), failed));
    const figure = await frozenOne(home, 'mediation-success-rate');
    const difference = await frozen.difference({ jurisdictionId: home.jurisdictionId, id: figure.id });
    expect(difference).toMatchObject({ redefined: false, cases: [], total: 0, now: { value: 50 } });
  });

  it('says when it is the definition that moved', async () => {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, rows(agreed(), failed));
    const figure = await frozenOne(home, 'mediation-handled');
    const [gone] = (await frozen.casesOf({ jurisdictionId: home.jurisdictionId, id: figure.id })).items;
    // An older edition of the product counted one case less, in other words.
    await admin.query('set session_replication_role = replica');
    await admin.query(`update frozen_list set words = '旧定义' where jurisdiction_id = $1`, [home.jurisdictionId]);
    await admin.query('delete from frozen_case where case_id = $1', [gone?.id]);
    await admin.query('reset session_replication_role');
    const { redefined, cases } = await frozen.difference({ jurisdictionId: home.jurisdictionId, id: figure.id });
    expect(redefined).toBe(true);
    expect(cases).toMatchObject([{ id: gone?.id, change: 'added', cause: 'definition' }]);
  });
});

describe('a figure frozen in parts', () => {
  const typed = (dispute_type: string | null, facts: Facts = agreed()): Facts => ({ ...facts, dispute_type });
  const inParts = async (home: Home, metric: string, by: string) => {
    const [figure] = await frozen.freeze({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      figures: [{ metric, by }],
      by: null,
    });
    if (figure === undefined) throw new Error('nothing frozen');
    return figure;
  };

  it('keeps each part with its cases, and stands apart from the whole', async () => {
    const home = await county();
    const known = rows(typed('land'), typed('land', failed), typed('neighbour'), typed(null), typed('land'));
    const [, , neighbour] = await addCases(desk.database, home, mediationFacts, known);
    const [whole, split, months] = await frozen.freeze({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      cutoff: '2024-04-30',
      figures: [
        { metric: 'mediation-success-rate' },
        { metric: 'mediation-success-rate', by: 'dispute_type' },
        { metric: 'mediation-succeeded', by: 'month' },
      ],
      by: null,
    });
    expect([whole, split].map((f) => [f?.printed, f?.split_by, f?.split_title, f?.superseded])).toEqual([
      ['80', null, null, false],
      ['80', 'dispute_type', '纠纷类型', false],
    ]);
    // One list of each side serves both.
    expect(split?.numerator_list).toBe(whole?.numerator_list);
    const period = { jurisdictionId: home.jurisdictionId, year: 2024, cutoff: '2024-04-30' };
    expect((await frozen.frozen(period)).map(({ id }) => id)).toEqual([whole?.id]);
    const found = await frozen.splits({ ...period, metric: 'mediation-success-rate' });
    expect(found.map(({ id }) => id)).toEqual([split?.id]);
    expect(found[0]?.parts.map((p) => [p.label, p.numerator, p.denominator, p.printed])).toEqual([
      ['山林土地纠纷', 2, 3, '66.67'],
      ['邻里纠纷', 1, 1, '100'],
      ['未注明', 1, 1, '100'],
    ]);
    const [byMonth] = await frozen.splits({ ...period, metric: 'mediation-succeeded' });
    expect(byMonth?.id).toBe(months?.id);
    expect(byMonth?.parts.map((p) => [p.label, p.numerator])).toEqual([
      ['2024年1月', 0],
      ['2024年2月', 0],
      ['2024年3月', 4],
      ['2024年4月', 0],
    ]);
    const cases = (key: string | null) =>
      frozen.casesOf({ jurisdictionId: home.jurisdictionId, id: split?.id ?? '', part: 'denominator', key });
    expect((await cases('land')).items).toHaveLength(3);
    expect((await cases(null)).items).toHaveLength(1);
    const [one] = (await cases('neighbour')).items;
    expect(one).toMatchObject({ id: neighbour });
    expect(one?.facts.find(({ name }) => name === 'dispute_type')).toMatchObject({
      label: '纠纷类型',
      text: '邻里纠纷',
    });
    expect(await frozen.verify(home.jurisdictionId)).toMatchObject({ checked: 3, broken: [] });
  });

  it('says which part moved, through which case, and that it was the field split by', async () => {
    const home = await county();
    const [moved] = await addCases(desk.database, home, mediationFacts, [
      ...rows([
        { from: before, facts: typed('land', agreed(500_00)) },
        { from: after, facts: typed('neighbour', agreed(500_00)) },
      ]),
      ...rows(typed('land', agreed(2000_00))),
    ]);
    const [figure] = await frozen.freeze({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      knownOn: '2025-01-09',
      figures: [{ metric: 'mediation-agreement-amount', by: 'dispute_type' }],
      by: null,
    });
    desk.clock.turnTo('2025-03-01');
    const { now, parts, cases } = await frozen.difference({
      jurisdictionId: home.jurisdictionId,
      id: figure?.id ?? '',
    });
    expect(figure).toMatchObject({ numerator_printed: '0.25万元' });
    expect(now).toMatchObject({ numerator: 2500_00, numerator_printed: '0.25万元' });
    expect(parts).toEqual([
      {
        key: 'land',
        label: '山林土地纠纷',
        frozen: { printed: '0.25', numerator: '0.25万元', denominator: null },
        now: { printed: '0.2', numerator: '0.2万元', denominator: null },
      },
      {
        key: 'neighbour',
        label: '邻里纠纷',
        frozen: null,
        now: { printed: '0.05', numerator: '0.05万元', denominator: null },
      },
    ]);
    expect(cases).toMatchObject([{ id: moved, change: 'changed', cause: 'correction' }]);
    const type = (side: 'before' | 'after') => cases[0]?.[side].find(({ name }) => name === 'dispute_type')?.text;
    expect([type('before'), type('after')]).toEqual(['山林土地纠纷', '邻里纠纷']);
  });

  it('is refused by what the figure cannot be told apart by', async () => {
    const home = await county();
    await expect(inParts(home, 'mediation-succeeded', 'shoe_size')).rejects.toThrow('纠纷类型（dispute_type）');
  });

  it.each([
    [
      'a part’s number',
      `update frozen_part set numerator = 9 where place = 1 and jurisdiction_id = $1`,
      '“纠纷类型：山林土地纠纷”与清单不符',
    ],
    [
      'a part’s name',
      `update frozen_part set label = '土地' where place = 1 and jurisdiction_id = $1`,
      '与封存的校验值不符',
    ],
    ['a part left out', `delete from frozen_part where place = 2 and jurisdiction_id = $1`, '按纠纷类型的分项缺1项'],
    [
      'a case put in another part',
      `update frozen_case set parts = '{"dispute_type": "neighbour"}' where jurisdiction_id = $1`,
      '分子的案件清单或者所用字段与冻结时不一致',
    ],
  ])('is found when somebody tampered with %s', async (_, change, problem) => {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, rows(typed('land'), typed('land'), typed('neighbour')));
    await inParts(home, 'mediation-succeeded', 'dispute_type');
    await tamper(change, home);
    const { broken } = await frozen.verify(home.jurisdictionId);
    expect(broken.map(({ seq }) => seq)).toEqual([1]);
    expect(broken[0]?.problems).toContain(problem);
  });
});

/** Changes a frozen row as only the owner of the whole server can: with the triggers off. */
async function tamper(change: string, home: Home): Promise<void> {
  await admin.query('set session_replication_role = replica');
  await admin.query(change, [home.jurisdictionId]);
  await admin.query('reset session_replication_role');
}

describe('the proof of frozen figures', () => {
  async function threeFrozen(): Promise<Home> {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, rows(agreed(100), agreed(200), failed));
    await freeze(home, 'mediation-success-rate');
    await freeze(home, 'mediation-agreement-amount');
    await freeze(home, 'mediation-handled');
    return home;
  }
  const tampered: readonly (readonly [string, string, string])[] = [
    ['a value', `update frozen_figure set value = 99 where jurisdiction_id = $1 and seq = 1`, '1'],
    ['a printed number', `update frozen_figure set printed = '99.9' where jurisdiction_id = $1 and seq = 1`, '1'],
    ['a numerator', `update frozen_figure set numerator = 3 where jurisdiction_id = $1 and seq = 1`, '1'],
    ['a day', `update frozen_figure set period_to = '2024-11-20' where jurisdiction_id = $1 and seq = 2`, '2'],
    ['an author', `update frozen_figure set frozen_by = numerator_list where jurisdiction_id = $1 and seq = 3`, '3'],
    ['a hash', `update frozen_figure set hash = repeat('0', 64) where jurisdiction_id = $1 and seq = 2`, '2,3'],
    [
      'a case left out',
      `delete from frozen_case c using frozen_figure f where f.jurisdiction_id = $1 and c.jurisdiction_id = $1
         and f.seq = 3 and c.list_id = f.numerator_list`,
      '3',
    ],
    [
      'a case put in',
      `insert into frozen_case select c.jurisdiction_id, c.list_id, f.id, c.line, c.source, c.number, c.organisation_id, c.fields
       from frozen_case c join frozen_figure f on f.numerator_list = c.list_id where f.jurisdiction_id = $1 and f.seq = 2
       limit 1`,
      '2',
    ],
    [
      'a field',
      `update frozen_case c set fields = jsonb_set(c.fields, '{agreement_fen}', '"much"') from frozen_figure f
       where f.jurisdiction_id = $1 and f.seq = 2 and c.list_id = f.numerator_list`,
      '2',
    ],
    [
      'the total of a list',
      `update frozen_list l set total = 1 from frozen_figure f
       where f.jurisdiction_id = $1 and f.seq = 2 and l.id = f.numerator_list`,
      '2',
    ],
    ['a figure removed', `delete from frozen_figure where jurisdiction_id = $1 and seq = 2`, '2,3'],
    ['the newest figures removed', `delete from frozen_figure where jurisdiction_id = $1 and seq > 1`, '2,3'],
    ['every figure removed', `delete from frozen_figure where jurisdiction_id = $1`, '1,2,3'],
    ['the register of the newest', `update frozen_head set count = 2 where jurisdiction_id = $1`, '3'],
    ['the registered seal', `update frozen_head set last = repeat('0', 64) where jurisdiction_id = $1`, '3'],
    ['no register any more', `delete from frozen_head where jurisdiction_id = $1`, '3'],
  ];
  it.each(tampered)('finds %s', async (_, change, seqs) => {
    const home = await threeFrozen();
    expect(await frozen.verify(home.jurisdictionId)).toMatchObject({ checked: 3, broken: [] });
    await tamper(change, home);
    const { broken } = await frozen.verify(home.jurisdictionId);
    expect(broken.map(({ seq }) => seq).join(',')).toBe(seqs);
  });

  it('claims nothing of the end where the server keeps no register of it (Citus, ADR 0013)', async () => {
    const home = await threeFrozen();
    await admin.query('set allow_system_table_mods = on');
    await admin.query(`insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
      select 99999, 'citus', oid, 'pg_catalog'::regnamespace, false, '0' from pg_roles where rolname = current_user`);
    try {
      // A row that stood there when the register came is not moved any more.
      await tamper('update frozen_head set count = 1 where jurisdiction_id = $1', home);
      const { broken, registered, ...rest } = await frozen.verify(home.jurisdictionId);
      expect({ broken, registered }).toEqual({ broken: [], registered: false });
      expect(verificationText({ jurisdiction: '测试县', broken, registered, ...rest })).toContain('不登记末条');
      await tamper('delete from frozen_head where jurisdiction_id = $1', home);
      expect(await frozen.verify(home.jurisdictionId)).toMatchObject({ checked: 3, broken: [] });
      // The chain itself is proved as anywhere.
      await tamper('update frozen_figure set value = 99 where jurisdiction_id = $1 and seq = 1', home);
      expect((await frozen.verify(home.jurisdictionId)).broken.map(({ seq }) => seq)).toEqual([1]);
    } finally {
      await admin.query("delete from pg_extension where extname = 'citus'");
      await admin.query('reset allow_system_table_mods');
    }
    expect(await frozen.verify(home.jurisdictionId)).toMatchObject({ registered: true });
  });

  const changes = [
    'update frozen_figure set value = 1',
    'delete from frozen_case',
    'delete from frozen_list',
    'delete from frozen_part',
    'update frozen_head set count = 1',
  ];
  it('is not needed against the application itself, which cannot change one', async () => {
    const home = await threeFrozen();
    const register = "insert into frozen_head values (1, 1, repeat('0', 64))";
    for (const change of [...changes, register])
      await expect(desk.database.inJurisdiction(home.jurisdictionId, (tx) => tx.execute(change))).rejects.toThrow(
        'permission denied',
      );
  });

  it('nor against the owner of the tables, who would have to switch the triggers off', async () => {
    const home = await threeFrozen();
    await frozen.freeze({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      figures: [{ metric: 'mediation-handled', by: 'organisation' }],
      by: null,
    });
    for (const change of [...changes, 'truncate frozen_case', 'truncate frozen_head'])
      await expect(admin.query(change)).rejects.toThrow('冻结数据只能增加');
  });

  it('and no row enters the chain but at its end', async () => {
    const home = await threeFrozen();
    const copied = (seq: number) =>
      desk.database.inJurisdiction(home.jurisdictionId, (tx) =>
        tx.execute(
          `insert into frozen_figure select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'seq', $1::int))).*
           from frozen_figure f where f.seq = 3`,
          [seq],
        ),
      );
    await expect(copied(5)).rejects.toThrow('冻结数据第5号与末条不相接');
    // The right number, but on the seal before the last.
    await expect(copied(4)).rejects.toThrow('冻结数据第4号与末条不相接');
  });
});
