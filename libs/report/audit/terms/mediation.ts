/** 人民调解、矛盾纠纷: disputes, committees, mediators, subsidies. Ids are those of the metric catalogue. */
import type { Term } from './term';

/** Cases, not the people or rooms that had to do with them. */
/** A number of towns or villages alone counts none of their committees. */
const committees = /调解?委员?会|调解组织|人民调解/;
const cases = /^(?:件|起|宗|例|桩|个|次|件次|)$/;

/** 婚姻家庭纠纷, 调解邻里纠纷: one kind, not all kinds; no word of another stage in its name. */
const kindOfDispute =
  /^(?:其中)?(?:\p{Script=Han}{0,16}(?:调委会|调解委员会|调解组织|调解中心)(?=调解|化解|调处))?(?:全[市县区省镇]|共|累计|已|依法)*(?:成功)?(?:调解|化解|调处|处理|办理|受理)?(?!各类|各种|各项|矛盾|民间|基层|社会|该|此类|这些|人民|群众|全年|特别)(?:(?!调解|化解|调处|受理|办理|处理|排查|成功|涉及|预防|防止|解决|发生|发现|诉|法院|组织|委员|疑难|复杂|重大|共|\d)\p{Script=Han}){2,14}(?<!各类|矛盾|民间)(?:类)?(?:矛盾)?纠纷(?:案件)?▮|^其[他它](?:类|类型)?(?:矛盾)?纠纷▮/u;

export const mediationTerms: readonly Term[] = [
  // The courts' own mediation is not ours to count.
  { id: null, says: /./, kind: 'any', within: /司法调解(?!协议|委员|组织|.*(?:人民|行政)调解)[^;。]*$/ },
  { id: 'mediation-agreement-performance-rate', says: /履行率/, kind: 'rate' },
  {
    id: 'grassroots-resolution-rate',
    says: /▮[^▮]*(?:在|由)[^▮]*(?:镇|乡|村|社区|基层)[^▮]*(?:化解|解决)|▮[^▮]*(?:化解|解决|消除)在(?:基层|萌芽|村|镇|乡|社区|诉前|当地)|就地化解率/,
    kind: 'rate',
  },
  { id: 'prelitigation-mediation-rate', says: /诉前[^▮]*率/, kind: 'rate' },
  {
    id: 'prelitigation-mediation-rate',
    says: /成功率/,
    within:
      /(?:诉前|法院[^,;]*委[派托])[^,;。]*\d+[件起][,、](?:[^,;。、]*(?:成功|调成)[^,;。、\d]*\d+[件起][,、])?[^,;。、]*$/,
    kind: 'rate',
  },
  { id: 'mediation-difficult-success-rate', says: /(?:疑难|复杂|重大)[^▮]*成功率/, kind: 'rate' },
  {
    id: 'mediation-difficult-success-rate',
    says: /成功率/,
    within: /(?:疑难|复杂)[^,;。]*\d+[件起宗][、,]?(?:[^,;。、]*成功[^,;。、\d]*\d+[件起宗][、,])?[^,;。、]*$/,
    kind: 'rate',
  },
  { id: 'dispute-resolution-success-rate', says: /化解(?:成功)?率/, kind: 'rate' },
  { id: 'mediation-success-rate', says: /成功率|调成率|调解率/, kind: 'rate' },
  { id: 'mediation-handling-rate', says: /(?:调处|调解处理|处置|受理)率/, kind: 'rate' },
  { id: 'disputes-escalated', says: /民转刑[^▮]*率/, kind: 'rate' },

  { id: 'mediator-funds-raised', says: /筹集|筹措|投入|安排[^▮]*(?:资金|经费)/, kind: 'amount' },
  {
    id: 'mediator-subsidy-standard',
    says: /(?:每件|标准|按照?|档)[^▮]*▮|▮[^▮]*(?:的标准|\/件|每件|档)/,
    not: /发放|兑现|共|合计|总计/,
    kind: 'amount',
  },
  { id: 'mediator-subsidy-standard', says: /./, ahead: /^[^。;]{0,40}的标准/, within: /按照?[^;。]*$/, kind: 'amount' },
  { id: 'mediation-agreement-amount', says: /协议|涉案|涉及|标的|纠纷|赔付|赔偿/, not: /补/, kind: 'amount' },
  {
    id: 'mediator-subsidy-amount',
    says: /补贴|案补|以奖代补|以案定补|发放|共发|兑现|兑付|合计|共计|奖补|奖励|拨付|一案一补/,
    kind: 'amount',
  },

  { id: 'mediation-gold-studios', says: /金牌/ },
  {
    id: 'mediation-personal-studios',
    says: /(?:个人|特色|品牌|名人)[^▮]{0,6}调解(?:工作)?室|调解(?:工作)?室/,
    units: /^[个家]$/,
  },
  { id: 'source-governance-stations', says: /诉源治理[^▮]*▮|▮[^▮]*诉源治理/, units: /^[个家处]$/ },
  {
    id: 'dispute-resolution-centres',
    says: /(?:矛调|解纷|调处化解|多元化解)[^▮]*中心|▮[^▮]*(?:矛调|解纷)中心/,
    units: /^[个家]$/,
  },
  { id: 'mediator-trainings', says: /培训|轮训/, units: /^(?:场|期|次|场次|批|班)$/ },
  { id: 'mediators-trained', says: /培训|参训|轮训/, units: /^(?:人|名|人次)$/ },
  { id: 'mediators', says: /兼职/, within: /调解员/, units: /^(?:人|名|个|位)$/ },
  { id: 'mediators-fulltime', says: /专职/, not: /平均/, units: /^(?:人|名|个|位)$/ },
  {
    id: 'mediators-graded',
    says: /等级|评定|评级|(?<![村组乡镇社区县市、]\)?、?[村组乡镇社区县市]?\)?)[一二三四]级(?:人民)?调解员/,
    units: /^(?:人|名|个|位)$/,
  },
  { id: 'mediation-experts', says: /专家/, units: /^(?:人|名|个|位)$/ },
  {
    id: 'mediators',
    says: /调解员|调解人员/,
    not: /表彰|评为|荣获|获得|优秀|先进|吸纳|惠及|平均/,
    units: /^(?:人|名|个|位|)$/,
  },
  { id: 'mediation-team', says: /队伍|团队/, not: /吸纳|工作者/, units: /^(?:人|名)$/ },
  { id: 'mediation-orgs', says: /(?:各级|[两三四]级)[^▮]*(?:调解组织|调委会|调解委员会)/, units: /^[个家]$/ },
  {
    id: 'mediation-orgs-industry-new',
    says: /(?:新设|新增|新建|新成立|新组建)[^▮]*(?:▮[^▮]*)?(?:行业性|专业性)/,
    units: /^[个家]$/,
  },
  {
    id: 'mediation-orgs-industry',
    says: /行业性|专业性|行业调|行专|行业(?!领域|协会|部门)/,
    not: /解决|化解|纠纷▮/,
    units: /^[个家]$/,
  },
  {
    id: 'mediation-orgs-village',
    says: /▮(?:行政)?(?:村|社区|居)[^▮]*调/,
    not: /^(?:在|为|对|向)|工作站/,
    units: /^[个家]$/,
  },
  {
    id: 'mediation-orgs',
    says: /(?:镇|乡|街道)、[^▮]*(?:村|社区)[^▮、]*(?:调委会|调解委员会|调解组织)/,
    units: /^[个家]$/,
  },
  {
    id: 'mediation-orgs',
    says: /(?:调委会|调解委员会|调解组织|调委员会)[^▮]{0,4}▮$|▮(?:余)?(?:各类|各级|基层|人民)*(?:人民)?(?:调委会|调解委员会|调解组织)|(?:调委会|调解委员会|调解组织)[^▮]*▮/,
    not: /村|社区|镇|街道|乡|企|其[他它]|规范化|标准化|表彰|评为|荣获|获得/,
    units: /^[个家]$/,
  },
  {
    id: 'mediation-orgs-enterprise',
    says: /企事?业|企业/,
    not: /荣获|表彰/,
    within: committees,
    units: /^(?:个|家|)$/,
  },
  { id: 'mediation-orgs-town', says: /乡|镇|街道/, within: committees, units: /^(?:个|家|)$/ },
  {
    id: 'mediation-orgs-village',
    says: /村|社区|居/,
    not: /▮[^▮]*建立|工作站/,
    within: committees,
    units: /^(?:个|家|)$/,
  },

  { id: 'mediator-subsidy-applications', says: /申报|申请/, within: /补贴|案补|以案定补|以奖代补/ },
  {
    id: 'mediator-subsidy-cases',
    says: /符合(?:补贴)?条件|评出|审定|评定|核定/,
    within: /补贴|案补|以案定补|以奖代补/,
  },
  {
    id: 'mediator-subsidy-cases',
    says: /(?:补贴|案补|兑现|兑付|奖补|补助)[^▮]*(?:案件|卷宗|案卷|纠纷)▮|(?:补贴|奖补|补助|兑现|兑付|符合[^▮]*标准)[^▮]*▮|▮[^▮]*(?:兑付|兑现|发放)/,
    not: /审核|培训|不予|未/,
    units: cases,
  },
  {
    id: 'mediator-subsidy-cases-by-tier',
    says: /简单|一般|疑难|复杂|重大|简易|普通/,
    within: /补贴|案补|以案定补|以奖代补/,
  },

  { id: null, says: /自杀|械斗|非正常死亡▮/, not: /刑/ },
  { id: 'disputes-prevented-criminal', says: /(?:防止|预防|避免|制止|防)[^▮]*(?:民转刑|刑事)|民转刑/ },
  {
    id: 'disputes-prevented',
    says: /(?:预防|防止|避免|制止)/,
    not: /自杀|械斗|非正常死亡|事件|斗殴/,
    units: /^[件起宗例]$/,
  },
  { id: null, says: /口头(?:协议|调解)|协议履行▮|履行协议▮|(?:已|全部)履行▮/ },
  { id: 'mediation-judicial-confirmations', says: /司法确认/ },
  { id: 'mediation-written-agreements', says: /书面(?:调解)?协议|协议书|制作[^▮]*协议/ },
  { id: 'mediation-succeeded', says: /达成[^▮]*协议/, units: cases },
  {
    id: 'administrative-mediation-succeeded',
    says: /成功|调成/,
    within: /行政调解(?!.*人民调解)[^。;]*$/,
    units: cases,
  },
  {
    id: 'administrative-mediation-succeeded',
    says: /调处|化解|办结|达成/,
    within: /行政调解(?!.*人民调解)[^。;]*\d[^。;]*$/,
    units: cases,
  },
  { id: 'administrative-mediation-accepted', says: /行政调解/ },
  { id: 'prelitigation-mediation-succeeded', says: /诉前[^▮]*成功|成功[^▮]*诉前/ },
  {
    id: 'prelitigation-mediation-succeeded',
    says: /成功|调成/,
    within: /(?:诉前|法院[^,;]*委[派托])[^,。;]*\d+[件起][,、(]?[^,、;。\d]{0,8}$/,
  },
  { id: 'prelitigation-mediation-received', says: /诉前|立案前委派|法院[^▮]*(?:委派|委托)/, units: cases },
  { id: 'mediation-petition', says: /信访/, units: /^[件起宗例]$/ },
  { id: 'mediation-by-origin', says: /(?:主动|依申请|申请|委托|移送|委派)[^▮]*(?:调解|移送|调处)|委托移送/ },
  { id: 'nonlitigation-centre-resolved', says: /非诉[^▮]*(?:中心|平台)[^▮]*(?:化解|调解|调处)/ },
  {
    id: 'nonlitigation-centre-resolved',
    says: /化解|成功/,
    within: /非诉[^;]{0,10}(?:中心|平台)[^;]*\d[^;]*$/,
    units: cases,
  },
  { id: 'incidents-handled', says: /事件/, units: /^[起件]$/ },
  {
    id: 'dispute-screenings',
    says: /排查/,
    not: /调处|化解|发现|(?<!人民)调解(?!组织|委员会|员)/,
    units: /^(?:次|场次|轮|轮次|人次)$/,
  },
  {
    id: 'mediation-by-category',
    says: kindOfDispute,
    units: /^(?:件|起|宗|例|桩|)$/,
  },
  { id: 'mediation-difficult', says: /疑难|复杂/, units: cases },
  {
    id: 'mediation-by-category',
    says: /^(?:成功)?(?:化解|调解|调处|办理|处理)?涉[^▮]{1,8}(?:矛盾)?纠纷▮/,
    units: cases,
  },
  { id: 'disputes-resolved', says: /成功化解|化解成功/, units: cases },
  { id: null, says: /未(?:能)?调(?:解)?成|调解不成|调解(?:未|不)成功/ },
  { id: 'mediation-succeeded', says: /成功|调成|调结/, units: cases },
  {
    id: 'mediation-accepted',
    says: /排查受理|(?<!排查发现[^▮]*)受理[^▮]*▮/,
    not: /调处|(?<!人民)调解(?!组织|委员会|员)[^▮]*▮|化解/,
    units: cases,
  },
  { id: 'mediation-handled', says: /化解/, ahead: /^[^。;]{0,4}(?:其中)?[,、]?(?:调解|调处|化解)?成功[^率]*?\d/ },
  { id: 'mediation-handled', says: /排查[^▮]*(?:调处|调解|化解)/, units: cases },
  { id: 'disputes-resolved', says: /化解|解决/, units: cases },
  { id: 'mediation-handled', says: /调处|调解(?!员|组织|委员会)/, not: /受理/, units: cases },
  { id: 'disputes-found', says: /(?:发现|发生|排查|摸排|收集|排出)/, units: /^(?:件|起|宗|例|桩|个|条)$/ },
  { id: 'mediation-accepted', says: /受理|登记/, units: cases },
  { id: 'mediation-handled', says: /办理|处理|纠纷/, not: /审理|审判|刑事|仲裁/, units: /^(?:件|起|宗|例|桩)$/ },
];
