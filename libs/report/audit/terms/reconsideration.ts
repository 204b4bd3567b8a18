/** 行政复议: how reports say the stages, outcomes and rates of reconsideration. Ids are those of the metric catalogue. */
import type { Term } from './term';

const outcome = '(?:撤销|变更|确认(?:原?行政行为|其)?违法|责令(?:限期|其|被申请人)?履[行职]|确认无效)';
/** 撤销、变更、确认违法12件: one number for several ways of correcting. */
const outcomes = new RegExp(
  `${outcome}[^▮并]*(?:[、和及与或]|以及|或者)[^▮、并]{0,4}${outcome}|${outcome}[^▮]*${outcome}[^▮]*${outcome}`,
);

/** The sentence is about enterprises from its beginning. */
const ofEnterprises = /(?:^|;)[^,;\d]{0,10}涉(?:及)?(?:民营|中小微?|外资|国有)?企[^;]*\d[^;]*$/;

export const reconsiderationTerms: readonly Term[] = [
  // Rates first: their words contain those of the counts.
  {
    id: 'reconsideration-litigation-ratio',
    says: /复议(?:与|和|案件与|量与)?.{0,6}诉讼?.{0,6}比|比值|之比|▮.*(?:诉讼|一审)|(?:诉讼|一审).*▮/,
    kind: 'multiple',
    aside: true,
  },
  { id: 'reconsideration-decision-execution-rate', says: /(?:执行|履行)率/, kind: 'rate' },
  { id: 'reconsideration-comprehensive-correction-rate', says: /综合纠错率/, kind: 'rate' },
  { id: 'reconsideration-pre-acceptance-rate', says: /(?:前端|案前|受理前|立案前)[^▮]*率/, kind: 'rate' },
  { id: 'reconsideration-comprehensive-resolution-rate', says: /(?:综合(?:纠错)?|纠错|争议|纠纷)化解率/, kind: 'rate' },
  { id: 'reconsideration-direct-correction-rate', says: /纠错/, kind: 'rate' },
  { id: 'reconsideration-mediation-rate', says: /实质性?化解率/, within: /调解|和解/, kind: 'rate' },
  { id: 'reconsideration-comprehensive-resolution-rate', says: /化解率/, kind: 'rate' },
  { id: 'reconsideration-mediation-rate', says: /(?:调撤|调解|和解|调和|撤回)[^▮率]{0,6}率/, kind: 'rate' },
  { id: 'reconsideration-not-accepted-rate', says: /不予受理率/, kind: 'rate' },
  { id: 'reconsideration-acceptance-rate', says: /受理率|立案率|受案率/, kind: 'rate' },
  { id: 'reconsideration-upheld-rate', says: /维持率/, kind: 'rate' },
  { id: 'reconsideration-rejected-rate', says: /驳回率/, kind: 'rate' },
  { id: 'reconsideration-terminated-rate', says: /终止率/, kind: 'rate' },
  { id: 'reconsideration-completion-rate', says: /(?:办结|审结|结案|办案完成)率/, kind: 'rate' },
  { id: 'reconsideration-post-suit-rate', says: /(?:应诉|被诉|起诉|诉讼|涉诉)率/, kind: 'rate', aside: true },
  {
    id: 'reconsideration-settled-rate',
    says: /案结事了|(?:未再|没有再|不再|未).{0,4}(?:诉讼|起诉|应诉|信访)|息诉/,
    kind: 'rate',
    aside: true,
  },

  { id: 'reconsideration-average-days', says: /平均|天数|用时|期限/, kind: 'measure', units: /天|日/ },

  { id: 'reconsideration-service-points', says: /(?:服务|便民|受理|联系|咨询)(?:点|站|窗口)/ },
  { id: 'hearings-and-coordination-meetings', says: /听证.*(?:协调|联席)会|协调会.*听证/ },
  { id: 'coordination-meetings', says: /(?:协调|联调|联席)会/, units: /次|场/ },
  { id: 'reconsideration-series-mediated', says: /系列.*(?:复议|案)/, within: /调解|和解|化解|协调/ },
  { id: 'reconsideration-applications-averted', says: /(?:避免|减少|预防)[^▮]*(?:同类|类案|复议|案件)/ },
  // Rounds of hearing and papers made are no cases.
  { id: null, says: /./, units: /^(?:次|场|场次|期)$/ },
  { id: null, says: /(?:调解书|决定书|通知书|文书)/, units: /^份$/ },
  { id: 'reconsideration-then-lost', says: /后[^▮]*败诉|(?:经复议|复议)[^▮]*败诉/, aside: true },
  { id: 'reconsideration-settled-no-suit', says: /(?:未再|没有再|不再|未)[^▮]{0,4}(?:诉讼|起诉|提起)/, aside: true },
  {
    id: 'reconsideration-then-sued',
    says: /复议[^▮]*(?:后|又|再)[^▮]*(?:诉|应诉)|被诉|(?:提起|引发)[^▮]*诉讼|打官司/,
    aside: true,
  },
  {
    id: 'reconsideration-by-field',
    says: /(?:管理|领域)(?:的)?(?:行政复议|复议)?案件(?:共计?)?▮/,
    not: /各|等领域|主要|多个|纠|撤|维持/,
    units: /^[件起宗]$/,
  },
  { id: 'reconsideration-supervised', says: /挂牌督办/ },
  {
    id: 'reconsideration-pre-acceptance-settled',
    says: /(?:立案|受理|案)前[^▮]*(?:化解|调解|和解|协商|协调|调处)|案前调/,
  },
  { id: 'reconsideration-not-accepted', says: /不予受理|不予立案|不受理/ },
  {
    id: 'reconsideration-correction-lapsed',
    says: /补正[^▮]*(?:过期|逾期|未补|放弃|撤)|(?:逾期|未)[^▮]*补正|视为放弃/,
  },
  { id: 'reconsideration-redirected', says: /告知[^▮]*(?:其他|他|向|途径|处理)|移送|转送|^(?:依法|书面|另行)?告知▮/ },
  { id: 'reconsideration-caseload', says: /在办/, within: /全年(?:共)?在办(?:案件)?$/ },
  {
    id: 'reconsideration-carried-in',
    says: /结转|旧存|结存|存案|转结|转入|往年存|上年(?:度)?(?:留?存|遗留)/,
    not: /结转[^▮]*(?:审结|办结|结案)/,
  },
  {
    id: 'reconsideration-pending',
    says: /未(?:审|办)?结|(?:正在|尚在|仍在)[^▮]*(?:审理|办理|审查)|在办|待审|在审|跨年/,
    not: /全年在办|上年(?:度)?(?:留存|结转)/,
  },
  { id: 'reconsideration-summary-procedure', says: /简易程序|简案/ },
  { id: 'reconsideration-online-received', says: /网上|在线|线上|网络|掌上/ },
  { id: null, says: /代收|代为接收|普通程序|一般程序|听证|委员会(?:咨询|审议|讨论)|咨询意见/, units: /^[件起宗]$/ },
  // Corrected of its own accord, or together with settlements: neither is the count of corrections.
  { id: null, says: /(?:自行|自我|主动)纠(?:错|正)|综合纠错(?!率|化解)/ },
  { id: 'reconsideration-enterprise-corrected', says: /涉(?:及)?(?:民营|中小微?|外资|国有)?企[^▮]*纠|纠错涉企/ },
  { id: 'reconsideration-enterprise-corrected', says: /纠错/, within: ofEnterprises },
  { id: 'reconsideration-enterprise-mediated', says: /调解|和解/, within: ofEnterprises },
  { id: 'reconsideration-enterprise-mediated', says: /涉(?:及)?(?:民营|中小微?|外资|国有)?企[^▮]*(?:调解|和解|化解)/ },
  { id: 'reconsideration-enterprise-received', says: /涉(?:及)?(?:民营|中小微?|外资|国有)?企/ },
  {
    id: 'reconsideration-against-own-government-concluded',
    says: /审结|办结|结案/,
    within: /(?:^|;)[^;]{0,16}以[^;]{0,8}政府[^;]{0,4}被申请人[^;]*\d[^;]*$/,
  },
  { id: 'reconsideration-against-own-government-concluded', says: /以[^▮]{0,8}政府[^▮]{0,4}被申请人[^▮]*结/ },
  {
    id: 'reconsideration-against-own-government',
    says: /以[^▮]{0,8}政府[^▮]{0,4}被申请人|(?:参加|答复)[^▮]*(?:省|市)政府[^▮]*复议/,
  },
  { id: 'reconsideration-mediation-attempted', says: /(?:纳入|启动|开展)[^▮]*调解/ },
  {
    id: 'reconsideration-mediated-withdrawn',
    says: /调解后[^▮]*终止|(?:调解|协调|和解)[^▮]*撤(?:回|诉|销申请|销行政复议申请|案)/,
  },
  { id: 'reconsideration-withdrawn-after-change', says: /(?:改变|改正|纠正|自行纠错)[^▮]*(?:撤回|终止|撤)/ },
  { id: 'reconsideration-withdrawn-voluntary', says: /撤回|主动撤|撤案/ },
  { id: 'reconsideration-comprehensive-resolved', says: /(?:纠错)[^▮]*(?:化解|和解|调解)|综合(?:纠错)?化解/ },
  { id: 'reconsideration-corrected', says: outcomes },
  {
    id: 'reconsideration-revoked-remade',
    says: /撤销[^▮]*(?:重新|重作|重做)|责令重|责令[^▮]*重新[作做]|▮[^▮]*撤销[^▮]*(?:重新|重作|重做)/,
  },
  {
    id: 'reconsideration-confirmed-illegal',
    says: /确认(?:行政行为|原行政行为|原具体行政行为|其)?(?:程序)?违法|确认无效/,
  },
  { id: 'reconsideration-ordered-perform', says: /责令(?:限期|其|被申请人)?(?:履行|履职)|限期履[行职]/ },
  { id: 'reconsideration-changed', says: /变更/ },
  { id: 'reconsideration-revoked', says: /撤销/ },
  { id: 'reconsideration-corrected', says: /纠错|纠正/ },
  { id: 'reconsideration-upheld', says: /维持/ },
  { id: 'reconsideration-rejected', says: /驳回/ },
  { id: 'reconsideration-mediated-settled', says: /调解|和解|调撤|实质性?化解|协商化解/ },
  { id: 'reconsideration-terminated', says: /终止/ },
  {
    id: 'reconsideration-other-concluded',
    says: /放弃[^▮]{0,4}申请|^(?:以|按|作)?其[他它](?:方式|处理|结案|结果|方式结案)?▮|其[他它](?:方式|处理|结案|结果)/,
  },
  {
    id: 'reconsideration-caseload',
    says: /手头|(?:合计|总计|累计|总共|共计?)(?:需|应)?(?:审理|办理)|(?:需|应)办理/,
    within: /结转|旧存|留存|收/,
  },
  { id: 'reconsideration-caseload', says: /审理(?!中)/, not: /正在|开庭/ },
  { id: 'reconsideration-concluded', says: /审结|办结|结案|已结|办毕|审理完毕|作出(?:行政)?(?:复议)?决定/ },
  { id: 'reconsideration-accepted', says: /受理|立案/, not: /受理[^▮]*申请(?:人|$)|收到/ },
  // 办理 before 受理 in one breath is what came in; alone it is what was worked on.
  { id: 'reconsideration-received', says: /办理|办案/, ahead: /^[、,]?(?:依法|其中|已|共)?受理/ },
  { id: 'reconsideration-handled', says: /办理|承办|处理/, within: /(?:收|受理|立案|结转)[^。;]*\d/ },
  { id: 'reconsideration-caseload', says: /办理|承办|处理/ },
  {
    id: 'reconsideration-applicants',
    says: /申请人|自然人|涉及|群众/,
    not: /接待|咨询|跑动|减少|来访/,
    units: /^[人名]/,
  },
  {
    id: 'reconsideration-received',
    says: /收到|新收|接收|收案|发案|收件|接到|新增|接待|申请|(?<!征|没)收(?!费|养|缴|回)|增加|行政复议案件|复议案件|复议$/,
    units: /^(?:件|起|宗|份|例|桩|)$/,
  },
];
