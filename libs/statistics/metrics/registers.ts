/** 登记簿: what stands at the cut-off, and what was done in the window. Sweeps and the disputes they found are counted apart. */
import {
  committees,
  experts,
  foundDisputes,
  institutions,
  mediatorGrades,
  mediators,
  points,
  reconsiderationCommitteeSheet,
  screenings,
  servicePointSheet,
  trainings,
} from '@anjuan/registers';
import { type Metric, metricsOf, type Unit } from '../metric';
import { all, any, type Predicate, testsOf } from '../predicate';

const habit = (unit: Unit) => ({ unit, counts: 'entry', scope: 'jurisdiction' }) as const;
const law = (articles: string): string => `人民调解法${articles}`;

const orgs = metricsOf(committees.sheet, habit('个'));
const org = testsOf(committees.sheet);
const standing = all(org.upToEnd('established_on'), org.openAtEnd('dissolved_on'));
const newly = org.within('established_on');
const committeesOf = (id: string, title: string, which: Predicate | null, reads: string, articles: string): Metric => {
  const of = (p: Predicate) => (which === null ? p : all(p, which));
  return orgs.count({
    id,
    title,
    on: 'established_on',
    reads: `统计截止日在册，${reads}`,
    where: of(standing),
    cite: law(articles),
    variants: { established: { reads: `统计期内新设，${reads}`, where: of(newly) } },
  });
};

const person = metricsOf(mediators.sheet, habit('人'));
const { is, upToEnd, openAtEnd, within } = testsOf(mediators.sheet);
const serving = all(upToEnd('appointed_on'), openAtEnd('left_on'));

const pool = metricsOf(experts.sheet, habit('人'));
const expert = testsOf(experts.sheet);
const inPool = all(expert.upToEnd('listed_on'), expert.openAtEnd('left_on'));

const graded = testsOf(mediatorGrades.sheet);
const course = testsOf(trainings.sheet);
const sweep = testsOf(screenings.sheet);
const found = testsOf(foundDisputes.sheet);
const place = testsOf(points.sheet);
const served = testsOf(servicePointSheet);
const open = all(place.upToEnd('opened_on'), place.openAtEnd('closed_on'));
const gold = place.upToEnd('gold_on');

const places = metricsOf(points.sheet, habit('个'));
const house = testsOf(institutions.sheet);
const committee = testsOf(reconsiderationCommitteeSheet);
const sweeps = metricsOf(screenings.sheet, habit('次'));
const courses = metricsOf(trainings.sheet, habit('场'));

export const registerMetrics: readonly Metric[] = [
  committeesOf('mediation-orgs', '人民调解委员会', null, '各类合计', '第八条、第十条、第三十四条'),
  committeesOf('mediation-orgs-village', '村(社区)调委会', org.is('kind', 'village'), '村(社区)', '第八条'),
  committeesOf('mediation-orgs-town', '乡镇(街道)调委会', org.is('kind', 'town'), '乡镇(街道)', '第三十四条'),
  committeesOf('mediation-orgs-enterprise', '企事业单位调委会', org.is('kind', 'enterprise'), '企事业单位', '第八条'),
  committeesOf(
    'mediation-orgs-industry',
    '行业性、专业性调委会',
    org.is('kind', 'industry'),
    '行业性、专业性',
    '第三十四条',
  ),
  orgs.breakdown({
    id: 'mediation-orgs-by-kind',
    title: '人民调解委员会（按类型）',
    on: 'established_on',
    reads: '统计截止日在册的合计',
    by: 'kind',
    where: standing,
    cite: law('第八条、第三十四条'),
  }),
  orgs.count({
    id: 'mediation-orgs-industry-new',
    title: '新设行业性、专业性调委会',
    on: 'established_on',
    reads: '统计期内新设',
    where: all(newly, org.is('kind', 'industry')),
    cite: law('第三十四条'),
  }),
  person.count({
    id: 'mediators',
    title: '人民调解员',
    on: 'appointed_on',
    reads: '统计截止日在任',
    where: serving,
    cite: law('第十三条'),
    variants: {
      elected: { reads: '统计截止日在任，推选产生的委员', where: all(serving, is('engaged', 'elected')) },
      appointed: { reads: '统计期内新任', where: within('appointed_on') },
    },
  }),
  person.count({
    id: 'mediators-fulltime',
    title: '专职人民调解员',
    on: 'appointed_on',
    reads: '统计截止日在任，专职',
    where: all(serving, is('employment', 'full-time')),
    cite: law('第十三条'),
  }),
  person.count({
    id: 'mediation-team',
    title: '人民调解队伍',
    on: 'appointed_on',
    reads: '统计截止日在任的人民调解员，加在库的调解专家',
    where: serving,
    also: pool.measure(inPool),
    cite: law('第十三条、第二十条'),
    verified: 'I',
    variants: {
      'full-time': {
        reads: '专职人民调解员，加在库的调解专家',
        where: all(serving, is('employment', 'full-time')),
        also: pool.measure(inPool),
      },
    },
  }),
  pool.count({
    id: 'mediation-experts',
    title: '调解专家',
    on: 'listed_on',
    reads: '统计截止日在库',
    where: inPool,
    cite: law('第二十条'),
  }),
  metricsOf(mediatorGrades.sheet, habit('人')).count({
    id: 'mediators-graded',
    title: '等级人民调解员',
    on: 'graded_on',
    reads: '统计截止日持有等级；一人同时只有一个等级',
    where: all(graded.upToEnd('graded_on'), graded.openAtEnd('ended_on')),
    cite: '各地人民调解员等级评定办法',
    variants: {
      highest: {
        reads: '统计截止日持有一级',
        where: all(graded.upToEnd('graded_on'), graded.openAtEnd('ended_on'), graded.is('grade', 'first')),
      },
      awarded: { reads: '统计期内评定', where: graded.within('graded_on') },
    },
  }),
  courses.count({
    id: 'mediator-trainings',
    title: '人民调解员培训',
    on: 'held_on',
    reads: '统计期内举办',
    where: course.within('held_on'),
    cite: law('第十四条'),
  }),
  courses.sum({
    id: 'mediators-trained',
    title: '培训人民调解员',
    on: 'held_on',
    reads: '统计期内举办的培训，参训人次合计',
    unit: '人次',
    sum: 'people_count',
    where: course.within('held_on'),
    cite: law('第十四条'),
  }),
  sweeps.count({
    id: 'dispute-screenings',
    title: '矛盾纠纷排查',
    on: 'swept_on',
    reads: '统计期内排查次数，含零报告；与发现的纠纷件数分别统计',
    where: sweep.within('swept_on'),
    cite: '年度报告“排查”',
    variants: {
      'zero-report': { reads: '零报告次数', where: all(sweep.within('swept_on'), sweep.is('result', 'none')) },
      found: { reads: '发现纠纷的排查次数', where: all(sweep.within('swept_on'), sweep.is('result', 'found')) },
    },
  }),
  metricsOf(foundDisputes.sheet, habit('件')).count({
    id: 'disputes-found',
    title: '排查发现矛盾纠纷',
    on: 'found_on',
    reads: '统计期内排查发现',
    where: found.within('found_on'),
    cite: '年度报告“排查发现”',
    variants: {
      'turned-into-cases': {
        reads: '统计期内排查发现，已转为调解案件',
        where: all(found.within('found_on'), found.is('handling', 'case')),
      },
      settled: {
        reads: '统计期内排查发现，当场化解或者已转为调解案件',
        where: all(found.within('found_on'), any(found.is('handling', 'on-spot'), found.is('handling', 'case'))),
      },
    },
  }),
  places.count({
    id: 'source-governance-stations',
    title: '诉源治理工作站',
    on: 'opened_on',
    reads: '统计截止日在用',
    where: all(open, place.is('kind', 'source-governance')),
    cite: '年度报告“诉源治理工作站”',
    variants: {
      opened: {
        reads: '统计期内设立',
        where: all(place.within('opened_on'), place.is('kind', 'source-governance')),
      },
    },
  }),
  places.count({
    id: 'mediation-gold-studios',
    title: '金牌调解工作室',
    on: 'gold_on',
    reads: '统计期内获评',
    where: all(place.within('gold_on'), open),
    cite: '年度报告“金牌调解工作室”',
    variants: { standing: { reads: '统计截止日在用并已获评', where: all(gold, open) } },
  }),
  places.count({
    id: 'mediation-personal-studios',
    title: '个人调解工作室',
    on: 'opened_on',
    reads: '统计截止日在用',
    where: all(open, place.is('kind', 'studio')),
    cite: '年度报告“个人调解工作室”',
  }),
  places.count({
    id: 'dispute-resolution-centres',
    title: '矛盾纠纷调解中心',
    on: 'opened_on',
    reads: '统计截止日在用',
    where: all(open, place.is('kind', 'centre')),
    cite: '年度报告“矛盾纠纷多元化解中心”',
    variants: {
      opened: { reads: '统计期内设立', where: all(place.within('opened_on'), place.is('kind', 'centre')) },
    },
  }),
  metricsOf(institutions.sheet, habit('个')).count({
    id: 'justice-offices',
    title: '司法所',
    on: 'established_on',
    reads: '统计截止日在册',
    where: all(house.upToEnd('established_on'), house.openAtEnd('dissolved_on'), house.is('kind', 'justice-office')),
    cite: '年度报告“司法所”',
    variants: {
      established: {
        reads: '统计期内新设',
        where: all(house.within('established_on'), house.is('kind', 'justice-office')),
      },
    },
  }),
  metricsOf(reconsiderationCommitteeSheet, habit('个')).count({
    id: 'reconsideration-committees',
    title: '行政复议委员会',
    on: 'established_on',
    reads: '统计截止日在册',
    where: all(
      committee.upToEnd('established_on'),
      committee.openAtEnd('dissolved_on'),
      committee.is('kind', 'reconsideration-committee'),
    ),
    cite: '行政复议法（2023）第五十二条',
  }),
  metricsOf(servicePointSheet, habit('个')).count({
    id: 'reconsideration-service-points',
    title: '行政复议便民服务点',
    on: 'opened_on',
    reads: '统计截止日在用',
    where: all(
      served.upToEnd('opened_on'),
      served.openAtEnd('closed_on'),
      served.is('kind', 'reconsideration-service'),
    ),
    cite: '年度报告“行政复议便民服务点”',
  }),
];
