/**
 * 系列案: cases against one act or of one cause, handled together. The members say themselves that they belong to it
 * (event `join-series`), one of them leads; a series that is dissolved lets them go, and nothing is deleted.
 */
import { column, count, defineFacts, procedureOf, text } from '@anjuan/casework';
import { seriesKeepers } from './people';

/** Facts of a series. Averted applications are counted on `averted_on`, the last day on which some were recorded. */
export const seriesFacts = defineFacts('series', {
  title: column.word('系列名称'),
  act: column.word('共同的行政行为或者事由'),
  formed_on: column.day('立系列日期'),
  averted_count: column.count('避免的同类申请'),
  averted_on: column.day('避免申请登记日期'),
  dissolved_on: column.day('解除系列日期'),
});

const { edge, define } = procedureOf({
  kind: 'series',
  title: '系列案件',
  facts: seriesFacts,
  states: { formed: '集中办理', dissolved: '已解除' },
  closed: ['dissolved'],
  partyRoles: {},
  documents: [],
  corrections: { order: [['formed_on', 'dissolved_on']] },
});
const cite = '行政复议法(2023)第五条、第三十九条第一款第(八)项；系列案件集中办理（办案惯例）';

export const seriesProcedure = define({
  form: edge({
    title: '立为系列',
    from: 'opening',
    to: 'formed',
    by: seriesKeepers,
    fields: {
      title: text('系列名称', { max: 100, hint: '不写当事人姓名' }),
      act: text.optional('共同的行政行为或者事由', { max: 200 }),
    },
    facts: (c) => ({ formed_on: c.happenedOn }),
    cite,
    verified: 'I',
  }),
  /** 示范案件了结以后，同类申请不再提出: added up, since they come to notice little by little. */
  'record-averted': edge({
    title: '登记避免的同类申请',
    from: ['formed', 'dissolved'],
    to: 'unchanged',
    by: seriesKeepers,
    fields: {
      averted: count('避免的申请件数', { min: 1, max: 10_000 }),
      grounds: text('依据', { max: 500, hint: '如何得知，名册或者协议；不写姓名' }),
    },
    facts: (c) => ({
      averted_count: (c.facts.averted_count ?? 0) + c.fields.averted,
      averted_on: c.facts.averted_on !== null && c.facts.averted_on > c.happenedOn ? c.facts.averted_on : c.happenedOn,
    }),
    cite,
    verified: 'I',
  }),
  dissolve: edge({
    title: '解除系列',
    from: ['formed'],
    to: 'dissolved',
    by: seriesKeepers,
    fields: { reason: text('理由') },
    facts: (c) => ({ dissolved_on: c.happenedOn }),
    cite,
    verified: 'I',
  }),
  restore: edge({
    title: '恢复系列',
    from: ['dissolved'],
    to: 'formed',
    by: seriesKeepers,
    fields: { reason: text('理由') },
    facts: () => ({ dissolved_on: null }),
    cite,
    verified: 'I',
  }),
});
