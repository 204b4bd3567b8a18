import { column, defineFacts } from '@anjuan/casework';

/** 补贴档次: the graded difficulty of the mediated dispute, by the codes of the mediation case. */
export const subsidyTiers = { simple: '简单', ordinary: '一般', difficult: '疑难复杂', major: '重大' } as const;
export type SubsidyTier = keyof typeof subsidyTiers;
/** How the mediation ended; `failed` is paid where the tariff honours work that did not end in an agreement. */
export const subsidyForms = { written: '书面协议', oral: '口头协议', failed: '调解不成' } as const;
export type SubsidyForm = keyof typeof subsidyForms;
export const subsidyResults = { eligible: '符合条件', refused: '不予补贴' } as const;
/** Why a claim is refused. */
export const refusalGrounds = {
  'no-tariff': '结案时没有补贴标准',
  'no-rate': '标准不补贴此类案件',
  'missing-papers': '缺少必备材料',
  'same-parties': '同一当事人重复',
  'similar-text': '案情文字雷同',
  'level-evidence': '难易等级缺乏依据',
  'not-performed': '协议没有履行',
  'on-payroll': '财政供养人员',
  revoked: '核实后取消',
} as const;
export type RefusalGround = keyof typeof refusalGrounds;

/**
 * Facts of a subsidy claim. Counted on: applications — `claimed_on`; eligible — `checked_on`; money — `paid_on`.
 * `payee` and `proposed_by` hold ids of people; names stand in no fact.
 */
export const subsidyFacts = defineFacts('subsidy', {
  round: column.word('批次'),
  case_number: column.word('调解案号'),
  case_closed_on: column.day('调解结案日期'),
  payee: column.word('领取人编号'),
  claimed_on: column.day('申报日期'),
  checked_on: column.day('核验日期'),
  result: column.code('核验结果', subsidyResults),
  ground: column.code('首要原因', refusalGrounds),
  refusal: column.word('不予补贴的原因'),
  tariff: column.word('补贴标准'),
  level: column.code('难易等级', subsidyTiers),
  form: column.code('协议形式', subsidyForms),
  people_count: column.count('涉及人数'),
  rate_fen: column.money('每件标准'),
  factor_permille: column.count('群体系数(千分之)'),
  amount_fen: column.money('补贴金额'),
  pass_mark: column.count('评查合格分数'),
  notice_days: column.count('公示天数'),
  drawn_on: column.day('评查抽样日期'),
  sampled_on: column.day('列入评查日期'),
  draw_place: column.count('抽样次序'),
  inspected_on: column.day('评查日期'),
  score: column.count('评查得分'),
  proposed_on: column.day('报批日期'),
  proposed_by: column.word('报批人编号'),
  published_on: column.day('公示日期'),
  approved_on: column.day('批准日期'),
  paid_on: column.day('发放日期'),
  voucher: column.word('发放凭证号'),
});
