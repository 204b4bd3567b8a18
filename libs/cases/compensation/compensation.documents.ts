import { type CodeList, documentOf, namesOf, type PaperContext, type PaperData } from '@anjuan/casework';
import { type compensationFacts, grounds, liableOrgans, manners, refusals } from './compensation.facts';

type C = typeof compensationFacts.columns;
const document = documentOf<C>();
const labelOf = (list: CodeList, code: string | null): string | null => (code === null ? null : (list[code] ?? code));
const said = (c: PaperContext<C>, field: string): string | null => {
  const value = c.fields[field];
  return typeof value === 'string' ? value : null;
};
/** What every paper opens with. Amounts are fen. */
const heading = (c: PaperContext<C>): PaperData => ({
  case_number: c.caseNumber,
  paper_number: c.paperNumber,
  organisation: c.organisation,
  date: c.happenedOn,
  claimants: namesOf(c.parties, 'claimant'),
  organs: namesOf(c.parties, 'organ'),
  liable: labelOf(liableOrgans, c.facts.liable),
  ground: labelOf(grounds, c.facts.ground),
  received_on: c.facts.received_on,
  claim_fen: c.facts.claim_fen,
});

/** Papers the liable organ issues. */
export const compensationDocuments = [
  document({
    code: 'compensation.receipt',
    title: '行政赔偿申请收讫凭证',
    series: null,
    cite: '国家赔偿法第十二条第四款',
    data: (c) => ({ ...heading(c), decide_by: c.due['compensation.decision'] ?? null }),
  }),
  document({
    code: 'compensation.correction-notice',
    title: '行政赔偿申请补正告知书',
    series: '行赔补',
    cite: '国家赔偿法第十二条第四款',
    data: (c) => ({ ...heading(c), items: said(c, 'items') }),
  }),
  document({
    code: 'compensation.negotiation-record',
    title: '行政赔偿协商笔录',
    series: null,
    cite: '国家赔偿法第十三条第一款',
    data: (c) => ({ ...heading(c), content: said(c, 'content') }),
  }),
  document({
    code: 'compensation.decision',
    title: '行政赔偿决定书',
    series: '行赔决',
    cite: '国家赔偿法第十三条',
    data: (c) => ({
      ...heading(c),
      manner: labelOf(manners, c.facts.manner),
      amount_fen: c.facts.amount_fen,
      reasons: said(c, 'reasons'),
      sue_by: c.due['compensation.suit'] ?? null,
    }),
  }),
  document({
    code: 'compensation.refusal',
    title: '不予行政赔偿决定书',
    series: '行赔不',
    cite: '国家赔偿法第十三条第三款',
    data: (c) => ({
      ...heading(c),
      refusal: labelOf(refusals, c.facts.refusal),
      reasons: said(c, 'reasons'),
      sue_by: c.due['compensation.suit'] ?? null,
    }),
  }),
  document({
    code: 'compensation.service-return',
    title: '送达回证',
    series: null,
    cite: '国家赔偿法第十三条',
    data: (c) => ({ ...heading(c), manner: said(c, 'service_way') }),
  }),
  document({
    code: 'compensation.payment-application',
    title: '赔偿费用支付申请书',
    series: '行赔支',
    cite: '国家赔偿法第三十七条第三款',
    data: (c) => ({ ...heading(c), amount_fen: c.facts.amount_fen, pay_by: c.due['compensation.payment'] ?? null }),
  }),
  document({
    code: 'compensation.file-cover',
    title: '行政赔偿卷宗封面',
    series: null,
    cite: '档案法第十四条',
    data: (c) => ({ ...heading(c), concluded_on: c.facts.concluded_on, archived_on: c.facts.archived_on }),
  }),
] as const;
