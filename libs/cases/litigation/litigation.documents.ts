import { type CodeList, documentOf, namesOf, type PaperContext, type PaperData } from '@anjuan/casework';
import { absenceProofs, absenceReasons, lossReasons } from './litigation.codes';
import { causes, instances, type litigationFacts, rulings, standings } from './litigation.facts';

type C = typeof litigationFacts.columns;
const document = documentOf<C>();

const labelOf = (list: CodeList, code: string | null): string | null => (code === null ? null : (list[code] ?? code));
const said = (c: PaperContext<C>, field: string): string | null => {
  const value = c.fields[field];
  return typeof value === 'string' ? value : null;
};
/** What every paper of a file opens with: court, parties, cause. */
const heading = (c: PaperContext<C>): PaperData => ({
  case_number: c.caseNumber,
  paper_number: c.paperNumber,
  organisation: c.organisation,
  date: c.happenedOn,
  instance: labelOf(instances, c.facts.instance),
  standing: labelOf(standings, c.facts.standing),
  cause: labelOf(causes, c.facts.cause),
  court: c.facts.court,
  court_number: c.facts.court_number,
  plaintiffs: namesOf(c.parties, 'plaintiff'),
  defendants: [namesOf(c.parties, 'defendant'), namesOf(c.parties, 'co-defendant')].filter(Boolean).join('、'),
  third_parties: namesOf(c.parties, 'third-party'),
});
const answer = (c: PaperContext<C>): PaperData => ({
  ...heading(c),
  notified_on: c.facts.notified_on,
  agents: said(c, 'agents'),
  opinion: said(c, 'opinion'),
});
const ruled = (c: PaperContext<C>): PaperData => ({
  ruled_on: c.facts.ruled_on,
  ruling: labelOf(rulings, c.facts.ruling),
  effective_on: c.facts.effective_on,
});

/** Papers that leave our office in a suit. Those of the court are received, not issued, and stand on no edge. */
export const litigationDocuments = [
  document({
    code: 'litigation.assignment',
    title: '行政应诉案件交办单',
    series: '应诉交',
    cite: '行政复议法（2023）第四条第二款；行政诉讼法第六十七条',
    data: (c) => ({
      ...heading(c),
      unit: said(c, 'unit'),
      finish_by: said(c, 'finish_by'),
      requirement: said(c, 'note'),
    }),
  }),
  document({
    code: 'litigation.answer',
    title: '行政答辩状',
    series: null,
    cite: '行政诉讼法第六十七条',
    data: answer,
  }),
  document({
    code: 'litigation.evidence-list',
    title: '证据清单',
    series: null,
    cite: '行政诉讼法第三十四条、第六十七条',
    data: answer,
  }),
  document({
    code: 'litigation.basis-list',
    title: '规范性文件依据清单',
    series: null,
    cite: '行政诉讼法第三十四条、第六十七条',
    data: answer,
  }),
  document({
    code: 'litigation.representative-certificate',
    title: '法定代表人身份证明书',
    series: null,
    cite: '行政诉讼法第三十条',
    data: heading,
  }),
  document({
    code: 'litigation.authorisation',
    title: '授权委托书',
    series: null,
    cite: '行政诉讼法第三十一条；适用行政诉讼法解释第三十一条',
    data: (c) => ({ ...heading(c), agents: said(c, 'agents') }),
  }),
  document({
    code: 'litigation.evidence-extension-request',
    title: '延期提供证据申请书',
    series: null,
    cite: '适用行政诉讼法解释第三十四条',
    data: (c) => ({ ...heading(c), reason: said(c, 'reason') }),
  }),
  document({
    code: 'litigation.jurisdiction-objection',
    title: '管辖异议申请书',
    series: null,
    cite: '适用行政诉讼法解释第十条',
    data: (c) => ({ ...heading(c), reason: said(c, 'reason') }),
  }),
  document({
    code: 'litigation.act-change-letter',
    title: '改变行政行为告知函',
    series: '应诉函',
    cite: '适用行政诉讼法解释第八十一条',
    data: (c) => ({ ...heading(c), change: said(c, 'change') }),
  }),
  document({
    code: 'litigation.head-certificate',
    title: '行政机关负责人身份证明',
    series: null,
    cite: '关于行政机关负责人出庭应诉若干问题的规定第六条',
    data: (c) => ({
      ...heading(c),
      hearing_on: said(c, 'hearing_on'),
      head_name: said(c, 'head_name'),
      post: said(c, 'post'),
    }),
  }),
  document({
    code: 'litigation.absence-statement',
    title: '行政机关负责人不能出庭情况说明',
    series: '应诉函',
    cite: '关于行政机关负责人出庭应诉若干问题的规定第八条、第九条',
    data: (c) => ({
      ...heading(c),
      hearing_on: said(c, 'hearing_on'),
      reason: labelOf(absenceReasons, said(c, 'absence_reason')),
      proof: labelOf(absenceProofs, said(c, 'absence_proof')),
      situation: said(c, 'note'),
      staff: said(c, 'staff'),
    }),
  }),
  document({
    code: 'litigation.appeal',
    title: '行政上诉状',
    series: null,
    cite: '行政诉讼法第八十五条',
    data: (c) => ({ ...heading(c), ...ruled(c), grounds: said(c, 'grounds') }),
  }),
  document({
    code: 'litigation.appeal-answer',
    title: '上诉答辩状',
    series: null,
    cite: '适用行政诉讼法解释第一百零八条',
    data: answer,
  }),
  document({
    code: 'litigation.retrial-application',
    title: '再审申请书',
    series: null,
    cite: '行政诉讼法第九十条；适用行政诉讼法解释第一百一十条',
    data: (c) => ({ ...heading(c), ...ruled(c), grounds: said(c, 'grounds') }),
  }),
  document({
    code: 'litigation.retrial-opinion',
    title: '再审书面意见',
    series: null,
    cite: '适用行政诉讼法解释第一百一十一条',
    data: answer,
  }),
  document({
    code: 'litigation.performance-report',
    title: '履行裁判情况报告',
    series: '应诉函',
    cite: '行政诉讼法第九十四条、第九十六条',
    data: (c) => ({ ...heading(c), ...ruled(c), performed_on: c.facts.performed_on, situation: said(c, 'note') }),
  }),
  document({
    code: 'litigation.loss-analysis',
    title: '败诉案件分析报告',
    series: null,
    cite: '行政诉讼法第七十条至第七十八条',
    data: (c) => ({
      ...heading(c),
      ...ruled(c),
      loss_reason: labelOf(lossReasons, c.facts.loss_reason),
      analysis: said(c, 'analysis'),
      rectification: said(c, 'rectification'),
    }),
  }),
  document({
    code: 'litigation.file-cover',
    title: '行政应诉卷宗封面',
    series: null,
    cite: '档案法第十四条',
    data: (c) => ({ ...heading(c), ...ruled(c), archived_on: c.facts.archived_on }),
  }),
] as const;
