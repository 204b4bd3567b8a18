/**
 * 行政应诉. Every metric says what it counts (the instance, or the suit's file as the chain of its instances) and whose
 * suits: the same year reads 27 files in one county and 47 instances in another.
 */

import { litigationFacts, lostRulings } from '@anjuan/cases/litigation';
import { type Metric, metricsOf, type Variant } from '../metric';
import { all, any, not, type Predicate, testsOf } from '../predicate';
import { appearanceReadings } from './attendance';

const { count, rate, growth, breakdown } = metricsOf(litigationFacts, {
  unit: '件',
  counts: 'instance',
  scope: 'own-government',
});
const { is, flagged, known, within, upToEnd, beforeStart, openAtEnd, openAtStart } = testsOf(litigationFacts);

const ownGovernment = is('defendant', 'own-government');
const departments = is('defendant', 'department');
const allOrgans = known('defendant');
/** A suit's file stands where its newest instance at the end of the window stands; older instances are not counted. */
const newest = all(upToEnd('notified_on'), openAtEnd('followed_on'));
/** 被告、被上诉人、再审被申请人: the side that answers. */
const answering = is('standing', 'sole', 'joint', 'review-sole', 'review-joint', 'appellee', 'retrial-respondent');
const sole = is('standing', 'sole', 'review-sole');
const joint = is('standing', 'joint', 'review-joint');

const received = within('notified_on');
const concluded = within('ruled_on');
const carriedIn = all(beforeStart('notified_on'), openAtStart('ruled_on'));
const pending = all(upToEnd('notified_on'), openAtEnd('ruled_on'));
/** Open at some time in the window. */
const handled = any(received, carriedIn);
const handledFile = all(newest, any(received, carriedIn));
const first = is('instance', 'first');
const second = is('instance', 'second');
const judged = is('ruling_form', 'judgment');
/**
 * 败诉: the set the Shandong High Court publishes (2018), with 履行给付, 协议履行 and 复议决定违法. An unlawful review of a
 * lawful act is lost by the review organ alone, and where the court judged the review decision apart, the review organ
 * loses by that (适用行政诉讼法解释第一百三十六条).
 */
const lostRuling = is('ruling', ...lostRulings.filter((r) => r !== 'reconsideration-unlawful'));
const reviewOrgan = flagged('review_organ');
const lost = any(
  all(is('ruling', 'reconsideration-unlawful'), reviewOrgan),
  all(lostRuling, not(all(reviewOrgan, is('review_ruling', 'kept')))),
  all(reviewOrgan, not(is('ruling', 'appeal-upheld')), is('review_ruling', 'revoked', 'unlawful', 'void')),
);
const settled = is('ruling', 'withdrawn', 'deemed-withdrawn', 'mediated');
const heard = within('heard_on');
const attended = flagged('head_attended');

/** The same list for all organs and for departments alone. */
const scopesOf = (where: Predicate) =>
  ({
    'all-organs': { reads: '本级政府及部门、乡镇街道', scope: 'all-organs', where: all(allOrgans, where) },
    departments: { reads: '部门、乡镇街道', scope: 'departments', where: all(departments, where) },
  }) as const;
const ratesOf = (part: Predicate, base: Predicate) =>
  ({
    'all-organs': {
      reads: '本级政府及部门、乡镇街道',
      scope: 'all-organs',
      part: all(allOrgans, part),
      base: all(allOrgans, base),
    },
    departments: {
      reads: '部门、乡镇街道',
      scope: 'departments',
      part: all(departments, part),
      base: all(departments, base),
    },
  }) as const;

const attendance = '最高人民法院关于行政机关负责人出庭应诉若干问题的规定（法释〔2020〕3号）第七条';
const flow = '行政诉讼法第六十七条；年度报告“新收”“旧存”“审结”';

/** The same metric with readings that another fact sheet answers. */
const withReadings = (metric: Metric, readings: Readonly<Record<string, Variant>>): Metric => ({
  ...metric,
  variants: { ...metric.variants, ...readings, default: metric.variants.default },
});

export const litigationMetrics: readonly Metric[] = [
  count({
    id: 'litigation-received',
    title: '新收行政诉讼案件',
    on: 'notified_on',
    reads: '统计期内收到应诉通知，各审级分别计',
    where: all(ownGovernment, received),
    cite: flow,
    variants: {
      ...scopesOf(received),
      first: { reads: '仅一审', where: all(ownGovernment, received, first) },
      'first-all-organs': {
        reads: '仅一审，本级政府及部门、乡镇街道',
        scope: 'all-organs',
        where: all(allOrgans, received, first),
      },
    },
  }),
  growth({
    id: 'litigation-growth-rate',
    title: '行政诉讼案件同比增长率',
    on: 'notified_on',
    reads: '新收比上年同期，各审级分别计',
    where: ownGovernment,
    cite: '年度报告“同比”',
  }),
  count({
    id: 'litigation-second-instance',
    title: '新收二审行政诉讼案件',
    on: 'notified_on',
    reads: '统计期内收到二审应诉通知',
    where: all(ownGovernment, received, second),
    cite: flow,
    variants: scopesOf(all(received, second)),
  }),
  count({
    id: 'litigation-carried-in',
    title: '旧存行政诉讼案件',
    on: 'notified_on',
    reads: '上年收到、期初未审结，各审级分别计',
    where: all(ownGovernment, carriedIn),
    cite: flow,
    variants: scopesOf(carriedIn),
  }),
  count({
    id: 'litigation-caseload',
    title: '行政诉讼案件（含旧存）',
    on: 'notified_on',
    reads: '新收＋旧存，各审级分别计',
    where: all(ownGovernment, handled),
    cite: flow,
    variants: {
      ...scopesOf(handled),
      first: { reads: '仅一审', where: all(ownGovernment, handled, first) },
    },
  }),
  count({
    id: 'litigation-handled',
    title: '行政应诉案件',
    on: 'notified_on',
    reads: '统计期内在办的案件，一案的各审级合并计，以最新审级为准',
    counts: 'file',
    where: all(ownGovernment, handledFile),
    cite: flow,
    variants: {
      instances: {
        reads: '统计期内在办的审级，本级政府为被告、被上诉人或者再审被申请人',
        counts: 'instance',
        where: all(ownGovernment, answering, handled),
      },
      'files-all-organs': {
        reads: '合并计，本级政府及部门、乡镇街道',
        counts: 'file',
        scope: 'all-organs',
        where: all(allOrgans, handledFile),
      },
      'instances-all-organs': {
        reads: '各审级分别计，本级政府及部门、乡镇街道为被告、被上诉人或者再审被申请人',
        counts: 'instance',
        scope: 'all-organs',
        where: all(allOrgans, answering, handled),
      },
    },
  }),
  count({
    id: 'litigation-concluded',
    title: '审结行政诉讼案件',
    on: 'ruled_on',
    reads: '统计期内审结、截止日未进入下一审级的案件，各审级合并计',
    counts: 'file',
    where: all(ownGovernment, newest, concluded),
    cite: flow,
    variants: {
      instances: { reads: '统计期内审结的审级', counts: 'instance', where: all(ownGovernment, concluded) },
      'instances-departments': {
        reads: '各审级分别计，部门、乡镇街道',
        counts: 'instance',
        scope: 'departments',
        where: all(departments, concluded),
      },
      first: { reads: '统计期内审结的一审', counts: 'instance', where: all(ownGovernment, concluded, first) },
      'files-all-organs': {
        reads: '合并计，本级政府及部门、乡镇街道',
        counts: 'file',
        scope: 'all-organs',
        where: all(allOrgans, newest, concluded),
      },
      'instances-all-organs': {
        reads: '各审级分别计，本级政府及部门、乡镇街道',
        counts: 'instance',
        scope: 'all-organs',
        where: all(allOrgans, concluded),
      },
    },
  }),
  count({
    id: 'litigation-concluded-second',
    title: '审结二审行政诉讼案件',
    on: 'ruled_on',
    reads: '统计期内审结的二审',
    where: all(ownGovernment, concluded, second),
    cite: flow,
    variants: scopesOf(all(concluded, second)),
  }),
  count({
    id: 'litigation-pending',
    title: '未审结行政诉讼案件',
    on: 'notified_on',
    reads: '统计截止日未审结，以最新审级计',
    counts: 'file',
    where: all(ownGovernment, newest, pending),
    cite: flow,
    variants: {
      ...scopesOf(all(newest, pending)),
      instances: { reads: '统计截止日未审结的审级', counts: 'instance', where: all(ownGovernment, pending) },
      'instances-all-organs': {
        reads: '各审级分别计，本级政府及部门、乡镇街道',
        counts: 'instance',
        scope: 'all-organs',
        where: all(allOrgans, pending),
      },
      'instances-departments': {
        reads: '各审级分别计，部门、乡镇街道',
        counts: 'instance',
        scope: 'departments',
        where: all(departments, pending),
      },
    },
  }),
  count({
    id: 'litigation-pending-first-instance',
    title: '现处于一审阶段',
    on: 'notified_on',
    reads: '统计截止日一审未审结',
    counts: 'file',
    where: all(ownGovernment, newest, pending, first),
    cite: flow,
    variants: scopesOf(all(newest, pending, first)),
  }),
  count({
    id: 'litigation-pending-second-instance',
    title: '现处于二审阶段',
    on: 'notified_on',
    reads: '统计截止日二审未审结',
    counts: 'file',
    where: all(ownGovernment, newest, pending, second),
    cite: flow,
    variants: scopesOf(all(newest, pending, second)),
  }),
  rate({
    id: 'litigation-conclusion-rate',
    title: '行政诉讼结案率',
    on: 'ruled_on',
    reads: '审结÷（新收＋旧存），各审级分别计',
    part: all(ownGovernment, concluded),
    base: all(ownGovernment, handled),
    cite: flow,
    variants: ratesOf(concluded, handled),
  }),
  rate({
    id: 'litigation-clearance-ratio',
    title: '行政诉讼结收比',
    on: 'ruled_on',
    reads: '审结÷新收，可超过100%',
    part: all(ownGovernment, concluded),
    base: all(ownGovernment, received),
    cite: flow,
    variants: ratesOf(concluded, received),
  }),
  count({
    id: 'litigation-sole-defendant',
    title: '单独被告',
    on: 'notified_on',
    reads: '统计期内新收，单独被告',
    where: all(ownGovernment, received, sole),
    cite: '行政诉讼法第二十六条',
    variants: scopesOf(all(received, sole)),
  }),
  count({
    id: 'litigation-joint-defendant',
    title: '共同被告',
    on: 'notified_on',
    reads: '统计期内新收，共同被告',
    where: all(ownGovernment, received, joint),
    cite: '行政诉讼法第二十六条第二款',
    variants: scopesOf(all(received, joint)),
  }),
  breakdown({
    id: 'litigation-by-matter',
    title: '新收行政诉讼案件（按案由）',
    on: 'notified_on',
    reads: '已分类的合计，各审级分别计',
    by: 'cause',
    where: all(ownGovernment, received),
    cite: '关于行政案件案由的暂行规定',
  }),
  count({
    id: 'litigation-heard',
    title: '开庭审理',
    on: 'heard_on',
    reads: '统计期内首次开庭的审级',
    where: all(ownGovernment, heard),
    cite: '行政诉讼法第五十四条',
    variants: scopesOf(heard),
  }),
  count({
    id: 'litigation-head-appearances',
    title: '负责人出庭应诉',
    on: 'heard_on',
    reads: '统计期内开庭、负责人出庭，每审级计一次',
    where: all(ownGovernment, heard, attended),
    cite: attendance,
    variants: scopesOf(all(heard, attended)),
  }),
  withReadings(
    rate({
      id: 'litigation-head-appearance-rate',
      title: '行政机关负责人出庭应诉率',
      on: 'heard_on',
      reads: '负责人出庭的审级÷开庭审理的审级；无开庭的不计',
      part: all(ownGovernment, heard, attended),
      base: all(ownGovernment, heard),
      cite: attendance,
      variants: {
        ...ratesOf(all(heard, attended), heard),
        called: {
          reads: '负责人出庭的审级÷法院书面通知负责人出庭的审级',
          part: all(ownGovernment, heard, flagged('head_called'), attended),
          base: all(ownGovernment, heard, flagged('head_called')),
        },
      },
    }),
    appearanceReadings,
  ),
  count({
    id: 'litigation-lost',
    definition: 2,
    title: '败诉',
    on: 'ruled_on',
    reads: '统计期内审结的审级中败诉的',
    where: all(ownGovernment, concluded, lost),
    cite: '山东省高级人民法院2018年行政审判白皮书；行政诉讼法第七十条至第七十八条',
    variants: {
      ...scopesOf(all(concluded, lost)),
      first: { reads: '仅一审', where: all(ownGovernment, concluded, first, lost) },
      final: {
        reads: '生效裁判败诉，以截止日最新审级计',
        counts: 'file',
        where: all(ownGovernment, newest, within('effective_on'), lost),
      },
    },
  }),
  rate({
    id: 'litigation-loss-rate',
    definition: 2,
    title: '行政诉讼败诉率',
    on: 'ruled_on',
    reads: '一审败诉÷一审审结',
    part: all(ownGovernment, concluded, first, lost),
    base: all(ownGovernment, concluded, first),
    cite: '山东省高级人民法院2018年行政审判白皮书（2683÷审结一审）',
    variants: {
      ...ratesOf(all(concluded, first, lost), all(concluded, first)),
      judgments: {
        reads: '一审败诉÷一审判决结案',
        part: all(ownGovernment, concluded, first, judged, lost),
        base: all(ownGovernment, concluded, first, judged),
      },
      'sole-defendant': {
        reads: '单独被告：一审败诉÷一审审结',
        part: all(ownGovernment, concluded, first, sole, lost),
        base: all(ownGovernment, concluded, first, sole),
      },
      'all-instances': {
        reads: '败诉÷审结，各审级分别计',
        part: all(ownGovernment, concluded, lost),
        base: all(ownGovernment, concluded),
      },
    },
  }),
  count({
    id: 'litigation-supported',
    title: '支持行政行为',
    on: 'ruled_on',
    reads: '驳回诉讼请求',
    where: all(ownGovernment, concluded, is('ruling', 'claims-rejected')),
    cite: '行政诉讼法第六十九条',
    variants: scopesOf(all(concluded, is('ruling', 'claims-rejected'))),
  }),
  count({
    id: 'litigation-dismissed',
    title: '不予立案、驳回起诉',
    on: 'ruled_on',
    reads: '不予立案，驳回起诉',
    where: all(ownGovernment, concluded, is('ruling', 'not-docketed', 'dismissed-suit')),
    cite: '行政诉讼法第五十一条；法释〔2018〕1号第六十九条',
    variants: scopesOf(all(concluded, is('ruling', 'not-docketed', 'dismissed-suit'))),
  }),
  count({
    id: 'litigation-mediated-withdrawn',
    title: '调解、撤诉结案',
    on: 'ruled_on',
    reads: '准许撤诉、按撤诉处理、行政调解书',
    where: all(ownGovernment, concluded, settled),
    cite: '行政诉讼法第五十八条、第六十条、第六十二条',
    variants: scopesOf(all(concluded, settled)),
  }),
  rate({
    id: 'litigation-mediation-rate',
    title: '行政诉讼调撤率',
    on: 'ruled_on',
    reads: '（调解＋撤诉）÷审结，各审级分别计',
    part: all(ownGovernment, concluded, settled),
    base: all(ownGovernment, concluded),
    cite: '行政诉讼法第五十八条、第六十条、第六十二条',
    variants: ratesOf(all(concluded, settled), concluded),
  }),
  count({
    id: 'litigation-won',
    title: '胜诉',
    on: 'ruled_on',
    reads: '统计期内审结，裁判结果对本机关为胜诉的审级',
    where: all(ownGovernment, concluded, is('result', 'won')),
    cite: '行政诉讼法第六十九条；适用行政诉讼法解释第一百三十六条；年度报告“均已审结并胜诉”',
    variants: scopesOf(all(concluded, is('result', 'won'))),
  }),
  count({
    id: 'reconsideration-then-lost',
    title: '复议后败诉',
    on: 'ruled_on',
    reads: '经过行政复议，统计期内审结的审级中败诉的',
    where: all(ownGovernment, concluded, flagged('after_reconsideration'), lost),
    cite: '行政诉讼法第二十六条；年度报告“复议后败诉”',
    variants: scopesOf(all(concluded, flagged('after_reconsideration'), lost)),
  }),
  count({
    id: 'litigation-appealed',
    title: '提起上诉',
    on: 'appealed_on',
    reads: '统计期内提起上诉的审级，不论何方上诉',
    where: all(ownGovernment, within('appealed_on')),
    cite: '行政诉讼法第八十五条',
    variants: {
      ...scopesOf(within('appealed_on')),
      'by-us': { reads: '我方上诉', where: all(ownGovernment, within('appealed_on'), flagged('appealed_by_us')) },
      'by-others': {
        reads: '对方或者第三人上诉',
        where: all(ownGovernment, within('appealed_on'), flagged('appealed_by_others')),
      },
    },
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
    id: 'litigation-case-reviews',
    title: '败诉案件复盘分析',
    on: 'analysed_on',
    reads: '统计期内作出败诉分析的审级',
    where: all(ownGovernment, within('analysed_on')),
    cite: '年度报告“复盘”',
    variants: scopesOf(within('analysed_on')),
  }),
  count({
    id: 'litigation-backlog-mediated',
    title: '化解行政应诉积案',
    on: 'ruled_on',
    reads: '列为积案，统计期内以调解或者撤诉审结，各审级合并计',
    unit: '起',
    counts: 'file',
    where: all(ownGovernment, newest, concluded, settled, known('backlog_since')),
    cite: '行政诉讼法第六十条；年度报告“成功调解政府行政应诉积案”',
    variants: scopesOf(all(newest, concluded, settled, known('backlog_since'))),
  }),
];
