import { describeLimits, isLimitId, limit, limitIds, triggerFacts, versionInForce } from '.';

/** Written out by hand from the legal catalogue, so that a limit cannot be lost or renamed unnoticed. */
const expected = {
  reconsideration:
    'application-period application-period-inaction application-uninformed-cap application-longstop application-longstop-real-estate acceptance-review deemed-acceptance correction-notice correction-reply review-after-correction county-forward penalty-organ-forward competence-conflict send-copy send-copy-simplified respondent-answer respondent-answer-simplified hearing-notice decision-ordinary decision-extension decision-simplified suspension-termination norm-handle norm-transfer norm-notify-maker norm-maker-reply norm-receiver-reply stay-execution decision-service redo perform opinion-report sue-after-decision sue-after-silence enforce-application',
  litigation:
    'filing-direct filing-uninformed filing-inaction filing-after-reconsideration docket serve-complaint answer internal-plan evidence-extension-request jurisdiction-objection simplified-evidence forward-answer summons head-notice head-identity head-absence-reason first-instance simplified judgment-send appeal-judgment appeal-ruling appeal-answer second-instance retrial-application retrial-opinion retrial-review stay-terminate perform execution judicial-advice-reply norm-advice-reply procuratorial-reply procuratorial-reply-urgent nonlitigation-execution',
  supervision: 'reply',
  compensation: 'request decision service suit payment-request payment',
  mediation:
    'accept dispatch referral-reply period period-medical period-labour period-court-assigned period-court-entrusted period-court-entrusted-simplified agreement-effective-written agreement-effective-oral performance follow-up confirm-apply confirm-docket confirm-decide-legacy confirm-decide confirm-objection confirm-objection-third-party confirm-execution',
};

/** Length and article per version, oldest first: the whole catalogue at a glance. */
const lengths: Readonly<Record<string, readonly string[]>> = {
  'reconsideration.application-period': ['60日 第9条第1款', '60日 第20条第1款'],
  'reconsideration.application-uninformed-cap': ['1年 第20条第3款'],
  'reconsideration.application-longstop': ['5年 第21条'],
  'reconsideration.acceptance-review': ['5个工作日 第17条第1款', '5个工作日 第30条第1款'],
  'reconsideration.correction-reply': ['以文书或约定为准 第29条', '10个工作日 第31条第2款'],
  'reconsideration.county-forward': ['7个工作日 第18条'],
  'reconsideration.send-copy': ['7个工作日 第23条第1款', '7个工作日 第48条'],
  'reconsideration.send-copy-simplified': ['3个工作日 第54条'],
  'reconsideration.respondent-answer': ['10日 第23条第1款', '10个工作日 第48条'],
  'reconsideration.respondent-answer-simplified': ['5个工作日 第54条'],
  'reconsideration.hearing-notice': ['提前5个工作日 第51条'],
  'reconsideration.decision-ordinary': ['60日 第31条第1款', '60日 第62条第1款'],
  'reconsideration.decision-simplified': ['30日 第62条第2款'],
  'reconsideration.suspension-termination': ['60日 第42条第2款', '60日 第41条第(五)项'],
  'reconsideration.norm-handle': ['30日 第26条', '30日 第56条'],
  'reconsideration.norm-notify-maker': ['3个工作日 第58条第1款'],
  'reconsideration.norm-maker-reply': ['10个工作日 第58条'],
  'reconsideration.norm-receiver-reply': ['60日 第26条', '60日 第60条'],
  'reconsideration.stay-execution': ['法律未规定具体期限 第21条', '法律未规定具体期限 第42条'],
  'reconsideration.enforce-application': ['3个月 第53条'],
  'litigation.filing-direct': ['6个月 第46条第1款'],
  'litigation.filing-uninformed': ['1年 第64条'],
  'litigation.docket': ['7日 第51条第2款'],
  'litigation.serve-complaint': ['5日 第67条第1款'],
  'litigation.answer': ['15日 第67条第1款'],
  'litigation.simplified-evidence': ['由决定确定，最长15日 第104条'],
  'litigation.first-instance': ['6个月 第81条'],
  'litigation.simplified': ['45日 第83条'],
  'litigation.second-instance': ['3个月 第88条'],
  'litigation.stay-terminate': ['90日 第88条第2款'],
  'litigation.execution': ['2年 第153条'],
  'litigation.procuratorial-reply': ['2个月 第21条'],
  'litigation.procuratorial-reply-urgent': ['15日 第21条'],
  'compensation.request': ['2年 第39条第1款'],
  'compensation.decision': ['2个月 第13条第1款'],
  'compensation.service': ['10日 第13条'],
  'compensation.suit': ['3个月 第14条'],
  'compensation.payment-request': ['7日 第37条'],
  'compensation.payment': ['15日 第37条'],
  'mediation.accept': ['法律未规定具体期限 第17条', '3个工作日 第12条'],
  'mediation.period': ['1个月 第33条'],
  'mediation.period-medical': ['30个工作日 第38条'],
  'mediation.period-labour': ['15日 第14条第3款'],
  'mediation.period-court-assigned': ['30日 第27条'],
  'mediation.period-court-entrusted': ['15日 第27条'],
  'mediation.period-court-entrusted-simplified': ['7日 第27条'],
  'mediation.performance': ['以文书或约定为准 第31条第1款'],
  'mediation.confirm-apply': ['30日 第33条第1款'],
  'mediation.confirm-decide-legacy': ['15日 第5条'],
  'mediation.confirm-decide': ['30日 第180条', '30日 第187条', '30日 第187条'],
  'mediation.confirm-objection-third-party': ['6个月 第374条第2款', '6个月 第372条第2款'],
};

describe('the catalogue of limits', () => {
  it('holds exactly the limits of the legal catalogue', () => {
    const ids = Object.entries(expected).flatMap(([kind, names]) => names.split(' ').map((name) => `${kind}.${name}`));
    expect([...limitIds].sort()).toEqual(ids.sort());
  });

  it('states length and article of each version', () => {
    const described = new Map<string, string[]>();
    for (const { id, versions } of describeLimits()) {
      described.set(
        id,
        versions.map(({ span, article }) => `${span.replace('（另有规定或确定的从其规定）', '')} ${article}`),
      );
    }
    for (const [id, versions] of Object.entries(lengths)) expect([id, described.get(id)]).toEqual([id, versions]);
  });

  it.each(describeLimits().map((entry) => [entry.id, entry] as const))(
    '%s cites its law in every version',
    (_id, entry) => {
      expect(entry.title).toMatch(/\p{Script=Han}/u);
      expect(entry.lapse).not.toBe('');
      expect(entry.versions.length).toBeGreaterThan(0);
      for (const version of entry.versions) {
        expect(version.law).toMatch(/\(\d{4}\)$/);
        expect(version.article).toMatch(/^第\d+条(第\d+款)?(第\(.\)项)?$/);
        expect(Object.values<string>(triggerFacts)).toContain(version.trigger);
        if (version.until !== undefined) expect(version.until >= version.from).toBe(true);
      }
    },
  );

  it('knows no trigger fact that nothing counts from', () => {
    const used = new Set(limitIds.flatMap((id) => limit(id).versions.map(({ trigger }) => trigger)));
    expect(Object.keys(triggerFacts).filter((fact) => ![...used].some((other) => other === fact))).toEqual([]);
  });

  it('switches from the old law to the new at the turn of 2023', () => {
    expect(versionInForce('reconsideration.decision-ordinary', '2023-12-31')?.law).toBe('XF17');
    expect(versionInForce('reconsideration.decision-ordinary', '2024-01-01')?.law).toBe('XF23');
    expect(versionInForce('reconsideration.county-forward', '2024-01-01')).toBeUndefined();
    expect(versionInForce('mediation.confirm-decide', '2022-06-01')?.law).toBe('MS21');
  });

  it('refuses an id from outside that it does not know', () => {
    expect(isLimitId('reconsideration.reply')).toBe(false);
    expect(() => limit('reconsideration.reply')).toThrow(
      expect.objectContaining({ code: 'unknown-limit', field: 'limit' }),
    );
  });
});
