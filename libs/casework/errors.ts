import type { FieldError } from './fields';

/** 400: what came in does not fit the edge's fields; every mistake is listed. */
export class FieldErrors extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map((e) => `${e.field}：${e.rule}`).join('；'));
  }
}

/** One reason why an event may not happen, in Chinese, with the article it rests on. */
export interface RefusalReason {
  readonly guard: string;
  readonly message: string;
  readonly article: string;
}
/** 422: the case's state, the actor's post or the law stands against the event; every reason is listed. */
export class Refusal extends Error {
  constructor(readonly refusals: readonly RefusalReason[]) {
    super(refusals.map((r) => r.message).join('；'));
  }
}

/** 404: no such case, or none within the actor's reach; the two look the same. */
export class NotFound extends Error {
  constructor(what = '案件') {
    super(`没有这一${what}，或者不在您的权限范围内`);
  }
}

/** 409: somebody else changed the case since it was read. */
export class VersionConflict extends Error {
  constructor(
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`案件已被他人更新（您看到的是第${expected}版，现为第${actual}版），请刷新后再办理`);
  }
}

/** 409: the same Idempotency-Key came with another request. */
export class IdempotencyConflict extends Error {
  constructor() {
    super('同一幂等键（Idempotency-Key）已用于另一请求');
  }
}
