import type { Role } from '@anjuan/identity';

/** Who convenes meetings and brings disputes to the table. */
export const coordinators: readonly Role[] = [
  'mediation-officer',
  'reconsideration-officer',
  'reconsideration-head',
  'litigation-officer',
  'organ-head',
  'bureau-head',
];
/** Who may issue and close an order of supervision. */
export const supervisors: readonly Role[] = ['mediation-officer', 'reconsideration-head', 'organ-head', 'bureau-head'];
/** Who groups cases into a series: whoever handles them. */
export const seriesKeepers: readonly Role[] = coordinators.filter((r) => r !== 'bureau-head');
