import { column, defineFacts } from '@anjuan/casework';

/** 复议结果, as the organ above decided. */
export const answeringOutcomes = {
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
  withdrawn: '申请人撤回',
  'terminated-other': '其他终止',
} as const;
export const answeringMatters = {
  penalty: '行政处罚',
  expropriation: '征收、补偿',
  disclosure: '政府信息公开',
  ownership: '行政确权',
  inaction: '行政不作为',
  agreement: '行政协议',
  licence: '行政许可',
  other: '其他',
} as const;
export const answeringTracks = { ordinary: '普通程序', simplified: '简易程序' } as const;
export const answeringPerformances = { performed: '已履行', 'not-performed': '未履行' } as const;

/** Facts of a case in which our own government is respondent: they feed no figure of the reviewing side. */
export const answeringFacts = defineFacts('answering', {
  reviewing_organ: column.word('行政复议机关'),
  organ_case_number: column.word('对方案号'),
  matter: column.code('申请复议事项', answeringMatters),
  track: column.code('审理程序', answeringTracks),
  notified_on: column.day('收到答复通知日期'),
  assigned_on: column.day('交办日期'),
  undertaking_unit: column.word('承办单位'),
  approved_on: column.day('答复审批日期'),
  answered_on: column.day('提交答复日期'),
  hearing_on: column.day('听证日期'),
  head_attended: column.flag('负责人参加听证'),
  decided_on: column.day('复议决定日期'),
  outcome: column.code('复议结果', answeringOutcomes),
  perform_due_on: column.day('履行届满日期'),
  performance: column.code('履行情况', answeringPerformances),
  performed_on: column.day('履行日期'),
  opinion_received_on: column.day('收到意见书日期'),
  opinion_replied_on: column.day('反馈意见书日期'),
  sued_on: column.day('被诉日期'),
  archived_on: column.day('归档日期'),
});
