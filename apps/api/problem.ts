/** Every error leaves as application/problem+json (RFC 9457), in Chinese; what we did not foresee says nothing of itself. */
import {
  type FieldError,
  FieldErrors,
  IdempotencyConflict,
  NotFound,
  Refusal,
  type RefusalReason,
  VersionConflict,
} from '@anjuan/casework';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  HttpStatus,
  Logger,
  type ValidationError,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** An error of the HTTP shell itself. `title` is Chinese, `code` for programs. */
export class Problem extends HttpException {
  constructor(
    status: HttpStatus,
    readonly code: string,
    readonly title: string,
    readonly errors?: readonly FieldError[],
  ) {
    super(title, status);
  }
}

interface Body {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly FieldError[];
  readonly refusals?: readonly RefusalReason[];
}
const body = (status: number, code: string, title: string, more: Partial<Body> = {}): Body => ({
  type: `/problems/${code}`,
  title,
  status,
  code,
  ...more,
});

/** What the framework itself says, by status. */
const ofStatus: Readonly<Record<number, readonly [code: string, title: string]>> = {
  400: ['bad-request', '请求格式有误'],
  401: ['not-signed-in', '请先登录'],
  403: ['forbidden', '没有权限'],
  404: ['not-found', '没有这个地址'],
  405: ['method-not-allowed', '此地址不支持这种请求'],
  413: ['too-large', '提交的内容过大'],
  415: ['not-json', '请求内容应为 application/json'],
  429: ['too-many', '请求过于频繁，请稍后再试'],
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('api');

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = problemOf(error);
    if (problem.status >= 500)
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }
}

/** The answer to an error; also for one member of a batch. */
export function problemOf(error: unknown): Body {
  if (error instanceof FieldErrors) return body(400, 'invalid', '填写有误', { errors: error.errors });
  if (error instanceof Refusal) return body(422, 'refused', '现在不能办理', { refusals: error.refusals });
  if (error instanceof NotFound) return body(404, 'not-found', error.message);
  if (error instanceof VersionConflict) return body(409, 'version-conflict', error.message);
  if (error instanceof IdempotencyConflict) return body(409, 'idempotency-conflict', error.message);
  if (error instanceof Problem)
    return body(error.getStatus(), error.code, error.title, error.errors ? { errors: error.errors } : {});
  const status = statusOf(error);
  const [code, title] = ofStatus[status] ?? ['unexpected', '系统出错，请稍后再试；若仍不行，请联系管理员'];
  return body(ofStatus[status] ? status : 500, code, title);
}

/** Nest's errors tell their status by method, Fastify's (a broken JSON body) by property. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const told = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof told === 'number' ? told : HttpStatus.INTERNAL_SERVER_ERROR;
}

const rules: Readonly<Record<string, string>> = {
  whitelistValidation: '没有这一项',
  isLegalDay: '应为日期，格式 YYYY-MM-DD',
  isUuid: '应为系统中的编号',
  isInt: '应为整数',
  isString: '应为文字',
  isBoolean: '应为是或否',
  isObject: '应为一组字段',
  isArray: '应为列表',
  isLength: '长度不符',
  maxLength: '过长',
  isBase64: '应为 base64',
  arrayMaxSize: '条数过多',
  nestedValidation: '应为一组字段',
};

/** class-validator's findings as `errors[]`, nested ones written `further[0].event`. */
export function invalid(errors: readonly ValidationError[]): Problem {
  return new Problem(
    HttpStatus.BAD_REQUEST,
    'invalid',
    '填写有误',
    errors.flatMap((e) => fieldErrors(e, '')),
  );
}

function fieldErrors(e: ValidationError, prefix: string): FieldError[] {
  const field = /^\d+$/.test(e.property) ? `${prefix}[${e.property}]` : prefix ? `${prefix}.${e.property}` : e.property;
  const value: unknown = shortened(e.value ?? null);
  const own = Object.entries(e.constraints ?? {}).map(([name, message]) => ({
    field,
    value,
    rule: value === null && name !== 'whitelistValidation' ? '必填' : (rules[name] ?? inChinese(name, message)),
  }));
  // A missing value breaks every rule at once; one sentence is enough.
  const distinct = own.filter((x, i) => own.findIndex((y) => y.rule === x.rule) === i);
  return [...distinct, ...(e.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

/** A file sent as a field is not sent back whole. */
const shortened = (value: unknown): unknown =>
  typeof value === 'string' && value.length > 500 ? `${value.slice(0, 100)}…` : value;

/** Rules that carry a measure, which class-validator tells at the end of its English message. */
function inChinese(name: string, message: string): string {
  const measure = message.split(/: | than /).at(-1) ?? '';
  if (name === 'isIn') return `应为：${measure.replaceAll(/,\s*/g, '、')}`;
  if (name === 'min') return `不小于${measure}`;
  if (name === 'max') return `不大于${measure}`;
  // A pattern can only be told by whoever wrote it.
  return /\p{Script=Han}/u.test(message) ? message : '格式不符';
}
