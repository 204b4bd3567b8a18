/** 行政应诉: suits told apart by field, court and category, and what is done for a suit and after a lost one. */
import { supervisionFacts } from '@anjuan/coordination';
import { type Metric, metricsOf, withReadings } from '../metric';
import { all, any, type Predicate, testsOf } from '../predicate';
import { allOrgans, concluded, lost, metrics, ownGovernment, received, scopesOf, tests } from './litigation-words';

const { count, rate, breakdown, sum, readingsOf } = metrics;
const { is, flagged, known, within } = tests;
const orders = metricsOf(supervisionFacts, { unit: '件', counts: 'case', scope: 'all-organs' });
const ofOrders = testsOf(supervisionFacts);

const reported = '年度报告分类表';
const accountable = within('accountable_on');
const represented = within('represented_on');
const byOurOwn = is('represented_by', 'bureau-staff', 'public-lawyer');
const reminded = all(
  ofOrders.within('issued_on'),
  ofOrders.is('concerns', 'litigation'),
  ofOrders.is('ground', 'rectification'),
);
/** The total of a family for all organs; told apart by its dimension. */
const everyOrgan = (where: Predicate) =>
  ({
    'all-organs': {
      reads: '已分类的合计，本级政府及部门、乡镇街道',
      scope: 'all-organs',
      where: all(allOrgans, where),
    },
  }) as const;

export const litigationSplits: readonly Metric[] = [
  breakdown({
    id: 'litigation-by-matter',
    title: '新收行政诉讼案件（按案由）',
    on: 'notified_on',
    reads: '已分类的合计，各审级分别计',
    by: 'cause',
    where: all(ownGovernment, received),
    cite: '关于行政案件案由的暂行规定',
  }),
  breakdown({
    id: 'litigation-by-field',
    title: '新收行政诉讼案件（按行政管理领域）',
    on: 'notified_on',
    reads: '已分类的合计，各审级分别计',
    by: 'field',
    where: all(ownGovernment, received),
    cite: reported,
    variants: everyOrgan(all(received, known('field'))),
  }),
  breakdown({
    id: 'litigation-by-court',
    title: '新收行政诉讼案件（按受诉法院）',
    on: 'notified_on',
    reads: '已登记法院层级的合计，各审级分别计；可以按受诉法院分解',
    by: 'court_level',
    where: all(ownGovernment, received),
    cite: reported,
    variants: everyOrgan(all(received, known('court_level'))),
  }),
  rate({
    id: 'litigation-category-share',
    title: '新收行政诉讼案件分类占比',
    on: 'notified_on',
    reads: '已登记案由的÷新收，各审级分别计；各类占比之和',
    part: all(ownGovernment, received, known('cause')),
    base: all(ownGovernment, received),
    cite: reported,
    variants: readingsOf(
      [
        { by: 'cause', prefix: 'cause' },
        { by: 'field', prefix: 'field' },
        { by: 'court_level', prefix: 'court' },
      ],
      (chosen) => ({ part: all(ownGovernment, received, chosen), base: all(ownGovernment, received) }),
    ),
  }),
  breakdown({
    id: 'litigation-lost-by-field',
    title: '败诉（按行政管理领域）',
    on: 'ruled_on',
    reads: '统计期内败诉、已登记行政管理领域的审级',
    by: 'field',
    where: all(ownGovernment, concluded, lost),
    cite: reported,
    variants: everyOrgan(all(concluded, lost, known('field'))),
  }),
  breakdown({
    id: 'litigation-lost-by-reason',
    title: '败诉原因',
    on: 'ruled_on',
    reads: '统计期内败诉、已登记败诉原因的审级',
    by: 'loss_reason',
    where: all(ownGovernment, concluded, lost),
    cite: '行政诉讼法第七十条、第七十二条',
  }),
  count({
    id: 'litigation-lost-series',
    title: '系列案件败诉',
    on: 'ruled_on',
    reads: '统计期内败诉的审级中属于系列案件的',
    where: all(ownGovernment, concluded, lost, flagged('in_series')),
    cite: reported,
    variants: scopesOf(all(concluded, lost, flagged('in_series'))),
  }),
  count({
    id: 'litigation-transferred',
    title: '法院移送其他法院',
    on: 'transferred_on',
    reads: '统计期内由受诉法院移送其他法院的审级',
    where: all(ownGovernment, within('transferred_on')),
    cite: '行政诉讼法第二十二条',
    variants: scopesOf(within('transferred_on')),
  }),
  count({
    id: 'litigation-represented',
    title: '代理出庭',
    on: 'represented_on',
    reads: '统计期内首次由司法行政机关工作人员或者公职律师代理出庭的审级',
    where: all(ownGovernment, represented, byOurOwn),
    cite: '行政诉讼法第三条第三款；年度报告“代理出庭”',
    verified: 'I',
    variants: {
      ...scopesOf(all(represented, byOurOwn)),
      staff: {
        reads: '含被诉机关工作人员代理出庭',
        where: all(ownGovernment, represented, any(byOurOwn, is('represented_by', 'organ-staff'))),
      },
    },
  }),
  count({
    id: 'litigation-case-reviews',
    title: '败诉案件复盘分析',
    on: 'analysed_on',
    reads: '统计期内作出败诉分析的审级',
    where: all(ownGovernment, within('analysed_on')),
    cite: '年度报告“复盘”',
    variants: scopesOf(within('analysed_on')),
  }),
  withReadings(
    count({
      id: 'litigation-accountability-cases',
      title: '败诉案件追责',
      on: 'accountable_on',
      reads: '统计期内首次追责的败诉审级',
      where: all(ownGovernment, accountable),
      cite: '关于加强和改进行政应诉工作的意见（国办发〔2016〕54号）',
      verified: 'M',
      variants: scopesOf(accountable),
    }),
    {
      people: sum({
        id: 'litigation-accountability-cases',
        title: '败诉案件追责',
        on: 'accountable_on',
        reads: '统计期内首次追责的案件中被追责的人数',
        unit: '人',
        sum: 'accountable_people',
        where: all(ownGovernment, accountable),
        cite: '关于加强和改进行政应诉工作的意见（国办发〔2016〕54号）',
      }).variants.default,
    },
  ),
  orders.count({
    id: 'litigation-rectification-notices',
    title: '败诉督改提醒',
    on: 'issued_on',
    reads: '统计期内在行政应诉案件下以败诉整改为由发出的督办单，每次计一件',
    where: reminded,
    cite: '政府督查工作条例第二十条；年度报告“督改提醒”',
    verified: 'M',
    variants: {
      replied: {
        reads: '其中统计截止日前已答复的',
        where: all(reminded, ofOrders.upToEnd('replied_on')),
      },
    },
  }),
];
