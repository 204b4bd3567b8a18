/**
 * The sentence patterns in which annual reports print their casework, T1 to T21, as data: what each is for, and a
 * paragraph whose slots are bound to the catalogue. An office takes one, rewords it and binds its slots anew.
 */
import type { Paragraph, Slot } from './template';

export interface Pattern {
  readonly id: string;
  /** What the sentence tells, in the order it tells it. */
  readonly title: string;
  readonly paragraph: Paragraph;
}

const pattern = (id: string, title: string, text: string, slots: Readonly<Record<string, Slot>>): Pattern => ({
  id,
  title,
  paragraph: { pattern: id, text, slots },
});
const of = (metric: string, variant?: string): Slot => (variant === undefined ? { metric } : { metric, variant });

export const patterns: readonly Pattern[] = [
  pattern(
    'T1',
    '收案、结转、办理、结果',
    '{年}年，新收行政复议申请{新收}[，上年结转{结转}]，全年办理{办理}，办结率{办结率}[；经调解撤回{调解撤回}][，驳回{驳回}][，维持{维持}][，撤销{撤销}]。',
    {
      新收: of('reconsideration-received'),
      结转: of('reconsideration-carried-in'),
      办理: of('reconsideration-handled'),
      办结率: of('reconsideration-completion-rate'),
      调解撤回: of('reconsideration-mediated-withdrawn'),
      驳回: of('reconsideration-rejected'),
      维持: of('reconsideration-upheld'),
      撤销: of('reconsideration-revoked'),
    },
  ),
  pattern('T2', '办结，括号内注明结转', '全年受理行政复议案件{受理}，办结{办结}[（其中上年结转{结转}）]。', {
    受理: of('reconsideration-accepted'),
    办结: of('reconsideration-concluded'),
    结转: of('reconsideration-carried-in'),
  }),
  pattern(
    'T3',
    '收案、结果、纠错率、化解率',
    '{年}年收到行政复议申请{新收}，受理{受理}，审结{审结}[，确认违法{违法}][，责令履行{履行}]，直接纠错率{纠错率}；以调解、和解化解{化解}，占审结案件的{化解率}。',
    {
      新收: of('reconsideration-received'),
      受理: of('reconsideration-accepted'),
      审结: of('reconsideration-concluded'),
      违法: of('reconsideration-confirmed-illegal'),
      履行: of('reconsideration-ordered-perform'),
      纠错率: of('reconsideration-direct-correction-rate'),
      化解: of('reconsideration-mediated-settled'),
      化解率: of('reconsideration-mediation-rate', 'mediated-settled'),
    },
  ),
  pattern(
    'T4',
    '先写截止日，括号内先数后类',
    '截至{截止}，收到行政复议申请{新收}，办结{办结}，纠错{纠错}[（{违法}确认违法；{重作}撤销并责令重作）]。',
    {
      新收: of('reconsideration-received'),
      办结: of('reconsideration-concluded'),
      纠错: of('reconsideration-corrected'),
      违法: of('reconsideration-confirmed-illegal'),
      重作: of('reconsideration-revoked-remade'),
    },
  ),
  pattern(
    'T5',
    '收案分流',
    '{年}年，新收行政复议{新收}，其中立案前化解{化解}，立案办理{受理}，办结{办结}，调撤率{调撤率}，纠错率{纠错率}。',
    {
      新收: of('reconsideration-received'),
      化解: of('reconsideration-pre-acceptance-settled'),
      受理: of('reconsideration-accepted'),
      办结: of('reconsideration-concluded', 'all-closings'),
      调撤率: of('reconsideration-mediation-rate'),
      纠错率: of('reconsideration-direct-correction-rate'),
    },
  ),
  pattern('T6', '比率在两年之间的升降', '行政诉讼败诉率由{年-4}年的{旧值}{升降}{年}年的{现值}[，{最低}]。', {
    旧值: { metric: 'litigation-loss-rate', yearsBack: 4 },
    升降: { metric: 'litigation-loss-rate', show: 'turn', years: 4 },
    现值: of('litigation-loss-rate'),
    最低: { metric: 'litigation-loss-rate', show: 'lowest', years: 5, print: '为{}' },
  }),
  pattern(
    'T7',
    '调解：受理、成功、成功率',
    '{年}年受理各类矛盾纠纷{受理}，调解成功{成功}，成功率{成功率}[，其中疑难复杂案件{疑难}、成功率{疑难率}]。',
    {
      受理: of('mediation-accepted'),
      成功: of('mediation-succeeded'),
      成功率: of('mediation-success-rate'),
      疑难: of('mediation-difficult'),
      疑难率: of('mediation-difficult-success-rate'),
    },
  ),
  pattern(
    'T8',
    '调解：总数、司法确认、成功率、履行率',
    '各级调解组织调解纠纷{调解}[，司法确认{确认}]，调解成功率{成功率}，协议履行率{履行率}。',
    {
      调解: of('mediation-handled'),
      确认: of('mediation-judicial-confirmations'),
      成功率: of('mediation-success-rate'),
      履行率: of('mediation-agreement-performance-rate'),
    },
  ),
  pattern(
    'T9',
    '排查、化解、无激化、基层化解率',
    '全年排查矛盾纠纷{排查}，化解{化解}，{激化}，{基层}的纠纷在镇村和行业组织化解，调解成功率{成功率}。',
    {
      排查: of('dispute-screenings'),
      化解: of('disputes-resolved'),
      激化: { metric: 'disputes-escalated', print: '激化{}', zero: '没有一起激化' },
      基层: of('grassroots-resolution-rate'),
      成功率: of('mediation-success-rate'),
    },
  ),
  pattern(
    'T10',
    '应诉：在办、审结、各审级未结',
    '办理行政应诉案件{应诉}，审结{审结}[，尚在二审{二审}][，尚在一审{一审}]；已审结的{败诉}，负责人出庭应诉率{出庭率}。',
    {
      应诉: of('litigation-handled'),
      审结: of('litigation-concluded'),
      二审: of('litigation-pending-second-instance'),
      一审: of('litigation-pending-first-instance'),
      败诉: { metric: 'litigation-lost', print: '败诉{}', zero: '没有败诉' },
      出庭率: of('litigation-head-appearance-rate'),
    },
  ),
  pattern('T11', '意见书、建议书和决定履行', '制发意见书、建议书{制发}，{反馈}，行政复议决定履行率{履行率}。', {
    制发: of('opinion-letters'),
    反馈: { metric: 'opinion-letters-replied', print: '收到反馈{}', all: { slot: '制发', words: '均已收到书面反馈' } },
    履行率: of('reconsideration-decision-execution-rate'),
  }),
  pattern('T12', '府院联动：会议、协调、成功率', '召开联调会议{会议}，协调行政争议{协调}，成功率{成功率}。', {
    会议: of('coordination-meetings'),
    协调: of('admin-disputes-coordinated'),
    成功率: of('admin-dispute-coordination-success-rate'),
  }),
  pattern(
    'T13',
    '补贴：申报、评定、分档、金额',
    '以案定补申报{申报}，符合条件{符合}（{分档}），每件{最低}至{最高}，发放{金额}。',
    {
      申报: of('mediator-subsidy-applications'),
      符合: of('mediator-subsidy-cases'),
      分档: { metric: 'mediator-subsidy-cases', list: 'counts', by: 'level' },
      最低: of('mediator-subsidy-standard', 'lowest'),
      最高: of('mediator-subsidy-standard'),
      金额: of('mediator-subsidy-amount'),
    },
  ),
  pattern('T14', '分类及占比', '按管理领域分，{分项}。', {
    分项: { metric: 'reconsideration-received', list: 'shares', by: 'field', most: 6, places: 1 },
  }),
  pattern('T15', '同数合并（各N件）', '按复议事项分，{分项}。', {
    分项: { metric: 'reconsideration-received', list: 'each', by: 'matter' },
  }),
  pattern('T16', '分别列举，也可逐年', '近三年新收行政复议申请，{逐年}。', {
    逐年: { metric: 'reconsideration-received', list: 'respective', by: 'year', years: 3 },
  }),
  pattern(
    'T17',
    '与上年同期相比',
    '新收行政复议申请{新收}，比上年同期（{上年数}）{增减}，{同比}；直接纠错率{纠错率}，{百分点}。',
    {
      新收: of('reconsideration-received'),
      上年数: { metric: 'reconsideration-received', show: 'before' },
      增减: { metric: 'reconsideration-received', show: 'change' },
      同比: { metric: 'reconsideration-received', show: 'growth' },
      纠错率: of('reconsideration-direct-correction-rate'),
      百分点: { metric: 'reconsideration-direct-correction-rate', show: 'points' },
    },
  ),
  pattern('T18', '复议与诉讼之比', '新收行政复议申请是同期新收一审行政诉讼案件的{倍数}。', {
    倍数: of('reconsideration-litigation-ratio'),
  }),
  pattern('T19', '总数内嵌明细', '调解成功{成功}（{分项}）。', {
    成功: of('mediation-succeeded'),
    分项: { metric: 'mediation-succeeded', list: 'counts', by: 'dispute_type', most: 5 },
  }),
  pattern('T20', '表格', '人民调解案件受理情况如下：{表}', {
    表: { metric: 'mediation-accepted', list: 'table', by: 'origin' },
  }),
  pattern('T21', '数值与考核指标并列', '调解成功率{成功率}（考核指标{指标}）。', {
    成功率: of('mediation-success-rate'),
    指标: { metric: 'mediation-success-target', print: '{}以上' },
  }),
];
