import { read } from './read';

/** metric value+unit, one a figure. */
const named = (text: string): string[] => read(text).map((one) => `${one.metric} ${one.value}${one.unit}`);

describe('行政复议', () => {
  test.each<[string, string, string[]]>([
    [
      'a chain from intake to outcome',
      '2023年,新收行政复议申请64件,上年结转5件,办理66件,办结率100%,其中经调解申请人撤回行政复议申请21件,驳回行政复议请求9件,维持30件,撤销6件。',
      [
        'reconsideration-received 64件',
        'reconsideration-carried-in 5件',
        'reconsideration-handled 66件',
        'reconsideration-completion-rate 100%',
        'reconsideration-mediated-withdrawn 21件',
        'reconsideration-rejected 9件',
        'reconsideration-upheld 30件',
        'reconsideration-revoked 6件',
      ],
    ],
    [
      'carried in, in parentheses behind the concluded',
      '全年受理行政复议案件31件,办结33件(含上年结转4件)。',
      ['reconsideration-accepted 31件', 'reconsideration-concluded 33件', 'reconsideration-carried-in 4件'],
    ],
    [
      'number before label',
      '收到行政复议申请88件,已办结70件,其中纠错12件(5件确认违法;7件撤销并责令重新处理)。',
      [
        'reconsideration-received 88件',
        'reconsideration-concluded 70件',
        'reconsideration-corrected 12件',
        'reconsideration-confirmed-illegal 5件',
        'reconsideration-revoked-remade 7件',
      ],
    ],
    [
      'a total closes the outcomes before it',
      '已审结行政复议案件200件。撤销8件、确认违法5件、变更2件、责令履行1件,共16件(8%);终止40件(20%)。',
      [
        'reconsideration-concluded 200件',
        'reconsideration-revoked 8件',
        'reconsideration-confirmed-illegal 5件',
        'reconsideration-changed 2件',
        'reconsideration-ordered-perform 1件',
        'reconsideration-corrected 16件',
        'reconsideration-direct-correction-rate 8%',
        'reconsideration-terminated 40件',
        'reconsideration-terminated-rate 20%',
      ],
    ],
    [
      'settled before acceptance, mediation and correction rates',
      '今年新收行政复议150件,立案前化解18件,立案办理132件,办结140件,复议调撤率41.2%,纠错率5.6%,案结事了率91%。',
      [
        'reconsideration-received 150件',
        'reconsideration-pre-acceptance-settled 18件',
        'reconsideration-accepted 132件',
        'reconsideration-concluded 140件',
        'reconsideration-mediation-rate 41.2%',
        'reconsideration-direct-correction-rate 5.6%',
        'reconsideration-settled-rate 91%',
      ],
    ],
    [
      'growth of what its label names, not of the figure before',
      '2022年新收行政复议45件,结案40件,新收量比上年增长12.5%,纠错率同比下降3.1个百分点。',
      [
        'reconsideration-received 45件',
        'reconsideration-concluded 40件',
        'reconsideration-growth-rate 12.5%',
        'reconsideration-direct-correction-rate-pp 3.1个百分点',
      ],
    ],
    [
      'the year before, and by how many it moved',
      '2021年收到行政复议申请96件,比2020年80件多16件,增20%。',
      [
        'reconsideration-received 96件',
        'reconsideration-received-prior-year 80件',
        'reconsideration-received-increase 16件',
        'reconsideration-growth-rate 20%',
      ],
    ],
    [
      'matters with their shares, the rest with them',
      '受理的行政复议案件中,行政处罚30件(占50%)、信息公开18件(占30%)、其他12件(占20%)。',
      [
        'reconsideration-by-matter 30件',
        'reconsideration-category-share 50%',
        'reconsideration-by-matter 18件',
        'reconsideration-category-share 30%',
        'reconsideration-by-matter 12件',
        'reconsideration-category-share 20%',
      ],
    ],
    [
      'respondents, bare and with 各',
      '复议案件按被申请人:区城管局9件,区住建局4件,区民政局、区教育局、甲街道各2件。',
      [
        'reconsideration-by-respondent 9件',
        'reconsideration-by-respondent 4件',
        'reconsideration-by-respondent 2件',
        'reconsideration-by-respondent 2件',
        'reconsideration-by-respondent 2件',
      ],
    ],
    [
      'a pair of years for each respondent',
      '2020年复议单位受理量(2019年/2020年):公安分局12/15、住建局3/0,合计15/15。',
      [
        'reconsideration-by-respondent-prior-year 12件',
        'reconsideration-by-respondent 15件',
        'reconsideration-by-respondent-prior-year 3件',
        'reconsideration-by-respondent 0件',
        'reconsideration-accepted-prior-year 15件',
        'reconsideration-accepted 15件',
      ],
    ],
    [
      'a pair of stages for each authority',
      '行政复议省直部门收案/受理:人社20/18、司法7/5。',
      [
        'reconsideration-by-authority 20件',
        'reconsideration-by-authority-accepted 18件',
        'reconsideration-by-authority 7件',
        'reconsideration-by-authority-accepted 5件',
      ],
    ],
    [
      'letters and what they brought about',
      '行政复议办案中制发意见书、建议书14份,均收到书面反馈,行政复议决定履行率100%。',
      ['opinion-letters 14份', 'opinion-letters-replied 14份', 'reconsideration-decision-execution-rate 100%'],
    ],
    [
      'reconsideration against suits',
      '新收行政复议520件,是同期法院一审行政案件的1.6倍,复议与诉讼之比1.6:1。',
      [
        'reconsideration-received 520件',
        'reconsideration-litigation-ratio 1.6倍',
        'reconsideration-litigation-ratio 1.6ratio',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('行政诉讼', () => {
  test.each<[string, string, string[]]>([
    [
      'stock by instance',
      '代理行政应诉案件40件,已审结31件,现处于二审阶段6件、一审阶段3件。',
      [
        'litigation-handled 40件',
        'litigation-concluded 31件',
        'litigation-pending-second-instance 6件',
        'litigation-pending-first-instance 3件',
      ],
    ],
    [
      'instances beside a whole, with what was carried in',
      '法院受理行政诉讼900件(含旧存80件),同比降5.2%,审结850件;一审受理600件,审结570件,二审250件。',
      [
        'litigation-caseload 900件',
        'litigation-carried-in 80件',
        'litigation-growth-rate 5.2%',
        'litigation-concluded 850件',
        'litigation-received 600件',
        'litigation-concluded-first 570件',
        'litigation-second-instance 250件',
      ],
    ],
    [
      'one instance alone is the whole',
      '一审行政诉讼审结22件,败诉1件,败诉率4.5%,负责人出庭20件,其中正职负责人出庭3件。',
      [
        'litigation-concluded 22件',
        'litigation-lost 1件',
        'litigation-loss-rate 4.5%',
        'litigation-head-appearances 20件',
        'litigation-principal-head-appearances 3件',
      ],
    ],
    [
      'a rate moved between years',
      '2022年行政诉讼败诉率从2018年19%降至2022年6.25%。',
      ['litigation-loss-rate-2018 19%', 'litigation-loss-rate 6.25%'],
    ],
    [
      'a rate moved between years, each with 的',
      '2022年度工作。行政诉讼败诉率由2018年的19%下降到2022年的6.25%。',
      ['litigation-loss-rate-2018 19%', 'litigation-loss-rate 6.25%'],
    ],
    [
      'none said as not a single one',
      '调处纠纷90件,没有一起激化。应诉12件,没有一件败诉。全年没有发生一起安全事故。',
      ['mediation-handled 90件', 'disputes-escalated 0起', 'litigation-handled 12件', 'litigation-lost 0件'],
    ],
    [
      'the topic returns after an aside',
      '新收一审行政诉讼70件;复议后又起诉15件;已审结60件,未审结10件。',
      [
        'litigation-received 70件',
        'reconsideration-then-sued 15件',
        'litigation-concluded 60件',
        'litigation-pending 10件',
      ],
    ],
    [
      'the same months of the year before, said in several ways',
      '2022年1-9月,全市法院共受理行政诉讼案件372件,与2021年同期收案364件相比增加8件;新收一审行政案件较2021年同期的159件减少74件。',
      [
        'litigation-received 372件',
        'litigation-received-prior-year 364件',
        'litigation-received-increase 8件',
        'litigation-received-first-prior-year 159件',
        'litigation-received-increase 74件',
      ],
    ],
    [
      'results of suits, a part in the words of its whole being no second count',
      '新收行政诉讼案件1 002件。在结案中,原告撤诉的64件,其中主动撤诉的61件;撤销的7件;驳回起诉的24件。',
      [
        'litigation-received 1002件',
        'litigation-mediated-withdrawn 64件',
        'null 61件',
        'litigation-lost 7件',
        'litigation-dismissed 24件',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('人民调解', () => {
  test.each<[string, string, string[]]>([
    [
      'accepted, succeeded, and the difficult among them',
      '2022年全县受理矛盾纠纷3050件,成功调解3020件,调解成功率99.02%,其中疑难复杂案件110件、调解成功率98%。',
      [
        'mediation-accepted 3050件',
        'mediation-succeeded 3020件',
        'mediation-success-rate 99.02%',
        'mediation-difficult 110件',
        'mediation-difficult-success-rate 98%',
      ],
    ],
    [
      '化解 is the whole where 成功 follows',
      '各级调委会化解矛盾纠纷800件,成功790件,成功率98.8%,协议金额1500.5万元,兑现案补12万余元。',
      [
        'mediation-handled 800件',
        'mediation-succeeded 790件',
        'mediation-success-rate 98.8%',
        'mediation-agreement-amount 1500.5万元',
        'mediator-subsidy-amount 12万元',
      ],
    ],
    [
      '化解 is what was resolved where it stands alone',
      '排查矛盾纠纷700余次,化解矛盾纠纷940件,无一激化为刑事案件,85%以上的矛盾纠纷在村(社区)化解。',
      [
        'dispute-screenings 700次',
        'disputes-resolved 940件',
        'disputes-escalated 0件',
        'grassroots-resolution-rate 85%',
      ],
    ],
    [
      'committees by kind of the catalogue',
      '人民调解委员会310个,其中村(居)280个、乡镇(街道)20个、企事业单位6个、医疗纠纷4个;人民调解员1200人,其中专职150人。',
      [
        'mediation-orgs 310个',
        'mediation-orgs-village 280个',
        'mediation-orgs-town 20个',
        'mediation-orgs-enterprise 6个',
        'mediation-orgs-industry 4个',
        'mediators 1200人',
        'mediators-fulltime 150人',
      ],
    ],
    [
      'committees in a list of bare numbers with kinds of its own',
      '调委会100个:乡镇10、村(居)70、物业小区12、其他8。',
      [
        'mediation-orgs 100个',
        'mediation-orgs-by-kind 10个',
        'mediation-orgs-by-kind 70个',
        'mediation-orgs-by-kind 12个',
        'mediation-orgs-by-kind 8个',
      ],
    ],
    [
      'subsidies by tier',
      '人民调解个案补贴申报500件,符合条件460件:简单纠纷400件、一般纠纷50件、重大纠纷10件,按50元、100元、200元三档发放,合计27000元。',
      [
        'mediator-subsidy-applications 500件',
        'mediator-subsidy-cases 460件',
        'mediator-subsidy-cases-by-tier 400件',
        'mediator-subsidy-cases-by-tier 50件',
        'mediator-subsidy-cases-by-tier 10件',
        'mediator-subsidy-standard 50元',
        'mediator-subsidy-standard 100元',
        'mediator-subsidy-standard 200元',
        'mediator-subsidy-amount 27000元',
      ],
    ],
    [
      'enumerated studios and a rank',
      '甲镇工作室和乙镇工作室创建省级金牌调解工作室,调诉比居全市第一。',
      ['mediation-gold-studios 2个', 'mediation-litigation-ratio-rank 1名次'],
    ],
    [
      'coordination of administrative disputes',
      '召开联调会议12次、协调案件20余件,成功率达65%。',
      ['coordination-meetings 12次', 'admin-disputes-coordinated 20件', 'admin-dispute-coordination-success-rate 65%'],
    ],
  ])('%s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('words for none and all', () => {
  test.each<[string, string[]]>([
    ['已审结的行政诉讼案件中未发生败诉案件。', ['litigation-lost 0件']],
    [
      '行政应诉案件6件,均已审结,全部胜诉。',
      ['litigation-handled 6件', 'litigation-concluded 6件', 'litigation-won 6件'],
    ],
    [
      '制发行政复议意见书5份、建议书3份,均收到书面反馈。',
      ['opinion-letters 5份', 'opinion-letters 3份', 'opinion-letters-replied 8份'],
    ],
    ['调处纠纷90件,没有民转刑案件。', ['mediation-handled 90件', 'disputes-escalated 0件']],
    ['行政复议上年未结转,新收12件。', ['reconsideration-carried-in 0件', 'reconsideration-received 12件']],
    ['行政复议后无败诉案件。', ['reconsideration-then-lost 0件']],
    ['各项任务均已落实到位,没有发生重大事故。', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('other work stays unnamed', () => {
  test.each([
    '公安机关办理涉赌刑事案件11起,查处行政案件4起。',
    '开展普法宣传活动120余场次,发放资料3万份。',
    '审查规范性文件14件,提出意见60条。',
    '政务服务中心进驻事项1053项,设置窗口90个。',
  ])('%s', (text) => {
    expect(new Set(read(text).map((one) => one.metric))).toEqual(new Set([null]));
  });

  test('work between two casework sentences takes no name from them', () => {
    expect(named('受理行政复议案件8件。开展执法培训3场,发放资料500份。行政复议纠错率10%。')).toEqual([
      'reconsideration-accepted 8件',
      'null 3场',
      'null 500份',
      'reconsideration-direct-correction-rate 10%',
    ]);
  });
});
