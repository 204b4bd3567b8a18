/** Changes of counting conventions as they come from outside. Pure. */
import { type Conventions, conventionChoices, conventionNames, conventionTexts } from '@anjuan/law';
import type { FieldError } from './fields';

const isName = (name: string): name is keyof Conventions => conventionNames.some((n) => n === name);

/** The conventions after the change, or every mistake in it. */
export function changedConventions(
  before: Conventions,
  change: Readonly<Record<string, unknown>>,
): {
  readonly after: Conventions;
  readonly named: readonly (keyof Conventions)[];
  readonly errors: readonly FieldError[];
} {
  const errors: FieldError[] = [];
  const after: { -readonly [K in keyof Conventions]: Conventions[K] } = { ...before };
  const take = <K extends keyof Conventions>(name: K, value: unknown) => {
    const choices = conventionChoices[name];
    const chosen = choices.find((choice) => choice.value === value);
    const wanted = choices.map((c) => `${c.value}（${c.title}）`).join('或');
    if (chosen === undefined)
      errors.push({ field: name, value, rule: `${conventionTexts[name].title}：应为${wanted}` });
    else after[name] = chosen.value;
  };
  for (const [name, value] of Object.entries(change)) {
    if (isName(name)) take(name, value);
    else errors.push({ field: name, value, rule: '没有这一计算约定' });
  }
  const named = conventionNames.filter((name) => after[name] !== before[name]);
  if (errors.length === 0 && named.length === 0)
    errors.push({ field: 'conventions', value: null, rule: '与现行约定相同，没有要改的' });
  return { after, named, errors };
}
