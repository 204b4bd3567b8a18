import { type ClockView, type Context, defaultSettings, type Facts, faultsOf, type PartyView } from '@anjuan/casework';
import type { Day, LimitId } from '@anjuan/law';
import { type LitigationEvent, type litigationFacts, litigationProcedure, rulingForms, rulings } from '.';

type C = typeof litigationFacts.columns;
type C0 = Context<C>;

const unknown: Facts<C> = {
  instance: null,
  standing: null,
  defendant: null,
  cause: null,
  court: null,
  court_number: null,
  after_reconsideration: null,
  notified_on: null,
  answered_on: null,
  hearing_count: null,
  heard_on: null,
  head_attended: null,
  head_post: null,
  head_absence_reason: null,
  ruled_on: null,
  ruling: null,
  ruling_form: null,
  redo_ordered: null,
  compensation_fen: null,
  appealed_on: null,
  followed_on: null,
  effective_on: null,
  performance: null,
  performed_on: null,
  archived_on: null,
  appealed_by_us: null,
  appealed_by_others: null,
  draft_by: null,
  approve_by: null,
  answer_approved_on: null,
  head_called: null,
  review_organ: null,
  review_ruling: null,
  result: null,
  remedy_ordered: null,
  withdrawal_reason: null,
  loss_reason: null,
  analysed_on: null,
  retrial_origin: null,
  backlog_since: null,
  field: null,
  court_level: null,
  transferred_on: null,
  in_series: null,
  represented_on: null,
  represented_by: null,
  accountable_on: null,
  accountability: null,
  accountable_people: null,
};
const parties: readonly PartyView[] = [
  { id: 'p', role: 'plaintiff', kind: 'natural' },
  { id: 'd', role: 'defendant', kind: 'organ' },
  { id: 't', role: 'third-party', kind: 'natural' },
  { id: 'a', role: 'agent', kind: 'natural' },
];
interface Given extends Partial<Omit<C0, 'facts'>> {
  readonly facts?: Partial<Facts<C>>;
}
const edges = litigationProcedure.edges;
/** A context as the engine makes it: fields that were left out are null, flags false. */
const seen = (event: LitigationEvent, { facts, fields, ...rest }: Given = {}): C0 => ({
  state: null,
  happenedOn: '2025-03-03',
  parties,
  clocks: [],
  history: [],
  actorId: null,
  handlerId: null,
  secondHandlerId: null,
  actorRoles: ['litigation-officer'],
  settings: defaultSettings,
  ...rest,
  fields: {
    ...Object.fromEntries(Object.entries(edges[event].fields).map(([n, f]) => [n, f.type === 'flag' ? false : null])),
    ...fields,
  },
  facts: { ...unknown, ...facts },
});
const refused = (event: LitigationEvent, given: Given) =>
  (edges[event].guards ?? []).filter((g) => g.refuses(seen(event, given)) !== null).map((g) => g.name);
/** Clocks that start: limit, subject and trigger day. */
const started = (event: LitigationEvent, given: Given): string[] => {
  const c = seen(event, given);
  return (edges[event].starts ?? []).flatMap((s) => {
    const start = typeof s === 'string' ? { limit: s } : s;
    if (start.when && !start.when(c)) return [];
    const from = start.from ? start.from(c) : c.happenedOn;
    if (from === null || (start.givenDue && start.givenDue(c) === null)) return [];
    return (start.subjects?.(c) ?? ['']).map((subject) => [start.limit, subject, from].filter(Boolean).join(' '));
  });
};
const papers = (event: LitigationEvent, given: Given) =>
  (edges[event].issues ?? [])
    .filter((i) => typeof i === 'string' || !i.when || i.when(seen(event, given)))
    .map((i) => (typeof i === 'string' ? i : i.code));
const appeal = (subject: string, due: Day, status: ClockView['status'] = 'running'): ClockView => ({
  limit: 'litigation.appeal-judgment',
  subject,
  status,
  from: '2025-02-10',
  due,
});
const judgment = { instance: 'first', ruling: 'revoked', ruling_form: 'judgment', ruled_on: '2025-02-05' } as const;

describe('litigation procedure', () => {
  it('is soundly defined', () => {
    expect(faultsOf(litigationProcedure)).toEqual([]);
    for (const e of Object.values(edges)) expect(e.cite).toMatch(/第.+条/);
    for (const g of Object.values(edges).flatMap((e) => e.guards ?? [])) expect(g.cite).toMatch(/第.+条/);
  });

  it('issues every paper on its sheet, and no other', () => {
    const issued = Object.values(edges).flatMap((e) =>
      (e.issues ?? []).map((i) => (typeof i === 'string' ? i : i.code)),
    );
    expect([...new Set(issued)].sort()).toEqual(litigationProcedure.documents.map((d) => d.code).sort());
  });

  it('permits these events in these states to these roles', () => {
    const rows = ['opening', ...Object.keys(litigationProcedure.states)].flatMap((state) =>
      Object.entries(edges)
        .filter(([, e]) => (e.from === 'opening' ? state === 'opening' : e.from.some((s) => s === state)))
        .map(([name, e]) => `${state} · ${name} → ${e.to === 'unchanged' ? '=' : e.to} · ${e.by.join(', ')}`),
    );
    expect(rows.join('\n')).toMatchSnapshot();
  });

  it.each<[string, LitigationEvent, C0['fields'], string[]]>([
    ['a defendant', 'receive-notice', { standing: 'sole' }, ['litigation.answer 2025-03-03']],
    ['a third party', 'receive-notice', { standing: 'third-party' }, []],
    [
      'a docketed suit',
      'receive-notice',
      { standing: 'joint', docketed_on: '2025-02-27' },
      ['litigation.answer 2025-03-03', 'litigation.first-instance 2025-02-27'],
    ],
    [
      'a simplified one',
      'receive-notice',
      { standing: 'sole', docketed_on: '2025-02-27', simplified: true },
      ['litigation.answer 2025-03-03', 'litigation.simplified 2025-02-27'],
    ],
    ['an appellee', 'enter-second-instance', { standing: 'appellee' }, ['litigation.appeal-answer 2025-03-03']],
    [
      'an appellant',
      'enter-second-instance',
      { standing: 'appellant', docketed_on: '2025-02-27' },
      ['litigation.second-instance 2025-02-27'],
    ],
    [
      'a retrial respondent',
      'enter-retrial',
      { standing: 'retrial-respondent' },
      ['litigation.retrial-opinion 2025-03-03'],
    ],
    ['a retrial applicant', 'enter-retrial', { standing: 'retrial-applicant' }, []],
  ])('opens the right periods for %s', (_, event, fields, clocks) => {
    expect(started(event, { fields })).toEqual(clocks);
  });

  it.each([
    ['测试区人民法院', 'basic'],
    ['测试铁路运输法院', 'basic'],
    ['测试市中级人民法院', 'intermediate'],
    ['测试铁路运输中级法院', 'intermediate'],
    ['测试知识产权法院', 'intermediate'],
    ['测试省高级人民法院', 'high'],
    ['最高人民法院第三巡回法庭', 'supreme'],
  ])('reads the level of %s off its name, in every instance and after a transfer', (court, court_level) => {
    for (const event of ['receive-notice', 'enter-second-instance', 'enter-retrial', 'move-to-court'] as const)
      expect(edges[event].facts?.(seen(event, { fields: { court } }))).toMatchObject({ court_level });
  });

  it('begins the answer anew once the cause of a granted extension is gone', () => {
    expect(refused('grant-evidence-extension', {})).toEqual(['evidence.requested']);
    expect(started('grant-evidence-extension', { fields: { cause_ended_on: '2025-03-01' } })).toEqual([
      'litigation.answer 2025-03-01',
    ]);
    expect(started('grant-evidence-extension', {})).toEqual([]);
  });

  it('keeps the six months at docketing when simplified procedure is converted', () => {
    const running: ClockView = {
      limit: 'litigation.simplified',
      subject: '',
      status: 'running',
      from: '2025-01-06',
      due: '2025-02-20',
    };
    expect(started('convert-to-ordinary', { clocks: [running] })).toEqual(['litigation.first-instance 2025-01-06']);
    expect(refused('convert-to-ordinary', {})).toEqual(['simplified.running']);
  });

  it('ends the suspension of the three grounds after ninety days, and suspends but once', () => {
    expect(started('suspend', { fields: { ground: 'death' } })).toEqual(['litigation.stay-terminate 2025-03-03']);
    expect(started('suspend', { fields: { ground: 'other-case' } })).toEqual([]);
    expect(refused('suspend', { history: ['receive-notice', 'suspend'] })).toEqual(['suspension.once']);
    expect(refused('suspend', { history: ['receive-notice', 'suspend', 'resume'] })).toEqual([]);
    expect(refused('resume', { history: ['receive-notice'] })).toEqual(['suspension.running']);
  });
});

describe('hearings', () => {
  it.each<[string, Given, string[]]>([
    ['the head with name and post', { fields: { attended: true, head_name: '甲', post: '副县长' } }, []],
    ['the head without post', { fields: { attended: true, head_name: '甲' } }, ['head.identity']],
    ['nobody, and no word of it', {}, ['head.absence']],
    ['nobody, unexplained, recorded as such', { fields: { absence_reason: 'unexplained', absence_proof: 'none' } }, []],
    ['nobody, explained under seal', { fields: { absence_reason: 'duty', absence_proof: 'seal' } }, []],
    ['nobody after one appearance', { facts: { head_attended: true } }, []],
    [
      'nobody though called again',
      { facts: { head_attended: true }, fields: { called_again: true } },
      ['head.absence'],
    ],
    ['a third party', { facts: { standing: 'third-party' } }, []],
    [
      'both at once',
      { fields: { attended: true, head_name: '甲', post: '局长', absence_reason: 'duty', absence_proof: 'seal' } },
      ['head.either'],
    ],
  ])('judges %s', (_, given, names) => {
    expect(refused('hold-hearing', given)).toEqual(names);
  });

  it('counts attendance once per instance, and the first hearing in open court', () => {
    const absent = { open_court: true, absence_reason: 'duty', absence_proof: 'seal' };
    const first = edges['hold-hearing'].facts?.(seen('hold-hearing', { fields: absent }));
    expect(first).toEqual({
      hearing_count: 1,
      heard_on: '2025-03-03',
      head_attended: false,
      head_called: false,
      head_post: null,
      head_absence_reason: '需要履行他人不能代替的公务',
    });
    const second = edges['hold-further-hearing'].facts?.(
      seen('hold-further-hearing', {
        happenedOn: '2025-03-20',
        facts: first,
        fields: { open_court: true, attended: true, head_name: '甲', post: '副县长' },
      }),
    );
    expect(second).toEqual({
      hearing_count: 2,
      heard_on: '2025-03-03',
      head_attended: true,
      head_called: false,
      head_post: '副县长',
      head_absence_reason: null,
    });
    const third = edges['hold-further-hearing'].facts?.(
      seen('hold-further-hearing', { happenedOn: '2025-04-01', facts: second }),
    );
    expect(third).toMatchObject({ hearing_count: 3, head_attended: true, head_post: '副县长' });
  });

  it('leaves a closed hearing out of the open ones', () => {
    const facts = edges['hold-hearing'].facts?.(seen('hold-hearing', { fields: { open_court: false } }));
    expect(facts).toMatchObject({ hearing_count: 1, heard_on: null });
  });

  it('asks for the certificate of the head from the rules of 2020 on', () => {
    expect(started('schedule-hearing', { happenedOn: '2020-06-01', fields: { hearing_on: '2020-06-30' } })).toEqual([]);
    expect(started('schedule-hearing', { happenedOn: '2020-06-01', fields: { hearing_on: '2020-07-01' } })).toEqual([
      'litigation.head-identity 2020-07-01',
    ]);
  });
});

describe('rulings', () => {
  it('lets every result take the forms the law gives it, and no other', () => {
    const table = Object.keys(rulings).map((ruling) => {
      const forms = Object.keys(rulingForms).filter(
        (ruling_form) =>
          refused('record-ruling', { facts: { instance: 'second' }, fields: { ruling, ruling_form, below: 'won' } })
            .length === 0,
      );
      return `${ruling}: ${forms.join(', ')}`;
    });
    expect(table.join('\n')).toMatchSnapshot();
  });

  it.each<[string, Given, string[]]>([
    [
      'a judgment nobody heard',
      { facts: { instance: 'first', hearing_count: 0 }, fields: { ruling: 'revoked', ruling_form: 'judgment' } },
      ['ruling.heard'],
    ],
    [
      'a judgment after a hearing',
      { facts: { instance: 'first', hearing_count: 1 }, fields: { ruling: 'revoked', ruling_form: 'judgment' } },
      [],
    ],
    [
      'a withdrawal before any hearing',
      { facts: { instance: 'first', hearing_count: 0 }, fields: { ruling: 'withdrawn', ruling_form: 'ruling' } },
      [],
    ],
    [
      'a dismissal before any hearing',
      { facts: { instance: 'first', hearing_count: 0 }, fields: { ruling: 'dismissed-suit', ruling_form: 'ruling' } },
      [],
    ],
    [
      'an appeal upheld on the papers',
      {
        facts: { instance: 'second', hearing_count: 0 },
        fields: { ruling: 'appeal-upheld', ruling_form: 'judgment', below: 'won' },
      },
      [],
    ],
    [
      'a remand in first instance',
      { facts: { instance: 'first' }, fields: { ruling: 'remanded', ruling_form: 'ruling' } },
      ['ruling.instance'],
    ],
    [
      'a rejection that orders the act anew',
      {
        facts: { instance: 'first', hearing_count: 1 },
        fields: { ruling: 'claims-rejected', ruling_form: 'judgment', redo_ordered: true },
      },
      ['ruling.redo'],
    ],
  ])('judges %s', (_, given, names) => {
    expect(refused('record-ruling', given)).toEqual(names);
  });

  it('closes what ran for the trial', () => {
    const { meets = [], cancels = [] } = edges['record-ruling'];
    const limits = [...meets, ...cancels].map((m) => (typeof m === 'string' ? m : m.limit));
    const opened = ['receive-notice', 'enter-second-instance', 'enter-retrial', 'schedule-hearing', 'suspend'] as const;
    const running = opened.flatMap((e) => (edges[e].starts ?? []).map((s) => (typeof s === 'string' ? s : s.limit)));
    expect(running.filter((limit) => !limits.includes(limit))).toEqual([]);
  });
});

describe('service and appeal', () => {
  const on = (facts: Partial<Facts<C>>, fields: C0['fields'] = {}, clocks: readonly ClockView[] = []) =>
    started('serve-ruling', { facts, fields, clocks });

  it('starts one appeal period for each party served', () => {
    expect(on(judgment, { recipient: 'p' })).toEqual(['litigation.appeal-judgment p 2025-03-03']);
    expect(on(judgment)).toEqual(['p', 'd', 't'].map((s) => `litigation.appeal-judgment ${s} 2025-03-03`));
    expect(on(judgment, {}, [appeal('p', '2025-02-25')])).toEqual(
      ['d', 't'].map((s) => `litigation.appeal-judgment ${s} 2025-03-03`),
    );
  });

  it.each<[string, Partial<Facts<C>>, LimitId | null]>([
    [
      'dismissal of the suit',
      { instance: 'first', ruling: 'dismissed-suit', ruling_form: 'ruling' },
      'litigation.appeal-ruling',
    ],
    [
      'refusal to docket',
      { instance: 'first', ruling: 'not-docketed', ruling_form: 'ruling' },
      'litigation.appeal-ruling',
    ],
    ['a permitted withdrawal', { instance: 'first', ruling: 'withdrawn', ruling_form: 'ruling' }, null],
    ['a mediation', { instance: 'first', ruling: 'mediated', ruling_form: 'mediation' }, null],
    ['a judgment on appeal', { instance: 'second', ruling: 'revoked', ruling_form: 'judgment' }, null],
    ['a judgment already in effect', { ...judgment, effective_on: '2025-03-01' }, null],
  ])('gives %s its own period or none', (_, facts, limit) => {
    expect(on(facts, { recipient: 'p' })).toEqual(limit === null ? [] : [`${limit} p 2025-03-03`]);
  });

  it('lets a retrial under first-instance procedure be appealed', () => {
    const facts = { instance: 'retrial', ruling: 'revoked', ruling_form: 'judgment' } as const;
    expect(on(facts, { recipient: 'p', appealable: true })).toEqual(['litigation.appeal-judgment p 2025-03-03']);
    expect(on(facts, { recipient: 'p' })).toEqual([]);
  });

  it('refuses a second service and a service before the ruling', () => {
    const clocks = [appeal('p', '2025-02-25')];
    expect(refused('serve-ruling', { facts: judgment, fields: { recipient: 'p' }, clocks })).toEqual(['service.once']);
    expect(refused('serve-ruling', { facts: judgment, fields: { recipient: 'd' }, clocks })).toEqual([]);
    expect(refused('serve-ruling', { facts: judgment, happenedOn: '2025-02-04' })).toEqual(['ruling.earlier']);
  });

  it('ends the appeal period of the party that appealed, and of nobody else', () => {
    const subjects = (fields: C0['fields']) =>
      (edges['record-appeal'].meets ?? []).map((m) =>
        typeof m === 'string' ? null : m.subjects?.(seen('record-appeal', { fields })),
      );
    expect(subjects({ appellant_role: 'plaintiff' })).toEqual([['p'], ['p']]);
    expect(subjects({ appellant_role: 'plaintiff', appellant: 't' })).toEqual([['t'], ['t']]);
    expect(papers('record-appeal', { fields: { appellant_role: 'defendant' } })).toEqual(['litigation.appeal']);
    expect(papers('record-appeal', { fields: { appellant_role: 'plaintiff' } })).toEqual([]);
  });

  it('takes an appeal long after the period, for the court to judge, but none against what cannot be appealed', () => {
    const clocks = [appeal('p', '2025-02-12')];
    expect(refused('record-appeal', { facts: judgment, clocks, happenedOn: '2025-06-01' })).toEqual([]);
    expect(refused('record-appeal', { facts: { ...judgment, instance: 'second' } })).toEqual(['appeal.allowed']);
  });
});

describe('effect', () => {
  const all = [appeal('p', '2025-02-25'), appeal('d', '2025-02-25'), appeal('t', '2025-03-03')];
  it.each<[string, Given, string[]]>([
    [
      'on the last day of the last party',
      { facts: judgment, clocks: all, happenedOn: '2025-03-03' },
      ['effect.lapsed'],
    ],
    ['the day after', { facts: judgment, clocks: all, happenedOn: '2025-03-04' }, []],
    [
      'with a party unserved',
      { facts: judgment, clocks: all.slice(0, 2), happenedOn: '2025-03-04' },
      ['effect.served'],
    ],
    ['with the certificate of the court', { facts: judgment, fields: { certificate: '（2025）证1号' } }, []],
    [
      'appealed',
      { facts: { ...judgment, appealed_on: '2025-02-20' }, clocks: all, happenedOn: '2025-03-04' },
      ['effect.appealed'],
    ],
    ['followed', { facts: { ...judgment, instance: 'second', followed_on: '2025-03-01' } }, ['instance.followed']],
    ['of a second instance, at once', { facts: { ...judgment, instance: 'second' } }, []],
    ['of a mediation, at once', { facts: { instance: 'first', ruling: 'mediated', ruling_form: 'mediation' } }, []],
    ['of a withdrawal, at once', { facts: { instance: 'first', ruling: 'withdrawn', ruling_form: 'ruling' } }, []],
  ])('comes or not: %s', (_, given, names) => {
    expect(refused('take-effect', given)).toEqual(names);
  });

  it('starts performance only where the ruling sets a day, never with a day before it', () => {
    expect(started('take-effect', { facts: judgment })).toEqual(['litigation.retrial-application 2025-03-03']);
    expect(started('take-effect', { facts: judgment, fields: { perform_due_on: '2025-05-06' } })).toEqual([
      'litigation.retrial-application 2025-03-03',
      'litigation.perform 2025-03-03',
      'litigation.execution 2025-05-06',
    ]);
    expect(started('take-effect', { facts: judgment, fields: { perform_due_on: '2025-03-01' } })).toContain(
      'litigation.perform 2025-03-01',
    );
  });

  it('takes back the effect when an appeal in time becomes known late', () => {
    const facts = { ...judgment, effective_on: '2025-03-04' };
    expect(refused('learn-of-appeal', { facts, happenedOn: '2025-03-03' })).toEqual([]);
    expect(refused('learn-of-appeal', { facts, happenedOn: '2025-03-05' })).toEqual(['appeal.before-effect']);
    const after = edges['learn-of-appeal'].facts?.(seen('learn-of-appeal', { facts }));
    expect(after).toMatchObject({ appealed_on: '2025-03-03', effective_on: null });
    const cancelled = (edges['learn-of-appeal'].cancels ?? []).map((m) => (typeof m === 'string' ? m : m.limit));
    const running = (edges['take-effect'].starts ?? []).map((m) => (typeof m === 'string' ? m : m.limit));
    expect(cancelled).toEqual(running);
  });

  it('archives what took effect or went up, with an analysis of what was lost', () => {
    expect(refused('archive', { state: 'judged', facts: judgment })).toEqual(['archive.ended']);
    expect(refused('archive', { state: 'judged', facts: { ...judgment, followed_on: '2025-03-01' } })).toEqual([]);
    expect(refused('archive', { state: 'effective', facts: judgment })).toEqual([]);
    expect(papers('archive', { facts: judgment })).toEqual(['litigation.file-cover', 'litigation.loss-analysis']);
    expect(papers('archive', { facts: { ruling: 'claims-rejected' } })).toEqual(['litigation.file-cover']);
  });
});
