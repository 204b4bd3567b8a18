/** Templates that are shipped: how five counties' reports order and word their casework, and a general one. */
import { patterns } from './patterns';
import type { Paragraph, Slot, Template } from './template';

const heading = (text: string): Paragraph => ({ pattern: null, heading: true, text, slots: {} });
const words = (pattern: string, text: string, slots: Readonly<Record<string, Slot>>): Paragraph => ({
  pattern,
  text,
  slots,
});
const of = (metric: string, variant?: string): Slot => (variant === undefined ? { metric } : { metric, variant });
/** The shipped paragraph of a pattern, as it stands. */
const plain = (id: string): readonly Paragraph[] => patterns.filter((p) => p.id === id).map((p) => p.paragraph);

const junshan: Template = {
  name: 'junshan',
  title: '{年}年度办案情况',
  paragraphs: [
    heading('一、行政复议与应诉'),
    words(
      'T1',
      '{年}年，全区新收行政复议申请{新收}，上年结转{结转}，共办理{办理}，办结率{办结率}；其中，调解后申请人撤回{撤回}，驳回申请或者请求{驳回}，维持{维持}，撤销{撤销}。',
      {
        新收: of('reconsideration-received'),
        结转: of('reconsideration-carried-in'),
        办理: of('reconsideration-handled'),
        办结率: of('reconsideration-completion-rate'),
        撤回: of('reconsideration-mediated-withdrawn'),
        驳回: of('reconsideration-rejected'),
        维持: of('reconsideration-upheld'),
        撤销: of('reconsideration-revoked'),
      },
    ),
    words('T10', '区政府应诉{应诉}，审结{审结}，{二审}尚在二审、{一审}尚在一审。办结行政赔偿申请{赔偿}。', {
      应诉: of('litigation-handled'),
      审结: of('litigation-concluded'),
      二审: of('litigation-pending-second-instance'),
      一审: of('litigation-pending-first-instance'),
      赔偿: of('admin-compensation-concluded'),
    }),
    heading('二、矛盾纠纷化解'),
    words(
      'T8',
      '设立诉源治理工作站{站点}，行业性、专业性调委会增至{组织}。全年调解纠纷{调解}，司法确认{确认}，成功率{成功率}，协议履行率{履行率}。',
      {
        站点: of('source-governance-stations'),
        组织: of('mediation-orgs-industry'),
        调解: of('mediation-handled'),
        确认: of('mediation-judicial-confirmations'),
        成功率: of('mediation-success-rate'),
        履行率: of('mediation-agreement-performance-rate'),
      },
    ),
    words('T12', '[调解系列复议案件{系列}，避免同类申请{避免}。]调解时日已久的政府应诉积案{积案}。', {
      系列: of('reconsideration-series-mediated'),
      避免: of('reconsideration-applications-averted'),
      积案: of('litigation-backlog-mediated'),
    }),
    words('T12', '[就复议体制改革召开协调会{会议}。]', { 会议: of('reform-coordination-meetings') }),
  ],
};

const liyang: Template = {
  name: 'liyang',
  title: '{年}年度复议应诉与纠纷化解情况',
  paragraphs: [
    heading('一、复议应诉监督'),
    words(
      'T3',
      '{年}年收到行政复议申请{新收}，受理{受理}，审结{审结}，其中确认违法{违法}，责令履行{履行}，直接纠错率{纠错率}；经调解、和解实质化解{化解}，实质性化解率{化解率}。',
      {
        新收: of('reconsideration-received'),
        受理: of('reconsideration-accepted'),
        审结: of('reconsideration-concluded'),
        违法: of('reconsideration-confirmed-illegal'),
        履行: of('reconsideration-ordered-perform'),
        纠错率: of('reconsideration-direct-correction-rate'),
        化解: of('reconsideration-mediated-settled'),
        化解率: of('reconsideration-mediation-rate'),
      },
    ),
    words(
      'T10',
      '市政府作为被告、被上诉人或者再审被申请人的行政诉讼{应诉}，审结的案件中{败诉}，负责人出庭应诉率{出庭率}。',
      {
        应诉: of('litigation-handled'),
        败诉: { metric: 'litigation-lost', print: '败诉{}', zero: '没有败诉' },
        出庭率: of('litigation-head-appearance-rate'),
      },
    ),
    words('T11', '对办案中发现的问题制发意见书、建议书{制发}，{反馈}；行政复议决定执行率{执行率}。', {
      制发: of('opinion-letters'),
      反馈: { metric: 'opinion-letters-replied', print: '收到反馈{}', all: { slot: '制发', words: '均有书面反馈' } },
      执行率: of('reconsideration-decision-execution-rate'),
    }),
    heading('二、社会矛盾纠纷'),
    words(
      'T9',
      '全市排查矛盾纠纷{排查}，化解{化解}[，{激化}]，{基层}在镇（街道）、村（居）和行业、企事业调解组织化解，调解成功率{成功率}。',
      {
        排查: of('dispute-screenings'),
        化解: of('disputes-resolved'),
        激化: { metric: 'disputes-escalated', print: '激化{}', zero: '没有一起激化' },
        基层: of('grassroots-resolution-rate'),
        成功率: of('mediation-success-rate'),
      },
    ),
    words('T9', '非诉讼服务法院分中心化解纠纷{分中心}。', { 分中心: of('nonlitigation-centre-resolved') }),
  ],
};

const gucheng: Template = {
  name: 'gucheng',
  title: '{年}年复议应诉情况',
  cutoff: '11-20',
  paragraphs: [
    words(
      'T4',
      '截至{截止}，收到行政复议申请{新收}，办结{办结}；纠错{纠错}，包括{违法}确认违法、{重作}撤销并责令重新处理。行政机关负责人出庭应诉率{出庭率}。',
      {
        新收: of('reconsideration-received'),
        办结: of('reconsideration-concluded'),
        纠错: of('reconsideration-corrected'),
        违法: of('reconsideration-confirmed-illegal'),
        重作: of('reconsideration-revoked-remade'),
        出庭率: of('litigation-head-appearance-rate'),
      },
    ),
    words('T13', '[为专职人民调解员筹集资金{资金}。]', { 资金: of('mediator-funds-raised') }),
  ],
};

const linhai: Template = {
  name: 'linhai',
  title: '{年}年度行政争议化解与人民调解情况',
  paragraphs: [
    heading('一、行政争议化解'),
    words('T12', '[召开联调会议{会议}、协调案件{协调}，成功率{成功率}。]', {
      会议: of('coordination-meetings'),
      协调: of('admin-disputes-coordinated'),
      成功率: of('admin-dispute-coordination-success-rate'),
    }),
    words('T6', '行政诉讼败诉率由{年-4}年的{旧值}{升降}{年}年的{现值}[，{最低}]。', {
      旧值: { metric: 'litigation-loss-rate', yearsBack: 4 },
      升降: { metric: 'litigation-loss-rate', show: 'turn', years: 4 },
      现值: of('litigation-loss-rate'),
      最低: { metric: 'litigation-loss-rate', show: 'lowest', years: 5, print: '为{}' },
    }),
    words(
      'T5',
      '行政复议便民服务点覆盖镇（街道）和企业园{服务点}。{年}年新收行政复议{新收}，立案前化解{化解}，立案办理{受理}[，组织听证会、参加协调会{会次}]，办结{办结}，调撤率{调撤率}，纠错率{纠错率}。',
      {
        服务点: of('reconsideration-service-points'),
        新收: of('reconsideration-received'),
        化解: of('reconsideration-pre-acceptance-settled'),
        受理: of('reconsideration-accepted'),
        会次: of('hearings-and-coordination-meetings'),
        办结: of('reconsideration-concluded'),
        调撤率: of('reconsideration-mediation-rate'),
        纠错率: of('reconsideration-direct-correction-rate'),
      },
    ),
    heading('二、人民调解'),
    words(
      'T7',
      '{年}年全市受理矛盾纠纷{受理}，调解成功{成功}，成功率{成功率}；疑难复杂案件{疑难}，成功率{疑难率}。新获评金牌调解工作室{金牌}。',
      {
        受理: of('mediation-accepted'),
        成功: of('mediation-succeeded'),
        成功率: of('mediation-success-rate'),
        疑难: of('mediation-difficult'),
        疑难率: of('mediation-difficult-success-rate'),
        金牌: of('mediation-gold-studios'),
      },
    ),
    words('T9', '[社会治理中心分类处置事件{事件}，矛盾纠纷化解成功率{化解率}。]', {
      事件: of('incidents-handled'),
      化解率: of('dispute-resolution-success-rate'),
    }),
    words('T21', '[调诉比居台州第{名次}。]', { 名次: { metric: 'mediation-litigation-ratio-rank', unit: '' } }),
  ],
};

const chaotian: Template = {
  name: 'chaotian',
  title: '{年}年度办案情况',
  paragraphs: [
    words('T2', '行政机关负责人出庭应诉率{出庭率}。受理行政复议案件{受理}，办结{办结}（其中上年结转{结转}）。', {
      出庭率: of('litigation-head-appearance-rate'),
      受理: of('reconsideration-accepted'),
      办结: of('reconsideration-concluded'),
      结转: of('reconsideration-carried-in'),
    }),
    words('T7', '化解矛盾纠纷{调解}，成功{成功}，成功率{成功率}，协议金额{金额}，兑现案补{案补}。', {
      调解: of('mediation-handled'),
      成功: of('mediation-succeeded'),
      成功率: of('mediation-success-rate'),
      金额: of('mediation-agreement-amount'),
      案补: of('mediator-subsidy-amount'),
    }),
  ],
};

const general: Template = {
  name: 'general',
  title: '{年}年度行政复议、行政应诉和人民调解工作情况',
  paragraphs: [
    heading('一、行政复议'),
    ...['T1', 'T17', 'T14'].flatMap(plain),
    heading('二、行政应诉'),
    ...['T10', 'T11'].flatMap(plain),
    heading('三、人民调解'),
    ...['T7', 'T19'].flatMap(plain),
  ],
};

/** Ready to use; an office saves its own beside them. */
export const styles: readonly Template[] = [general, junshan, liyang, gucheng, linhai, chaotian];
