/** The checks of the auditor: a text and the figures read in it, findings out. Deterministic; knows no clock, no database. */
import { classes } from './checks/classes';
import { flow } from './checks/flow';
import { againstKnown, type Known } from './checks/frozen';
import { type Check, survey } from './checks/ground';
import { growth } from './checks/growth';
import { commonBase, rates } from './checks/rates';
import { sums } from './checks/sums';
import { tables } from './checks/tables';
import { twice } from './checks/twice';
import { wording } from './checks/wording';
import { type Figure, type Finding, levels } from './figure';

const checks: readonly Check[] = [sums, tables, flow, rates, commonBase, growth, wording, twice, classes];

/**
 * Findings in order of gravity, then of place. `figures` in order of their start. With `known`, every figure of casework
 * is also held against the jurisdiction's own.
 */
export function check(text: string, figures: readonly Figure[], known?: readonly Known[]): readonly Finding[] {
  const ground = survey(text, figures);
  const all = [...checks.flatMap((c) => c(ground)), ...(known === undefined ? [] : againstKnown(ground, known))];
  // Two rates without a common base say already that each lacks its own.
  const joint = all.filter(({ rule }) => rule === 'rate.no-common-base');
  const told = ({ rule, spans }: Finding) =>
    rule === 'rate.no-base' &&
    joint.some((j) => spans.slice(-1).some((s) => j.spans.some(({ start }) => start === s.start)));
  const found = all.filter((f) => !told(f));
  const place = ({ spans }: Finding) => spans[0]?.start ?? 0;
  return found.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || place(a) - place(b));
}
