/** 开庭 and 负责人出庭, counted over instances; the rows of hearing and organ are counted in attendance.ts. */
import { type Metric, withReadings } from '../metric';
import { all } from '../predicate';
import { appearanceReadings } from './attendance';
import { attended, heard, metrics, ownGovernment, ratesOf, scopesOf, tests } from './litigation-words';

const { count, rate } = metrics;
const { flagged } = tests;

const attendance = '最高人民法院关于行政机关负责人出庭应诉若干问题的规定（法释〔2020〕3号）第七条';

export const litigationHearings: readonly Metric[] = [
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
];
