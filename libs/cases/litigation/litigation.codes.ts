export const litigationStates = {
  notified: '已收到应诉通知',
  answered: '已答辩',
  heard: '已开庭',
  judged: '已裁判',
  effective: '已生效',
  archived: '已归档',
} as const;
/** Roles of the first instance; they stay the same through every instance, the standing of our organ is a fact. */
export const litigationPartyRoles = {
  plaintiff: '原告',
  defendant: '被告',
  'co-defendant': '共同被告',
  'third-party': '第三人',
  agent: '诉讼代理人',
} as const;
/** 负责人未出庭的原因（负责人出庭规定第三条、第八条）; the last two are not excuses but happen and are recorded. */
export const absenceReasons = {
  'force-majeure': '不可抗力',
  accident: '意外事件',
  duty: '需要履行他人不能代替的公务',
  other: '无法出庭的其他正当事由',
  agreed: '共同被告协商或者法院确定由其他机关的负责人出庭',
  unjustified: '理由不正当',
  unexplained: '未说明理由',
} as const;
/** 不能出庭情况说明的证明形式: either suffices (负责人出庭规定第九条). */
export const absenceProofs = {
  seal: '加盖行政机关印章',
  signature: '行政机关主要负责人签字认可',
  none: '没有证明材料',
} as const;
/** 负责人的范围（负责人出庭规定第二条）. */
export const headRanks = {
  principal: '正职负责人',
  deputy: '副职负责人',
  'deputy-level': '参与分管被诉行政行为实施工作的副职级别的负责人',
  'in-charge': '其他参与分管的负责人',
} as const;
/** 再审的来由（行政诉讼法第九十条至第九十三条）. */
export const retrialOrigins = {
  application: '当事人申请再审',
  court: '人民法院决定再审',
  protest: '人民检察院抗诉',
  'procuratorial-advice': '人民检察院再审检察建议',
} as const;
/** 撤诉的原因（行政诉讼法第六十二条；关于行政诉讼撤诉若干问题的规定）. */
export const suitWithdrawals = {
  coordinated: '经协调化解',
  'act-changed': '被告改变行政行为',
  voluntary: '原告自行撤诉',
  other: '其他',
} as const;
/** 中止诉讼的原因（适用行政诉讼法解释第八十七条）. */
export const suspensionGrounds = {
  death: '原告死亡，须等待近亲属表明是否参加诉讼',
  incapacity: '原告丧失诉讼行为能力，尚未确定法定代理人',
  dissolution: '一方当事人的行政机关、法人或者其他组织终止，尚未确定权利义务承受人',
  'force-majeure': '一方当事人因不可抗力不能参加诉讼',
  'legal-question': '涉及法律适用问题，需要送请有权机关作出解释或者确认',
  'other-case': '须以相关案件的审理结果为依据',
  other: '其他应当中止的情形',
} as const;
export const serviceWays = {
  direct: '直接送达',
  post: '邮寄送达',
  electronic: '电子送达',
  lien: '留置送达',
  announcement: '公告送达',
} as const;
/** 败诉原因（行政诉讼法第七十条、第七十二条）. */
export const lossReasons = {
  evidence: '主要证据不足',
  law: '适用法律、法规错误',
  procedure: '违反法定程序',
  powers: '超越职权',
  abuse: '滥用职权',
  unreasonable: '明显不当',
  inaction: '不履行或者拖延履行法定职责',
} as const;
/** 行政管理领域 of the act sued over. */
export const administrativeFields = {
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
/** 受诉法院的层级. */
export const courtLevels = {
  basic: '基层人民法院',
  intermediate: '中级人民法院',
  high: '高级人民法院',
  supreme: '最高人民法院',
} as const;
/** 代理出庭人员; the first two are the justice bureau's own people. */
export const representatives = {
  'bureau-staff': '司法行政机关工作人员',
  'public-lawyer': '公职律师',
  'organ-staff': '被诉机关工作人员',
  lawyer: '委托的社会律师',
} as const;
/** 败诉追责方式, the gravest one where several were taken. */
export const accountabilities = {
  criticism: '通报批评、责令检查',
  talk: '约谈、提醒谈话',
  admonition: '诫勉',
  discipline: '党纪、政务处分',
  other: '其他',
} as const;
