import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import { FieldErrors } from '@anjuan/casework';
import { supervisionFacts } from '@anjuan/coordination';
import { Figures } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import { addCases, type CaseRow, figuresBy, quotientsOf, valuesOf } from './fact-rows';

/** Received, accepted, concluded, how. */
const closed = (
  organ_received_on: string,
  accepted_on: string,
  concluded_on: string,
  outcome: string,
  more = {},
): CaseRow => ({
  facts: { organ_received_on, accepted_on, concluded_on, outcome, ...more },
});
const left = (organ_received_on: string, left_on: string, exit: string): CaseRow => ({
  facts: { organ_received_on, left_on, exit },
});

/** The year 2024 of a small county, counted by hand. */
const year: readonly CaseRow[] = [
  // Before the year: over on its eve, and never counted again.
  closed('2023-11-01', '2023-11-03', '2023-12-31', 'upheld', { matter: 'penalty' }),
  left('2023-12-20', '2023-12-31', 'not-accepted'),
  // Carried in, accepted: two are concluded this year (one on its first day, one on its last), one next year.
  closed('2023-12-01', '2023-12-05', '2024-01-01', 'revoked', { redo_ordered: true }),
  closed('2023-12-02', '2023-12-31', '2024-12-31', 'unlawful', {
    sued_on: '2025-01-10',
    applicant_kind: 'legal',
    // Nearly the whole year of it suspended; mediation was tried on the eve of the year.
    excluded_days: 300,
    mediation_tried_on: '2023-12-31',
  }),
  closed('2023-12-03', '2023-12-29', '2025-01-01', 'upheld'),
  // Carried in, not yet accepted: one accepted this year and concluded, one refused.
  closed('2023-12-30', '2024-01-02', '2024-03-01', 'modified', { authority: 'department', authority_name: '县财政局' }),
  left('2023-12-31', '2024-01-05', 'redirected'),
  // Received this year.
  closed('2024-01-01', '2024-01-04', '2024-02-20', 'upheld', {
    sued_on: '2024-03-05',
    matter: 'penalty',
    field: 'police',
    authority: 'government',
    excluded_days: 0,
  }),
  closed('2024-01-09', '2024-01-12', '2024-02-21', 'dismissed-claims', {
    matter: 'penalty',
    authority: 'department',
    authority_name: '县公安局',
  }),
  closed('2024-02-01', '2024-02-05', '2024-03-15', 'dismissed-application', { matter: 'disclosure' }),
  closed('2024-02-02', '2024-02-08', '2024-04-01', 'partly-revoked', { applicant_kind: 'legal' }),
  closed('2024-02-03', '2024-02-09', '2024-04-02', 'perform-ordered', {
    perform_due_on: '2024-06-01',
    performance: 'performed',
    performed_on: '2024-05-30',
  }),
  closed('2024-03-01', '2024-03-05', '2024-04-20', 'void', {
    excluded_days: 10,
    mediation_tried_on: '2024-03-20',
    perform_due_on: '2024-12-31',
    performance: 'performed',
    performed_on: '2025-01-05',
  }),
  closed('2024-03-02', '2024-03-06', '2024-04-21', 'withdrawn', {
    withdrawal_reason: 'after-mediation',
    mediation_tried_on: '2024-04-15',
  }),
  closed('2024-03-03', '2024-03-07', '2024-04-22', 'withdrawn', { withdrawal_reason: 'after-change' }),
  closed('2024-03-04', '2024-03-08', '2024-04-23', 'withdrawn', { withdrawal_reason: 'voluntary' }),
  closed('2024-03-05', '2024-03-11', '2024-04-24', 'settled-withdrawn', { withdrawal_reason: 'after-mediation' }),
  closed('2024-03-06', '2024-03-12', '2024-04-25', 'terminated-other'),
  closed('2024-05-06', '2024-05-10', '2024-06-30', 'mediated', {
    track: 'simplified',
    deemed: true,
    applicant_kind: 'legal',
    mediation_tried_on: '2024-06-01',
  }),
  // A mediation paper takes effect, and so counts, on the last signature and seal: next year.
  closed('2024-12-02', '2024-12-06', '2025-01-03', 'mediated', {
    effective_on: '2025-01-03',
    mediation_tried_on: '2024-12-31',
  }),
  closed('2024-07-01', '2024-07-02', '2024-07-03', 'withdrawn', { withdrawal_reason: 'voluntary', pre_settled: true }),
  left('2024-08-01', '2024-08-05', 'not-accepted'),
  {
    facts: {
      organ_received_on: '2024-08-02',
      left_on: '2024-08-05',
      exit: 'pre-settled',
      mediation_tried_on: '2024-08-05',
    },
  },
  left('2024-08-03', '2024-08-20', 'deemed-abandoned'),
  left('2024-08-04', '2024-08-06', 'withdrawn'),
  // Open at the end: accepted but undecided; received on the last day; refused only next year.
  { facts: { organ_received_on: '2024-12-20', accepted_on: '2024-12-26', mediation_tried_on: '2025-01-02' } },
  { facts: { organ_received_on: '2024-12-31' } },
  left('2024-12-30', '2025-01-03', 'not-accepted'),
  // Accepted on the last day by lapse of time, from last year's paper to next year's decision.
  closed('2024-12-24', '2024-12-31', '2025-02-01', 'revoked', { deemed: true }),
  // After the year.
  closed('2025-01-01', '2025-01-02', '2025-01-20', 'revoked'),
];

const order = (issued_on: string, grade: string, concerns: string | null): CaseRow => ({
  facts: { issued_on, grade, concerns },
});
const orders: readonly CaseRow[] = [
  order('2023-12-31', 'listed', 'reconsideration'),
  order('2024-01-01', 'listed', 'reconsideration'),
  order('2024-12-31', 'urgent', 'reconsideration'),
  order('2024-06-01', 'listed', 'litigation'),
  // Under no case, and of before the kind was kept.
  order('2024-06-02', 'listed', null),
];

describe('the figures of a small reconsideration year', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let figures: Figures;
  let jurisdictionId: number;
  beforeAll(async () => {
    desk = await openDesk('2025-02-28');
    figures = new Figures(desk.database);
    const county = await desk.county('small');
    jurisdictionId = county.jurisdictionId;
    await addCases(desk.database, county, reconsiderationFacts, year);
    await addCases(desk.database, county, supervisionFacts, orders);
  });
  afterAll(() => desk.close());

  it('counts what came in, went out and stayed, with both stocks', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const expected = {
      'reconsideration-received': 22,
      'reconsideration-accepted': 17,
      'reconsideration-carried-in': 3,
      'reconsideration-carried-in/unaccepted': 2,
      'reconsideration-carried-in/both': 5,
      'reconsideration-handled': 20,
      'reconsideration-caseload': 20,
      'reconsideration-caseload/received': 27,
      'reconsideration-concluded': 16,
      'reconsideration-concluded/all-closings': 21,
      'reconsideration-pending': 4,
      'reconsideration-pending/unaccepted': 2,
      'reconsideration-pending/both': 6,
      'reconsideration-not-accepted': 1,
      'reconsideration-not-accepted/with-redirected': 2,
      'reconsideration-redirected': 1,
      'reconsideration-correction-lapsed': 1,
      'reconsideration-pre-acceptance-settled': 1,
      'reconsideration-pre-acceptance-settled/with-accepted': 2,
      'reconsideration-summary-procedure': 1,
      // Received last year and corrected this year counts among the corrected alone.
      'reconsideration-enterprise-received': 2,
      'reconsideration-enterprise-corrected': 2,
      'reconsideration-enterprise-mediated': 1,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
  });

  it('counts each outcome once, by its main code', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const expected = {
      'reconsideration-upheld': 1,
      'reconsideration-rejected': 2,
      'reconsideration-rejected/application': 1,
      'reconsideration-rejected/claims': 1,
      'reconsideration-corrected': 6,
      'reconsideration-revoked': 2,
      'reconsideration-revoked-remade': 1,
      'reconsideration-changed': 1,
      'reconsideration-confirmed-illegal': 1,
      'reconsideration-ordered-perform': 1,
      'reconsideration-mediated-settled': 3,
      'reconsideration-mediated-withdrawn': 2,
      'reconsideration-withdrawn-after-change': 1,
      'reconsideration-withdrawn-voluntary': 2,
      'reconsideration-terminated': 6,
      'reconsideration-other-concluded': 1,
      'reconsideration-comprehensive-resolved': 9,
      'reconsideration-then-sued': 1,
      'reconsideration-settled-no-suit': 15,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
  });

  it('divides by the base that each variant names', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const quotients: Readonly<Record<string, readonly [number, number]>> = {
      'reconsideration-acceptance-rate': [17, 22],
      'reconsideration-completion-rate': [16, 20],
      'reconsideration-completion-rate/accepted': [16, 17],
      'reconsideration-completion-rate/received': [21, 22],
      'reconsideration-completion-rate/caseload': [21, 27],
      'reconsideration-completion-rate/concluded-caseload': [16, 27],
      'reconsideration-direct-correction-rate': [6, 16],
      'reconsideration-direct-correction-rate/accepted': [6, 17],
      'reconsideration-direct-correction-rate/all-closings': [6, 21],
      'reconsideration-direct-correction-rate/less-terminated': [6, 9],
      'reconsideration-comprehensive-correction-rate': [7, 16],
      'reconsideration-comprehensive-resolution-rate': [9, 16],
      'reconsideration-comprehensive-resolution-rate/mediated-settled': [3, 16],
      'reconsideration-mediation-rate': [6, 16],
      'reconsideration-mediation-rate/mediated-settled': [3, 16],
      'reconsideration-mediation-rate/mediated': [1, 16],
      'reconsideration-mediation-rate/all-closings': [8, 21],
      'reconsideration-mediation-rate/received': [7, 22],
      'reconsideration-upheld-rate': [1, 16],
      'reconsideration-upheld-rate/with-rejected': [3, 16],
      'reconsideration-settled-rate': [15, 16],
      'reconsideration-settled-rate/all-closings': [20, 21],
      // Performed in the next year is not performed in this one.
      'reconsideration-decision-execution-rate': [1, 2],
    };
    const counted = Object.keys(quotients).map((name) => [
      name,
      [rows.get(name)?.numerator, rows.get(name)?.denominator],
    ]);
    expect(Object.fromEntries(counted)).toEqual(quotients);
    expect(rows.get('reconsideration-direct-correction-rate')).toMatchObject({
      value: 37.5,
      printed: '37.5',
      unit: '%',
    });
  });

  it('tells authorities, categories and outcomes apart, and what was put to mediation and supervised', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const expected = {
      'reconsideration-by-authority': 2,
      'reconsideration-by-authority/government': 1,
      'reconsideration-by-authority/department': 1,
      'reconsideration-by-authority/dispatched': 0,
      // Received last year, accepted this one.
      'reconsideration-by-authority-accepted': 3,
      'reconsideration-by-authority-accepted/department': 2,
      // Whatever came of it: settled, failed, before acceptance, on the year's last day; not last year's and not next year's.
      'reconsideration-mediation-attempted': 5,
      // One from before attempts were kept is known by its end.
      'reconsideration-mediation-attempted/concluded': 5,
      'reconsideration-supervised': 1,
      'reconsideration-supervised/all-grades': 2,
      'reconsideration-category': 3,
      'reconsideration-category/matter-penalty': 2,
      'reconsideration-category/matter-disclosure': null,
      'reconsideration-category-growth': 200,
      'reconsideration-category-growth/matter-penalty': 100,
      'reconsideration-category-growth/matter-disclosure': null,
      'reconsideration-category-growth/field-police': null,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
    const quotients = {
      'reconsideration-category-share': [3, 22],
      'reconsideration-category-share/matter-penalty': [2, 22],
      'reconsideration-category-share/matter-licence': [0, 22],
      'reconsideration-category-share/field-police': [1, 22],
      'reconsideration-category-share/enterprise': [2, 22],
      'reconsideration-outcome-share': [16, 16],
      'reconsideration-outcome-share/upheld': [1, 16],
      'reconsideration-outcome-share/mediated': [1, 16],
      'reconsideration-outcome-share/rejected': [2, 16],
      'reconsideration-outcome-share/terminated': [6, 16],
      'reconsideration-mediation-rate/attempted': [3, 5],
    };
    expect(quotientsOf(rows, Object.keys(quotients))).toEqual(quotients);
  });

  it('averages the days of the concluded reviews, all of them or less what does not count', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true, compared: true });
    const days = (variant: string) => {
      const row = rows.get(`reconsideration-average-days${variant}`);
      return [row?.summed, row?.denominator, row?.printed, row?.unit];
    };
    // 27+366+59+47+40+39+53+53+46+46+46+46+44+44+51+1 over sixteen cases; the nine decisions come first in that list.
    expect(days('')).toEqual([1008, 16, '63', '天']);
    expect(days('/decided')).toEqual([730, 9, '81.11', '天']);
    expect(days('/received')).toEqual([1099, 16, '68.69', '天']);
    // Only where the days left out are known: (366−300)+(47−0)+(46−10).
    expect(days('/net')).toEqual([149, 3, '49.67', '天']);
    // The one review concluded in 2023 took 58 days.
    expect(rows.get('reconsideration-average-days')?.yearBefore).toMatchObject({
      value: 58,
      printed: '58',
      change: { printed: '8.62', unit: '%' },
    });
    const none = await figuresBy(figures, { jurisdictionId, year: 2022, allVariants: true });
    expect(none.get('reconsideration-average-days')).toMatchObject({ value: null, printed: '—', denominator: 0 });
    const list = await figures.casesOf({ jurisdictionId, year: 2024, metric: 'reconsideration-average-days' });
    const longest = list.items.map((i) => i.facts.find((f) => f.label === '天数')?.text);
    expect(longest).toContain('366天');
    expect(list.items).toHaveLength(16);
  });

  it('stops at the cut-off: what was decided later is still open', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, cutoff: '2024-03-31', allVariants: true });
    const expected = {
      'reconsideration-received': 11,
      'reconsideration-accepted': 12,
      'reconsideration-concluded': 5,
      'reconsideration-concluded/all-closings': 6,
      'reconsideration-pending': 10,
      'reconsideration-pending/unaccepted': 0,
      'reconsideration-carried-in/both': 5,
      'reconsideration-corrected': 2,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
  });

  it('prints a dash where nothing is to be divided, never 0 or 100', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, cutoff: '2024-03-31' });
    expect(rows.get('reconsideration-decision-execution-rate')).toMatchObject({
      value: null,
      printed: '—',
      denominator: 0,
    });
    expect(rows.get('reconsideration-growth-rate')).toMatchObject({ value: null, printed: '—' });
    expect(rows.get('reconsideration-litigation-ratio')).toMatchObject({ value: null, printed: '—' });
  });

  it('compares with the same days of the year before', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024 });
    const growth = rows.get('reconsideration-growth-rate');
    expect(growth).toMatchObject({ numerator: 22, denominator: 7, printed: '214.29' });
    expect(growth?.value).toBeCloseTo((15 / 7) * 100, 10);
    const next = await figuresBy(figures, { jurisdictionId, year: 2025 });
    expect(next.get('reconsideration-growth-rate')).toMatchObject({ numerator: 1, denominator: 22, printed: '-95.45' });
  });

  it('carries over to the next year what this one left open', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2025, allVariants: true });
    const expected = {
      'reconsideration-carried-in': 4,
      'reconsideration-carried-in/unaccepted': 2,
      'reconsideration-concluded': 4,
      'reconsideration-mediated-settled': 1,
      'reconsideration-not-accepted': 1,
      'reconsideration-then-sued/sued-within': 1,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
  });

  it.each([
    ['no year', { year: 20.5 }],
    ['a cut-off in another year', { year: 2024, cutoff: '2025-01-01' }],
    ['a cut-off that is no day', { year: 2024, cutoff: '2024-02-30' }],
    ['a day of knowledge that is none', { year: 2024, knownOn: 'today' }],
  ])('refuses %s', async (_, request) => {
    const asking = figures.figures({ jurisdictionId, ...request });
    await expect(asking).rejects.toThrow(FieldErrors);
  });
});

describe('figures as known on an earlier day', () => {
  it('leaves out what was recorded later, and keeps what was corrected later', async () => {
    const desk = await openDesk('2025-02-28');
    try {
      const figures = new Figures(desk.database);
      const county = await desk.county('late');
      const received = { organ_received_on: '2024-05-06', accepted_on: '2024-05-10' };
      await addCases(desk.database, county, reconsiderationFacts, [
        // Recorded half a year late, at the last minute of a Shanghai day that is the day's afternoon in UTC.
        { facts: [{ from: '2024-11-20T23:59:00+08:00', facts: received }] },
        // Decided in June; the paper was first taken for an upholding.
        {
          facts: [
            { from: '2024-05-06T09:00:00+08:00', facts: received },
            {
              from: '2024-06-20T09:00:00+08:00',
              facts: { ...received, concluded_on: '2024-06-19', outcome: 'upheld' },
            },
            {
              from: '2025-01-08T09:00:00+08:00',
              facts: { ...received, concluded_on: '2024-06-19', outcome: 'revoked' },
            },
          ],
        },
      ]);
      const names = [
        'reconsideration-received',
        'reconsideration-pending',
        'reconsideration-upheld',
        'reconsideration-revoked',
      ];
      const known = async (knownOn?: string) => {
        const request = { jurisdictionId: county.jurisdictionId, year: 2024, knownOn };
        return Object.values(valuesOf(await figuresBy(figures, request), names));
      };
      expect(await known('2024-05-05')).toEqual([0, 0, 0, 0]);
      expect(await known('2024-06-19')).toEqual([1, 1, 0, 0]);
      expect(await known('2024-11-19')).toEqual([1, 0, 1, 0]);
      expect(await known('2024-11-20')).toEqual([2, 1, 1, 0]);
      expect(await known('2025-01-08')).toEqual([2, 1, 0, 1]);
      expect(await known()).toEqual([2, 1, 0, 1]);
    } finally {
      await desk.close();
    }
  });
});
