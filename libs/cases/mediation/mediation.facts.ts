import { assignGrounds, column, defineFacts } from '@anjuan/casework';
import { breachRemedies, levelReasons, onwardWays, remediationGrounds, satisfactions } from './mediation.codes';

/** 矛盾纠纷类型. */
export const disputeTypes = {
  marriage: '婚姻家庭纠纷',
  neighbour: '邻里纠纷',
  housing: '房屋宅基地纠纷',
  contract: '合同纠纷',
  business: '生产经营纠纷',
  damages: '损害赔偿纠纷',
  land: '山林土地纠纷',
  demolition: '征地拆迁纠纷',
  labour: '劳动争议纠纷',
  village: '村务管理纠纷',
  environment: '环境保护纠纷',
  traffic: '道路交通事故纠纷',
  medical: '医疗纠纷',
  property: '物业纠纷',
  consumer: '消费纠纷',
  other: '其他纠纷',
} as const;
/** 案件来源. */
export const mediationOrigins = {
  applied: '当事人申请',
  found: '主动调解(排查发现)',
  police: '公安机关移交',
  'court-assigned': '人民法院委派(立案前)',
  'court-entrusted': '人民法院委托(立案后)',
  petition: '信访部门移交',
  organ: '其他单位移交',
} as const;
/** 来源点: where the dispute came in. */
export const originPoints = {
  village: '村（社区）',
  town: '乡镇（街道）',
  centre: '矛盾纠纷调处中心',
  workstation: '诉源治理工作站、便民服务点',
  'police-room': '派驻公安派出所调解室',
  'court-room': '派驻人民法院调解室',
  'petition-room': '派驻信访部门调解室',
  'detention-room': '派驻拘留所、看守所调解室',
  industry: '行业性、专业性调解组织',
  online: '网上平台',
} as const;
/** 难易等级. */
export const disputeLevels = { simple: '简单', ordinary: '一般', difficult: '疑难复杂', major: '重大' } as const;
/** 调解结果. */
export const mediationOutcomes = {
  'agreed-written': '达成书面协议',
  'agreed-oral': '达成口头协议',
  failed: '调解不成',
  withdrawn: '当事人撤回',
  transferred: '移送其他途径',
  declined: '不予受理',
} as const;
export const agreementForms = { written: '书面协议', oral: '口头协议' } as const;
/** 协议履行情况. */
export const performances = { performed: '已履行', partly: '部分履行', breached: '未履行' } as const;
export const confirmations = {
  confirmed: '确认有效',
  rejected: '驳回申请',
  refused: '不予受理',
  withdrawn: '撤回申请',
} as const;

/** 防止激化: what a dispute was about to become when it was settled. */
export const preventions = {
  criminal: '防止民转刑',
  mass: '防止群体性事件、械斗',
  petition: '防止群体性上访',
  suicide: '防止自杀',
} as const;
/** 纠纷激化. */
export const escalations = { criminal: '民转刑', mass: '引发群体性事件', petition: '越级集体上访' } as const;

/**
 * Facts of a mediation case. Counted on: received — `received_on`; accepted — `accepted_on`; success — `agreed_on`;
 * failure — `closed_on`. `closed_on` is the day the mediation ended, whichever way; archiving does not move it. `mediated_by` is who
 * had the case when it ended; whoever takes it over later did not mediate it.
 */
export const mediationFacts = defineFacts('mediation', {
  origin: column.code('案件来源', mediationOrigins),
  dispute_type: column.code('纠纷类型', disputeTypes),
  level: column.code('难易等级', disputeLevels),
  people_count: column.count('涉及人数'),
  claim_fen: column.money('涉案金额'),
  on_the_spot: column.flag('即时调解'),
  received_on: column.day('登记日期'),
  accepted_on: column.day('受理日期'),
  mediated_on: column.day('首次调解日期'),
  session_count: column.count('调解次数'),
  outcome: column.code('调解结果', mediationOutcomes),
  agreed_on: column.day('达成协议日期'),
  agreement_form: column.code('协议形式', agreementForms),
  agreement_fen: column.money('协议金额'),
  perform_due_on: column.day('约定履行日期'),
  performance: column.code('履行情况', performances),
  performed_on: column.day('履行日期'),
  confirmation_applied_on: column.day('申请司法确认日期'),
  confirmation: column.code('司法确认结果', confirmations),
  confirmed_on: column.day('司法确认裁定日期'),
  followed_up_on: column.day('回访日期'),
  escalated_on: column.day('激化日期'),
  escalation: column.code('激化情形', escalations),
  closed_on: column.day('结案日期'),
  archived_on: column.day('归档日期'),
  origin_point: column.code('来源点', originPoints),
  origin_point_name: column.word('来源点名称'),
  referrer: column.word('移送单位'),
  referral_number: column.word('移送、委派或者委托文号'),
  referral_replied_on: column.day('回复移送单位日期'),
  assigned_on: column.day('首次分派日期'),
  assign_ground: column.code('分派理由', assignGrounds),
  dispatched_in_time: column.flag('按时分派'),
  level_reason: column.code('等级认定理由', levelReasons),
  onward: column.code('告知的其他途径', onwardWays),
  performed_fen: column.money('已履行金额'),
  breached_on: column.day('不履行日期'),
  breach_remedy: column.code('不履行后告知的途径', breachRemedies),
  remediation_ground: column.code('再次调解缘由', remediationGrounds),
  follow_up_count: column.count('回访次数'),
  satisfaction: column.code('当事人满意程度', satisfactions),
  prevented_on: column.day('防止激化日期'),
  prevention: column.code('防止激化情形', preventions),
  prevented_people: column.count('防止激化涉及人数'),
  mediated_by: column.person('主持调解的人员'),
  co_mediated_by: column.person('共同调解的人员'),
});
