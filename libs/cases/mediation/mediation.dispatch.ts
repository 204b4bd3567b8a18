import { code, handlingEdges, parties, type StartsClock, text } from '@anjuan/casework';
import { mediationPartyRoles, remediationGrounds } from './mediation.codes';
import { disputeTypes, mediationFacts } from './mediation.facts';
import { edge, guard, heads, inTime, isReferred, type MediationContext, mediators } from './mediation.outline';

/** 分派时限: a referral that nobody has yet, where the jurisdiction has such a rule. */
export const dispatchWatch: StartsClock<MediationContext> = {
  limit: 'mediation.dispatch',
  when: (c) => isReferred(c) && c.facts.assigned_on === null && c.facts.closed_on === null,
  givenDays: (c) => c.settings.dispatchDays,
};

/** Who has the dispute: given to a mediator, handed on, returned, shared, recused. */
export const handlers = handlingEdges({
  facts: mediationFacts,
  // What ended without agreement may still owe its referrer an answer.
  from: ['registered', 'accepted', 'mediating', 'agreed', 'failed', 'withdrawn', 'transferred', 'declined', 'archived'],
  by: mediators,
  heads,
  handler: '调解员',
  cite: {
    assign: '人民调解法第十九条',
    recuse: '人民调解工作若干规定（2002）第二十五条；最高人民法院关于人民法院特邀调解的规定第十五条',
  },
  recusalVerified: 'M',
  watch: dispatchWatch,
  assigned: (c) => {
    if (c.facts.assigned_on !== null) return {};
    const watched = c.clocks.some((k) => k.limit === 'mediation.dispatch' && k.status === 'running');
    return { assigned_on: c.happenedOn, dispatched_in_time: watched ? inTime(c.happenedOn, c) : null };
  },
});

/** Where the dispute came from and where it goes back to. */
export const referralEdges = {
  're-mediate': edge({
    title: '再次调解',
    from: 'opening',
    to: 'registered',
    by: mediators,
    fields: {
      parties: parties('当事人', mediationPartyRoles, { applicant: 1, respondent: 1 }),
      remediation_ground: code('再次调解缘由', remediationGrounds),
      dispute_type: code('纠纷类型', disputeTypes),
      summary: text.personal('纠纷简要情况'),
    },
    guards: [
      guard('remediation.ended', '人民调解法第三十二条', (c) => {
        if (c.parent === undefined) return null;
        if ((c.parent.facts.closed_on ?? null) === null) return '前案尚未调解结束，应当在前案中继续调解。';
        return c.fields.remediation_ground !== 'failed' && (c.parent.facts.agreed_on ?? null) === null
          ? `前案没有达成调解协议，再次调解缘由只能是“${remediationGrounds.failed}”。`
          : null;
      }),
    ],
    facts: (c) => ({ origin: 'applied', received_on: c.happenedOn, session_count: 0 }),
    continues: true,
    earnsNumber: true,
    cite: '人民调解法第三十二条、第三十三条第三款',
  }),
  'reply-to-referrer': edge({
    title: '回复移送单位',
    from: ['agreed', 'failed', 'withdrawn', 'transferred', 'declined', 'archived'],
    to: 'unchanged',
    by: mediators,
    fields: { reply: text.personal('办理情况', { hint: '结果、协议或者不成的原因、已告知的途径' }) },
    guards: [
      guard('reply.referred', '人民调解法第十八条', (c) =>
        isReferred(c) ? null : '本案不是其他单位移交、委派或者委托的。',
      ),
      guard('reply.ended', '最高人民法院关于人民法院特邀调解的规定第二十六条', (c) =>
        c.facts.closed_on !== null && c.happenedOn < c.facts.closed_on
          ? `回复日期早于调解结束的日期${c.facts.closed_on}。`
          : null,
      ),
      guard('reply.once', '人民调解法第十八条', (c) =>
        c.facts.referral_replied_on === null ? null : `已于${c.facts.referral_replied_on}回复移送单位。`,
      ),
    ],
    facts: (c) => ({ referral_replied_on: c.happenedOn }),
    meets: ['mediation.referral-reply'],
    issues: ['mediation.referral-reply'],
    cite: '人民调解法第十八条；最高人民法院关于人民法院特邀调解的规定第二十六条',
    verified: 'I',
  }),
};
