import { column, defineFacts } from '@anjuan/casework';

/** 建议的种类: each has its own period to reply. */
export const adviceKinds = {
  general: '司法建议',
  norm: '规范性文件司法建议',
  procuratorial: '检察建议',
  'procuratorial-urgent': '检察建议（紧急情形）',
} as const;
export const adoptions = { adopted: '采纳', partly: '部分采纳', 'not-adopted': '不采纳' } as const;

/** Facts of one letter of advice. Counted on: received — `received_on`; replied — `replied_on`. */
export const judicialAdviceFacts = defineFacts('judicial-advice', {
  advice_kind: column.code('建议种类', adviceKinds),
  advice_number: column.word('建议书文号'),
  received_on: column.day('收到日期'),
  reply_due_on: column.day('建议书确定的回复日期'),
  unit: column.word('承办单位'),
  measures_on: column.day('整改日期'),
  replied_on: column.day('回复日期'),
  adoption: column.code('采纳情况', adoptions),
  archived_on: column.day('归档日期'),
});
