/**
 * The manners of many places: how offices say what they took in, what became of it and what changed. Each paragraph is
 * read after a heading that tells its subject; numbers that are no figure of casework stay unnamed.
 */
import { read } from './read';

const named = (subject: string, text: string): string[] =>
  read(`2024年，${subject}工作扎实推进。\n${text}`).map(({ metric, value }) => `${metric ?? '—'} ${value}`);

it.each<[string, string[]]>([
  [
    '2024年，区行政复议局共接收行政复议申请233件，立案受理201件，不予受理14件，案前调解结案18件。',
    [
      'reconsideration-received 233',
      'reconsideration-accepted 201',
      'reconsideration-not-accepted 14',
      'reconsideration-pre-acceptance-settled 18',
    ],
  ],
  [
    '行政复议决定维持原行政行为的45件，占23.8%；予以纠错的22件，纠错率11.6%；以调解、和解方式结案的80件，调和率42.3%。',
    [
      'reconsideration-upheld 45',
      'reconsideration-upheld-rate 23.8',
      'reconsideration-corrected 22',
      'reconsideration-direct-correction-rate 11.6',
      'reconsideration-mediated-settled 80',
      'reconsideration-mediation-rate 42.3',
    ],
  ],
  [
    '行政复议申请人对复议决定不服提起行政诉讼的案件16件，占审结案件的8.5%，经法院审理无一败诉。',
    ['reconsideration-then-sued 16', 'reconsideration-post-suit-rate 8.5', 'reconsideration-then-lost 0'],
  ],
  [
    '全区行政复议案件量同比增长62.9%，是行政诉讼一审案件量的2.3倍。',
    ['reconsideration-growth-rate 62.9', 'reconsideration-litigation-ratio 2.3'],
  ],
  [
    '行政复议申请中，涉及行政处罚的98件、政府信息公开的45件、行政征收的12件、行政不作为的33件、其他的45件。',
    [
      'reconsideration-by-matter 98',
      'reconsideration-by-matter 45',
      'reconsideration-by-matter 12',
      'reconsideration-by-matter 33',
      'reconsideration-by-matter 45',
    ],
  ],
  [
    '从行政管理领域看，公安72件、市场监管55件、城市管理31件、人力资源社会保障20件、自然资源15件。',
    [
      'reconsideration-by-field 72',
      'reconsideration-by-field 55',
      'reconsideration-by-field 31',
      'reconsideration-by-field 20',
      'reconsideration-by-field 15',
    ],
  ],
  [
    '加上2023年结转的21件，2024年共需办理行政复议案件222件，已办结204件，未办结18件。',
    [
      'reconsideration-carried-in 21',
      'reconsideration-caseload 222',
      'reconsideration-concluded 204',
      'reconsideration-pending 18',
    ],
  ],
  [
    '申请人撤回行政复议申请终止审理36件，被申请人改变原行政行为后申请人撤回19件。',
    ['reconsideration-withdrawn-voluntary 36', 'reconsideration-withdrawn-after-change 19'],
  ],
  [
    '行政复议化解行政争议主渠道作用日益凸显，2022—2024年全区行政复议收案量分别为121件、186件、233件，年均增长38.8%。',
    [
      'reconsideration-received-2022 121',
      'reconsideration-received-prior-year 186',
      'reconsideration-received 233',
      'reconsideration-growth-rate 38.8',
    ],
  ],
  [
    '（二）案件审理情况。当年受理的290件中，审结263件，正在审理27件。审结案件中，维持88件、占33.5%，驳回61件、占23.2%，终止92件、占35%，撤销14件、占5.3%，确认违法5件、占1.9%，责令履行3件、占1.1%。',
    [
      'reconsideration-accepted 290',
      'reconsideration-concluded 263',
      'reconsideration-pending 27',
      'reconsideration-upheld 88',
      'reconsideration-upheld-rate 33.5',
      'reconsideration-rejected 61',
      'reconsideration-rejected-rate 23.2',
      'reconsideration-terminated 92',
      'reconsideration-terminated-rate 35',
      'reconsideration-revoked 14',
      'reconsideration-outcome-share 5.3',
      'reconsideration-confirmed-illegal 5',
      'reconsideration-outcome-share 1.9',
      'reconsideration-ordered-perform 3',
      'reconsideration-outcome-share 1.1',
    ],
  ],
  [
    '涉及治安处罚类案件71宗、交通管理类案件66宗、投诉举报处理类案件52宗、土地征收类案件29宗、工伤认定类案件15宗，其余57宗。',
    [
      'reconsideration-by-matter 71',
      'reconsideration-by-matter 66',
      'reconsideration-by-matter 52',
      'reconsideration-by-matter 29',
      'reconsideration-by-matter 15',
      'reconsideration-by-matter 57',
    ],
  ],
  [
    '通过制发意见书，推动行政机关自行纠错12件，从源头减少同类争议200余件。',
    ['— 12', 'reconsideration-applications-averted 200'],
  ],
  [
    '县本级全年新收复议案件一百零六件，结转十二件，办结一百零九件。',
    ['reconsideration-received 106', 'reconsideration-carried-in 12', 'reconsideration-concluded 109'],
  ],
  [
    '2024年收到行政复议申请233件，2023年收到186件，2022年收到121件。',
    ['reconsideration-received 233', 'reconsideration-received-prior-year 186', 'reconsideration-received-2022 121'],
  ],
  [
    '2024年度共收到行政复议申请128件，其中涉及公安机关的51件，占39.8%；涉及镇政府（街道办）的34件，占26.6%；涉及市场监管部门的22件，占17.2%；涉及其他部门的21件，占16.4%。',
    [
      'reconsideration-received 128',
      'reconsideration-by-respondent 51',
      'reconsideration-category-share 39.8',
      'reconsideration-by-respondent 34',
      'reconsideration-category-share 26.6',
      'reconsideration-by-respondent 22',
      'reconsideration-category-share 17.2',
      'reconsideration-by-respondent 21',
      'reconsideration-category-share 16.4',
    ],
  ],
  [
    '全年办结行政复议案件95件，其中维持原具体行政行为40件，驳回申请人的行政复议请求18件，确认原行政行为违法3件，撤销原行政行为4件，因达成和解、撤回申请终止审理30件。',
    [
      'reconsideration-concluded 95',
      'reconsideration-upheld 40',
      'reconsideration-rejected 18',
      'reconsideration-confirmed-illegal 3',
      'reconsideration-revoked 4',
      'reconsideration-mediated-withdrawn 30',
    ],
  ],
  [
    '自行政复议体制改革以来，全市累计收到行政复议申请1860件，受理1620件，审结1540件，复议后诉讼率仅7.2%。',
    [
      'reconsideration-received 1860',
      'reconsideration-accepted 1620',
      'reconsideration-concluded 1540',
      'reconsideration-post-suit-rate 7.2',
    ],
  ],
  [
    '维持率52.3%，同比上升4.8个百分点；纠错率9.1%，同比下降2.7个百分点；调解率33.6%，同比上升5.9个百分点。',
    [
      'reconsideration-upheld-rate 52.3',
      'reconsideration-upheld-rate-pp 4.8',
      'reconsideration-direct-correction-rate 9.1',
      'reconsideration-direct-correction-rate-pp 2.7',
      'reconsideration-mediation-rate 33.6',
      'reconsideration-mediation-rate-pp 5.9',
    ],
  ],
  [
    '复议申请事项主要集中在行政处罚（58件）、信息公开（31件）、举报投诉处理（27件）、房屋征收（9件）等方面。',
    [
      'reconsideration-by-matter 58',
      'reconsideration-by-matter 31',
      'reconsideration-by-matter 27',
      'reconsideration-by-matter 9',
    ],
  ],
  [
    '行政复议综合化解率78.5%，较全省平均水平高出6.2个百分点。',
    ['reconsideration-comprehensive-resolution-rate 78.5', '— 6.2'],
  ],
  [
    '被申请人为乡镇人民政府的32件，为县政府部门的96件，为派出机关的4件。',
    ['reconsideration-by-respondent 32', 'reconsideration-by-respondent 96', 'reconsideration-by-respondent 4'],
  ],
  ['申请复议的自然人138人次，法人或其他组织16个。', ['reconsideration-applicants 138', '— 16']],
  [
    '因不服复议决定提起诉讼19件，占审结案件13.5%，其中被法院判决撤销1件。',
    ['reconsideration-then-sued 19', 'reconsideration-post-suit-rate 13.5', 'reconsideration-then-lost 1'],
  ],
])('行政复议: %s', (text, expected) => {
  expect(named('行政复议', text)).toEqual(expected);
});

it.each<[string, string[]]>([
  [
    '审结行政诉讼一审案件98件，行政机关败诉9件，败诉率9.2%，低于全市平均水平2.3个百分点。',
    ['litigation-concluded 98', 'litigation-lost 9', 'litigation-loss-rate 9.2', '— 2.3'],
  ],
  [
    '代理区政府参加行政诉讼案件28件，出庭应诉24次，收到生效裁判文书19份，其中判决驳回诉讼请求12件、裁定驳回起诉5件、准许撤诉2件，无败诉案件。',
    [
      'litigation-handled 28',
      'litigation-head-appearances 24',
      '— 19',
      'litigation-supported 12',
      'litigation-dismissed 5',
      'litigation-mediated-withdrawn 2',
      'litigation-lost 0',
    ],
  ],
  [
    '一审行政案件以调解、撤诉方式结案31件，调撤率31.6%，行政争议调解中心接收案件45件，成功化解26件。',
    [
      'litigation-mediated-withdrawn 31',
      'litigation-mediation-rate 31.6',
      'admin-disputes-coordinated 45',
      'admin-disputes-resolved 26',
    ],
  ],
  [
    '对3起败诉案件开展“一案一分析”，发出司法建议反馈函2份，督促5家单位整改。',
    ['litigation-case-reviews 3', '— 2', '— 5'],
  ],
  [
    '审结的一审案件中，判决驳回原告诉讼请求29件，裁定驳回起诉16件，撤诉15件，判决撤销4件，确认违法3件，责令履行1件，败诉案件共8件。',
    [
      'litigation-supported 29',
      'litigation-dismissed 16',
      'litigation-mediated-withdrawn 15',
      'litigation-lost 4',
      'litigation-lost 3',
      'litigation-lost 1',
      'litigation-lost 8',
    ],
  ],
  [
    '全市行政案件一审收案1286件，同比上升5.7%；二审收案312件，同比下降2.2%。',
    [
      'litigation-received 1286',
      'litigation-growth-rate 5.7',
      'litigation-second-instance 312',
      'litigation-growth-rate 2.2',
    ],
  ],
  [
    '应诉以县政府为被告的案件18件，目前已审结14件，胜诉13件，1件败诉。',
    ['litigation-handled 18', 'litigation-concluded 14', 'litigation-won 13', 'litigation-lost 1'],
  ],
  [
    '2024年，以县级行政机关为被告的行政诉讼案件收案92件，结案85件，行政机关败诉11件，败诉率12.94%。',
    ['litigation-received 92', 'litigation-concluded 85', 'litigation-lost 11', 'litigation-loss-rate 12.94'],
  ],
  [
    '法院判决驳回原告诉讼请求45件，占52.9%；裁定驳回起诉18件，占21.2%；准许撤诉11件，占12.9%。',
    [
      'litigation-supported 45',
      'litigation-category-share 52.9',
      'litigation-dismissed 18',
      'litigation-category-share 21.2',
      'litigation-mediated-withdrawn 11',
      'litigation-mediation-rate 12.9',
    ],
  ],
  [
    '新收一审行政诉讼案件数居前三位的领域是：公安（86件）、资源（71件）、城建（58件）。',
    ['litigation-by-field 86', 'litigation-by-field 71', 'litigation-by-field 58'],
  ],
  [
    '判决结果方面，驳回诉讼请求的203件，驳回起诉的98件，撤销或部分撤销行政行为的21件，确认违法的13件，责令履行法定职责的7件，原告撤诉的88件。',
    [
      'litigation-supported 203',
      'litigation-dismissed 98',
      'litigation-lost 21',
      'litigation-lost 13',
      'litigation-lost 7',
      'litigation-mediated-withdrawn 88',
    ],
  ],
  [
    '行政机关负责人应当出庭95次，因正当理由未出庭2次，实际出庭93次，出庭率97.9%。',
    ['— 95', '— 2', 'litigation-head-appearances 93', 'litigation-head-appearance-rate 97.9'],
  ],
])('行政应诉: %s', (text, expected) => {
  expect(named('行政应诉', text)).toEqual(expected);
});

it.each<[string, string[]]>([
  [
    '全县建立各类人民调解组织328个，其中乡镇调委会18个、村（社区）调委会276个、企事业单位调委会12个、行业性专业性调委会22个，配备人民调解员1462名，其中专职人民调解员186名。',
    [
      'mediation-orgs 328',
      'mediation-orgs-town 18',
      'mediation-orgs-village 276',
      'mediation-orgs-enterprise 12',
      'mediation-orgs-industry 22',
      'mediators 1462',
      'mediators-fulltime 186',
    ],
  ],
  [
    '各类调解组织共调解矛盾纠纷8620件，调解成功8542件，调解成功率99.1%，涉及当事人2.1万人，协议涉及金额1.6亿元。',
    [
      'mediation-handled 8620',
      'mediation-succeeded 8542',
      'mediation-success-rate 99.1',
      '— 21000',
      'mediation-agreement-amount 1.6',
    ],
  ],
  [
    '开展人民调解员业务培训26场次，培训调解员2300余人次，评定等级人民调解员312名。',
    ['mediator-trainings 26', 'mediators-trained 2300', 'mediators-graded 312'],
  ],
  [
    '其中婚姻家庭纠纷1210件、邻里纠纷1560件、房屋宅基地纠纷420件、合同纠纷680件、损害赔偿纠纷530件。',
    [
      'mediation-by-category 1210',
      'mediation-by-category 1560',
      'mediation-by-category 420',
      'mediation-by-category 680',
      'mediation-by-category 530',
    ],
  ],
  [
    '预防矛盾纠纷激化为刑事案件8件，防止群体性上访21件356人。',
    ['disputes-prevented-criminal 8', 'disputes-prevented 21', 'disputes-prevented 356'],
  ],
  [
    '行政调解案件1320件，调解成功1198件，成功率90.8%。',
    [
      'administrative-mediation-accepted 1320',
      'administrative-mediation-succeeded 1198',
      'mediation-success-rate 90.8',
    ],
  ],
  ['全市没有发生一起因调解不当引发的民转刑案件。', ['disputes-escalated 0']],
  [
    '排查各类矛盾隐患5312件，化解5260件，化解率99%；重大矛盾纠纷“零上行”，民转刑案件零发生。',
    ['disputes-found 5312', 'disputes-resolved 5260', 'dispute-resolution-success-rate 99', 'disputes-escalated 0'],
  ],
  [
    '道路交通、医疗、劳动争议、物业等行业性专业性调解组织调解纠纷5210件，涉及金额2.1亿元。',
    ['mediation-handled 5210', 'mediation-agreement-amount 2.1'],
  ],
  [
    '县财政安排人民调解工作经费120万元，兑现调解案件补助1832件、46.3万元。',
    ['mediator-funds-raised 120', 'mediator-subsidy-cases 1832', 'mediator-subsidy-amount 46.3'],
  ],
  [
    '全年人民调解案件总量8216件，同比增长6.2%，其中口头协议6120件，书面协议2096件，协议履行8105件，履行率98.6%。',
    [
      'mediation-handled 8216',
      'mediation-growth-rate 6.2',
      '— 6120',
      'mediation-written-agreements 2096',
      '— 8105',
      'mediation-agreement-performance-rate 98.6',
    ],
  ],
  [
    '人民调解组织参与化解信访积案56件，导入司法确认128件，涉及金额7600余万元。',
    ['mediation-petition 56', 'mediation-judicial-confirmations 128', 'mediation-agreement-amount 7600'],
  ],
  ['全年为人民调解员发放补贴76.2万元，惠及调解员1320人次。', ['mediator-subsidy-amount 76.2', '— 1320']],
  [
    '司法所指导调解纠纷3210件，参与调解疑难纠纷186件，直接调解412件。',
    ['mediation-handled 3210', 'mediation-difficult 186', 'mediation-handled 412'],
  ],
  [
    '全县人民调解委员会完成换届，选聘人民调解员1186名，比上届增加120名，其中大专以上学历占46%。',
    ['mediators 1186', 'mediators-increase 120', '— 46'],
  ],
  [
    '调解案件达成协议涉及金额1.32亿元，当场履行9860万元，履行率74.7%。',
    ['mediation-agreement-amount 1.32', '— 9860', 'mediation-agreement-performance-rate 74.7'],
  ],
])('人民调解: %s', (text, expected) => {
  expect(named('人民调解', text)).toEqual(expected);
});
