import { documentOf, namesOf, type PaperContext, type PaperData } from '@anjuan/casework';
import type { answeringFacts } from './answering.facts';

type Columns = typeof answeringFacts.columns;
const sheet = documentOf<Columns>();
const heading = (c: PaperContext<Columns>): PaperData => ({
  paper_number: c.paperNumber,
  organisation: c.organisation,
  issued_on: c.happenedOn,
  applicants: namesOf(c.parties, 'applicant'),
  reviewing_organ: c.facts.reviewing_organ,
  organ_case_number: c.facts.organ_case_number,
});

export const answeringDocuments = [
  sheet({
    code: 'answering.assignment',
    title: '行政复议答复交办单',
    series: '复交',
    cite: '行政复议法(2023)第48条',
    data: (c) => ({ ...heading(c), unit: c.facts.undertaking_unit }),
  }),
  sheet({
    code: 'answering.answer',
    title: '行政复议答复书',
    series: '复答辩',
    cite: '行政复议法(2023)第48条、第54条第1款；行政复议法(2017)第23条第1款',
    data: (c) => ({ ...heading(c), approved_on: c.facts.approved_on }),
  }),
  sheet({
    code: 'answering.performance-report',
    title: '履行行政复议决定情况报告',
    series: '复履',
    cite: '行政复议法(2023)第77条；行政复议法(2017)第32条',
    data: (c) => ({ ...heading(c), outcome: c.facts.outcome }),
  }),
  sheet({
    code: 'answering.opinion-report',
    title: '行政复议意见书办理情况报告',
    series: '复意报',
    cite: '行政复议法(2023)第76条；行政复议法实施条例第57条第1款',
    data: heading,
  }),
] as const;
