/**
 * Gaotai 2018, as published: 1882 applications, 1727 eligible — 1631 simple at 100 yuan, 87 ordinary at 200, 9 major at
 * 300 — 183 200 yuan in all. Here the numbers come out of mediated cases that go through the clerk, the check, the
 * approval and the payment; only the cases and the tariff are given.
 */
import type { CaseScript } from '@anjuan/casework';
import { Figures } from '@anjuan/statistics';
import type { SubsidyTier } from '@anjuan/subsidies';
import { openDesk } from '@test/desk';
import { figuresBy } from './fact-rows';

const tariff = {
  title: '人民调解个案补贴标准',
  effective_from: '2018-01-01',
  rates: [
    { level: 'simple', form: 'written', fen: 100_00 },
    { level: 'ordinary', form: 'written', fen: 200_00 },
    { level: 'major', form: 'written', fen: 300_00 },
  ],
  groups: [],
  papers: { written: ['mediation.agreement', 'mediation.follow-up-record', 'mediation.file-cover'] },
  evidence: [
    { level: 'ordinary', people: 5, sessions: 2 },
    { level: 'major', people: 10, claim_fen: 100_000_00 },
  ],
  same_parties_days: 30,
  similar_percent: 85,
  similar_min_length: 40,
  performed_only: true,
  pass_mark: 80,
  notice_days: 5,
} as const;

const word = (n: number) => String.fromCodePoint(0x4e00 + (n % 2000)) + String.fromCodePoint(0x5e00 + (n % 1777));
/** Forty characters and more, of which no two texts share many. */
const facts = (n: number) =>
  Array.from({ length: 24 }, (_, i) => word(n * 97 + i * 31 + ((n * i) % 13) * 101)).join('');

interface Dispute {
  readonly level: SubsidyTier;
  readonly day: string;
  readonly names: readonly [string, string];
  readonly summary: string;
  readonly people?: number;
  /** What is not done or differs. */
  readonly but?: 'no-follow-up' | 'not-archived' | 'not-performed';
}
const dayOf = (n: number) => `2018-${String(1 + (n % 9)).padStart(2, '0')}-${String(1 + (n % 27)).padStart(2, '0')}`;
const dispute = (n: number, level: SubsidyTier, more: Partial<Dispute> = {}): Dispute => ({
  level,
  day: dayOf(n),
  names: [`甲${word(n)}${n}`, `乙${word(n)}${n}`],
  summary: facts(n),
  people: level === 'major' ? 12 : level === 'ordinary' ? 5 : 2,
  ...more,
});
const next = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** 1727 sound cases and 155 with one fault each. */
function year(): Dispute[] {
  const many = (count: number, from: number, make: (n: number) => Dispute) =>
    Array.from({ length: count }, (_, i) => make(from + i));
  const sound = [
    ...many(1631, 0, (n) => dispute(n, 'simple')),
    ...many(87, 2000, (n) => dispute(n, 'ordinary')),
    ...many(9, 3000, (n) => dispute(n, 'major')),
  ];
  const copied =
    '两家相邻，屋后滴水长年流进对方菜地，土埂塌了一截，双方各说各的理，经村上两次上门量了尺寸，商定由高处人家修一条石砌水沟引到路边，低处人家让出一锹宽的地，今后互不追究。';
  const faulty = [
    ...many(60, 4000, (n) => dispute(n, 'simple', { but: 'no-follow-up' })),
    ...many(20, 4100, (n) => dispute(n, 'simple', { but: 'not-archived' })),
    ...many(25, 4200, (n) => dispute(n, 'simple', { but: 'not-performed' })),
    // Raised above what the record shows.
    ...many(15, 4300, (n) => dispute(n, 'major', { people: 2 })),
    // The same two people again within the month.
    ...many(20, 100, (n) => dispute(n + 4400, 'simple', { names: dispute(n, 'simple').names, day: next(dayOf(n), 7) })),
    // One story, sixteen times: the first is the original, and one of the sound ones.
    ...many(15, 4600, (n) =>
      dispute(n, 'simple', { summary: copied.replace('两家', `${word(n)}两家`), day: '2018-10-09' }),
    ),
  ];
  const original = dispute(1, 'simple', { summary: copied, day: '2018-10-08' });
  return [...sound.filter((_, i) => i !== 1), original, ...faulty];
}

function scriptOf(d: Dispute, organisationId: string): CaseScript {
  const [a, b] = d.names;
  const on = (days: number, event: string, fields: Record<string, unknown> = {}) => ({
    event,
    happenedOn: next(d.day, days),
    fields,
  });
  return {
    open: { kind: 'mediation', organisationId },
    steps: [
      on(0, 'register', {
        parties: [
          { role: 'applicant', kind: 'natural', name: a },
          { role: 'respondent', kind: 'natural', name: b },
        ],
        origin: 'applied',
        dispute_type: 'neighbour',
        summary: d.summary,
        level: d.level,
        people_count: d.people ?? 2,
      }),
      on(0, 'accept'),
      on(0, 'mediate'),
      on(1, 'agree-in-writing', { signed_and_sealed: true }),
      ...(d.but === 'not-performed' ? [] : [on(2, 'record-performance', { performance: 'performed' })]),
      ...(d.but === 'no-follow-up' ? [] : [on(10, 'follow-up')]),
      ...(d.but === 'not-archived' ? [] : [on(12, 'archive')]),
    ],
  };
}

describe('the subsidies of Gaotai 2018', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    desk = await openDesk('2018-12-28');
  });
  afterAll(() => desk.close());

  it('come out of the cases: 1631×100 + 87×200 + 9×300 = 183 200 yuan', async () => {
    const { rules, rounds, lists } = desk.subsidies;
    const figuresOf = new Figures(desk.database);
    const county = await desk.county('gaotai');
    const mediator = await county.actor('mediator');
    const officer = await county.actor('mediation-officer');
    const head = await county.actor('bureau-head');
    expect(await rules.addTariff(officer, tariff)).toMatchObject({ version: 1 });
    const disputes = year();
    expect(disputes).toHaveLength(1882);
    for (let at = 0; at < disputes.length; at += 400) {
      const scripts = disputes.slice(at, at + 400).map((d) => scriptOf(d, county.town.id));
      for (const answer of await desk.clerk.batch(mediator, scripts, { origin: 'import' }))
        if (!answer.ok) throw answer.error;
    }
    const round = await rounds.open(officer, { name: '2018年度', period_from: '2018-01-01', period_to: '2018-12-15' });
    expect(await rounds.build(officer, round.id, '2018-12-17')).toEqual({
      claimed: 1882,
      eligible: 1727,
      refused: 155,
      already: 0,
      unassigned: 0,
    });
    const refused = (await lists.claims(officer, round.id, { state: 'refused', limit: 500 })).items;
    const told = new Map<string, number>();
    for (const { refusal } of refused) {
      const reason = (refusal ?? '').replace(/（2018）\S+?号/, '某案').replace(/雷同\d+%/, '雷同');
      told.set(reason, (told.get(reason) ?? 0) + 1);
    }
    expect(Object.fromEntries(told)).toEqual({
      缺少人民调解回访记录: 60,
      缺少人民调解卷宗封面: 20,
      协议没有履行完毕: 25,
      '评为重大，但没有达到涉及10人以上或者涉案100000元以上': 15,
      '与某案当事人相同，相隔7日': 20,
      案情与某案雷同: 15,
    });

    const seed = { seed: '公示栏2018-12-17', seed_source: '局公告栏', seed_published_on: '2018-12-17' };
    await rounds.draw(officer, round.id, { ...seed, sample_permille: 10, drawn_on: '2018-12-17' });
    const drawn = (await lists.claims(officer, round.id, { drawn: true, limit: 500 })).items;
    expect(drawn).toHaveLength(18);
    const inspections = drawn.map((c) => ({
      caseId: c.id,
      steps: [{ event: 'inspect', happenedOn: '2018-12-17', fields: { score: 90 } }],
    }));
    for (const answer of await desk.clerk.batch(officer, inspections, { origin: 'person' }))
      if (!answer.ok) throw answer.error;

    for (const [by, event, happenedOn] of [
      [officer, 'propose', '2018-12-17'],
      [officer, 'publish', '2018-12-18'],
      [head, 'approve', '2018-12-24'],
      [officer, 'pay', '2018-12-25'],
    ] as const)
      expect(await rounds.advance(by, round.id, { event, happenedOn })).toEqual({ done: 1727, refused: [] });

    const paid = await lists.payments(officer, round.id);
    expect(paid).toMatchObject({ count: 1727, amount_fen: 183_200_00 });
    expect(paid.entries.flatMap((e) => e.lines.map((l) => [l.level, l.count, l.rate_fen, l.tariff])).sort()).toEqual(
      [
        ['一般', 87, 200_00, '人民调解个案补贴标准(第1版)'],
        ['简单', 1631, 100_00, '人民调解个案补贴标准(第1版)'],
        ['重大', 9, 300_00, '人民调解个案补贴标准(第1版)'],
      ].sort(),
    );

    const request = { jurisdictionId: county.jurisdictionId, year: 2018, allVariants: true, withCases: true };
    const figures = await figuresBy(figuresOf, request);
    const printed = (name: string) => {
      const f = figures.get(name);
      return f && [f.printed, f.unit];
    };
    expect(printed('mediator-subsidy-applications')).toEqual(['1882', '件']);
    expect(printed('mediator-subsidy-cases')).toEqual(['1727', '件']);
    expect(printed('mediator-subsidy-cases-by-tier/simple')).toEqual(['1631', '件']);
    expect(printed('mediator-subsidy-cases-by-tier/ordinary')).toEqual(['87', '件']);
    expect(printed('mediator-subsidy-cases-by-tier/major')).toEqual(['9', '件']);
    expect(printed('mediator-subsidy-amount')).toEqual(['18.32', '万元']);
    expect(printed('mediator-subsidy-standard')).toEqual(['300', '元']);
    expect(printed('mediator-subsidy-standard/lowest')).toEqual(['100', '元']);
    expect(figures.get('mediator-subsidy-amount')?.caseLists.numeratorIds).toHaveLength(1727);
    const before = await figuresBy(figuresOf, { ...request, year: 2017 });
    expect(before.get('mediator-subsidy-standard')?.printed).toBe('—');
    // The county next door sees none of it.
    const neighbour = await desk.county('linze');
    const stranger = await neighbour.actor('mediation-officer');
    await expect(lists.summary(stranger, round.id)).rejects.toThrow('没有这一批次');
  }, 240_000);
});
