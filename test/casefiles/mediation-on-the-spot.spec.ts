import { type Office, openOffice } from '@test/office';
import { dispute, mistakes, refusals } from './entries';

/** Mediators settle first and write after: one form, one save. */
describe('a quarrel settled on the spot and written down after', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-06-03');
  });
  afterAll(() => office.close());

  const { parties, dispute_type, summary } = dispute();
  const settle = (more: object = {}) =>
    office.as('mediator').post<{ id: string; state: string; number: string; version: number }>('/mediations/settled', {
      organisation_id: office.home.organisations.town,
      happened_on: '2024-06-03',
      parties,
      dispute_type,
      summary,
      outcome: 'agreed-oral',
      ...more,
    });

  it('names, type, short facts, date and outcome make a whole case with one paper and no clock', async () => {
    const receipt = await settle();
    expect(receipt).toMatchObject({ state: 'agreed', number: '（2024）测城人调字第1号', version: 5 });
    const file = office.as('mediator').file(receipt.id);
    const page = await file.page();
    expect(page.events.map((e) => [e.name, e.happened_on]).reverse()).toEqual([
      ['register', '2024-06-03'],
      ['accept', '2024-06-03'],
      ['mediate', '2024-06-03'],
      ['agree-orally', '2024-06-03'],
      ['record-performance', '2024-06-03'],
    ]);
    expect(page.papers.map((p) => p.title)).toEqual(['人民调解口头协议登记表']);
    expect(page.clocks).toEqual([]);
    expect(await file.facts()).toMatchObject({
      on_the_spot: true,
      origin: 'found',
      session_count: 1,
      outcome: 'agreed-oral',
      agreement_form: 'oral',
      agreed_on: '2024-06-03',
      performed_on: '2024-06-03',
    });
    await file.on('2024-06-04').does('archive');
    expect(await file.shows()).toEqual({ state: 'archived', papers: ['mediation.oral-agreement'] });
  });

  it('a written agreement, one not yet performed and a failure go the same way', async () => {
    const mediator = office.as('mediator');
    const written = mediator.file((await settle({ outcome: 'agreed-written', agreement_fen: 300_000 })).id);
    expect(await written.shows()).toEqual({
      state: 'agreed',
      papers: ['mediation.intake-form', 'mediation.session-record', 'mediation.agreement'],
    });
    expect((await written.facts()).agreement_fen).toBe(300_000);

    const unperformed = mediator.file((await settle({ unperformed: true })).id);
    expect(await unperformed.facts()).not.toHaveProperty('performance');

    const failed = mediator.file((await settle({ outcome: 'failed' })).id);
    expect(await failed.shows()).toEqual({ state: 'failed', papers: [] });
    expect((await failed.page()).number).toBe('（2024）测城人调字第4号');
  });

  it('all or nothing: what the last step refuses leaves no case and no number behind', async () => {
    const before = await office.as('mediator').get<{ items: readonly { id: string }[] }>('/cases?limit=100');
    expect(await refusals(settle({ dispute_type: 'medical' }))).toEqual(['agreement.written-form']);
    expect(await refusals(settle({ happened_on: '2030-01-01' }))).toEqual(['engine.future']);
    const nobody = settle({ parties: parties.slice(0, 1), summary: ' ' });
    expect(await mistakes(nobody)).toEqual(['parties: 被申请人（乙方）至少1名', 'summary: 纠纷简要情况必填']);
    const after = await office.as('mediator').get<{ items: readonly { id: string }[] }>('/cases?limit=100');
    expect(after.items.map((c) => c.id)).toEqual(before.items.map((c) => c.id));
    expect((await settle()).number).toBe('（2024）测城人调字第5号');
  });
});
