/** 行政诉讼、行政应诉: suits, their instances and results, attendance of heads. Ids are those of the metric catalogue. */
import type { Term } from './term';

export const litigationTerms: readonly Term[] = [
  { id: 'litigation-loss-rate', says: /败诉率/, kind: 'rate' },
  { id: 'litigation-head-appearance-rate', says: /(?:出|到)庭[^▮]{0,6}率|应诉率|出庭[^▮]*(?:占|达)/, kind: 'rate' },
  { id: 'litigation-clearance-ratio', says: /结收比|收结比/, kind: 'any' },
  { id: 'litigation-conclusion-rate', says: /(?:结案|审结|办结)率/, kind: 'rate' },
  { id: 'litigation-mediation-rate', says: /(?:调撤|调解|和解|撤诉|协调化解|化解)[^▮率]{0,4}率/, kind: 'rate' },
  { id: 'reconsideration-litigation-ratio', says: /复议.*比|比值|之比/, kind: 'multiple', aside: true },

  {
    id: 'litigation-by-field',
    says: /(?:管理|领域)(?:的)?(?:行政诉讼|诉讼)?案件(?:共计?)?▮/,
    not: /各|等领域|主要|多个/,
    units: /^[件起宗]$/,
  },
  { id: 'litigation-backlog-mediated', says: /积案/ },
  { id: 'nonlitigation-enforcement-concluded', says: /非诉(?:行政)?(?:执行|审查)[^▮]*结/ },
  { id: 'nonlitigation-enforcement-received', says: /非诉(?:行政)?(?:执行|审查)/, not: /诉讼、(?:行政)?非诉/ },
  {
    id: 'nonlitigation-enforcement-concluded',
    says: /审结|结案|办结/,
    within: /(?<!诉讼、(?:行政)?)非诉(?:行政)?(?:执行|审查)[^;。一二]*$/,
  },
  {
    id: 'litigation-principal-head-appearances',
    says: /(?:正职|主要)(?:负责人|领导)?[^▮]*(?:出庭|应诉|到庭)|(?:正职|主要负责人|主要领导)▮|一把手[^▮]*(?:出庭|到庭)/,
  },
  { id: null, says: /培训|旁听|观摩/ },
  // Who ought to have come is no appearance.
  { id: null, says: /(?<!响)应当?(?:出庭|到庭)|通知[^▮]*(?:出庭|到庭)|未(?:能)?(?:出庭|到庭)/ },
  { id: 'litigation-rectification-notices', says: /督改|提醒函/ },
  { id: 'litigation-case-reviews', says: /复盘|▮[^▮]*败诉案件[^▮]*(?:分析|剖析|评查|讲评)/ },
  { id: null, says: /裁判文书|判决书|裁定书|司法建议|检察建议|反馈函/, units: /^[份件]$/ },
  { id: 'litigation-accountability-cases', says: /追责|问责/ },
  { id: 'litigation-represented', says: /代理[^▮]*出庭/ },
  {
    id: 'litigation-head-appearances',
    says: /(?:负责人|领导|局长|首长|县长|区长|市长)[^▮]*(?:出庭|应诉|到庭)|出庭应诉|出庭|到庭/,
    not: /^(?:区|县|市|镇|全年|共|代理)[^▮负]*出庭应诉▮/,
  },
  { id: 'litigation-heard', says: /开庭/ },
  { id: 'litigation-carried-in', says: /旧存|结转|结存/ },
  {
    id: 'litigation-pending-second-instance',
    not: /案结事了|化解/,
    says: /(?:处于|尚在|正在|在)二审|二审[^▮]*(?:阶段|未结|在审|审理中)/,
  },
  {
    id: 'litigation-pending-first-instance',
    not: /案结事了|化解/,
    says: /(?:处于|尚在|正在|在)一审|一审[^▮]*(?:阶段|未结|在审|审理中)/,
  },
  { id: 'litigation-pending', says: /未(?:审|办)?结|正在审理|尚在审理|在审|待审|审理中|尚未审结/ },
  {
    id: 'litigation-lost',
    says: /败诉|输(?:掉)?[^▮]{0,4}官司|^赔偿▮|判决(?:撤销|确认违法|变更|履行|[^▮]{0,4}赔偿)|^(?:直接)?(?:撤销|变更|确认(?:行政行为)?(?:违法|无效)|判令|责令)/,
  },
  { id: 'admin-disputes-resolved', says: /案结事了|实质性?化解/, units: /^[件起宗]$/ },
  { id: 'litigation-won', says: /胜诉/ },
  { id: 'litigation-dismissed', says: /驳回起诉|不予立案|不予受理/ },
  { id: 'litigation-supported', says: /支持[^▮]*行政|驳回[^▮]*(?:诉讼请求|原告)|维持/ },
  { id: 'litigation-mediated-withdrawn', says: /调撤|撤诉|撤回起诉|调解|和解|协调化解/ },
  { id: 'litigation-sole-defendant', says: /单独(?:作为?)?被告/ },
  { id: 'litigation-joint-defendant', says: /共同(?:作为?)?被告/, not: /被告或/ },
  { id: null, says: /再审(?!被?申请人)|申诉/ },
  { id: 'litigation-transferred', says: /移送/ },
  { id: 'litigation-concluded-second', says: /二审[^▮]*(?:审结|结案|办结)|(?:审结|结案|办结)[^▮]*二审/ },
  { id: 'litigation-concluded', says: /审结|结案|办结|已结|裁判(?!文书)/ },
  { id: 'litigation-second-instance', says: /二审|上诉/, not: /被上诉|一审/ },
  { id: 'litigation-by-matter', says: /(?<![该此这各两])类(?:行为|案件|事项)/ },
  {
    id: 'litigation-handled',
    not: /受理|新收|收到|收案|发生(?!行政应诉)|新增|[为是]被告[^▮]*一审/,
    says: /应诉|办理|代理|作为被告|为被告|被诉/,
  },
  {
    id: 'litigation-received',
    not: /不属于|不予|终结/,
    units: /^(?:件|起|宗|例|份|)$/,
    says: /受理|新收|发案|收案|收到|新增|一审|增加|行政诉讼|诉讼案件|行政案件|收/,
  },
];
