import { settledScript } from '@anjuan/cases/mediation';
import {
  FieldErrors,
  IdempotencyConflict,
  NotFound,
  type OpenRequest,
  Refusal,
  VersionConflict,
} from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { openDesk } from '@test/desk';

const sides = [
  { role: 'applicant', kind: 'natural', name: '王伟芳' },
  { role: 'respondent', kind: 'natural', name: '李强' },
] as const;
const settled = (day: string) =>
  settledScript({
    happenedOn: day,
    parties: sides,
    dispute_type: 'neighbour',
    summary: '滴水纠纷',
    outcome: 'agreed-oral',
  });

describe('the clerk', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let county: Awaited<ReturnType<typeof desk.county>>;
  let mediator: Actor;
  const request = (day: string): OpenRequest => {
    const [first, ...further] = settled(day);
    if (!first) throw new Error('no events');
    return { kind: 'mediation', organisationId: county.town.id, ...first, further };
  };
  const read = <R extends Record<string, unknown>>(sql: string, params: readonly unknown[] = []) =>
    desk.database.inJurisdiction(county.jurisdictionId, (tx) => tx.query<R>(sql, params));

  beforeAll(async () => {
    desk = await openDesk('2024-05-10');
    county = await desk.county('test');
    mediator = await county.actor('mediator', county.town);
  });
  afterAll(() => desk.close());

  it('takes the one-page form as a whole life in one transaction', async () => {
    const receipt = await desk.clerk.open(mediator, request('2024-05-09'));
    expect(receipt).toMatchObject({ kind: 'mediation', state: 'agreed', number: '（2024）测城人调字第1号' });
    const events = await read('select name, seq, late from event where case_id = $1 order by seq', [receipt.id]);
    expect(events.map((e) => e.name)).toEqual(['register', 'accept', 'mediate', 'agree-orally', 'record-performance']);
    const facts = await read(
      'select outcome, agreed_on, performed_on, on_the_spot from mediation_fact where case_id = $1',
      [receipt.id],
    );
    expect(facts).toEqual([
      { outcome: 'agreed-oral', agreed_on: '2024-05-09', performed_on: '2024-05-09', on_the_spot: true },
    ]);
    const papers = await read('select code from paper where case_id = $1', [receipt.id]);
    expect(papers).toEqual([{ code: 'mediation.oral-agreement' }]);
  });

  it('keeps names and narratives out of the append-only events', async () => {
    const receipt = await desk.clerk.open(mediator, request('2024-05-09'));
    const payloads = await read('select payload::text p from event where case_id = $1', [receipt.id]);
    expect(payloads.map((e) => String(e.p)).join()).not.toMatch(/王伟芳|滴水/);
    const texts = await read('select text from case_text where case_id = $1 limit 1', [receipt.id]);
    expect(texts).toEqual([{ text: '滴水纠纷' }]);
    const [paper] = await read<{ snapshot: Buffer }>('select snapshot from paper where case_id = $1', [receipt.id]);
    expect(paper?.snapshot.toString('utf8')).not.toContain('王伟芳');
  });

  it('marks what is recorded late', async () => {
    const receipt = await desk.clerk.open(mediator, request('2024-04-01'));
    const events = await read('select distinct late from event where case_id = $1', [receipt.id]);
    expect(events).toEqual([{ late: true }]);
  });

  it('answers the same key with the same case, and refuses it for another request', async () => {
    const key = { idempotencyKey: 'k-1' };
    const [a, b] = await Promise.all([
      desk.clerk.open(mediator, request('2024-05-08'), key),
      desk.clerk.open(mediator, request('2024-05-08'), key),
    ]);
    expect(a).toEqual(b);
    await expect(desk.clerk.open(mediator, request('2024-05-07'), key)).rejects.toThrow(IdempotencyConflict);
  });

  it('lists every mistake with field, value and rule', async () => {
    const wrong = { ...request('2024-05-09'), fields: { parties: [], dispute_type: 'quarrel', colour: 'red' } };
    const error = await desk.clerk.open(mediator, wrong).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FieldErrors);
    const fields = error instanceof FieldErrors ? error.errors.map((e) => e.field) : [];
    expect(fields).toEqual(expect.arrayContaining(['colour', 'parties', 'dispute_type']));
  });

  it('lists every refusal at once: state, future day, role', async () => {
    const { id, version } = await desk.clerk.open(mediator, request('2024-05-09'));
    const officer = await county.actor('mediation-officer');
    const error = await desk.clerk
      .apply(officer, { caseId: id, version, event: 'accept', happenedOn: '2024-06-01' })
      .catch((e: unknown) => e);
    const guards = error instanceof Refusal ? error.refusals.map((r) => r.guard) : [];
    expect(guards).toEqual(expect.arrayContaining(['engine.state', 'engine.future']));
  });

  it('lets one of two writers through and tells the other the version', async () => {
    const { id, version } = await desk.clerk.open(mediator, request('2024-05-09'));
    const archive = () =>
      desk.clerk.apply(mediator, { caseId: id, version, event: 'archive', happenedOn: '2024-05-10' });
    const answers = await Promise.allSettled([archive(), archive()]);
    const failed = answers.flatMap((a) => (a.status === 'rejected' ? [a.reason] : []));
    expect(failed).toHaveLength(1);
    expect(failed[0]).toBeInstanceOf(VersionConflict);
  });

  it('shows a stranger’s case and no case the same way', async () => {
    const { id, version } = await desk.clerk.open(mediator, request('2024-05-09'));
    const other = await desk.county('other');
    const stranger = await other.actor('mediator', other.town);
    const colleague = await county.actor('mediator', county.town);
    const act = (actor: Actor, caseId: string) =>
      desk.clerk.apply(actor, { caseId, version, event: 'archive', happenedOn: '2024-05-10' });
    for (const actor of [stranger, colleague]) {
      const theirs = await act(actor, id).catch((e: unknown) => e);
      const none = await act(actor, '00000000-0000-7000-8000-00000000dead').catch((e: unknown) => e);
      expect(theirs).toBeInstanceOf(NotFound);
      expect(theirs).toEqual(none);
    }
  });

  it('gives gapless numbers in a batch and leaves out only the member that is refused', async () => {
    const officer = await county.actor('mediation-officer');
    const script = (day: string) => ({
      open: { kind: 'mediation', organisationId: county.bureau.id },
      steps: settled(day),
    });
    const answers = await desk.clerk.batch(
      officer,
      [script('2024-05-01'), script('2030-01-01'), script('2023-12-31'), script('2024-05-02')],
      { origin: 'import' },
    );
    expect(answers.map((a) => (a.ok ? a.receipt.number : a.error.constructor.name))).toEqual([
      '（2024）测人调字第1号',
      'Refusal',
      '（2023）测人调字第1号',
      '（2024）测人调字第2号',
    ]);
  });

  it('keeps what was known before a fact changed', async () => {
    const { id, version } = await desk.clerk.open(mediator, request('2024-05-09'));
    desk.clock.turnTo('2024-05-11');
    await desk.clerk.apply(mediator, { caseId: id, version, event: 'archive', happenedOn: '2024-05-11' });
    desk.clock.turnTo('2024-05-10');
    const rows = await read<{ archived_on: string | null; current: boolean }>(
      `select archived_on, recorded_to = 'infinity' as current from mediation_fact where case_id = $1 order by from_seq`,
      [id],
    );
    expect(rows).toEqual([
      { archived_on: null, current: false },
      { archived_on: '2024-05-11', current: true },
    ]);
  });
});
