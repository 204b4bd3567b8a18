import {
  type ClockView,
  type Context,
  checkFields,
  type DocumentSheet,
  defaultSettings,
  type Edge,
  type FactValue,
  faultsOf,
  type LedgerEntry,
  type Line,
  type Office,
  type PartyInput,
  type PartyView,
  replay,
  type Stops,
} from '@anjuan/casework';
import { isRole, type Role, roles } from '@anjuan/identity';
import { buildCalendar, type Day, daysBetween, defaultConventions, type LimitId } from '@anjuan/law';
import { type ReconsiderationEvent, reconsiderationFacts, reconsiderationProcedure } from './index';

const office: Office = {
  jurisdictionId: 1,
  settings: defaultSettings,
  conventions: defaultConventions,
  calendar: buildCalendar(),
  format: () => '',
};
const { edges, states, documents } = reconsiderationProcedure;
const edgeOf = (event: ReconsiderationEvent): Edge => edges[event];
const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

/** Parties are numbered as they join: the application names the applicant first. */
const APPLICANT = uuid(1);
const RESPONDENT = uuid(2);

interface ReckonedClock {
  limit: LimitId;
  subject: string;
  ledger: LedgerEntry[];
}
/** Walks a file through the procedure with the law's own dates; the clerk's checks of order and role are not repeated here. */
class File {
  state: string | null = null;
  facts: Context['facts'] = Object.fromEntries(Object.keys(reconsiderationFacts.columns).map((k) => [k, null]));
  parties: PartyView[] = [];
  history: string[] = [];
  lines: readonly Line[] = [];
  papers: string[] = [];
  private readonly ledgers: ReckonedClock[] = [];

  get clocks(): ClockView[] {
    return this.ledgers.map(({ limit, subject, ledger }) => {
      const { status, startedOn, reckoned } = replay(limit, ledger, office);
      return { limit, subject, status, from: startedOn, due: reckoned.due };
    });
  }
  due(limit: LimitId, subject = ''): Day | null | undefined {
    return this.clocks.findLast((k) => k.limit === limit && k.subject === subject)?.due;
  }
  open(): string[] {
    return this.clocks.filter((k) => k.status === 'running' || k.status === 'suspended').map((k) => k.limit);
  }
  private context(event: ReconsiderationEvent, happenedOn: Day, given: Record<string, unknown>, actorRoles: Role[]) {
    const edge = edgeOf(event);
    const { values, errors } = checkFields(edge.fields, given, happenedOn);
    if (errors.length) throw new Error(errors.map((e) => `${e.field}: ${e.rule}`).join('; '));
    const joining: PartyInput[] = Object.values(values).flatMap((v) => (Array.isArray(v) ? v : []));
    const parties = [
      ...this.parties,
      ...joining.map(({ role, kind }, i) => ({ id: uuid(this.parties.length + i + 1), role, kind })),
    ];
    const { state, facts, clocks, history, lines } = this;
    return {
      state,
      facts,
      fields: values,
      happenedOn,
      parties,
      clocks,
      history,
      lines,
      actorId: null,
      handlerId: null,
      secondHandlerId: null,
      actorRoles,
      settings: office.settings,
    };
  }
  /** Names of the guards that refuse the event. */
  refusals(event: ReconsiderationEvent, on: Day, fields: Record<string, unknown> = {}, as: Role[] = []): string[] {
    const edge = edgeOf(event);
    const c = this.context(event, on, fields, as.length ? as : [...edge.by]);
    const order = edge.from === 'opening' || edge.from.includes(this.state ?? '') ? [] : ['engine.state'];
    return [...order, ...(edge.guards ?? []).filter((g) => g.refuses(c) !== null).map((g) => g.name)];
  }
  does(event: ReconsiderationEvent, on: Day, fields: Record<string, unknown> = {}, as: Role[] = []): this {
    const refused = this.refusals(event, on, fields, as);
    if (refused.length) throw new Error(`${event} refused: ${refused.join(', ')}`);
    const edge = edgeOf(event);
    const before = this.context(event, on, fields, as);
    const copied: Record<string, FactValue> = { ...this.facts };
    for (const [k, v] of Object.entries(before.fields))
      if (Object.hasOwn(copied, k) && v !== null && typeof v !== 'object') copied[k] = v;
    const facts = { ...copied };
    for (const [k, v] of Object.entries(edge.facts?.({ ...before, facts: copied }) ?? {})) facts[k] = v ?? null;
    const c = { ...before, facts };
    const seq = this.history.length + 1;
    const move = (moves: readonly Stops<Context>[] | undefined, verb: LedgerEntry['verb']) => {
      for (const m of moves ?? []) {
        const {
          limit,
          when,
          subjects,
          cause,
        }: Exclude<Stops<Context>, string> = typeof m === 'string' ? { limit: m } : m;
        if (when && !when(c)) continue;
        const meant = subjects?.(c);
        this.ledgers.forEach((k) => {
          const open = !k.ledger.some((e) => e.verb === 'meet' || e.verb === 'cancel');
          const last = k.ledger.findLast(
            (e) => (e.verb === 'suspend' || e.verb === 'resume') && e.cause === cause,
          )?.verb;
          const may = verb === 'resume' ? last === 'suspend' : verb === 'suspend' ? last !== 'suspend' : true;
          if (k.limit === limit && open && may && (!meant || meant.includes(k.subject)))
            k.ledger.push({ seq, on, verb, event, ...(cause === undefined ? {} : { cause }) });
        });
      }
    };
    move(edge.meets, 'meet');
    move(edge.cancels, 'cancel');
    move(edge.resumes, 'resume');
    for (const x of edge.extends ?? [])
      for (const k of this.ledgers)
        if (k.limit === x.limit) k.ledger.push({ seq, on, verb: 'extend', event, days: x.days(c) });
    move(edge.suspends, 'suspend');
    for (const start of edge.starts ?? []) {
      const s = typeof start === 'string' ? { limit: start } : start;
      if (s.when && !s.when(c)) continue;
      const from = s.from ? s.from(c) : on;
      const due = s.givenDue?.(c);
      const days = due ? daysBetween(from ?? on, due) : s.givenDays?.(c);
      if (from === null || due === null || days === null) continue;
      for (const subject of s.subjects?.(c) ?? ['']) {
        const ledger: LedgerEntry[] = [{ seq, on: from, verb: 'start', event, ...(days ? { given: days } : {}) }];
        replay(s.limit, ledger, office);
        this.ledgers.push({ limit: s.limit, subject, ledger });
      }
    }
    for (const issue of edge.issues ?? [])
      if (typeof issue === 'string' || !issue.when || issue.when(c))
        this.papers.push(typeof issue === 'string' ? issue : issue.code);
    for (const [k, v] of Object.entries(edge.factsOfClocks?.({ ...c, clocks: this.clocks }) ?? {}))
      facts[k] = v ?? null;
    this.lines = edge.lines?.(c) ?? this.lines;
    this.facts = facts;
    this.parties = c.parties;
    this.history.push(event);
    if (edge.to !== 'unchanged') this.state = edge.to;
    return this;
  }
}

const applicant = { role: 'applicant', kind: 'natural', name: '甲' };
const respondent = { role: 'respondent', kind: 'organ', name: '某县公安局' };
const application = (organ: Day) => ({
  channel: 'post',
  matter: 'penalty',
  field: 'police',
  respondent_level: 'county-department',
  organ_received_on: organ,
  parties: [applicant, respondent],
  claims: '撤销行政处罚决定',
});
const received = (on: Day, organ: Day = on) => new File().does('receive', on, application(organ));
const ordinary = { track: 'ordinary', second_reviewer: uuid(2) };
const accepted = (on: Day, track: Record<string, unknown> = ordinary) => received(on).does('accept', on, track);
const refusal = { ground: 'out-of-time', reasons: '超过申请期限' };
const proof = { paper_reference: '某复不受〔2024〕1号', confirmed_by: uuid(3) };
const voluntary = { withdrawal_reason: 'voluntary', voluntary_confirmed: true };

describe('the definition', () => {
  it('is sound, and every edge rests on an article', () => {
    expect(faultsOf(reconsiderationProcedure)).toEqual([]);
    for (const [name, e] of Object.entries<Edge>(edges))
      expect([name, e.cite]).toEqual([name, expect.stringMatching(/法|惯例/)]);
  });
  it('has no paper that nothing issues, and no word used twice for a number', () => {
    const issued = new Set(
      Object.values<Edge>(edges).flatMap((e) => (e.issues ?? []).map((i) => (typeof i === 'string' ? i : i.code))),
    );
    expect(documents.map((d) => d.code).filter((d) => !issued.has(d))).toEqual([]);
    const words = documents.map((d) => d.series).filter((s) => s !== null);
    expect(new Set(words).size).toBe(words.length);
  });
  it('permits per state and role what the committed table says', () => {
    const rows = ['opening', ...Object.keys(states)].flatMap((state) =>
      Object.entries<Edge>(edges)
        .filter(([, e]) =>
          state === 'opening' ? e.from === 'opening' : e.from !== 'opening' && e.from.includes(state),
        )
        .map(([name, e]) => `${state} · ${name} → ${e.to === 'unchanged' ? '=' : e.to} · ${e.by.join(', ')}`),
    );
    expect(rows.join('\n')).toMatchSnapshot();
    expect(
      Object.values<Edge>(edges)
        .flatMap((e) => e.by)
        .every((r) => isRole(r) && roles[r].permissions.length > 0),
    ).toBe(true);
  });
});

describe('acceptance', () => {
  it('counts five working days from the organ’s receipt and books silence on the fifth', () => {
    const f = received('2024-09-29', '2024-09-27');
    expect(f.due('reconsideration.acceptance-review')).toBe('2024-10-10');
    expect(f.refusals('deem-accepted', '2024-10-09')).toEqual(['deemed.lapse-day']);
    f.does('deem-accepted', '2024-10-10');
    expect(f.facts).toMatchObject({ accepted_on: '2024-10-10', deemed: true, track: 'ordinary', statute: 'XF23' });
    expect(f.open()).toEqual(['reconsideration.decision-ordinary', 'reconsideration.send-copy']);
  });
  it('takes the lapse day when the acceptance itself is late, and no refusal after it', () => {
    const f = received('2024-09-27');
    expect(f.refusals('refuse', '2024-10-11', refusal)).toEqual(['admission.not-deemed']);
    expect(f.refusals('refuse', '2024-10-10', refusal)).toEqual([]);
    f.does('accept', '2024-10-14', ordinary);
    expect(f.facts).toMatchObject({ accepted_on: '2024-10-10', deemed: true });
    expect(f.due('reconsideration.decision-ordinary')).toBe('2024-12-09');
  });
  it.each<[ReconsiderationEvent, Record<string, unknown>, string]>([
    ['refuse-in-time', refusal, 'not-accepted'],
    ['redirect-in-time', { competent_organ: '某市人民政府', reasons: '不属于本机关管辖' }, 'redirected'],
    ['request-correction-in-time', { items: '补充身份证明' }, 'awaiting-correction'],
    ['withdraw-in-time', {}, 'withdrawn'],
  ])('%s takes the deemed acceptance back with its clocks', (event, fields, state) => {
    const f = received('2024-09-27').does('deem-accepted', '2024-10-10');
    expect(f.refusals(event, '2024-10-11', { ...fields, ...proof })).toEqual(['deemed.in-time']);
    f.does(event, '2024-10-09', { ...fields, ...proof });
    expect(f.state).toBe(state);
    expect(f.facts).toMatchObject({ accepted_on: null, deemed: null, track: null });
    expect(f.open()).toEqual([]);
  });
  it('an acceptance dated in time moves the deemed acceptance and its clocks to its own day', () => {
    const f = received('2024-09-27')
      .does('deem-accepted', '2024-10-10')
      .does('accept-in-time', '2024-10-08', { ...proof, track: 'simplified' });
    expect(f.facts).toMatchObject({ accepted_on: '2024-10-08', deemed: false, track: 'simplified' });
    expect(f.open()).toEqual(['reconsideration.decision-simplified', 'reconsideration.send-copy-simplified']);
  });
  it('an ordinary acceptance cannot be reversed', () => {
    expect(accepted('2024-10-08').refusals('refuse-in-time', '2024-10-08', { ...refusal, ...proof })).toEqual([
      'deemed.in-time',
    ]);
  });
  it('under the 2017 law is the office’s receipt; correction time is left out of the review', () => {
    const f = received('2023-07-03')
      .does('request-correction', '2023-07-06', {
        items: '补充材料',
        correction_days: 15,
        notice_received_on: '2023-07-06',
      })
      .does('receive-correction', '2023-07-20', { received_materials: '身份证明' })
      .does('accept', '2023-07-21', ordinary);
    expect(f.facts).toMatchObject({ accepted_on: '2023-07-03', statute: 'XF17', deemed: false });
    expect(f.due('reconsideration.decision-ordinary')).toBe('2023-09-15');
  });
  it('received under the old law and accepted under the new, keeps the old one’s period', () => {
    const f = received('2023-12-28').does('accept', '2024-01-03', ordinary);
    expect(f.due('reconsideration.decision-ordinary')).toBe('2024-02-26');
    expect(received('2023-12-28').refusals('accept', '2024-01-03', { track: 'simplified' })).toEqual([
      'acceptance.track',
    ]);
    expect(received('2023-12-28').refusals('deem-accepted', '2024-01-05')).toEqual(['deemed.lapse-day']);
  });
  it('needs two reviewers, but one is enough in simplified procedure since 2024', () => {
    expect(received('2024-03-01').refusals('accept', '2024-03-04', { track: 'ordinary' })).toEqual([
      'acceptance.reviewers',
    ]);
    expect(received('2024-03-01').refusals('accept', '2024-03-04', { track: 'simplified' })).toEqual([]);
    expect(received('2022-03-01').refusals('accept', '2022-03-04', { track: 'ordinary' })).toEqual([
      'acceptance.reviewers',
    ]);
  });
});

describe('correction', () => {
  const asked = () => received('2024-03-01').does('request-correction', '2024-03-04', { items: '补充身份证明' });
  it('starts a new review, and is asked for once', () => {
    const f = asked()
      .does('record-correction-notice-received', '2024-03-06')
      .does('receive-correction', '2024-03-11', { received_materials: '身份证明' });
    expect(f.due('reconsideration.review-after-correction')).toBe('2024-03-18');
    expect(f.refusals('request-correction', '2024-03-12', { items: '补充授权' })).toEqual(['correction.once']);
  });
  it('is abandoned only after the period ran from the applicant’s receipt, without cause', () => {
    const f = asked();
    const confirmed = { without_cause: true, reasons: '电话核实' };
    expect(f.refusals('abandon', '2024-06-01', confirmed)).toEqual(['abandonment.lapsed']);
    f.does('record-correction-notice-received', '2024-03-06');
    expect(f.due('reconsideration.correction-reply')).toBe('2024-03-20');
    expect(f.refusals('abandon', '2024-03-20', { reasons: '未补正' })).toEqual([
      'abandonment.lapsed',
      'abandonment.without-cause',
    ]);
    f.does('extend-correction', '2024-03-18', { extra_days: 2, reasons: '住院' });
    expect(f.due('reconsideration.correction-reply')).toBe('2024-03-22');
    // Five days for a reply that was posted in time.
    expect(f.refusals('abandon', '2024-03-27', confirmed)).toEqual(['abandonment.lapsed']);
    f.does('abandon', '2024-03-28', confirmed);
    expect(f.facts).toMatchObject({ exit: 'deemed-abandoned', left_on: '2024-03-28' });
    expect(f.open()).toEqual([]);
    const late = { received_materials: '身份证明', posted_on: '2024-03-23' };
    expect(f.refusals('receive-posted-correction', '2024-03-26', late)).toEqual(['correction.posted-in-time']);
    f.does('receive-posted-correction', '2024-03-26', { ...late, posted_on: '2024-03-22' });
    expect(f.facts).toMatchObject({ exit: null, left_on: null, corrected_on: '2024-03-26' });
    expect(f.open()).toEqual(['reconsideration.review-after-correction']);
  });
  it('names its period in a notice of the old law', () => {
    expect(received('2022-03-01').refusals('request-correction', '2022-03-02', { items: '身份证明' })).toEqual([
      'correction.period',
    ]);
  });
});

describe('exits before acceptance', () => {
  it.each<[ReconsiderationEvent, Day, Record<string, unknown>, string]>([
    ['refuse', '2022-03-03', refusal, 'not-accepted'],
    ['refuse', '2024-03-05', refusal, 'not-accepted'],
    ['redirect', '2022-03-03', { competent_organ: '某市人民政府', reasons: '管辖' }, 'redirected'],
    ['redirect', '2024-03-05', { competent_organ: '某市人民政府', reasons: '管辖' }, 'redirected'],
    ['withdraw-before-acceptance', '2024-03-05', {}, 'withdrawn'],
    ['settle-before-acceptance', '2022-03-03', {}, 'pre-settled'],
  ])('%s on %s leaves no clock running', (event, on, fields, exit) => {
    const f = received(on < '2024-01-01' ? '2022-03-01' : '2024-03-01').does(event, on, fields);
    expect(f.facts).toMatchObject({ exit, left_on: on, accepted_on: null });
    expect(f.open()).toEqual([]);
    const decided = event === 'refuse' || (event === 'redirect' && on >= '2024-01-01');
    expect(f.refusals('archive', on)).toEqual(decided ? ['archive.served'] : []);
    if (decided) f.does('serve', on, { recipient: APPLICANT, manner: 'post' });
    expect(f.does('archive', on).state).toBe('archived');
  });
  it('refuses a repeated application only when a person has compared applicant and act', () => {
    const repeated = { ground: 'earlier-proceedings', reasons: '已向法院起诉' };
    const f = received('2024-03-01');
    expect(f.refusals('refuse', '2024-03-04', repeated)).toEqual(['refusal.confirmed']);
    expect(f.refusals('refuse', '2024-03-04', { ...repeated, ground_confirmed: true })).toEqual([]);
  });
  it('an ordered acceptance begins a new review', () => {
    const f = received('2024-03-01')
      .does('refuse', '2024-03-05', refusal)
      .does('accept-by-order', '2024-05-06', {
        ...ordinary,
        order_ground: 'superior',
        order_reference: '某政复责〔2024〕1号',
      });
    expect(f.facts).toMatchObject({ exit: null, left_on: null, accepted_on: '2024-05-06' });
    expect(f.due('reconsideration.decision-ordinary')).toBe('2024-07-05');
  });
});

describe('review', () => {
  it('runs the simplified periods of 2026 over the spring festival', () => {
    const f = accepted('2026-01-15', { track: 'simplified' });
    expect(f.due('reconsideration.send-copy-simplified')).toBe('2026-01-20');
    expect(f.due('reconsideration.decision-simplified')).toBe('2026-02-14');
    f.does('send-copy', '2026-01-19').does('record-copy-received', '2026-02-11');
    expect(f.due('reconsideration.respondent-answer-simplified', RESPONDENT)).toBe('2026-02-25');
    expect(f.refusals('record-copy-received', '2026-02-12')).toEqual(['service.once']);
    f.does('convert-to-ordinary', '2026-02-12', { reasons: '事实有争议' });
    expect(f.due('reconsideration.decision-ordinary')).toBe('2026-03-16');
    expect(f.open()).toEqual(['reconsideration.decision-ordinary', 'reconsideration.respondent-answer']);
    f.does('record-answer', '2026-04-01');
    expect(f.open()).toEqual(['reconsideration.decision-ordinary']);
  });
  it('gives the old respondent ten calendar days', () => {
    const f = accepted('2023-12-18').does('send-copy', '2023-12-19').does('record-copy-received', '2023-12-20');
    expect(f.due('reconsideration.respondent-answer', RESPONDENT)).toBe('2024-01-02');
  });
  it.each<[Day, Day, Role, string[]]>([
    ['2023-12-01', '2023-12-20', 'organ-head', []],
    ['2023-12-01', '2023-12-20', 'reconsideration-head', ['extension.approver']],
    ['2023-12-01', '2024-01-10', 'reconsideration-head', []],
    ['2023-12-01', '2024-01-10', 'organ-head', ['extension.approver']],
    ['2023-12-01', '2024-03-01', 'reconsideration-head', ['extension.in-time']],
  ])('accepted %s, extended %s by %s: %j', (on, extendedOn, role, refused) => {
    const fields = { extended_days: 30, reasons: '情况复杂' };
    expect(accepted(on).refusals('extend', extendedOn, fields, [role])).toEqual(refused);
  });
  it('extends once, from the unrolled base, and never a simplified case', () => {
    const fields = { extended_days: 30, reasons: '情况复杂' };
    const f = accepted('2024-08-08').does('extend', '2024-09-30', fields, ['reconsideration-head']);
    expect(f.due('reconsideration.decision-ordinary')).toBe('2024-11-06');
    expect(f.refusals('extend', '2024-10-10', fields)).toEqual(['extension.once']);
    expect(accepted('2024-08-08', { track: 'simplified' }).refusals('extend', '2024-08-20', fields)).toEqual([
      'extension.ordinary',
    ]);
  });
  it('stops for a suspension and an examination that overlap, and runs again when both have ended', () => {
    const f = accepted('2024-03-01')
      .does('suspend', '2024-03-11', { suspension_ground: 'other-case', reasons: '等待判决' })
      .does('begin-examination', '2024-03-15', { examination: 'appraisal' })
      .does('resume', '2024-03-20');
    expect(f.clocks.find((k) => k.limit === 'reconsideration.decision-ordinary')?.status).toBe('suspended');
    f.does('end-examination', '2024-03-31');
    // 60 days to 2024-04-30, and 20 days excluded.
    expect(f.due('reconsideration.decision-ordinary')).toBe('2024-05-20');
    expect(f.refusals('resume', '2024-04-01')).toEqual(['resumption.suspended']);
  });
  it('suspends for mediation since 2024 only; its failure resumes the review', () => {
    const mediation = { suspension_ground: 'mediation', reasons: '双方同意' };
    expect(accepted('2023-03-01').refusals('suspend', '2023-03-10', mediation)).toEqual(['suspension.ground']);
    const f = accepted('2024-03-01').does('suspend', '2024-03-11', mediation);
    expect(f.refusals('submit-for-approval', '2024-03-12', { proposed: 'upheld' })).toEqual(['review.not-suspended']);
    f.does('mediation-failed', '2024-03-21');
    expect(f.facts).toMatchObject({ resumed_on: '2024-03-21' });
    expect(f.papers.at(-1)).toBe('reconsideration.resumption-notice');
    expect(f.due('reconsideration.decision-ordinary')).toBe('2024-05-10');
    expect(f.refusals('mediation-failed', '2024-03-22')).toEqual(['mediation.under-way']);
  });
  it('notifies a hearing ahead and asks for chair, hearers and recorder', () => {
    const f = accepted('2024-03-01').does('schedule-hearing', '2024-03-04', { planned_on: '2024-03-20' });
    expect(f.open()).toContain('reconsideration.hearing-notice');
    f.does('notify-hearing', '2024-03-08', { planned_on: '2024-03-20', place: '听证室' });
    expect(f.open()).not.toContain('reconsideration.hearing-notice');
    const panel = { chair: uuid(1), hearers: 1, recorder: uuid(2) };
    expect(f.refusals('hold-hearing', '2024-03-20', panel)).toEqual(['hearing.panel']);
    f.does('hold-hearing', '2024-03-20', { ...panel, hearers: 2 });
    expect(f.facts).toMatchObject({ hearing_on: '2024-03-20', heard_on: '2024-03-20' });
  });
});

describe('conclusion', () => {
  const inApproval = (on: Day) => accepted(on).does('submit-for-approval', on, { proposed: 'upheld' });
  it.each<[string, Day, Record<string, unknown>, string[]]>([
    ['opinions not heard', '2024-03-20', { outcome: 'upheld' }, ['decision.opinions-heard']],
    ['no such duty before 2024', '2023-03-20', { outcome: 'upheld' }, []],
    ['voidness before 2024', '2023-03-20', { outcome: 'void' }, ['decision.outcome']],
    ['performance without a date', '2023-03-20', { outcome: 'perform-ordered' }, ['decision.performance-date']],
    ['modification unchecked', '2023-03-20', { outcome: 'modified' }, ['decision.not-worse']],
    ['redo unchecked', '2023-03-20', { outcome: 'revoked', redo_ordered: true }, ['decision.same-facts']],
    [
      'redo of an upheld act',
      '2023-03-20',
      { outcome: 'upheld', redo_ordered: true, same_facts_confirmed: true },
      ['decision.redo'],
    ],
  ])('decide: %s', (_, on, fields, refused) => {
    expect(inApproval(`${on.slice(0, 4)}-03-01`).refusals('decide', on, fields)).toEqual(refused);
  });
  it('is possible once the reason for not hearing is recorded', () => {
    const f = inApproval('2024-03-01').does('record-not-heard', '2024-03-05', { not_heard_reason: '当事人书面放弃' });
    expect(f.refusals('decide', '2024-03-20', { outcome: 'upheld' })).toEqual([]);
  });
  it.each<[ReconsiderationEvent, Record<string, unknown>, string]>([
    ['decide', { outcome: 'dismissed-application' }, 'dismissed-application'],
    ['approve-withdrawal', { outcome: 'settled-withdrawn', ...voluntary }, 'settled-withdrawn'],
    ['approve-withdrawal', { outcome: 'withdrawn', ...voluntary }, 'withdrawn'],
    ['terminate', { ground: 'death' }, 'terminated-other'],
    [
      'conclude-by-mediation',
      { last_signed_on: '2023-03-20', sealed_on: '2023-03-20', scope: 'discretion' },
      'mediated',
    ],
  ])('%s ends every clock of the review', (event, fields, outcome) => {
    const f = inApproval('2023-03-01')
      .does('send-copy', '2023-03-02')
      .does('record-copy-received', '2023-03-03')
      .does(event, '2023-03-20', fields);
    expect(f.state).toBe('concluded');
    expect(f.facts).toMatchObject({ outcome, concluded_on: '2023-03-20' });
    expect(f.open()).toEqual([]);
  });
  it('a withdrawal must be voluntary; a deemed acceptance needs its reviewers before approval', () => {
    expect(
      accepted('2024-03-01').refusals('approve-withdrawal', '2024-03-05', {
        outcome: 'withdrawn',
        withdrawal_reason: 'other',
      }),
    ).toEqual(['withdrawal.voluntary']);
    const f = received('2024-09-27').does('deem-accepted', '2024-10-10');
    expect(f.refusals('submit-for-approval', '2024-10-14', { proposed: 'upheld' })).toEqual(['reviewers.named']);
    f.does('appoint-reviewers', '2024-10-11', { first_reviewer: uuid(1), second_reviewer: uuid(2) });
    expect(f.refusals('submit-for-approval', '2024-10-14', { proposed: 'upheld' })).toEqual([]);
  });
  it('a mediation paper takes effect on the last of signature and seal since 2024, on signature before', () => {
    const signed = (year: string) => ({
      last_signed_on: `${year}-03-20`,
      sealed_on: `${year}-03-22`,
      scope: 'compensation',
    });
    expect(
      accepted('2024-03-01').refusals('conclude-by-mediation', '2024-03-20', {
        ...signed('2024'),
        sealed_on: '2024-03-19',
      }),
    ).toEqual([]);
    expect(accepted('2024-03-01').refusals('conclude-by-mediation', '2024-03-23', signed('2024'))).toEqual([
      'mediation.effective-day',
    ]);
    expect(accepted('2023-03-01').refusals('conclude-by-mediation', '2023-03-22', signed('2023'))).toEqual([
      'mediation.effective-day',
    ]);
    expect(accepted('2023-03-01').refusals('issue-mediation-paper', '2023-03-19')).toEqual(['mediation.scope']);
    const f = accepted('2024-03-01').does('issue-mediation-paper', '2024-03-18').does('mediation-failed', '2024-03-19');
    expect(f.state).toBe('accepted');
    f.does('conclude-by-mediation', '2024-03-22', { ...signed('2024'), perform_due_on: '2024-06-30' });
    expect(f.facts).toMatchObject({ outcome: 'mediated', effective_on: '2024-03-22', concluded_on: '2024-03-22' });
    expect(f.papers.filter((p) => p === 'reconsideration.mediation-paper')).toHaveLength(2);
    expect(f.due('reconsideration.perform')).toBe('2024-07-01');
  });
  it('terminates after sixty full days only where the ground allows it', () => {
    const f = accepted('2025-11-03').does('suspend', '2025-12-01', {
      suspension_ground: 'death',
      reasons: '申请人死亡',
    });
    const sixty = { ground: 'suspended-sixty-days' };
    expect(f.refusals('terminate', '2026-01-30', sixty)).toEqual(['termination.sixty-days']);
    expect(f.refusals('terminate', '2026-01-31', sixty)).toEqual([]);
    const missing = accepted('2025-11-03').does('suspend', '2025-12-01', {
      suspension_ground: 'missing',
      reasons: '失联',
    });
    expect(missing.refusals('terminate', '2026-03-01', sixty)).toEqual(['termination.sixty-days']);
  });
});

describe('recorded late', () => {
  it('copy, answer, opinions and hearing of the review are still recorded after the decision, and start nothing', () => {
    const f = accepted('2023-03-01')
      .does('approve-withdrawal', '2023-03-20', { outcome: 'withdrawn', ...voluntary })
      .does('send-copy', '2023-03-03')
      .does('record-copy-received', '2023-03-06');
    expect(f.open()).toEqual([]);
    f.does('record-answer', '2023-03-13').does('hear-opinions', '2023-03-14', { manner: 'telephone' });
    expect(f.facts).toMatchObject({ copy_sent_on: '2023-03-03', answered_on: '2023-03-13', heard_on: '2023-03-14' });
  });
});

describe('after the decision', () => {
  const decided = (fields: Record<string, unknown>) =>
    accepted('2023-03-01')
      .does('submit-for-approval', '2023-03-10', { proposed: 'revoked' })
      .does('decide', '2023-03-20', fields);
  it('runs one period per recipient and takes effect on service', () => {
    const f = decided({ outcome: 'revoked', redo_ordered: true, same_facts_confirmed: true });
    expect(f.refusals('archive', '2023-03-21')).toEqual(['archive.served']);
    f.does('serve', '2023-03-22', { recipient: APPLICANT, manner: 'direct' });
    expect(f.facts).toMatchObject({ perform_due_on: null });
    f.does('serve', '2023-03-24', { recipient: RESPONDENT, manner: 'post' });
    expect(f.facts).toMatchObject({ perform_due_on: '2023-05-23' });
    expect(f.due('reconsideration.sue-after-decision', APPLICANT)).toBe('2023-04-06');
    expect(f.due('reconsideration.redo', RESPONDENT)).toBe('2023-05-23');
    expect(f.facts).toMatchObject({ served_on: '2023-03-24', effective_on: '2023-03-24' });
    expect(f.refusals('serve', '2023-03-25', { recipient: APPLICANT, manner: 'post' })).toEqual(['service.once']);
    f.does('record-performance', '2023-04-20', { performance: 'not-performed' });
    expect(f.open()).toContain('reconsideration.redo');
    f.does('record-performance', '2023-05-10', { performance: 'performed' });
    expect(f.facts).toMatchObject({
      performance: 'performed',
      performed_on: '2023-05-10',
      perform_due_on: '2023-05-23',
    });
    f.does('record-suit', '2023-04-03', { plaintiff: APPLICANT });
    expect(f.facts).toMatchObject({ sued_on: '2023-04-03' });
    expect(f.open()).toEqual([]);
    expect(f.does('archive', '2023-06-01').state).toBe('archived');
  });
  it('two respondents ordered to act anew have sixty days each; the decision is due with the last', () => {
    const f = new File();
    const second = { role: 'respondent', kind: 'organ', name: '某县城管局' };
    f.does('receive', '2023-03-01', { ...application('2023-03-01'), parties: [applicant, respondent, second] })
      .does('accept', '2023-03-01', ordinary)
      .does('submit-for-approval', '2023-03-10', { proposed: 'revoked' })
      .does('decide', '2023-03-20', { outcome: 'revoked', redo_ordered: true, same_facts_confirmed: true })
      .does('serve', '2023-03-22', { recipient: RESPONDENT, manner: 'direct' })
      .does('serve', '2023-03-27', { recipient: uuid(3), manner: 'direct' });
    expect([f.due('reconsideration.redo', RESPONDENT), f.due('reconsideration.redo', uuid(3))]).toEqual([
      '2023-05-22',
      '2023-05-26',
    ]);
    expect(f.due('reconsideration.perform', uuid(3))).toBeUndefined();
    expect(f.facts).toMatchObject({ perform_due_on: '2023-05-26' });
  });
  it('many applicants are reached through one whom their representatives stand beside', () => {
    const f = decided({ outcome: 'upheld' });
    f.parties = [...f.parties, { id: uuid(3), role: 'applicant', kind: 'natural' }];
    f.does('serve', '2023-03-22', { recipient: RESPONDENT, manner: 'direct' });
    f.does('serve', '2023-03-22', { recipient: APPLICANT, manner: 'direct' });
    expect(f.refusals('archive', '2023-04-21')).toEqual(['archive.served']);
    f.parties = [...f.parties, { id: uuid(4), role: 'representative', kind: 'natural' }];
    expect(f.refusals('archive', '2023-04-21')).toEqual([]);
  });
  it('watches the date that the decision fixed, and the date of an order to perform', () => {
    const f = decided({ outcome: 'perform-ordered', perform_due_on: '2023-04-20' }).does('serve', '2023-03-22', {
      recipient: RESPONDENT,
      manner: 'direct',
    });
    expect(f.due('reconsideration.perform', RESPONDENT)).toBe('2023-04-20');
    f.does('order-performance', '2023-05-04', { ordered_until: '2023-05-19' });
    expect(f.due('reconsideration.perform', 'order')).toBe('2023-05-19');
  });
  it('reopens with a fresh period and nothing left of the old conclusion', () => {
    const f = decided({ outcome: 'dismissed-application' })
      .does('serve', '2023-03-22', { recipient: APPLICANT, manner: 'direct' })
      .does('reopen', '2024-03-01', { order_ground: 'court', order_reference: '（2023）某行初1号' });
    expect(f.facts).toMatchObject({ outcome: null, concluded_on: null, served_on: null, accepted_on: '2023-03-01' });
    expect(f.open()).toEqual(['reconsideration.decision-ordinary']);
    expect(f.due('reconsideration.decision-ordinary')).toBe('2024-04-30');
  });
});

describe('papers', () => {
  it('print the parties, and the due day that the same event set', () => {
    const sheets: readonly DocumentSheet[] = documents;
    const sheet = sheets.find((d) => d.code === 'reconsideration.acceptance-notice');
    const data = sheet?.data({
      caseNumber: '（2024）某政复字第1号',
      paperNumber: null,
      organisation: '某县人民政府',
      happenedOn: '2024-03-01',
      facts: accepted('2024-03-01').facts,
      fields: { track: 'ordinary' },
      parties: [
        { role: 'applicant', kind: 'natural', name: '甲' },
        { role: 'applicant', kind: 'natural', name: '乙' },
      ],
      due: { 'reconsideration.decision-ordinary': '2024-04-30' },
    });
    expect(data).toMatchObject({
      applicants: '甲、乙',
      decision_due: '2024-04-30',
      matter: 'penalty',
      track: 'ordinary',
    });
  });
});
