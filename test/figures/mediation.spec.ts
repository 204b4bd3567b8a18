import { mediationFacts } from '@anjuan/cases/mediation';
import { Identity } from '@anjuan/identity';
import { foundDisputes } from '@anjuan/registers';
import { Figures } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import { addCases, addEntries, type CaseRow, type Facts, figuresBy, quotientsOf, valuesOf } from './fact-rows';

const agreed = (accepted_on: string, agreed_on: string, more: Facts = {}): CaseRow => ({
  facts: {
    received_on: accepted_on,
    accepted_on,
    mediated_on: agreed_on,
    agreed_on,
    closed_on: agreed_on,
    outcome: 'agreed-written',
    agreement_form: 'written',
    level: 'simple',
    ...more,
  },
});
const ended = (accepted_on: string, closed_on: string, outcome: string, more: Facts = {}): CaseRow => ({
  facts: { received_on: accepted_on, accepted_on, closed_on, outcome, level: 'simple', ...more },
});
const performed = (performed_on: string): Facts => ({ performance: 'performed', performed_on });
const oral = { outcome: 'agreed-oral', agreement_form: 'oral' };

/** The year 2024 of a small county, counted by hand. */
const year: readonly CaseRow[] = [
  agreed('2023-12-01', '2023-12-31', {
    agreement_fen: 900_000_00,
    prevented_on: '2023-12-31',
    prevention: 'criminal',
    prevented_people: 5,
  }),
  // Carried in: one agreed on the first day, one failed on the last, one agreed next year.
  agreed('2023-12-31', '2024-01-01', {
    agreement_fen: 10_000_01,
    ...performed('2024-01-02'),
    perform_due_on: '2024-01-31',
  }),
  ended('2023-12-30', '2024-12-31', 'failed', { dispute_type: 'neighbour' }),
  agreed('2023-12-29', '2025-01-01'),
  // Accepted this year.
  agreed('2024-01-01', '2024-01-01', {
    ...oral,
    on_the_spot: true,
    ...performed('2024-01-01'),
    dispute_type: 'neighbour',
  }),
  agreed('2024-02-01', '2024-12-31', {
    agreement_fen: 20_000_50,
    level: 'difficult',
    dispute_type: 'neighbour',
    prevented_on: '2024-12-31',
    prevention: 'mass',
    prevented_people: 40,
    ...performed('2025-01-10'),
    perform_due_on: '2025-01-15',
  }),
  agreed('2024-03-01', '2024-03-05', {
    agreement_fen: 5_099_49,
    level: 'major',
    prevented_on: '2024-03-05',
    prevention: 'criminal',
    prevented_people: 3,
    performance: 'partly',
    performed_on: '2024-04-01',
    perform_due_on: '2024-03-31',
    confirmation_applied_on: '2024-03-10',
    confirmation: 'confirmed',
    confirmed_on: '2024-03-20',
  }),
  agreed('2024-04-01', '2024-04-02', {
    confirmation_applied_on: '2024-04-10',
    confirmation: 'rejected',
    confirmed_on: '2024-04-20',
  }),
  agreed('2024-11-01', '2024-11-05', {
    confirmation_applied_on: '2024-11-20',
    confirmation: 'confirmed',
    confirmed_on: '2025-01-02',
  }),
  agreed('2024-05-01', '2024-05-06', {
    origin: 'court-assigned',
    // How many people was not written down.
    prevented_on: '2024-05-06',
    prevention: 'criminal',
  }),
  ended('2024-05-02', '2024-06-02', 'failed', {
    origin: 'court-assigned',
    level: 'difficult',
    dispute_type: 'contract',
    escalated_on: '2024-12-31',
    escalation: 'petition',
  }),
  ended('2024-05-03', '2024-06-03', 'withdrawn', {
    origin: 'petition',
    escalated_on: '2025-01-01',
    escalation: 'criminal',
  }),
  ended('2024-05-04', '2024-06-04', 'transferred'),
  // Registered, declined: never accepted.
  { facts: { received_on: '2024-06-05', closed_on: '2024-06-06', outcome: 'declined' } },
  // Still being mediated; accepted after the year.
  { facts: { received_on: '2024-12-31', accepted_on: '2024-12-31', level: 'simple' } },
  agreed('2025-01-01', '2025-01-02'),
];

const found = (found_on: string, handling: string, risk: string | null = null): Facts => ({ found_on, handling, risk });
const finds: readonly Facts[] = [
  found('2023-12-31', 'on-spot', 'high'),
  found('2024-01-01', 'on-spot', 'low'),
  found('2024-12-31', 'on-spot', 'medium'),
  found('2024-06-01', 'case', 'high'),
  found('2024-06-02', 'watched'),
];

describe('the figures of a small mediation year', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let figures: Figures;
  let jurisdictionId: number;
  beforeAll(async () => {
    desk = await openDesk('2025-02-28');
    figures = new Figures(desk.database);
    const county = await desk.county('small');
    jurisdictionId = county.jurisdictionId;
    await addCases(desk.database, county, mediationFacts, year);
    await addEntries(desk.database, county, foundDisputes.sheet, finds);
  });
  afterAll(() => desk.close());

  it('counts success on the day of the agreement and failure on the day it ended', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const expected = {
      'mediation-accepted': 10,
      'mediation-handled': 13,
      'mediation-handled/ended': 9,
      'mediation-carried-in': 3,
      'mediation-closed': 11,
      'mediation-pending': 2,
      'mediation-succeeded': 7,
      'mediation-written-agreements': 6,
      'mediation-difficult': 3,
      'mediation-judicial-confirmations': 1,
      'mediation-judicial-confirmations/applied': 3,
      'mediation-petition': 1,
      'prelitigation-mediation-received': 2,
      'prelitigation-mediation-succeeded': 1,
      'mediation-by-origin/court-assigned': 2,
      'mediation-by-origin': 3,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
  });

  it('divides success and performance by the base that each variant names', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const quotients: Readonly<Record<string, readonly [number, number]>> = {
      'mediation-success-rate': [7, 9],
      'mediation-success-rate/handled': [7, 13],
      'mediation-success-rate/accepted': [7, 10],
      'mediation-difficult-success-rate': [2, 3],
      'prelitigation-mediation-rate': [1, 2],
      'mediation-handling-rate': [9, 10],
      'mediation-agreement-performance-rate': [2, 7],
      'mediation-agreement-performance-rate/due': [1, 2],
    };
    const counted = Object.keys(quotients).map((name) => [
      name,
      [rows.get(name)?.numerator, rows.get(name)?.denominator],
    ]);
    expect(Object.fromEntries(counted)).toEqual(quotients);
  });

  it('shares types out over what was accepted, and counts what escalated and what was prevented', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const quotients = {
      'mediation-category-share': [3, 10],
      'mediation-category-share/neighbour': [2, 10],
      'mediation-category-share/contract': [1, 10],
      'mediation-category-share/medical': [0, 10],
    };
    expect(quotientsOf(rows, Object.keys(quotients))).toEqual(quotients);
    const expected = {
      'disputes-escalated': 1,
      'disputes-prevented': 2,
      'disputes-prevented/threatening': 1,
      'disputes-prevented-criminal': 2,
      'disputes-prevented-criminal/any': 3,
      // Of one of the two nobody wrote down how many it concerned.
      'disputes-prevented-criminal/people': 3,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
  });

  it('adds up amounts in fen, with the number of cases beside', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    // 10 000.01 + 20 000.50 + 5 099.49 yuan = 35 100.00 yuan.
    expect(rows.get('mediation-agreement-amount')).toMatchObject({
      value: 3_510_000,
      printed: '3.51',
      unit: '万元',
      numerator: 7,
    });
    const byAmount = rows.get('mediation-agreement-performance-rate/amount');
    expect(byAmount).toMatchObject({ numerator: 2, denominator: 7 });
    expect(byAmount?.value).toBeCloseTo((1_000_001 / 3_510_000) * 100, 10);
  });
});

describe('where disputes were resolved', () => {
  it('tells committees, the court branch and the bureau apart', async () => {
    const desk = await openDesk('2025-02-28');
    try {
      const county = await desk.county('tree');
      const kinds = ['village-committee', 'industry-committee', 'enterprise-committee', 'court-branch'] as const;
      const places = await new Identity(desk.database, desk.clock).createOrganisations(
        county.jurisdictionId,
        kinds.map((kind) => ({ parentId: county.bureau.id, kind, name: kind, code: kind })),
      );
      const one = agreed('2024-02-01', '2024-02-02');
      const at = (organisationId: string): CaseRow => ({ ...one, organisationId });
      const [village = '', industry = '', enterprise = '', court = ''] = places.map(({ id }) => id);
      await addCases(desk.database, county, mediationFacts, [
        one,
        at(county.town.id),
        at(village),
        at(village),
        at(industry),
        at(enterprise),
        at(court),
        at(court),
        { ...ended('2024-02-01', '2024-02-03', 'failed'), organisationId: village },
      ]);
      const rows = await figuresBy(new Figures(desk.database), {
        jurisdictionId: county.jurisdictionId,
        year: 2024,
        allVariants: true,
      });
      expect(
        valuesOf(rows, ['disputes-resolved', 'disputes-resolved/with-centre', 'nonlitigation-centre-resolved']),
      ).toEqual({
        'disputes-resolved': 6,
        'disputes-resolved/with-centre': 8,
        'nonlitigation-centre-resolved': 2,
      });
      expect(rows.get('grassroots-resolution-rate')).toMatchObject({ numerator: 5, denominator: 6 });
    } finally {
      await desk.close();
    }
  });
});
