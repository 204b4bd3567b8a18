import { articleText, citationText, law } from './citation';
import type { Conventions } from './conventions';
import { LawError } from './law-error';
import { type LimitVersion, type Span, spanText, type TimeLimit } from './time-limit';

/** Far beyond any statute (a hundred years); stops a slip of the pen from counting for minutes. */
const longest = 36_500;

export function refuse(code: LawError['code'], entry: TimeLimit, field: string, value: string, rule: string): LawError {
  return new LawError(code, `“${entry.title}”不能计算：${rule}。`, field, value, rule);
}

/** The length that counts: the statute's, or the one a paper fixed. */
export function lengthOf(
  entry: TimeLimit,
  version: LimitVersion,
  givenDays: number | undefined,
  conventions: Conventions,
): Span {
  const { span, given } = version;
  const cite = citationText(version);
  if (givenDays !== undefined) {
    if (!given) {
      throw refuse('length-not-allowed', entry, 'given', String(givenDays), `${cite}的期限是法定的，不能另行指定`);
    }
    const allowed = Number.isInteger(givenDays) && givenDays >= 0 && givenDays <= longest;
    if (!allowed) throw refuse('invalid-number', entry, 'given', String(givenDays), '指定的天数须为不小于零的整数');
    if (given.max !== undefined && givenDays > given.max) {
      const rule = `依${cite}，期限最长为${spanText({ n: given.max, unit: given.unit })}`;
      throw refuse('length-too-long', entry, 'given', String(givenDays), rule);
    }
    return { n: givenDays, unit: given.unit };
  }
  if (span) {
    if (version.unitBySetting === undefined) return span;
    return { n: span.n, unit: conventions[version.unitBySetting] === 'working' ? 'working-days' : 'calendar-days' };
  }
  throw given
    ? refuse('length-required', entry, 'given', '', `期限由文书、约定或者决定确定（${cite}），须给出天数`)
    : refuse('no-statutory-length', entry, 'limit', entry.id, `${cite}未规定具体天数`);
}

/** The days added, 0 for none; refuses what the law does not provide. */
export function checkExtension(entry: TimeLimit, version: LimitVersion, days: number | undefined): number {
  if (days === undefined) return 0;
  const value = String(days);
  if (!Number.isInteger(days) || days < 1 || days > longest) {
    throw refuse('invalid-number', entry, 'extend', value, '延长天数须为正整数');
  }
  const { extension } = version;
  if (!extension) {
    throw refuse('extension-not-provided', entry, 'extend', value, `${citationText(version)}未规定延长`);
  }
  if (extension.max !== undefined && days > extension.max) {
    const rule = `依${law(version.law).name}${articleText(extension.article)}，最多延长${spanText({ n: extension.max, unit: extension.unit })}`;
    throw refuse('extension-too-long', entry, 'extend', value, rule);
  }
  return days;
}
