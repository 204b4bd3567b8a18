import { documentOf, namesOf, type PaperContext, type PaperData } from '@anjuan/casework';
import type { letterFacts } from './letter.facts';

type Columns = typeof letterFacts.columns;
const sheet = documentOf<Columns>();
const letter = (c: PaperContext<Columns>): PaperData => ({
  paper_number: c.paperNumber,
  organisation: c.organisation,
  issued_on: c.happenedOn,
  addressee: namesOf(c.parties, 'addressee'),
  subject: c.facts.subject,
});

/** The text itself was drafted before: a letter is issued with its subject, addressee and number. */
export const letterDocuments = [
  sheet({
    code: 'letter.opinion',
    title: '行政复议意见书',
    series: '复意',
    cite: '行政复议法(2023)第76条；行政复议法实施条例第57条第1款',
    data: letter,
  }),
  sheet({
    code: 'letter.suggestion',
    title: '行政复议建议书',
    series: '复建',
    cite: '行政复议法实施条例第57条第2款',
    data: letter,
  }),
  sheet({
    code: 'letter.performance-order',
    title: '责令履行行政复议意见书通知书',
    series: '复意责',
    cite: '行政复议法(2023)第77条',
    data: (c) => ({ ...letter(c), ordered_until: c.due['reconsideration.perform'] ?? null }),
  }),
] as const;
