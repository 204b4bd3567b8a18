import { column, defineFacts, defineLines } from '@anjuan/casework';
import {
  absenceProofs,
  absenceReasons,
  accountabilities,
  administrativeFields,
  courtLevels,
  headRanks,
  litigationPartyRoles,
  lossReasons,
  representatives,
  retrialOrigins,
  suitWithdrawals,
} from './litigation.codes';

/** 审级. */
export const instances = { first: '一审', second: '二审', retrial: '再审' } as const;
/** 我方诉讼地位, of the organ whose file this is. A review organ is sued with the original organ or alone (行政诉讼法第二十六条第二款、第三款). */
export const standings = {
  sole: '单独被告',
  joint: '共同被告',
  'review-joint': '复议机关，与原机关为共同被告',
  'review-sole': '复议机关，单独被告',
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
const { plaintiff, defendant, 'co-defendant': coDefendant, 'third-party': thirdParty } = litigationPartyRoles;
/** Who is served and who may appeal: every party, never an agent. */
export const litigants = { plaintiff, defendant, 'co-defendant': coDefendant, 'third-party': thirdParty } as const;
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
/** 裁判对本机关的结果. */
export const results = { won: '胜诉', lost: '败诉', 'partly-lost': '部分败诉', neutral: '不计胜败' } as const;
/** 对复议决定的裁判, beside the ruling on the original act (适用行政诉讼法解释第一百三十六条). */
export const reviewRulings = {
  kept: '复议决定一并得到支持',
  revoked: '一并撤销复议决定',
  unlawful: '确认复议决定违法',
  void: '确认复议决定无效',
} as const;
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
  appealed_by_us: column.flag('我方上诉'),
  appealed_by_others: column.flag('对方或者第三人上诉'),
  draft_by: column.day('计划完成起草日期'),
  approve_by: column.day('计划完成审核日期'),
  answer_approved_on: column.day('答辩材料审核日期'),
  head_called: column.flag('法院通知负责人出庭'),
  review_organ: column.flag('本机关是复议机关'),
  review_ruling: column.code('对复议决定的裁判', reviewRulings),
  result: column.code('裁判对本机关的结果', results),
  remedy_ordered: column.flag('责令采取补救措施'),
  withdrawal_reason: column.code('撤诉原因', suitWithdrawals),
  loss_reason: column.code('败诉原因', lossReasons),
  analysed_on: column.day('败诉分析日期'),
  retrial_origin: column.code('再审来由', retrialOrigins),
  backlog_since: column.day('积案争议发生日期'),
  field: column.code('行政管理领域', administrativeFields),
  court_level: column.code('法院层级', courtLevels),
  transferred_on: column.day('移送其他法院日期'),
  in_series: column.flag('系列案件'),
  represented_on: column.day('首次代理出庭日期'),
  represented_by: column.code('代理出庭人员', representatives),
  accountable_on: column.day('败诉追责日期'),
  accountability: column.code('败诉追责方式', accountabilities),
  accountable_people: column.count('被追责人数'),
});

/**
 * 负责人出庭: one row per hearing and defendant organ (关于行政机关负责人出庭应诉若干问题的规定). What can be derived is derived
 * anew from all rows whenever one is added, so that a hearing recorded late falls into its place.
 * Counted on `hearing_on`. Names stay with the event; a fact bears the post alone.
 */
export const attendanceLines = defineLines('litigation', 'attendance_fact', '负责人出庭', {
  hearing_on: column.day('开庭日期'),
  organ: column.party('行政机关'),
  whose: column.code('应诉主体', defendants),
  open_court: column.flag('公开开庭'),
  attended: column.flag('负责人出庭'),
  head_rank: column.code('负责人类别', headRanks),
  post: column.word('职务'),
  spoke: column.flag('负责人发声'),
  absence_reason: column.code('未出庭原因', absenceReasons),
  absence_proof: column.code('证明形式', absenceProofs),
  called_again: column.flag('法院再次通知'),
  filed_apart: column.flag('该机关另有案卷'),
  /** Owed at this hearing: not after an appearance unless called again, not where another organ's head comes for it. */
  owed: column.flag('应当出庭'),
  /** The row that stands for the organ in this instance: an appearance before an absence, the principal's before a deputy's. */
  counted: column.flag('代表本审级'),
});
