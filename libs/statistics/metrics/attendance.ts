/** 负责人出庭, counted over the rows of hearing and organ; every reading says which of the two it counts. */
import { attendanceLines } from '@anjuan/cases/litigation';
import { type Metric, metricsOf, type Variant } from '../metric';
import { all, not, type Predicate, testsOf } from '../predicate';

const { count, rate } = metricsOf(attendanceLines, { unit: '件', counts: 'organ', scope: 'own-government' });
const { is, flagged, known, within } = testsOf(attendanceLines);

const cite = '最高人民法院关于行政机关负责人出庭应诉若干问题的规定（法释〔2020〕3号）第二条、第七条、第十一条';
const own = is('whose', 'own-government');
const departments = is('whose', 'department');
const allOrgans = known('whose');
/** Every hearing in open court, whatever was owed; an organ with a file of its own is counted there. */
const hearings = all(within('hearing_on'), flagged('open_court'), not(flagged('filed_apart')));
const came = flagged('attended');
/** One row for each organ and instance. */
const once = all(within('hearing_on'), flagged('counted'));

const everyone = (where: Predicate) =>
  ({
    'all-organs': { reads: '本级政府及部门、乡镇街道', scope: 'all-organs', where: all(allOrgans, where) },
    departments: { reads: '部门、乡镇街道', scope: 'departments', where: all(departments, where) },
  }) as const;

const byRow = rate({
  id: 'litigation-head-appearance-rate',
  title: '行政机关负责人出庭应诉率',
  on: 'hearing_on',
  reads: '负责人出庭的场次÷公开开庭的场次',
  counts: 'hearing',
  part: all(own, hearings, came),
  base: all(own, hearings),
  cite,
  variants: {
    'per-hearing-all-organs': {
      reads: '负责人出庭的场次÷公开开庭的场次，各被告机关分别计',
      counts: 'hearing',
      scope: 'all-organs',
      part: all(allOrgans, hearings, came),
      base: all(allOrgans, hearings),
    },
    owed: {
      reads: '负责人出庭的场次÷应当出庭的场次（已出庭一次、法院未再次通知的不计）',
      counts: 'hearing',
      part: all(own, hearings, flagged('owed'), came),
      base: all(own, hearings, flagged('owed')),
    },
    'per-organ': {
      reads: '负责人出庭的机关÷开庭审理的被告机关，每机关每审级计一次，共同被告分别计',
      scope: 'all-organs',
      part: all(allOrgans, once, came),
      base: all(allOrgans, once),
    },
  },
});

/** Readings of the appearance rate that only the rows can answer; they join those that files answer. */
export const appearanceReadings: Readonly<Record<string, Variant>> = (() => {
  const { default: perHearing, ...others } = byRow.variants;
  return { 'per-hearing': perHearing, ...others };
})();

export const attendanceMetrics: readonly Metric[] = [
  count({
    id: 'litigation-principal-head-appearances',
    title: '正职负责人出庭应诉',
    on: 'hearing_on',
    reads: '统计期内正职负责人出庭，每机关每审级计一次',
    where: all(own, once, came, is('head_rank', 'principal')),
    cite,
    variants: everyone(all(once, came, is('head_rank', 'principal'))),
  }),
  rate({
    id: 'litigation-head-spoke-rate',
    title: '行政机关负责人出庭发声率',
    on: 'hearing_on',
    reads: '负责人发声的场次÷负责人出庭的场次',
    counts: 'hearing',
    part: all(own, hearings, came, flagged('spoke')),
    base: all(own, hearings, came),
    cite,
    variants: {
      'all-organs': {
        reads: '本级政府及部门、乡镇街道',
        counts: 'hearing',
        scope: 'all-organs',
        part: all(allOrgans, hearings, came, flagged('spoke')),
        base: all(allOrgans, hearings, came),
      },
      departments: {
        reads: '部门、乡镇街道',
        counts: 'hearing',
        scope: 'departments',
        part: all(departments, hearings, came, flagged('spoke')),
        base: all(departments, hearings, came),
      },
    },
  }),
  rate({
    id: 'litigation-head-absence-proved-rate',
    title: '负责人未出庭说明率',
    on: 'hearing_on',
    reads: '有印章或者主要负责人签字证明的÷应当出庭而未出庭的场次',
    counts: 'hearing',
    part: all(own, hearings, flagged('owed'), not(came), is('absence_proof', 'seal', 'signature')),
    base: all(own, hearings, flagged('owed'), not(came)),
    cite: '最高人民法院关于行政机关负责人出庭应诉若干问题的规定（法释〔2020〕3号）第八条、第九条',
  }),
];
