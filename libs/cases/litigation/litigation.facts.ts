import { column, defineFacts } from '@anjuan/casework';

/** 审级. */
export const instances = { first: '一审', second: '二审', retrial: '再审' } as const;
/** 我方诉讼地位, of the organ whose file this is. */
export const standings = {
  sole: '单独被告',
  joint: '共同被告',
  appellee: '被上诉人',
  appellant: '上诉人',
  'retrial-respondent': '再审被申请人',
  'retrial-applicant': '再审申请人',
  'third-party': '第三人',
} as const;
/** Whose case it is: 本级政府, or a department or township of it. */
export const defendants = { 'own-government': '本级人民政府', department: '部门、乡镇街道' } as const;
/** 案由 (二级). */
export const causes = {
  penalty: '行政处罚',
  coercion: '行政强制措施',
  execution: '行政强制执行',
  licence: '行政许可',
  levy: '行政征收或者征用',
  registration: '行政登记',
  confirmation: '行政确认',
  payment: '行政给付',
  disclosure: '政府信息公开',
  reconsideration: '行政复议',
  agreement: '行政协议',
  compensation: '行政赔偿',
  inaction: '不履行职责',
  other: '其他',
} as const;
/** 裁判结果. */
export const rulings = {
  'not-docketed': '不予立案',
  'dismissed-suit': '驳回起诉',
  'claims-rejected': '驳回诉讼请求',
  revoked: '撤销',
  'partly-revoked': '部分撤销',
  perform: '限期履行法定职责',
  pay: '履行给付义务',
  unlawful: '确认违法',
  void: '确认无效',
  modified: '变更',
  'agreement-performance': '行政协议继续履行、补救或者赔偿',
  'compensation-only': '单独判决赔偿',
  'reconsideration-unlawful': '复议决定违法',
  withdrawn: '准许撤诉',
  'deemed-withdrawn': '按撤诉处理',
  mediated: '行政调解书',
  terminated: '终结或者移送',
  'appeal-upheld': '维持原裁判',
  remanded: '发回重审',
} as const;
export const rulingForms = { judgment: '判决', ruling: '裁定', mediation: '调解书' } as const;
export const performances = { performed: '已履行', 'not-performed': '未履行' } as const;

/**
 * Facts of one instance. A suit is the chain of its instances (`parent_id`); the chain stands where its newest instance
 * stands: a file with `followed_on` has been followed by another instance since that day.
 * Counted on: handled — open in the window; concluded — `ruled_on`; heard — `heard_on` (first hearing in open court).
 */
export const litigationFacts = defineFacts('litigation', {
  instance: column.code('审级', instances),
  standing: column.code('诉讼地位', standings),
  defendant: column.code('应诉主体', defendants),
  cause: column.code('案由', causes),
  court: column.word('受诉法院'),
  court_number: column.word('法院案号'),
  after_reconsideration: column.flag('经过行政复议'),
  notified_on: column.day('收到应诉通知日期'),
  answered_on: column.day('提交答辩日期'),
  hearing_count: column.count('开庭次数'),
  heard_on: column.day('首次开庭日期'),
  head_attended: column.flag('负责人出庭'),
  head_post: column.word('出庭负责人职务'),
  head_absence_reason: column.word('负责人未出庭原因'),
  ruled_on: column.day('裁判日期'),
  ruling: column.code('裁判结果', rulings),
  ruling_form: column.code('裁判形式', rulingForms),
  redo_ordered: column.flag('责令重作'),
  compensation_fen: column.money('赔偿金额'),
  appealed_on: column.day('上诉日期'),
  followed_on: column.day('进入下一审级日期'),
  effective_on: column.day('生效日期'),
  performance: column.code('履行情况', performances),
  performed_on: column.day('履行日期'),
  archived_on: column.day('归档日期'),
});
