/** 矛盾纠纷: shares of their types, what became of those that threatened to escalate. */
import { mediationFacts } from '@anjuan/cases/mediation';
import { foundDisputes } from '@anjuan/registers';
import { type Metric, metricsOf, withReadings } from '../metric';
import { all, testsOf } from '../predicate';

const { count, rate, sum, readingsOf } = metricsOf(mediationFacts, {
  unit: '件',
  counts: 'case',
  scope: 'jurisdiction',
});
const { is, known, within } = testsOf(mediationFacts);
const finds = metricsOf(foundDisputes.sheet, { unit: '件', counts: 'entry', scope: 'jurisdiction' });
const found = testsOf(foundDisputes.sheet);

const accepted = within('accepted_on');
const prevented = within('prevented_on');
const ofCrime = all(prevented, is('prevention', 'criminal'));
const settledOnSpot = all(found.within('found_on'), found.is('handling', 'on-spot'));
const prevention = '人民调解法第二十五条；年度报告“防止民转刑”';

export const disputeMetrics: readonly Metric[] = [
  rate({
    id: 'mediation-category-share',
    title: '受理矛盾纠纷分类占比',
    on: 'accepted_on',
    reads: '已登记纠纷类型的÷受理；各类占比之和',
    part: all(accepted, known('dispute_type')),
    base: accepted,
    cite: '年度报告分类表',
    variants: readingsOf([{ by: 'dispute_type' }], (chosen) => ({ part: all(accepted, chosen), base: accepted })),
  }),
  count({
    id: 'disputes-escalated',
    title: '激化的矛盾纠纷',
    on: 'escalated_on',
    reads: '统计期内民转刑、引发群体性事件或者越级集体上访',
    where: within('escalated_on'),
    cite: '年度报告“无民转刑案件”',
    verified: 'I',
  }),
  finds.count({
    id: 'disputes-prevented',
    title: '预防矛盾纠纷',
    on: 'found_on',
    reads: '统计期内排查发现、当场化解，没有成为调解案件的',
    where: settledOnSpot,
    cite: '人民调解法第五条、第二十五条；年度报告“预防纠纷”',
    verified: 'I',
    variants: {
      threatening: {
        reads: '其中有激化苗头或者可能激化的',
        where: all(settledOnSpot, found.is('risk', 'medium', 'high')),
      },
    },
  }),
  withReadings(
    count({
      id: 'disputes-prevented-criminal',
      title: '防止民转刑',
      on: 'prevented_on',
      reads: '统计期内登记防止民间纠纷转化为刑事案件的调解案件',
      where: ofCrime,
      cite: prevention,
      verified: 'I',
      variants: { any: { reads: '统计期内登记防止激化的调解案件，不论何种情形', where: prevented } },
    }),
    {
      people: sum({
        id: 'disputes-prevented-criminal',
        title: '防止民转刑',
        on: 'prevented_on',
        reads: '统计期内防止民转刑的案件涉及的人数',
        unit: '人',
        sum: 'prevented_people',
        where: ofCrime,
        cite: prevention,
      }).variants.default,
    },
  ),
];
