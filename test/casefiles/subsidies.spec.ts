import { disputeLevels } from '@anjuan/cases/mediation';
import { subsidyTiers } from '@anjuan/subsidies';
import { type Office, openOffice } from '@test/office';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { ClaimDto, ClaimPageDto, PayListDto, PublicNoticeDto } from '../../apps/api/subsidy-claims.dto';
import type { AdvancedDto, BuiltDto, RoundDto, RoundSummaryDto, SampleDto } from '../../apps/api/subsidy-rounds.dto';
import type { PayeeDto, TariffDto } from '../../apps/api/subsidy-tariffs.dto';
import { WhoMediated1795317100000 } from '../../migrations/1795317100000-who-mediated';
import { dispute, mistakes, refusals, whyNot } from './entries';

const terms = {
  rates: [
    { level: 'simple', form: 'oral', fen: 50_00 },
    { level: 'simple', form: 'written', fen: 100_00 },
    { level: 'major', form: 'written', fen: 300_00 },
  ],
  groups: [{ people: 10, permille: 1500 }],
  papers: { written: ['mediation.agreement', 'mediation.follow-up-record', 'mediation.file-cover'] },
  evidence: [{ level: 'major', people: 10 }],
  same_parties_days: 30,
  similar_percent: 80,
  similar_min_length: 30,
  performed_only: true,
  pass_mark: 80,
  notice_days: 5,
};
const people = (a: string, b: string) => [
  { role: 'applicant', kind: 'natural', name: a },
  { role: 'respondent', kind: 'natural', name: b },
];

describe('subsidies for a quarter, from the tariff to the payment', () => {
  let office: Office;
  let round: RoundDto;
  const officer = () => office.as('mediation-officer');
  const head = () => office.as('bureau-head');

  /** A dispute mediated by the town's mediator to a written agreement; `without` leaves steps undone. */
  async function mediated(a: string, b: string, more: object = {}, without: readonly string[] = []): Promise<string> {
    const file = await office
      .as('mediator')
      .receives('mediation', 'register', '2024-03-04', dispute({ parties: people(a, b), level: 'simple', ...more }));
    await file.on('2024-03-05').does('accept');
    await file.on('2024-03-06').does('mediate');
    await file.on('2024-03-08').does('agree-in-writing', { signed_and_sealed: true, terms: '各自清理' });
    if (!without.includes('performance'))
      await file.on('2024-03-11').does('record-performance', { performance: 'performed' });
    if (!without.includes('follow-up')) await file.on('2024-03-20').does('follow-up', { satisfaction: 'satisfied' });
    await file.on('2024-03-22').does('archive');
    return file.id;
  }
  const claims = async (query = ''): Promise<readonly ClaimDto[]> =>
    (await officer().get<ClaimPageDto>(`/subsidies/rounds/${round.id}/claims${query}`)).items;
  const claimOf = async (caseId: string): Promise<ClaimDto> => {
    const found = (await claims()).find((c) => c.case_id === caseId);
    if (!found) throw new Error('not claimed');
    return found;
  };
  const step = (by: ReturnType<typeof officer>, event: string, happened_on: string) =>
    by.post<AdvancedDto>(`/subsidies/rounds/${round.id}/steps`, { event, happened_on });
  const build = (happened_on: string) =>
    officer().post<BuiltDto>(`/subsidies/rounds/${round.id}/claims`, { happened_on });

  let good: string;
  let crowd: string;
  let incomplete: string;
  let unpaid: string;

  beforeAll(async () => {
    office = await openOffice('2024-03-01');
  });
  afterAll(() => office.close());

  it('begins with a tariff, dated and never changed', async () => {
    const tariff = await officer().post<TariffDto>('/subsidies/tariffs', {
      title: '以案定补标准',
      paper: '测司发〔2024〕1号',
      effective_from: '2024-01-01',
      ...terms,
    });
    expect(tariff).toMatchObject({ version: 1, paper: '测司发〔2024〕1号', terms });
    const earlier = officer().post('/subsidies/tariffs', { title: '旧', effective_from: '2024-01-01', ...terms });
    expect(await mistakes(earlier)).toEqual(['effective_from: 应晚于现行第1版的生效日期2024-01-01']);
    await expect(office.as('mediator').get('/subsidies/tariffs')).rejects.toMatchObject({ status: 403 });
  });

  it('grades by the levels of the mediation case', () => {
    expect(subsidyTiers).toEqual(disputeLevels);
  });

  it('claims what the mediator did; nobody types a claim', async () => {
    good = await mediated('赵大', '钱二');
    crowd = await mediated('村民代表孙三', '李四', { level: 'major', people_count: 12 });
    incomplete = await mediated('周五', '吴六', {}, ['follow-up']);
    await mediated('郑七', '王八', { level: 'major' });
    await mediated('钱二', '赵大');
    unpaid = await mediated('冯九', '陈十', {}, ['performance']);
    round = await officer().post<RoundDto>('/subsidies/rounds', {
      name: '2024年第一季度',
      period_from: '2024-01-01',
      period_to: '2024-03-31',
    });
    office.reach('2024-04-01');
    expect(await build('2024-04-01')).toEqual({ claimed: 6, eligible: 2, refused: 4, already: 0, unassigned: 0 });
    // A second time, or in another round of the same months, nothing is claimed twice.
    expect(await build('2024-04-01')).toMatchObject({ claimed: 0, already: 6 });
    const typed = officer().receives('subsidy', 'claim', '2024-04-01', {
      payees: [{ role: 'payee', kind: 'natural', name: '某人' }],
      round: '2024年第一季度',
      payee: office.home.people.mediator,
      case_number: '无',
      case_closed_on: '2024-03-01',
    });
    expect(await refusals(typed)).toEqual(['engine.role']);
    // Nor does anybody correct one, or the name it is paid to: of the edges every kind has, none reaches a fact.
    const file = officer()
      .file((await claimOf(good)).id)
      .on('2024-04-01');
    const more = { field: 'amount_fen', old_value: '10000', new_value: '1000000', reason: '笔误', article: '标准' };
    const before = await file.facts();
    expect(await mistakes(file.does('correct-fact', more))).toEqual(['event: 人民调解补贴申报没有这一环节']);
    const payee = { party: await file.party('payee'), new_name: '某人', reason: '笔误', article: '身份证' };
    expect(await mistakes(file.does('correct-party', payee))).toEqual(['event: 人民调解补贴申报没有这一环节']);
    expect(await file.facts()).toEqual(before);
  });

  it('traces every yuan to the case and the version of the tariff', async () => {
    expect(await claimOf(crowd)).toMatchObject({
      state: 'eligible',
      payee: '人民调解员',
      tariff: '以案定补标准(第1版)',
      level: '重大',
      form: '书面协议',
      people_count: 12,
      rate_fen: 300_00,
      factor_permille: 1500,
      amount_fen: 450_00,
    });
    const page = await officer().file(crowd).page();
    expect(page.children.map((c) => [c.kind, c.state])).toEqual([['subsidy', 'eligible']]);
  });

  it('refuses with every reason', async () => {
    const refused = (await claims('?state=refused')).map((c) => c.refusal).sort();
    const { case_number } = await claimOf(good);
    expect(refused).toEqual(
      [
        '缺少人民调解回访记录',
        '评为重大，但没有达到涉及10人以上',
        '协议没有履行完毕',
        `与${case_number}当事人相同，相隔0日`,
      ].sort(),
    );
  });

  it('checks again what was completed and sent in again', async () => {
    await office.as('mediator').file(incomplete).on('2024-04-02').does('follow-up', { satisfaction: 'satisfied' });
    const { id } = await claimOf(incomplete);
    await officer().file(id).on('2024-04-02').does('resubmit', { note: '已补回访记录' });
    expect(await build('2024-04-02')).toEqual({ claimed: 0, eligible: 1, refused: 0, already: 5, unassigned: 0 });
    expect(await claimOf(incomplete)).toMatchObject({ state: 'eligible', amount_fen: 100_00, refusal: null });
  });

  it('proposes nothing before the draw', async () => {
    const early = await step(officer(), 'propose', '2024-04-02');
    expect(early.done).toBe(0);
    expect(early.refused.map((r) => r.messages)).toEqual(Array(3).fill(['本批次尚未抽样评查，不能报批。']));
    const { id } = await claimOf(good);
    expect(await refusals(officer().file(id).on('2024-04-02').does('propose'))).toEqual(['inspection.before-proposal']);
  });

  it('draws files to inspect by a published seed, once', async () => {
    const draw = (seed: string) =>
      officer().post<SampleDto>(`/subsidies/rounds/${round.id}/draw`, {
        seed,
        seed_source: '局公告栏',
        seed_published_on: '2024-04-02',
        sample_permille: 400,
        drawn_on: '2024-04-03',
      });
    office.reach('2024-04-03');
    const { numbers } = await draw('0817');
    expect(numbers).toHaveLength(2);
    expect(await draw('0817')).toEqual({ numbers });
    expect(await whyNot(draw('0818'))).toBe('本批次已于2024-04-03抽样，不能重抽。');
    expect((await claims('?drawn=true')).map((c) => c.case_number).sort()).toEqual([...numbers].sort());
  });

  it('inspects whatever becomes eligible after the draw', async () => {
    await office.as('mediator').file(unpaid).on('2024-04-03').does('record-performance', { performance: 'performed' });
    const { id } = await claimOf(unpaid);
    await officer().file(id).on('2024-04-03').does('resubmit', { note: '已履行' });
    expect(await build('2024-04-03')).toMatchObject({ claimed: 0, eligible: 1 });
    expect(await claimOf(unpaid)).toMatchObject({ state: 'eligible', to_inspect: true, draw_place: null });
    expect(await refusals(officer().file(id).on('2024-04-03').does('propose'))).toEqual(['inspection.passed']);
    await officer().file(id).on('2024-04-03').does('inspect', { score: 95 });
  });

  it('holds back what is not inspected or inspected badly', async () => {
    const [first, second] = (await claims('?drawn=true')).filter((c) => c.case_id !== unpaid);
    if (!first || !second) throw new Error('nothing drawn');
    office.reach('2024-04-07');
    const unscored = await step(officer(), 'propose', '2024-04-03');
    expect(unscored.done).toBe(2);
    expect(unscored.refused.map((r) => r.messages)).toEqual(Array(2).fill(['本件须评查，尚未评分。']));
    await officer().file(first.id).on('2024-04-04').does('inspect', { score: 92 });
    await officer().file(second.id).on('2024-04-04').does('inspect', { score: 61, findings: '笔录缺页' });
    const scored = await step(officer(), 'propose', '2024-04-07');
    expect(scored).toMatchObject({
      done: 1,
      refused: [{ claimId: second.id, messages: ['评查得61分，低于合格分数80分。'] }],
    });
    await officer().file(second.id).on('2024-04-07').does('revoke', { refusal: '评查不合格' });
    const again = officer().file(second.id).on('2024-04-07').does('resubmit');
    expect(await refusals(again)).toEqual(['resubmission.not-revoked']);
  });

  it('is approved by another person, published with masked names, and paid after the notice', async () => {
    const own = await step(officer(), 'approve', '2024-04-07');
    expect(own).toMatchObject({ done: 0 });
    expect(own.refused[0]?.messages).toEqual(['报批人不能批准自己报批的补贴。']);
    expect(await step(officer(), 'publish', '2024-04-07')).toEqual({ done: 3, refused: [] });
    expect(await step(head(), 'approve', '2024-04-07')).toEqual({ done: 3, refused: [] });
    office.reach('2024-04-12');
    expect((await step(officer(), 'pay', '2024-04-11')).refused[0]?.messages).toEqual([
      '公示须满5日，至2024-04-11只有4日。',
    ]);
    const notice = await office.as('committee-head').get<PublicNoticeDto>(`/subsidies/rounds/${round.id}/notice`);
    expect(notice.entries).toMatchObject([{ name: '人***员', organisations: ['城关镇人民调解委员会'] }]);
    expect(JSON.stringify(notice)).not.toContain('人民调解员"');
    expect(await step(officer(), 'pay', '2024-04-12')).toEqual({ done: 3, refused: [] });
  });

  it('prints a payment list whose lines add up, numbers masked', async () => {
    const mediator = office.home.people.mediator;
    const desk = officer();
    const put = office.http.put(`/api/v1/subsidies/payees/${mediator}`).set('cookie', await office.cookie(desk.login));
    const { body } = await put.send({ id_number: '110101199001011234', bank_account: '6217000012345678' });
    expect(body satisfies PayeeDto).toMatchObject({
      id_number: '**************1234',
      bank_account: '************5678',
    });
    const list = await desk.get<PayListDto>(`/subsidies/rounds/${round.id}/payments`);
    const [entry] = list.entries;
    expect(entry).toMatchObject({ name: '人民调解员', bank_account: '************5678', amount_fen: list.amount_fen });
    expect(entry?.lines.reduce((n, l) => n + l.amount_fen, 0)).toBe(list.amount_fen);
    const { rows } = await stored(office, mediator ?? '');
    expect(rows).not.toContain('6217000012345678');
    await expect(office.as('committee-head').get(`/subsidies/rounds/${round.id}/payments`)).rejects.toMatchObject({
      status: 403,
    });
    const summary = await desk.get<RoundSummaryDto>(`/subsidies/rounds/${round.id}`);
    expect(summary.states.filter((s) => s.count > 0).map((s) => [s.code, s.count])).toEqual([
      ['refused', 3],
      ['paid', 3],
    ]);
    expect(summary).toMatchObject({ drawn: 3, inspected: 3 });
    expect(await office.figure('mediator-subsidy-amount', 2024)).toMatchObject({
      value: list.amount_fen,
      numerator: 3,
    });
    expect(await office.figure('mediator-subsidy-applications', 2024)).toMatchObject({ value: 6 });
  });

  it('pays one matter once: what is claimed is not merged away, and a duplicate claims nothing', async () => {
    const merge = (id: string, into: string) =>
      officer().file(id).on('2024-04-12').does('merge-into', { into, reason: '重复登记' });
    const again = (await claims('?state=refused')).find((c) => c.refusal?.includes('当事人相同'));
    if (!again) throw new Error('nothing refused');
    expect(await refusals(merge(good, again.case_id))).toEqual(['merger.bound']);
    // A refused claim keeps nothing from being merged; but it is not sent in again while the case is a duplicate.
    await merge(again.case_id, good);
    const claim = officer().file(again.id).on('2024-04-12');
    expect(await refusals(claim.does('resubmit'))).toEqual(['merger.parent']);
    await officer().file(again.case_id).on('2024-04-12').does('unmerge', { reason: '核对后是两件' });
    await claim.does('resubmit');
    expect(await refusals(merge(again.case_id, good))).toEqual(['merger.bound']);
    expect(await build('2024-04-12')).toMatchObject({ claimed: 0, eligible: 0, refused: 1 });
  });

  it('pays nobody who draws a public salary', async () => {
    const mediator = office.home.people.mediator;
    const cookie = await office.cookie(officer().login);
    await office.http
      .put(`/api/v1/subsidies/payees/${mediator}`)
      .set('cookie', cookie)
      .send({ payroll_from: '2024-04-01' })
      .expect(200);
    const file = await office
      .as('mediator')
      .receives('mediation', 'register', '2024-04-12', dispute({ parties: people('褚甲', '卫乙'), level: 'simple' }));
    await file.does('accept');
    await file.does('mediate');
    await file.does('agree-orally', {});
    await file.does('record-performance', { performance: 'performed' });
    round = await officer().post<RoundDto>('/subsidies/rounds', {
      name: '2024年第二季度',
      period_from: '2024-03-01',
      period_to: '2024-06-30',
    });
    // The months overlap: what the first round claimed stays claimed there.
    expect(await build('2024-04-12')).toEqual({ claimed: 1, eligible: 0, refused: 1, already: 6, unassigned: 0 });
    expect(await claimOf(file.id)).toMatchObject({ refusal: '调解员结案时为财政供养人员', amount_fen: null });
  });

  it('pays who mediated, whoever has taken the case over since', async () => {
    office.reach('2024-07-01');
    const guest = await office.hires('guest', 'mediator', 'town');
    const [heir, helper] = [
      await office.hires('heir', 'mediator', 'town'),
      await office.hires('helper', 'mediator', 'town'),
    ];
    const file = await office
      .asLogin('guest')
      .receives('mediation', 'register', '2024-07-01', dispute({ parties: people('蒋丙', '沈丁'), level: 'simple' }));
    await file.does('accept');
    await file.does('mediate');
    await file.does('second-handler', { second_handler: helper });
    await file.does('agree-in-writing', { signed_and_sealed: true, terms: '分期给付' });
    await file.does('record-performance', { performance: 'performed' });
    await file.does('follow-up', { satisfaction: 'satisfied' });
    await file.does('archive');
    const leaving = { handler: heir, hand_over_ground: 'leave' };
    await office.as('committee-head').file(file.id).on('2024-07-02').does('hand-over', leaving);
    expect((await officer().file(file.id).page()).handler).toMatchObject({ id: heir });
    expect((await officer().file(file.id).page()).facts.filter((f) => f.name.endsWith('mediated_by'))).toMatchObject([
      { label: '主持调解的人员', text: 'guest' },
      { label: '共同调解的人员', text: 'helper' },
    ]);
    // Of cases that ended before this was kept, the events tell it.
    await anew(office, new WhoMediated1795317100000());
    expect(await officer().file(file.id).facts()).toMatchObject({ mediated_by: guest, co_mediated_by: helper });
    // The heir draws a salary; that is nothing to whoever mediated.
    await office.http
      .put(`/api/v1/subsidies/payees/${heir}`)
      .set('cookie', await office.cookie(officer().login))
      .send({ payroll_from: '2024-07-01' })
      .expect(200);
    // Recorded by the heir, of a day before the case came to him: the mediator of that day is named.
    const late = await office
      .asLogin('guest')
      .receives('mediation', 'register', '2024-07-01', dispute({ parties: people('韩戊', '杨己'), level: 'simple' }));
    await late.does('accept');
    await late.does('mediate');
    await office.as('committee-head').file(late.id).on('2024-07-02').does('hand-over', leaving);
    const his = office.asLogin('heir').file(late.id);
    await his.on('2024-07-01').does('agree-orally', { mediated_by: guest });
    await his.on('2024-07-02').does('record-performance', { performance: 'performed' });
    round = await officer().post<RoundDto>('/subsidies/rounds', {
      name: '2024年第三季度',
      period_from: '2024-07-01',
      period_to: '2024-09-30',
    });
    expect(await build('2024-07-02')).toEqual({ claimed: 2, eligible: 2, refused: 0, already: 0, unassigned: 0 });
    expect(await claimOf(file.id)).toMatchObject({ payee: 'guest', co_mediator: 'helper', amount_fen: 100_00 });
    expect(await claimOf(late.id)).toMatchObject({ payee: 'guest', co_mediator: null, amount_fen: 50_00 });
  });
});

/** A migration taken back and made again over what is there. */
async function anew(office: Office, migration: MigrationInterface): Promise<void> {
  const owner = await new DataSource({ type: 'postgres', url: office.database.adminUrl }).initialize();
  try {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    await migration.down(runner);
    await migration.up(runner);
    await runner.commitTransaction();
    await runner.release();
  } finally {
    await owner.destroy();
  }
}

/** What stands in the table about a payee, as bytes read as text. */
async function stored(office: Office, personId: string): Promise<{ rows: string }> {
  const admin = new Client({ connectionString: office.database.adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ text: string }>(
      `select encode(sealed, 'escape') as text from subsidy_payee where person_id = $1`,
      [personId],
    );
    if (rows.length === 0) throw new Error('nothing stored');
    return { rows: rows.map((r) => r.text).join('') };
  } finally {
    await admin.end();
  }
}
