import { read } from './read';

/** metric value+unit, one a figure. */
const named = (text: string): string[] => read(text).map((one) => `${one.metric} ${one.value}${one.unit}`);

describe('what a passage speaks of', () => {
  test.each<[string, string, string[]]>([
    [
      'a court named in passing behind a figure heads nothing that follows',
      '新收行政复议案件60件，与法院一审、信访部门受理量持平。经调解、和解结案18件，纠错率为9.1%。',
      [
        'reconsideration-received 60件',
        'reconsideration-mediated-settled 18件',
        'reconsideration-direct-correction-rate 9.1%',
      ],
    ],
    [
      'reconsidered, then sued, and none lost',
      '办结行政复议案件52件，复议后起诉的案件4件，暂无败诉；按单位分，市公安局21件，占比40.4%。',
      [
        'reconsideration-concluded 52件',
        'reconsideration-then-sued 4件',
        'reconsideration-then-lost 0件',
        'reconsideration-by-respondent 21件',
        'reconsideration-category-share 40.4%',
      ],
    ],
    [
      'examined is no review of documents',
      '收到行政复议申请40件。经审查，立案受理31件，占收到申请的77.5%；不予受理5件。经审理，维持12件，占受理案件的38.7%。',
      [
        'reconsideration-received 40件',
        'reconsideration-accepted 31件',
        'reconsideration-acceptance-rate 77.5%',
        'reconsideration-not-accepted 5件',
        'reconsideration-upheld 12件',
        'reconsideration-upheld-rate 38.7%',
      ],
    ],
    [
      'seen by outcome, each outcome has its name',
      '受理行政复议案件20件。从审理结果看，维持原行政行为7件，直接纠错3件，另有2件因申请人撤回申请而终止。',
      [
        'reconsideration-accepted 20件',
        'reconsideration-upheld 7件',
        'reconsideration-corrected 3件',
        'reconsideration-withdrawn-voluntary 2件',
      ],
    ],
    [
      'the whole before 中, its outcomes behind 分别为',
      '区政府审结的复议案件90件中直接纠错11件。结果分别为决定撤销6件，责令履职2件，确认违法3件。',
      [
        'reconsideration-concluded 90件',
        'reconsideration-corrected 11件',
        'reconsideration-revoked 6件',
        'reconsideration-ordered-perform 2件',
        'reconsideration-confirmed-illegal 3件',
      ],
    ],
    [
      'respondents told by whose act is contested',
      '收到行政复议申请33件。从被申请人的情况看，不服乡镇政府作出行政行为的9件，不服县政府部门作出具体行政行为的21件，其他3件。',
      [
        'reconsideration-received 33件',
        'reconsideration-by-respondent 9件',
        'reconsideration-by-respondent 21件',
        'reconsideration-by-respondent 3件',
      ],
    ],
    [
      'disputes settled overall is a word of reconsideration',
      '审结行政复议案件70件，矛盾纠纷综合化解率41.5%，同比提高3.2个百分点。',
      [
        'reconsideration-concluded 70件',
        'reconsideration-comprehensive-resolution-rate 41.5%',
        'reconsideration-comprehensive-resolution-rate-pp 3.2个百分点',
      ],
    ],
    [
      'courts in a row share the words behind the last',
      '东城、西山两地受理行政一审案件数分别为120件、95件，东城、西山两地收案数同比分别增长7.5%、2.1%。',
      [
        'litigation-by-court 120件',
        'litigation-by-court 95件',
        'litigation-growth-rate 7.5%',
        'litigation-growth-rate 2.1%',
      ],
    ],
    [
      'fields a suit is about are no suits, and a suit ended is none received',
      '行政诉讼案件涉及20多个领域。法院终结诉讼3件。受理以区政府为被告的行政诉讼案件44件。',
      ['null 20个', 'null 3件', 'litigation-received 44件'],
    ],
    [
      'kinds of dispute divide their whole',
      '调解矛盾纠纷500件（其中家庭纠纷180件、邻里纠纷320件），制止群体性斗殴4件。',
      ['mediation-handled 500件', 'mediation-by-category 180件', 'mediation-by-category 320件', 'null 4件'],
    ],
    [
      'committees of all levels together; villages that have one; stations are none',
      '在乡镇、街道和村、社区建立调委会210个。依托调解委员会在130个村建立工作站。其他调委会4个。',
      ['mediation-orgs 210个', 'null 130个', 'null 4个'],
    ],
    [
      'people who passed through mediation are no disputes',
      '开展人民调解，将35名法律工作者吸纳到调解队伍中，评定三级人民调解员12名，18名调解员获得表彰。',
      ['null 35名', 'mediators-graded 12名', 'null 18名'],
    ],
    [
      'letters and visits together, then apart',
      '2023年受理群众来信来访310件次，较去年同期298件次上升4%；其中来信110件，集体访5批90人次，较去年同期6批。',
      [
        'petitions-handled 310件次',
        'petitions-handled-prior-year 298件次',
        'null 4%',
        'petitions-by-letter 110件',
        'null 5批',
        'null 90人次',
        'null 6批',
      ],
    ],
    ['legal aid without its name', '推进法律援助工作，全年结案85件。', ['legal-aid-cases 85件']],
    [
      'changes in a row belong each to its own',
      '2023年法院受理行政诉讼案件80件（2022年64件），审结72件（2022年60件），同比分别增长25%和20%。',
      [
        'litigation-received 80件',
        'litigation-received-prior-year 64件',
        'litigation-concluded 72件',
        'litigation-concluded-prior-year 60件',
        'litigation-growth-rate 25%',
        'litigation-growth-rate 20%',
      ],
    ],
    [
      'the clause before says what a bare number counts',
      '2023年行政诉讼案件发案量持续增长，已达210件。行政机关败诉率明显下降，降至4.5%。',
      ['litigation-received 210件', 'litigation-loss-rate 4.5%'],
    ],
    [
      'cases of one field are a part, and the classes they fall in count none',
      '办理行政复议案件90件，办理土地管理领域行政复议案件17件，涉及11类行为。',
      ['reconsideration-caseload 90件', 'reconsideration-by-field 17件', 'null 11类'],
    ],
    [
      'who was sued, beside the year before',
      '2023年被告为乡镇政府的案件共计36件（2022年19件），同比增长89.47%，败诉率为10%，较之2022年的12%下降2个百分点。',
      [
        'litigation-by-field 36件',
        'litigation-by-field-prior-year 19件',
        'litigation-category-growth 89.47%',
        'litigation-loss-rate 10%',
        'litigation-loss-rate-prior-year 12%',
        'litigation-loss-rate-pp 2个百分点',
      ],
    ],
    [
      'a share whose part is said but not counted',
      '审结行政复议案件70件。其中：维持原行政机关决定（含驳回）的占62.9%，直接纠错的占11.4%，市公安局占20%。',
      [
        'reconsideration-concluded 70件',
        'reconsideration-upheld-rate 62.9%',
        'reconsideration-direct-correction-rate 11.4%',
        'reconsideration-category-share 20%',
      ],
    ],
    [
      'what follows tells what was accepted; another change is not of the figure before',
      '全县共受理案件260起，成功调处251起，调成率96.5%，法院刑事收案同比下降5.1%，进京访同比下降30%（见表2）。',
      [
        'mediation-accepted 260起',
        'mediation-succeeded 251起',
        'mediation-success-rate 96.5%',
        'null 5.1%',
        'null 30%',
      ],
    ],
    [
      'jurors beside mediators are none',
      '共有专职人民调解员85名，其中退休干部9名，24名人民陪审员。',
      ['mediators-fulltime 85名', 'mediators-fulltime 9名', 'null 24名'],
    ],
  ])('%s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

test('each change in a row hangs on its own figure', () => {
  const figures = read('受理行政诉讼案件80件，审结72件，同比分别增长25%和20%。');
  expect(figures.map((one) => one.of)).toEqual([null, null, 0, 1]);
});
