import type { CaseList, FigureRow } from '@anjuan/statistics';
import { type Office, openOffice } from '@test/office';
import { mistakes, refusals, suit } from './entries';

const government = { role: 'defendant', kind: 'organ', name: '测试县人民政府' } as const;
const police = { role: 'co-defendant', kind: 'organ', name: '测试县公安局' } as const;
const plaintiff = { role: 'plaintiff', kind: 'natural', name: '孙三' } as const;
const joint = suit({
  parties: [plaintiff, government, police],
  standing: 'review-joint',
  after_reconsideration: true,
});
const principal = { attended: true, head_name: '周县长', post: '县长', head_rank: 'principal', spoke: true };
const policeAt = (hearing_on: string, more: Readonly<Record<string, unknown>>) => ({
  hearing_on,
  organ: 'co-defendant#1',
  organ_level: 'department',
  ...more,
});

describe('the head of each defendant organ at each hearing', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-04-01');
  });
  afterAll(() => office.close());
  const sued = (fields: Readonly<Record<string, unknown>>) =>
    office.as('litigation-officer').receives('litigation', 'receive-notice', '2024-04-01', fields);
  const readings = async (knownOn = '') => {
    const known = knownOn === '' ? '' : `&known_on=${knownOn}`;
    const rows = await office.as('bureau-head').get<FigureRow[]>(`/figures?year=2024&all_variants=true${known}`);
    return (metric: string, variant = 'default') => {
      const row = rows.find((r) => r.metric === metric && r.variant === variant);
      return row && [row.numerator, row.denominator];
    };
  };

  it('is recorded by hearing and organ, and counts once for organ and instance', async () => {
    const file = await sued(joint);
    await file.on('2024-04-10').does('file-answer');
    const silent = { open_court: true, spoke: true, absence_reason: 'duty', absence_proof: 'seal' };
    expect(await refusals(file.on('2024-06-03').does('hold-hearing', silent))).toEqual(['head.spoke']);
    await file.on('2024-06-03').does('hold-hearing', { open_court: true, head_notified: true, ...principal });
    // Once is enough: at the second hearing nothing is owed by the government.
    await file.on('2024-06-24').does('hold-further-hearing', { open_court: true });

    const other = file.on('2024-07-01');
    const deputy = { attended: true, head_name: '钱副局长', post: '副局长', head_rank: 'deputy' };
    await other.does('record-attendance', policeAt('2024-06-24', deputy));
    expect(await refusals(other.does('record-attendance', policeAt('2024-06-25', deputy)))).toEqual([
      'attendance.hearing',
    ]);
    expect(await refusals(other.does('record-attendance', policeAt('2024-06-03', {})))).toEqual(['attendance.absence']);
    // Told of only now, though it lies before: owed then, since nobody of the police had come yet.
    await other.does(
      'record-attendance',
      policeAt('2024-06-03', { absence_reason: 'duty', absence_proof: 'signature' }),
    );
    expect(await refusals(other.does('record-attendance', policeAt('2024-06-03', deputy)))).toEqual([
      'attendance.once',
    ]);
    expect(await mistakes(other.does('record-attendance', policeAt('2024-06-03', { organ: 'plaintiff#1' })))).toEqual([
      'organ: 行政机关：不是本案的被告、共同被告',
    ]);

    const { lines } = await file.page();
    expect(lines?.title).toBe('负责人出庭');
    const shown = ['开庭日期', '行政机关', '负责人出庭', '职务', '负责人发声', '未出庭原因', '应当出庭', '代表本审级'];
    const places = shown.map((label) => lines?.columns.indexOf(label) ?? -1);
    const table = (lines?.rows ?? []).map((row) => places.map((i) => row[i]).join(' ')).sort();
    expect(table).toEqual([
      '2024-06-03 测试县人民政府 是 县长 是  是 是',
      '2024-06-03 测试县公安局 否  否 需要履行他人不能代替的公务 是 否',
      '2024-06-24 测试县人民政府 否  否  否 否',
      '2024-06-24 测试县公安局 是 副局长 否  是 是',
    ]);
    // Names stand with the event, not in the facts.
    expect(JSON.stringify(lines)).not.toContain('周县长');

    const figure = await readings();
    expect(figure('litigation-head-appearance-rate')).toEqual([1, 1]);
    expect(figure('litigation-head-appearance-rate', 'called')).toEqual([1, 1]);
    expect(figure('litigation-head-appearance-rate', 'per-hearing')).toEqual([1, 2]);
    expect(figure('litigation-head-appearance-rate', 'per-hearing-all-organs')).toEqual([2, 4]);
    expect(figure('litigation-head-appearance-rate', 'owed')).toEqual([1, 1]);
    expect(figure('litigation-head-appearance-rate', 'per-organ')).toEqual([2, 2]);
    expect(figure('litigation-principal-head-appearances')).toEqual([1, null]);
    expect(figure('litigation-principal-head-appearances', 'departments')).toEqual([0, null]);
    expect(figure('litigation-head-spoke-rate')).toEqual([1, 1]);
    expect(figure('litigation-head-spoke-rate', 'all-organs')).toEqual([1, 2]);

    // Every number opens its rows, on pages that neither repeat nor lose one of the same case.
    const list = '/figures/litigation-head-appearance-rate/cases?year=2024&part=denominator&limit=3';
    const page = (cursor = '') =>
      office.as('bureau-head').get<CaseList>(`${list}&variant=per-hearing-all-organs${cursor}`);
    const first = await page();
    const second = await page(`&cursor=${encodeURIComponent(first.next ?? '')}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, null]);
    const hearings = [...first.items, ...second.items].map((i) => i.facts.map((f) => f.value).join(' '));
    expect(new Set([...first.items, ...second.items].map((i) => i.id))).toEqual(new Set([file.id]));
    expect(hearings.filter((h) => h.includes('2024-06-03'))).toHaveLength(2);
  });

  it('may be left to the head of another defendant, which nobody owes twice', async () => {
    const file = await sued(joint);
    await file.on('2024-08-05').does('hold-hearing', { open_court: true, ...principal });
    await file
      .on('2024-08-06')
      .does('record-attendance', policeAt('2024-08-05', { absence_reason: 'agreed', absence_proof: 'none' }));
    const figure = await readings();
    expect(figure('litigation-head-appearance-rate', 'per-organ')).toEqual([3, 3]);

    const alone = await sued(suit());
    const left = { open_court: true, absence_reason: 'agreed', absence_proof: 'none' };
    expect(await refusals(alone.on('2024-08-07').does('hold-hearing', left))).toEqual(['head.agreed']);
  });

  it('counts an organ with a file of its own there, and a third party nowhere', async () => {
    const before = (await readings())('litigation-head-appearance-rate', 'per-hearing-all-organs');
    const file = await sued(joint);
    await file.on('2024-09-02').does('hold-hearing', { open_court: true, ...principal });
    await file.on('2024-09-03').does('record-attendance', policeAt('2024-09-02', { ...principal, filed_apart: true }));
    const bystander = await sued(suit({ standing: 'third-party' }));
    await bystander.on('2024-09-04').does('hold-hearing', { open_court: true });
    expect((await bystander.page()).lines?.rows).toEqual([]);
    const after = (await readings())('litigation-head-appearance-rate', 'per-hearing-all-organs');
    expect([before, after]).toEqual([
      [3, 6],
      [4, 7],
    ]);
    // Rows are never overwritten: at the end of June nobody had told of the police.
    const inJune = await readings('2024-06-30');
    expect(inJune('litigation-head-appearance-rate', 'per-hearing-all-organs')).toEqual([1, 2]);
  });
});
