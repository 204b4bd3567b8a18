/** The steps of a return: what each may follow, who may take it, and what must be said with it. */
import { type FieldError, FieldErrors } from '@anjuan/casework';
import { type Actor, postsWith } from '@anjuan/identity';
import { type Form, isSum } from './form';
import { formSteps, type ReturnRow } from './versions';

/** A number written by hand instead of the counted one; fen where the column is one of money. Null: back to the counted. */
export interface Change {
  readonly cell: string;
  readonly value: number | null;
  readonly reason: string;
}
/** A step after the filling. */
export type FurtherStep = 'checked' | 'returned' | 'submitted';

/** @throws FieldErrors naming every mistake */
export function checkChanges(form: Form, changes: readonly Change[]): void {
  const errors = changes.flatMap(({ cell, value, reason }): FieldError[] => {
    const binding = form.cells.get(cell);
    const field = `changes.${cell}`;
    if (binding === undefined) return [{ field, value: cell, rule: '没有这一格' }];
    if (isSum(binding)) return [{ field, value, rule: '这一格由同行其他格算出，不能手工填写' }];
    if (value !== null && (!Number.isSafeInteger(value) || value < 0))
      return [{ field, value, rule: '应为不小于零的整数' }];
    if (value !== null && reason.trim() === '') return [{ field, value, rule: '手工填写应写明理由' }];
    return [];
  });
  if (errors.length > 0) throw new FieldErrors(errors);
}

/** Why the step cannot follow, or null. */
export function refusalOf(last: ReturnRow, step: FurtherStep, actor: Actor, rows: readonly ReturnRow[]): string | null {
  const now = formSteps[last.step];
  const filler = rows.filter((r) => r.step === 'filled').at(-1);
  if (step === 'checked' && last.step !== 'filled') return `报表${now}，只有已填报的才能审核`;
  if (step === 'returned' && last.step !== 'filled' && last.step !== 'checked')
    return `报表${now}，只有已填报、已审核的才能退回`;
  if (step === 'submitted' && postsWith(actor, 'report:approve').length === 0) return '上报须由有核定权限的人办理';
  if (step === 'submitted' && last.step !== 'checked') return `报表${now}，审核以后才能上报`;
  if (step === 'checked' && filler?.by_id === actor.personId) return '制表人与审核人应为不同的人';
  return null;
}
