import { judicialAdviceFacts } from '@anjuan/cases/judicial-advice';
import { type Metric, metricsOf } from '../metric';
import { all, type Predicate, testsOf } from '../predicate';

const { count, rate } = metricsOf(judicialAdviceFacts, { unit: '件', counts: 'case', scope: 'jurisdiction' });
const { is, known, within } = testsOf(judicialAdviceFacts);
const received = within('received_on');
const judicial = is('advice_kind', 'general', 'norm');
const procuratorial = is('advice_kind', 'procuratorial', 'procuratorial-urgent');
const cite = '适用行政诉讼法解释第一百四十九条；法释〔2023〕11号第八条；检察公益诉讼解释第二十一条';
const sourcesOf = (where: Predicate) =>
  ({
    judicial: { reads: '仅司法建议', where: all(where, judicial) },
    procuratorial: { reads: '仅检察建议', where: all(where, procuratorial) },
  }) as const;

export const judicialAdviceMetrics: readonly Metric[] = [
  count({
    id: 'judicial-advice-received',
    title: '收到司法建议、检察建议',
    on: 'received_on',
    reads: '统计期内收到',
    where: received,
    cite,
    variants: sourcesOf(received),
  }),
  count({
    id: 'judicial-advice-replied',
    title: '回复司法建议、检察建议',
    on: 'replied_on',
    reads: '统计期内书面回复',
    where: within('replied_on'),
    cite,
    variants: sourcesOf(within('replied_on')),
  }),
  rate({
    id: 'judicial-advice-reply-rate',
    title: '司法建议、检察建议回复率',
    on: 'received_on',
    reads: '已回复÷统计期内收到',
    part: all(received, known('replied_on')),
    base: received,
    cite,
    variants: {
      judicial: {
        reads: '仅司法建议',
        part: all(received, judicial, known('replied_on')),
        base: all(received, judicial),
      },
      procuratorial: {
        reads: '仅检察建议',
        part: all(received, procuratorial, known('replied_on')),
        base: all(received, procuratorial),
      },
    },
  }),
];
