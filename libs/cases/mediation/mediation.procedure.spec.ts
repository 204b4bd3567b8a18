import { type ClockView, type Context, checkFields, defaultSettings, type Facts, faultsOf } from '@anjuan/casework';
import type { LimitId } from '@anjuan/law';
import { type MediationEvent, mediationFacts, mediationProcedure, type SettledInput, settledScript } from '.';

type C = typeof mediationFacts.columns;
type C0 = Context<C>;

const unknown: Facts<C> = {
  origin_point: null,
  origin_point_name: null,
  referrer: null,
  referral_number: null,
  referral_replied_on: null,
  assigned_on: null,
  assign_ground: null,
  dispatched_in_time: null,
  level_reason: null,
  onward: null,
  performed_fen: null,
  breached_on: null,
  breach_remedy: null,
  remediation_ground: null,
  follow_up_count: null,
  satisfaction: null,
  origin: null,
  dispute_type: null,
  level: null,
  people_count: null,
  claim_fen: null,
  on_the_spot: null,
  received_on: null,
  accepted_on: null,
  mediated_on: null,
  session_count: null,
  outcome: null,
  agreed_on: null,
  agreement_form: null,
  agreement_fen: null,
  perform_due_on: null,
  performance: null,
  performed_on: null,
  confirmation_applied_on: null,
  confirmation: null,
  confirmed_on: null,
  followed_up_on: null,
  escalated_on: null,
  escalation: null,
  prevented_on: null,
  prevention: null,
  prevented_people: null,
  closed_on: null,
  archived_on: null,
  mediated_by: null,
  co_mediated_by: null,
};
interface Given extends Partial<Omit<C0, 'facts'>> {
  readonly facts?: Partial<Facts<C>>;
}
const seen = ({ facts, ...rest }: Given = {}): C0 => ({
  state: null,
  fields: {},
  happenedOn: '2025-03-03',
  parties: [],
  clocks: [],
  history: [],
  actorId: null,
  handlerId: null,
  secondHandlerId: null,
  actorRoles: ['mediator'],
  settings: defaultSettings,
  ...rest,
  facts: { ...unknown, ...facts },
});
const edges = mediationProcedure.edges;
const refused = (event: MediationEvent, given: Given) =>
  (edges[event].guards ?? []).filter((g) => g.refuses(seen(given)) !== null).map((g) => g.name);
/** Limits that start, with the trigger day. */
const started = (event: MediationEvent, given: Given): Record<string, string> => {
  const c = seen(given);
  const all: [string, string][] = [];
  for (const s of edges[event].starts ?? []) {
    const start = typeof s === 'string' ? { limit: s } : s;
    if (start.when && !start.when(c)) continue;
    const from = start.from ? start.from(c) : c.happenedOn;
    if (from === null || start.givenDue?.(c) === null || start.givenDays?.(c) === null) continue;
    for (const subject of start.subjects?.(c) ?? ['']) all.push([start.limit + (subject && `/${subject}`), from]);
  }
  return Object.fromEntries(all);
};
const papers = (event: MediationEvent, given: Given = {}) =>
  (edges[event].issues ?? [])
    .filter((i) => typeof i === 'string' || !i.when || i.when(seen(given)))
    .map((i) => (typeof i === 'string' ? i : i.code));
const clock = (limit: LimitId, status: ClockView['status'], subject = ''): ClockView => ({
  limit,
  subject,
  status,
  from: '2025-03-03',
  due: status === 'suspended' ? null : '2025-04-14',
});

describe('mediation procedure', () => {
  it('is soundly defined', () => {
    expect(faultsOf(mediationProcedure)).toEqual([]);
    for (const e of Object.values(edges)) expect(e.cite).toMatch(/第[一二三四五六七八九十百零]+条/);
    for (const g of Object.values(edges).flatMap((e) => e.guards ?? [])) expect(g.cite).toMatch(/第.+条/);
  });

  it('issues every paper on its sheet, and no other', () => {
    const issued = Object.values(edges).flatMap((e) =>
      (e.issues ?? []).map((i) => (typeof i === 'string' ? i : i.code)),
    );
    expect([...new Set(issued)].sort()).toEqual(mediationProcedure.documents.map((d) => d.code).sort());
  });

  it('permits these events in these states to these roles', () => {
    const rows = ['opening', ...Object.keys(mediationProcedure.states)].flatMap((state) =>
      Object.entries(edges)
        .filter(([, e]) => (e.from === 'opening' ? state === 'opening' : e.from.some((s) => s === state)))
        .map(([name, e]) => `${state} · ${name} → ${e.to === 'unchanged' ? '=' : e.to} · ${e.by.join(', ')}`),
    );
    expect(rows.join('\n')).toMatchSnapshot();
  });

  it.each<[string, Partial<Facts<C>>, C0['fields'], string[]]>([
    ['an ordinary dispute', { origin: 'applied', dispute_type: 'neighbour' }, {}, ['mediation.period']],
    ['a dispute settled on the spot', { origin: 'found', dispute_type: 'neighbour', on_the_spot: true }, {}, []],
    ['a medical dispute', { origin: 'applied', dispute_type: 'medical' }, {}, ['mediation.period-medical']],
    ['a labour dispute', { origin: 'applied', dispute_type: 'labour' }, {}, ['mediation.period-labour']],
    [
      'a suit before docketing',
      { origin: 'court-assigned', dispute_type: 'medical' },
      {},
      ['mediation.period-court-assigned'],
    ],
    [
      'a docketed suit',
      { origin: 'court-entrusted', dispute_type: 'contract' },
      {},
      ['mediation.period-court-entrusted'],
    ],
    [
      'a docketed suit in simplified procedure',
      { origin: 'court-entrusted', dispute_type: 'labour' },
      { court_simplified: true },
      ['mediation.period-court-entrusted-simplified'],
    ],
  ])('watches the right period for %s', (_, facts, fields, limits) => {
    expect(Object.keys(started('accept', { facts: { received_on: '2025-03-01', ...facts }, fields }))).toEqual(limits);
  });

  it('counts the fifteen days of a labour dispute from the application, not from acceptance', () => {
    const facts = { origin: 'applied', dispute_type: 'labour', received_on: '2025-02-27' } as const;
    expect(started('accept', { facts })).toEqual({ 'mediation.period-labour': '2025-02-27' });
  });

  it('watches the confirmation of a court referral only under the rules of 2022', () => {
    const facts = { origin: 'court-assigned' } as const;
    expect(started('register', { facts, happenedOn: '2021-12-31' })).toEqual({});
    expect(started('register', { facts, happenedOn: '2022-01-01' })).toEqual({ 'mediation.accept': '2022-01-01' });
    expect(started('register', { facts: { origin: 'applied' } })).toEqual({});
  });

  it('watches the dispatch of a referral that nobody has, where the jurisdiction set the days', () => {
    const settings = { ...defaultSettings, dispatchDays: 3 };
    const facts = { origin: 'police' } as const;
    expect(started('register', { facts, settings })).toEqual({ 'mediation.dispatch': '2025-03-03' });
    expect(started('register', { facts })).toEqual({});
    expect(started('register', { facts, settings, handlerId: 'a' })).toEqual({});
    expect(started('register', { facts: { origin: 'found' }, settings })).toEqual({});
  });

  it('warns of what a court may object to and of a breach before its day, and keeps nothing from being recorded', () => {
    const warned = (event: MediationEvent, given: Given) =>
      (edges[event].warns ?? []).flatMap((g) => (g.refuses(seen(given)) === null ? [] : [g.name]));
    const facts = { agreed_on: '2025-02-01', perform_due_on: '2025-03-03' } as const;
    const title = { jointly: true, excluded_matter: 'title' };
    expect(warned('apply-for-confirmation', { facts, fields: title })).toEqual(['confirmation.excluded']);
    expect(warned('apply-for-confirmation', { facts, fields: title, happenedOn: '2025-03-04' })).toEqual([
      'confirmation.in-time',
      'confirmation.excluded',
    ]);
    expect(warned('apply-for-confirmation', { facts, fields: { excluded_matter: 'none' } })).toEqual([]);
    expect(refused('apply-for-confirmation', { facts, fields: title, happenedOn: '2025-03-04' })).toEqual([]);
    expect(warned('record-performance', { facts, fields: { performance: 'breached' } })).toEqual(['breach.before-due']);
    expect(
      warned('record-performance', { facts, fields: { performance: 'breached' }, happenedOn: '2025-03-04' }),
    ).toEqual([]);
  });

  it('leaves no mediation period open when the mediation ends', () => {
    const periods = (edges.accept.starts ?? []).map((s) => (typeof s === 'string' ? s : s.limit)).sort();
    expect(periods).toHaveLength(6);
    for (const event of ['agree-in-writing', 'agree-orally', 'fail', 'withdraw', 'transfer'] as const) {
      const moved = [...(edges[event].meets ?? []), ...(edges[event].cancels ?? [])].map((m) =>
        typeof m === 'string' ? m : m.limit,
      );
      expect(moved.filter((m) => m.startsWith('mediation.period')).sort()).toEqual(periods);
      expect(edges[event].facts?.(seen())).toMatchObject({ closed_on: '2025-03-03' });
    }
  });

  it('starts performance, confirmation and follow-up with a written agreement', () => {
    const facts = { agreement_form: 'written', perform_due_on: '2025-06-01' } as const;
    expect(started('agree-in-writing', { facts })).toEqual({
      'mediation.performance': '2025-03-03',
      'mediation.confirm-apply': '2025-03-03',
      'mediation.follow-up': '2025-06-01',
    });
    expect(started('agree-in-writing', { facts: { ...facts, perform_due_on: null } })).toEqual({
      'mediation.confirm-apply': '2025-03-03',
      'mediation.follow-up': '2025-03-03',
    });
  });

  it('spares oral agreements the soft clocks unless the jurisdiction wants them', () => {
    const oral = { agreement_form: 'oral' } as const;
    expect(started('agree-orally', { facts: oral })).toEqual({ 'mediation.confirm-apply': '2025-03-03' });
    const onTheSpot = { ...oral, on_the_spot: true };
    expect(started('agree-orally', { facts: onTheSpot })).toEqual({});
    const settings = { ...defaultSettings, oralSoftClocks: true };
    expect(started('agree-orally', { facts: onTheSpot, settings })).toEqual({ 'mediation.follow-up': '2025-03-03' });
  });

  it('asks three papers of a written agreement and one of an oral one', () => {
    expect(papers('agree-orally')).toEqual(['mediation.oral-agreement']);
    expect(papers('agree-in-writing')).toEqual([
      'mediation.intake-form',
      'mediation.session-record',
      'mediation.agreement',
    ]);
    const spot = { facts: { on_the_spot: true, agreement_form: 'oral' } } as const;
    expect([...papers('fail', spot), ...papers('archive', spot)]).toEqual([]);
  });

  it.each<[string, MediationEvent, Given, string[]]>([
    [
      'a written agreement without signatures',
      'agree-in-writing',
      { fields: { signed_and_sealed: false } },
      ['agreement.signed'],
    ],
    ['a signed agreement', 'agree-in-writing', { fields: { signed_and_sealed: true } }, []],
    [
      'every fault at once',
      'agree-in-writing',
      { fields: { signed_and_sealed: false, perform_due_on: '2025-03-02' } },
      ['agreement.signed', 'performance.due'],
    ],
    ['an oral agreement between neighbours', 'agree-orally', { facts: { dispute_type: 'neighbour' } }, []],
    ['an oral agreement on wages', 'agree-orally', { facts: { dispute_type: 'labour' } }, ['agreement.written-form']],
    ['an oral medical agreement', 'agree-orally', { facts: { dispute_type: 'medical' } }, ['agreement.written-form']],
    [
      'an appraisal outside medical periods',
      'start-appraisal',
      { clocks: [clock('mediation.period', 'running')] },
      ['appraisal.medical'],
    ],
    ['an appraisal', 'start-appraisal', { clocks: [clock('mediation.period-medical', 'running')] }, []],
    [
      'a second appraisal meanwhile',
      'start-appraisal',
      { clocks: [clock('mediation.period-medical', 'suspended')] },
      ['appraisal.medical'],
    ],
    [
      'an opinion nobody asked for',
      'finish-appraisal',
      { clocks: [clock('mediation.period-medical', 'running')] },
      ['appraisal.running'],
    ],
    ['the opinion', 'finish-appraisal', { clocks: [clock('mediation.period-medical', 'suspended')] }, []],
    [
      'an extension one side refuses',
      'extend',
      { clocks: [clock('mediation.period', 'running')] },
      ['extension.agreed'],
    ],
    ['an extension of nothing', 'extend', { fields: { all_agree: true } }, ['extension.running']],
    ['an extension', 'extend', { fields: { all_agree: true }, clocks: [clock('mediation.period', 'running')] }, []],
    ['performance without agreement', 'record-performance', {}, ['agreement.reached']],
    [
      'performance after archiving',
      'record-performance',
      { state: 'archived', facts: { agreed_on: '2025-01-02' } },
      [],
    ],
    [
      'an instalment nobody set',
      'record-performance',
      { facts: { agreed_on: '2025-01-02' }, fields: { instalment: 2 } },
      ['instalment.known'],
    ],
    [
      'the same instalment twice',
      'add-instalment',
      {
        facts: { agreed_on: '2025-01-02' },
        fields: { instalment: 2 },
        clocks: [clock('mediation.performance', 'running', '2')],
      },
      ['instalment.new'],
    ],
    [
      'confirmation long after the thirty days',
      'apply-for-confirmation',
      { facts: { agreed_on: '2024-01-02' }, fields: { jointly: true } },
      [],
    ],
    [
      'an application of one side alone',
      'apply-for-confirmation',
      { facts: { agreed_on: '2025-03-01' }, fields: { jointly: false } },
      ['confirmation.jointly'],
    ],
    ['a failure without telling what else there is', 'fail', { fields: { onward: null } }, ['failure.advised']],
    ['a failure on the spot', 'fail', { facts: { on_the_spot: true }, fields: { onward: null } }, []],
    ['a failure with its advice', 'fail', { fields: { onward: 'court' } }, []],
    [
      'a difficult dispute without a reason',
      'grade',
      { fields: { level: 'difficult', level_reason: null } },
      ['level.reasoned'],
    ],
    ['a simple one without a reason', 'grade', { fields: { level: 'simple', level_reason: null } }, []],
    ['a reply to nobody', 'reply-to-referrer', { facts: { origin: 'applied' } }, ['reply.referred']],
    [
      'a reply before the end, and again',
      'reply-to-referrer',
      { facts: { origin: 'police', closed_on: '2025-03-04', referral_replied_on: '2025-03-05' } },
      ['reply.ended', 'reply.once'],
    ],
    ['a reply', 'reply-to-referrer', { facts: { origin: 'police', closed_on: '2025-03-03' } }, []],
    ['assigning what somebody has', 'assign', { handlerId: 'a' }, ['handler.vacant']],
    ['handing on what nobody has', 'hand-over', {}, ['handler.held']],
    [
      'a hand-over overtaken by another',
      'hand-over',
      { handlerId: 'b', fields: { from_handler: 'a' } },
      ['handler.from'],
    ],
    [
      'a recusal of a bystander, with a successor named by a mediator',
      'recuse',
      { handlerId: 'a', fields: { recused: 'c', handler: 'b' } },
      ['recusal.handler', 'recusal.successor'],
    ],
    [
      'a recusal whose successor the head names',
      'recuse',
      { handlerId: 'a', actorRoles: ['committee-head'], fields: { recused: 'a', handler: 'b' } },
      [],
    ],
    [
      'confirmation before the agreement',
      'apply-for-confirmation',
      { facts: { agreed_on: '2025-03-04' }, fields: { jointly: true } },
      ['agreement.earlier'],
    ],
    [
      'a second application',
      'apply-for-confirmation',
      { facts: { agreed_on: '2025-01-02', confirmation_applied_on: '2025-01-03' }, fields: { jointly: true } },
      ['confirmation.pending'],
    ],
    [
      'an application after a withdrawn one',
      'apply-for-confirmation',
      {
        facts: { agreed_on: '2025-01-02', confirmation_applied_on: '2025-01-03', confirmation: 'withdrawn' },
        fields: { jointly: true },
      },
      [],
    ],
    ['a ruling without application', 'record-confirmation', {}, ['confirmation.applied']],
    [
      'a second ruling',
      'record-confirmation',
      { facts: { confirmation_applied_on: '2025-01-03', confirmation: 'rejected' } },
      ['confirmation.once'],
    ],
    [
      'a session after the end',
      'record-session',
      { facts: { accepted_on: '2025-01-02', closed_on: '2025-03-02' } },
      ['session.before-end'],
    ],
    [
      'a session recorded late',
      'record-session',
      { facts: { accepted_on: '2025-01-02', closed_on: '2025-03-03' } },
      [],
    ],
  ])('judges %s', (_, event, given, names) => {
    expect(refused(event, given)).toEqual(names);
  });

  it('counts sessions, and the first one by its day even when it is recorded late', () => {
    expect(edges.mediate.facts?.(seen())).toEqual({ mediated_on: '2025-03-03', session_count: 1 });
    const facts = { mediated_on: '2025-03-10', session_count: 1 };
    expect(edges['record-session'].facts?.(seen({ facts }))).toEqual({ mediated_on: '2025-03-03', session_count: 2 });
  });

  it('meets one instalment by its number and all of them by full performance', () => {
    const met = (fields: C0['fields']) =>
      (edges['record-performance'].meets ?? []).flatMap((m) => {
        const c: C0 = seen({ fields: { instalment: null, ...fields } });
        return typeof m === 'string' || !m.when?.(c) ? [] : [m.subjects?.(c) ?? 'all'];
      });
    expect(met({ performance: 'partly', instalment: 2 })).toEqual([['2']]);
    expect(met({ performance: 'performed' })).toEqual(['all']);
    expect(met({ performance: 'breached' })).toEqual([]);
  });
});

describe('one form, one save', () => {
  const input: SettledInput = {
    happenedOn: '2025-03-03',
    parties: [
      { role: 'applicant', kind: 'natural', name: '甲' },
      { role: 'respondent', kind: 'natural', name: '乙' },
    ],
    dispute_type: 'neighbour',
    summary: '院墙排水',
    outcome: 'agreed-oral',
  };
  it.each<[string, Partial<SettledInput>, MediationEvent[], string]>([
    ['an oral agreement', {}, ['register', 'accept', 'mediate', 'agree-orally', 'record-performance'], 'agreed'],
    ['one still to perform', { unperformed: true }, ['register', 'accept', 'mediate', 'agree-orally'], 'agreed'],
    [
      'a written agreement',
      { outcome: 'agreed-written', agreement_fen: 50_000 },
      ['register', 'accept', 'mediate', 'agree-in-writing', 'record-performance'],
      'agreed',
    ],
    ['a failure', { outcome: 'failed' }, ['register', 'accept', 'mediate', 'fail'], 'failed'],
  ])('writes down %s as a walk the procedure allows', (_, more, events, end) => {
    const script = settledScript({ ...input, ...more });
    expect(script.map((s) => s.event)).toEqual(events);
    let state: string | null = null;
    for (const { event, fields, happenedOn } of script) {
      const e = edges[event];
      const before: string | null = state;
      expect(e.from === 'opening' ? before === null : e.from.some((s) => s === before)).toBe(true);
      expect(checkFields(e.fields, fields, happenedOn).errors).toEqual([]);
      expect(happenedOn).toBe('2025-03-03');
      if (e.to !== 'unchanged') state = e.to;
    }
    expect(state).toBe(end);
  });
});
