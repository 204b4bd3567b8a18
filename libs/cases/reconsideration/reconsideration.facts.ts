import { column, defineFacts } from '@anjuan/casework';

/** 申请渠道. */
export const channels = {
  counter: '当面提交',
  post: '邮寄',
  online: '互联网',
  oral: '口头申请',
  'penalty-organ': '处罚机关转交',
  'service-point': '便民服务点',
} as const;
/** 申请复议事项. */
export const matters = {
  penalty: '行政处罚',
  complaint: '举报投诉处理',
  disclosure: '政府信息公开',
  levy: '行政征收',
  confirmation: '行政确认',
  coercion: '行政强制',
  inaction: '行政不作为',
  ownership: '行政确权',
  licence: '行政许可',
  agreement: '行政协议',
  'work-injury': '工伤认定',
  compensation: '行政赔偿',
  payment: '行政给付',
  other: '其他',
} as const;
/** 行政管理类别. */
export const fields = {
  police: '公安',
  resources: '自然资源',
  market: '市场监管',
  labour: '人力资源社会保障',
  housing: '住房城乡建设',
  environment: '生态环境',
  transport: '交通运输',
  agriculture: '农业农村',
  water: '水利',
  education: '教育',
  civil: '民政',
  finance: '财政',
  health: '卫生健康',
  emergency: '应急管理',
  'city-management': '城市管理',
  township: '乡镇街道',
  other: '其他',
} as const;
/** 被申请人类型. */
export const respondentLevels = {
  township: '乡镇人民政府、街道办事处',
  'county-department': '县级政府部门',
  county: '县级人民政府',
  other: '其他',
} as const;
/** 复议机关: one government per county since 2024 (第24条); departments and organs under vertical management stand apart. */
export const authorities = {
  government: '本级人民政府',
  department: '政府工作部门',
  dispatched: '派出机关',
  other: '其他复议机关',
} as const;
export const applicantKinds = { citizen: '公民', legal: '法人或者其他组织' } as const;
export const tracks = { ordinary: '普通程序', simplified: '简易程序' } as const;
/** Which law governs the acceptance. */
export const statutes = { XF17: '行政复议法(2017)', XF23: '行政复议法(2023)' } as const;
/** 受理前的去向. */
export const exits = {
  'not-accepted': '不予受理',
  redirected: '告知向他机关申请',
  'deemed-abandoned': '逾期不补正视为放弃',
  withdrawn: '受理前撤回',
  'pre-settled': '受理前调解化解',
} as const;
/** 结案方式, the main code: what the case is counted under. */
export const outcomes = {
  'dismissed-application': '驳回行政复议申请',
  'dismissed-claims': '驳回行政复议请求',
  upheld: '维持',
  modified: '变更',
  revoked: '撤销',
  'partly-revoked': '部分撤销',
  unlawful: '确认违法',
  'perform-ordered': '责令履行',
  void: '确认无效',
  'agreement-liability': '行政协议责任',
  mediated: '行政复议调解',
  'settled-withdrawn': '和解后撤回',
  withdrawn: '撤回',
  'terminated-other': '其他终止',
} as const;
/** 撤回原因. */
export const withdrawalReasons = {
  'after-mediation': '经调解、和解后撤回',
  'after-change': '被申请人改变或者履行后撤回',
  voluntary: '自愿撤回',
  other: '其他',
} as const;
/** 中止理由. `mediation` exists under the 2023 law only (第39条第1款第6项); a missing person never leads to 终止 by sixty days. */
export const suspensionGrounds = {
  death: '申请人死亡，其近亲属尚未确定是否参加复议',
  incapacity: '申请人丧失参加复议的行为能力，尚未确定法定代理人',
  missing: '申请人下落不明',
  dissolution: '申请人终止，尚未确定权利义务承受人',
  'force-majeure': '因不可抗力或者其他正当理由不能参加复议',
  mediation: '当事人同意中止，进行调解、和解',
  'legal-question': '法律适用问题需要有权机关解释或者确认',
  'other-case': '需要以其他案件的审理结果为依据',
  'norm-review': '规范性文件附带审查',
  other: '其他需要中止的情形',
} as const;
/** 决定种类: what a decision (or the dismissal of the application) can say. */
const { mediated, withdrawn, 'settled-withdrawn': settled, 'terminated-other': terminated, ...decided } = outcomes;
export const decisionOutcomes = decided;
export const withdrawalOutcomes = { withdrawn, 'settled-withdrawn': settled } as const;

/** 告知方式: fixes the day from which the period to apply runs (实施条例第15条). */
export const tellings = {
  'on-the-spot': '当场作出',
  direct: '直接送达，以签收日期计',
  post: '邮寄送达，以签收日期计',
  public: '公告，以公告期满日期计',
  later: '事后补充告知，以收到日期计',
  otherwise: '其他证据证明知道的日期',
} as const;
/** 复议前置情形: before 2024 only natural resources and what other laws name (2017年第30条). */
export const mandatoryGrounds = {
  'on-the-spot': '当场作出的行政处罚',
  resources: '侵犯已经取得的自然资源所有权、使用权',
  inaction: '未履行法定职责',
  disclosure: '申请政府信息公开，不予公开',
  other: '法律、行政法规规定的其他情形',
} as const;
export const timelinesses = { 'in-time': '在申请期限内', late: '超过申请期限' } as const;
export const normOrigins = { request: '申请人一并提出', own: '依职权发现' } as const;
export const normRoutes = { handle: '有权处理，自行审查', transfer: '无权处理，转送有权机关' } as const;
export const normOutcomes = {
  lawful: '合法',
  stopped: '超越权限或者违反上位法，停止执行并责令制定机关纠正',
  'found-lawful-elsewhere': '有权机关答复合法',
  'corrected-elsewhere': '有权机关已处理、纠正',
  withdrawn: '申请人撤回附带审查申请',
} as const;
/** 停止执行情形. 行政复议法(2023)第42条第(一)至(四)项. */
export const stayGrounds = {
  respondent: '被申请人认为需要停止执行',
  organ: '行政复议机关认为需要停止执行',
  request: '申请人、第三人申请，要求合理',
  statute: '法律、法规、规章规定停止执行',
} as const;
/** 提请咨询情形. 行政复议法(2023)第52条. */
export const consultationGrounds = {
  major: '案情重大、疑难、复杂',
  technical: '专业性、技术性较强',
  'own-decision': '对省级人民政府或者国务院部门自身行政行为的复议',
  needed: '行政复议机构认为有必要',
} as const;
export const memberOpinions = { agree: '同意承办意见', disagree: '不同意承办意见', other: '其他意见' } as const;
export const performances = { performed: '已履行', 'not-performed': '未履行' } as const;

/**
 * Facts of a reconsideration file. Counted on: received — `organ_received_on`; left before acceptance — `left_on`;
 * concluded (审结) — `concluded_on`: the day on the paper, for a 调解书 its effective day. `corrected` classes are
 * derived from `outcome` (practice: once, by main code; redo is an attribute).
 */
export const reconsiderationFacts = defineFacts('reconsideration', {
  channel: column.code('申请渠道', channels),
  matter: column.code('申请复议事项', matters),
  field: column.code('行政管理类别', fields),
  respondent_level: column.code('被申请人类型', respondentLevels),
  respondent_name: column.word('被申请人'),
  applicant_kind: column.code('申请人类型', applicantKinds),
  applicant_count: column.count('申请人数'),
  organ_received_on: column.day('复议机关收到日期'),
  office_received_on: column.day('复议机构收到日期'),
  correction_requested_on: column.day('补正通知日期'),
  correction_days: column.count('补正期限天数'),
  corrected_on: column.day('补正收到日期'),
  exit: column.code('受理前去向', exits),
  left_on: column.day('受理前办结日期'),
  statute: column.code('适用法律', statutes),
  accepted_on: column.day('受理日期'),
  deemed: column.flag('视为受理'),
  pre_settled: column.flag('受理前调解'),
  track: column.code('审理程序', tracks),
  copy_sent_on: column.day('发送副本日期'),
  copy_received_on: column.day('被申请人收到日期'),
  answered_on: column.day('答复日期'),
  heard_on: column.day('听取意见日期'),
  not_heard_reason: column.word('未听取意见原因'),
  hearing_on: column.day('听证日期'),
  suspended_on: column.day('中止日期'),
  suspension_ground: column.code('中止理由', suspensionGrounds),
  resumed_on: column.day('恢复日期'),
  examined_from: column.day('勘验鉴定开始日期'),
  examined_until: column.day('勘验鉴定结束日期'),
  extended_days: column.count('延期天数'),
  outcome: column.code('结案方式', outcomes),
  withdrawal_reason: column.code('撤回原因', withdrawalReasons),
  redo_ordered: column.flag('责令重作'),
  compensation_fen: column.money('赔偿金额'),
  concluded_on: column.day('审结日期'),
  served_on: column.day('送达日期'),
  effective_on: column.day('生效日期'),
  perform_due_on: column.day('履行届满日期'),
  performance: column.code('履行情况', performances),
  performed_on: column.day('履行日期'),
  sued_on: column.day('起诉日期'),
  in_series: column.flag('系列案件'),
  archived_on: column.day('归档日期'),
  act_number: column.word('被复议行为文号'),
  act_made_on: column.day('行政行为作出日期'),
  act_known_on: column.day('知道行政行为日期'),
  act_told: column.code('告知方式', tellings),
  uninformed: column.flag('未告知复议权利'),
  duty_expired_on: column.day('履行职责期限届满日期'),
  applied_on: column.day('申请日期'),
  timeliness: column.code('申请期限', timelinesses),
  mandatory_first: column.code('复议前置', mandatoryGrounds),
  compensation_claimed: column.flag('一并请求赔偿'),
  compensation_claim_fen: column.money('请求赔偿金额'),
  penalty_organ_received_on: column.day('处罚机关收到日期'),
  norm_title: column.word('附带审查的规范性文件'),
  norm_origin: column.code('附带审查启动方式', normOrigins),
  norm_route: column.code('附带审查处理方式', normRoutes),
  norm_requested_on: column.day('附带审查提出日期'),
  norm_transferred_on: column.day('规范性文件转送日期'),
  norm_concluded_on: column.day('附带审查办结日期'),
  norm_outcome: column.code('附带审查结果', normOutcomes),
  norm_stopped: column.flag('规范性文件停止执行'),
  stay_requested_on: column.day('申请停止执行日期'),
  stayed_on: column.day('停止执行日期'),
  stay_ground: column.code('停止执行情形', stayGrounds),
  stay_refused_on: column.day('不准许停止执行日期'),
  stay_lifted_on: column.day('解除停止执行日期'),
  outcome_lines: column.count('处理结果项数'),
  main_line: column.code('主结案方式', decisionOutcomes),
  return_property: column.flag('责令返还财产、解除强制措施'),
  endorsed_on: column.day('机构负责人审核日期'),
  consulted_on: column.day('提请咨询日期'),
  consultation_opinions: column.count('委员意见份数'),
  consultation_concluded_on: column.day('咨询意见日期'),
  discussed_on: column.day('集体讨论日期'),
  evidence_count: column.count('证据份数'),
  interviewed_on: column.day('约谈日期'),
  criticised_on: column.day('通报批评日期'),
  authority: column.code('复议机关类型', authorities),
  authority_name: column.word('复议机关'),
  mediation_tried_on: column.day('首次组织调解日期'),
  excluded_days: column.count('不计入审理期限的天数'),
});
