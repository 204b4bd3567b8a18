/** A class within a class: 市场监管领域投诉举报13件 cannot outnumber all 投诉举报12件 of the same cases. */

import type { Figure, Finding } from '../figure';
import { isExact, plain } from './arithmetic';
import { type Check, familyOf, finding, type Ground, isCount, quoted, unitClass } from './ground';

/** Classes that are held against each other; more are a table. */
const MOST_CLASSES = 60;

export const classes: Check = ({ figures }: Ground) => {
  const divided = figures.filter((f) => isCount(f) && isExact(f) && f.cell === null && /-by-/.test(f.metric ?? ''));
  const named = divided.slice(0, MOST_CLASSES).filter((f) => nameOf(f).length >= 3);
  return named.flatMap((narrow) => {
    const wide = named.find((f) => f !== narrow && holds(f, narrow) && f.value < narrow.value);
    return wide === undefined ? [] : [beyond(narrow, wide)];
  });
};

const nameOf = ({ slot, label }: Figure): string =>
  (slot ?? label).replace(/^其中|(?:类|方面|领域|案件|事项|申请)+$/g, '');

/** The narrower name says all of the wider one and two signs more. */
const holds = (wide: Figure, narrow: Figure): boolean =>
  familyOf(wide) === familyOf(narrow) &&
  unitClass(wide) === unitClass(narrow) &&
  (wide.period?.words ?? '') === (narrow.period?.words ?? '') &&
  narrow.label.length >= nameOf(wide).length + 2 &&
  narrow.label.replace(/(?:类|案件)+$/, '').endsWith(nameOf(wide));

function beyond(narrow: Figure, wide: Figure): Finding {
  return finding(
    '存疑',
    'sum.class-beyond-class',
    [wide, narrow],
    `${quoted(narrow)}是${quoted(wide)}中的一类，却比它多。若两数范围不同（如一为受理、一为收案）可成立，应写明；否则应核对两数。`,
    `${plain(narrow.value)} > ${plain(wide.value)}`,
  );
}
