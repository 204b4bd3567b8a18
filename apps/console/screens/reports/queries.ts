import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';

export type Template = Schemas['ReportTemplateDto'];
export type NamedTemplate = Schemas['NamedTemplateDto'];
export type Paragraph = Schemas['ReportParagraphDto'];
export type Slot = Schemas['ReportSlotDto'];
export type Composition = Schemas['CompositionDto'];
export type Run = Schemas['ReportRunDto'];
export type Declaration = Schemas['DeclarationDto'];

export const patternsQuery = queryOptions({
  queryKey: ['reports', 'patterns'],
  queryFn: () => answerOf(api.GET('/api/v1/reports/patterns')),
});
export const templatesQuery = queryOptions({
  queryKey: ['reports', 'templates'],
  queryFn: () => answerOf(api.GET('/api/v1/reports/templates')),
});
export const compositionQuery = (body: Schemas['ComposeDto']) =>
  queryOptions({
    queryKey: ['reports', 'composition', body],
    queryFn: () => answerOf(api.POST('/api/v1/reports/compose', { body })),
    placeholderData: (before: Composition | undefined) => before,
  });
export const declarationsQuery = queryOptions({
  queryKey: ['reports', 'declarations'],
  queryFn: () => answerOf(api.GET('/api/v1/reports/declarations')),
});
export const indicatorsQuery = queryOptions({
  queryKey: ['reports', 'indicators'],
  queryFn: () => answerOf(api.GET('/api/v1/reports/indicators')),
});

/** A block of the report as one line of text. */
export const printedText = (block: Composition['blocks'][number]): string =>
  block.kind === 'table'
    ? block.heads.map((head, i) => `${head}${block.runs[i]?.text ?? ''}`).join('　')
    : block.runs.map((r) => r.text).join('');

/** How parts can be listed; the codes are the API's. */
export const listingTitles: Readonly<Record<NonNullable<Slot['list']>, string>> = {
  counts: '逐项列举：甲3件、乙2件',
  shares: '逐项带占比：甲3件，占比60%',
  each: '同数合并：甲、乙各3件',
  respective: '分别列举：甲、乙分别为3件和2件',
  table: '表格',
};

/** How a number can be written; the codes are the API's. */
export const showTitles: Readonly<Record<NonNullable<Slot['show']>, string>> = {
  number: '本期数',
  before: '上年同期数',
  change: '增加或者减少',
  growth: '同比百分之几',
  points: '变化的百分点',
  turn: '升至或者降至',
  lowest: '历年最低',
  highest: '历年最高',
};
