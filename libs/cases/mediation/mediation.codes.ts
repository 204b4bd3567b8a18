export const mediationStates = {
  registered: '已登记',
  accepted: '已受理',
  mediating: '调解中',
  agreed: '已达成协议',
  failed: '调解不成',
  withdrawn: '已撤回',
  transferred: '已移送',
  declined: '不予受理',
  archived: '已归档',
} as const;
export const mediationPartyRoles = {
  applicant: '申请人（甲方）',
  respondent: '被申请人（乙方）',
  agent: '委托代理人',
} as const;
/** 不予受理的原因. */
export const declineReasons = {
  'not-civil': '不属于民间纠纷',
  'party-refuses': '一方当事人明确拒绝调解',
  'reserved-by-law': '法律、法规规定只能由专门机关管辖处理或者禁止以民间调解方式解决',
  'already-handled': '人民法院、公安机关或者其他行政机关已经受理或者解决',
} as const;
/** 调解不成的原因. */
export const failReasons = {
  'no-agreement': '未能达成协议',
  'party-refuses': '一方当事人拒绝继续调解',
  absent: '当事人无故不参加调解',
  'period-over': '调解期限届满',
} as const;
/** 移送去向. */
export const destinations = {
  committee: '其他人民调解委员会',
  arbitration: '仲裁机构',
  administration: '行政机关',
  police: '公安机关',
  court: '人民法院',
} as const;
/** 认定难易等级的理由. */
export const levelReasons = {
  amount: '涉案金额较大',
  people: '涉及人数较多',
  death: '涉及人员伤亡',
  duration: '积累时间长、多次调解',
  regions: '跨地区、跨行业或者多部门',
  escalation: '可能引发治安、刑事案件或者群体性事件',
  professional: '专业性强，需要鉴定或者专家参与',
  plain: '事实清楚、争议不大',
} as const;
/** 调解不成时告知的其他途径 (人民调解法 26). */
export const onwardWays = {
  court: '向人民法院提起诉讼',
  arbitration: '申请仲裁',
  'labour-arbitration': '申请劳动争议仲裁',
  administration: '请求行政机关处理',
  'referring-court': '退回委派、委托的人民法院',
} as const;
/** 不履行协议时告知的途径 (人民调解法 31–33). */
export const breachRemedies = {
  urge: '督促履行',
  remediate: '再次调解',
  sue: '就协议向人民法院起诉',
  enforce: '依确认裁定申请强制执行',
} as const;
/** 再次调解的缘由. */
export const remediationGrounds = {
  breached: '不履行原协议',
  disputed: '就原协议的履行或者内容发生争议',
  rejected: '司法确认申请被驳回或者不予受理',
  failed: '原调解不成，当事人再次申请',
} as const;
/** 司法确认不予受理的事项 (民事诉讼法解释 355). Named by whoever applies, never read off the type of dispute. */
export const excludedMatters = {
  none: '不涉及下列事项',
  scope: '不属于人民法院受理范围',
  jurisdiction: '不属于收到申请的人民法院管辖',
  status: '确认婚姻、亲子、收养等身份关系无效、有效或者解除',
  'special-procedure': '适用其他特别程序、公示催告程序、破产程序审理',
  title: '物权、知识产权确权',
} as const;
/** 回访方式. */
export const visitWays = { home: '上门', phone: '电话', online: '线上', office: '约见' } as const;
/** 当事人满意程度. */
export const satisfactions = { satisfied: '满意', fair: '基本满意', dissatisfied: '不满意' } as const;
