import { column, defineFacts } from '@anjuan/casework';

/** 文种: 意见书 must be answered within sixty days; 建议书 has no period in law. Their rates are never mixed. */
export const letterForms = { opinion: '行政复议意见书', suggestion: '行政复议建议书' } as const;
export const addresseeKinds = {
  respondent: '被申请人',
  subordinate: '其他下级行政机关',
  other: '其他有关机关',
} as const;
/** 反馈结果. */
export const replyResults = {
  corrected: '已纠正、整改',
  adopted: '已采纳、完善制度',
  partly: '部分采纳',
  declined: '未采纳',
} as const;

/** Facts of a letter. Issued is counted on the day of the paper; a reply on the day it arrived. */
export const letterFacts = defineFacts('letter', {
  form: column.code('文种', letterForms),
  addressee_name: column.word('发送机关'),
  addressee_kind: column.code('发送机关类型', addresseeKinds),
  subject: column.word('事由'),
  drafted_on: column.day('拟稿日期'),
  issued_on: column.day('制发日期'),
  delivered_on: column.day('对方收到日期'),
  report_due_on: column.day('反馈期限'),
  replied_on: column.day('收到反馈日期'),
  reply_result: column.code('反馈结果', replyResults),
  resolved: column.flag('推动争议化解'),
  ordered_on: column.day('责令履行日期'),
  withdrawn_on: column.day('撤稿日期'),
  closed_on: column.day('办结日期'),
});
