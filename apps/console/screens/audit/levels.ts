import type { Schemas } from '../../api/client';

export type Finding = Schemas['FindingDto'];
export type Level = Finding['level'];

/** Gravest first. */
export const levels = ['错误', '存疑', '提示'] as const satisfies readonly Level[];

/** The colour repeats what the word says. */
export const tones: Readonly<Record<Level, string>> = { 错误: 'red', 存疑: 'orange', 提示: 'blue' };

/** A finding with its place in the answer. */
export interface Numbered {
  readonly finding: Finding;
  readonly index: number;
}
