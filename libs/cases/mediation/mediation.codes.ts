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
/** 当事人满意程度. */
export const satisfactions = { satisfied: '满意', fair: '基本满意', dissatisfied: '不满意' } as const;
