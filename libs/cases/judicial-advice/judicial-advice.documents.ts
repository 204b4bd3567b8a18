import { type CodeList, documentOf, namesOf, type PaperContext, type PaperData } from '@anjuan/casework';
import { adoptions, adviceKinds, type judicialAdviceFacts } from './judicial-advice.facts';

type C = typeof judicialAdviceFacts.columns;
const document = documentOf<C>();
const labelOf = (list: CodeList, code: string | null): string | null => (code === null ? null : (list[code] ?? code));
const said = (c: PaperContext<C>, field: string): string | null => {
  const value = c.fields[field];
  return typeof value === 'string' ? value : null;
};
const heading = (c: PaperContext<C>): PaperData => ({
  case_number: c.caseNumber,
  paper_number: c.paperNumber,
  organisation: c.organisation,
  date: c.happenedOn,
  issuers: namesOf(c.parties, 'issuer'),
  addressees: namesOf(c.parties, 'addressee'),
  advice_kind: labelOf(adviceKinds, c.facts.advice_kind),
  advice_number: c.facts.advice_number,
  received_on: c.facts.received_on,
});

export const judicialAdviceDocuments = [
  document({
    code: 'judicial-advice.assignment',
    title: '建议办理交办单',
    series: '建议交',
    cite: '综合治理类司法建议工作若干问题的规定第八条；检察公益诉讼解释第二十一条',
    data: (c) => ({ ...heading(c), unit: c.facts.unit, requirement: said(c, 'note') }),
  }),
  document({
    code: 'judicial-advice.reply',
    title: '建议书回函',
    series: '建议复',
    cite: '适用行政诉讼法解释第一百四十九条；综合治理类司法建议工作若干问题的规定第八条；检察公益诉讼解释第二十一条',
    data: (c) => ({ ...heading(c), adoption: labelOf(adoptions, c.facts.adoption), content: said(c, 'content') }),
  }),
] as const;
