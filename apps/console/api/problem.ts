/** What went wrong, in words that can be shown as they are. */
export interface FieldMistake {
  /** Name of the field; parts of a party are written `parties[0].name`. */
  readonly field: string;
  /** What was sent, in words; '' where nothing was, or no plain value. */
  readonly value: string;
  readonly rule: string;
}
export interface Refusal {
  readonly guard: string;
  readonly message: string;
  readonly article: string;
}

/** Status 0: the server could not be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    title: string,
    /** For programs: `version-conflict`, `idempotency-conflict`, … */
    readonly code: string = '',
    readonly mistakes: readonly FieldMistake[] = [],
    readonly refusals: readonly Refusal[] = [],
  ) {
    super(title);
  }
}

export const unreachable = () => new Problem(0, '连不上服务器，请检查网络后重试。');

const titles: Readonly<Record<number, string>> = {
  401: '登录已失效，请重新登录。',
  403: '您的岗位没有这项权限。',
  404: '没有找到，或者不在您的工作范围内。',
  409: '案件已被他人更新。',
  429: '操作太频繁，请稍后再试。',
};

/** Reads problem+json; a body of another make (a proxy's page) still gives a sentence. */
export function problemOf(status: number, body: unknown): Problem {
  const title = textIn(body, 'title') ?? titles[status] ?? `服务器没有完成这次操作（${status}），请稍后再试。`;
  const mistakes = listIn(body, 'errors').flatMap((e) => {
    const field = textIn(e, 'field');
    const rule = textIn(e, 'rule');
    const value = propertyOf(e, 'value');
    const words = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return field !== null && rule !== null ? [{ field, value: words, rule }] : [];
  });
  const refusals = listIn(body, 'refusals').flatMap((r) => {
    const message = textIn(r, 'message');
    return message === null ? [] : [{ message, guard: textIn(r, 'guard') ?? '', article: textIn(r, 'article') ?? '' }];
  });
  return new Problem(status, title, textIn(body, 'code') ?? '', mistakes, refusals);
}

export const problemIn = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(0, '页面出错，请刷新后重试。');

function propertyOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null && name in body ? Reflect.get(body, name) : undefined;
}
function textIn(body: unknown, name: string): string | null {
  const value = propertyOf(body, name);
  return typeof value === 'string' && value !== '' ? value : null;
}
function listIn(body: unknown, name: string): readonly unknown[] {
  const value = propertyOf(body, name);
  return Array.isArray(value) ? value : [];
}
