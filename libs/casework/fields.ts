/**
 * Fields of an edge: typed data from which the check of a request, the OpenAPI schema and the console's form all come.
 * A field whose name is also a fact column of the kind is recorded as that fact without further words.
 */
import { type Day, isDay } from '@anjuan/law';

/** One code list: stored code → Chinese label, in display order. Lists stay editable data; codes never change meaning. */
export type CodeList<K extends string = string> = Readonly<Record<K, string>>;

interface FieldCommon {
  /** Chinese label, as it stands on the form. */
  readonly label: string;
  readonly required: boolean;
  /** Chinese hint under the field. */
  readonly hint?: string;
}
/** A legal day, `YYYY-MM-DD`. Never later than the event's day unless `future` says that it may be (a planned hearing). */
export interface DayField extends FieldCommon {
  readonly type: 'day';
  readonly future: boolean;
}
/** Free text. `personal` text (it may name people) is kept out of the append-only event and can be destroyed with the case. */
export interface TextField extends FieldCommon {
  readonly type: 'text';
  readonly max: number;
  readonly personal: boolean;
  readonly lines: number;
}
export interface CodeField<K extends string = string> extends FieldCommon {
  readonly type: 'code';
  readonly list: CodeList<K>;
}
export interface FlagField extends FieldCommon {
  readonly type: 'flag';
}
/** A whole number within [min, max]. */
export interface CountField extends FieldCommon {
  readonly type: 'count';
  readonly min: number;
  readonly max: number;
}
/** An amount in fen (whole number); the console shows and takes yuan. */
export interface MoneyField extends FieldCommon {
  readonly type: 'money';
}
/** A person of the jurisdiction (uuid). */
export interface PersonField extends FieldCommon {
  readonly type: 'person';
}
/** Several persons of the jurisdiction (uuids), each once. */
export interface PeopleField extends FieldCommon {
  readonly type: 'people';
}
/** An organisation of the jurisdiction (uuid), within the actor's reach or not. */
export interface OrganisationField extends FieldCommon {
  readonly type: 'organisation';
}
/** Another case that the actor may see (uuid). */
export interface CaseField extends FieldCommon {
  readonly type: 'case';
  /** Of which kind; absent: any. */
  readonly kind?: string;
}
/** A party of the case (uuid), or its place among those of its role, `applicant#1`, for whoever does not know the ids yet. */
export interface PartyField extends FieldCommon {
  readonly type: 'party';
  readonly roles: readonly string[];
}
/** New parties, of the named roles; at least `min` of each role that `least` names. */
export interface PartiesField extends FieldCommon {
  readonly type: 'parties';
  readonly roles: CodeList;
  readonly least: Readonly<Record<string, number>>;
}
export type Field =
  | DayField
  | TextField
  | CodeField
  | FlagField
  | CountField
  | MoneyField
  | PersonField
  | PeopleField
  | OrganisationField
  | CaseField
  | PartyField
  | PartiesField;
export type Fields = Readonly<Record<string, Field>>;

export const partyKinds = { natural: '公民', legal: '法人或者其他组织', organ: '行政机关' } as const;
export type PartyKind = keyof typeof partyKinds;
/** A party as somebody enters it. Identity number, phone and address are optional everywhere (人民调解法 asks no more than names). */
export interface PartyInput {
  readonly role: string;
  readonly kind: PartyKind;
  readonly name: string;
  readonly id_number?: string;
  readonly phone?: string;
  readonly address?: string;
}

type Stored<F> = F extends DayField
  ? Day
  : F extends CodeField<infer K>
    ? K
    : F extends FlagField
      ? boolean
      : F extends CountField | MoneyField
        ? number
        : F extends PartiesField
          ? readonly PartyInput[]
          : F extends PeopleField
            ? readonly string[]
            : string;
/** The values of an edge's fields after the check: a required field is there, any other may be null. */
export type FieldValues<F extends Fields> = {
  readonly [K in keyof F]: F[K]['required'] extends true ? Stored<F[K]> : Stored<F[K]> | null;
};
export type Value = string | number | boolean | null | readonly PartyInput[] | readonly string[];
export type Values = Readonly<Record<string, Value>>;

type Options = { readonly hint?: string };
const required = { required: true } as const;
const optional = { required: false } as const;

/** Builders: `day('受理日期')` is required, `day.optional(…)` is not. */
export const day = Object.assign(
  (label: string, o: Options = {}) => ({ type: 'day', label, future: false, ...required, ...o }) as const,
  {
    optional: (label: string, o: Options = {}) => ({ type: 'day', label, future: false, ...optional, ...o }) as const,
    /** A day that may lie ahead: a hearing, a date of performance. */
    ahead: (label: string, o: Options = {}) => ({ type: 'day', label, future: true, ...required, ...o }) as const,
    aheadOptional: (label: string, o: Options = {}) =>
      ({ type: 'day', label, future: true, ...optional, ...o }) as const,
  },
);
type TextOptions = Options & { readonly max?: number; readonly lines?: number };
const textOf = (o: TextOptions) => ({ max: 200, lines: 1, personal: false, ...o });
export const text = Object.assign(
  (label: string, o: TextOptions = {}) => ({ type: 'text', label, ...textOf(o), ...required }) as const,
  {
    optional: (label: string, o: TextOptions = {}) => ({ type: 'text', label, ...textOf(o), ...optional }) as const,
    /** Text that may name people. */
    personal: (label: string, o: TextOptions = {}) =>
      ({ type: 'text', label, ...textOf({ max: 4000, lines: 4, ...o }), personal: true, ...required }) as const,
    personalOptional: (label: string, o: TextOptions = {}) =>
      ({ type: 'text', label, ...textOf({ max: 4000, lines: 4, ...o }), personal: true, ...optional }) as const,
  },
);
export const code = Object.assign(
  <const K extends string>(label: string, list: CodeList<K>, o: Options = {}) =>
    ({ type: 'code', label, list, ...required, ...o }) as const,
  {
    optional: <const K extends string>(label: string, list: CodeList<K>, o: Options = {}) =>
      ({ type: 'code', label, list, ...optional, ...o }) as const,
  },
);
/** Yes or no; left out means no. */
export const flag = (label: string, o: Options = {}) => ({ type: 'flag', label, ...optional, ...o }) as const;
type CountOptions = Options & { readonly min?: number; readonly max?: number };
export const count = Object.assign(
  (label: string, o: CountOptions = {}) =>
    ({ type: 'count', label, min: 0, max: 1_000_000, ...required, ...o }) as const,
  {
    optional: (label: string, o: CountOptions = {}) =>
      ({ type: 'count', label, min: 0, max: 1_000_000, ...optional, ...o }) as const,
  },
);
export const money = Object.assign(
  (label: string, o: Options = {}) => ({ type: 'money', label, ...required, ...o }) as const,
  { optional: (label: string, o: Options = {}) => ({ type: 'money', label, ...optional, ...o }) as const },
);
export const person = Object.assign(
  (label: string, o: Options = {}) => ({ type: 'person', label, ...required, ...o }) as const,
  { optional: (label: string, o: Options = {}) => ({ type: 'person', label, ...optional, ...o }) as const },
);
export const people = Object.assign(
  (label: string, o: Options = {}) => ({ type: 'people', label, ...required, ...o }) as const,
  { optional: (label: string, o: Options = {}) => ({ type: 'people', label, ...optional, ...o }) as const },
);
export const organisation = (label: string, o: Options = {}) =>
  ({ type: 'organisation', label, ...required, ...o }) as const;
export const caseRef = (label: string, o: Options & { readonly kind?: string } = {}) =>
  ({ type: 'case', label, ...required, ...o }) as const;
export const party = Object.assign(
  (label: string, roles: readonly string[], o: Options = {}) =>
    ({ type: 'party', label, roles, ...required, ...o }) as const,
  {
    optional: (label: string, roles: readonly string[], o: Options = {}) =>
      ({ type: 'party', label, roles, ...optional, ...o }) as const,
  },
);
export const parties = Object.assign(
  (label: string, roles: CodeList, least: Readonly<Record<string, number>>, o: Options = {}) =>
    ({ type: 'parties', label, roles, least, ...required, ...o }) as const,
  {
    optional: (label: string, roles: CodeList, o: Options = {}) =>
      ({ type: 'parties', label, roles, least: {}, ...optional, ...o }) as const,
  },
);

/** One mistake in a request: which field, which value, which rule (Chinese). */
export interface FieldError {
  readonly field: string;
  readonly value: unknown;
  readonly rule: string;
}

const MONEY_MAX = 1e15;
const PEOPLE_MAX = 50;
const isText = (v: unknown): v is string => typeof v === 'string';
export const isUuid = (v: unknown): v is string =>
  isText(v) && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(v);
const isPlace = (v: unknown): v is string => isText(v) && /^[a-z-]+#[1-9]\d{0,3}$/.test(v);
const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
const isPartyKind = (v: unknown): v is PartyKind => isText(v) && Object.hasOwn(partyKinds, v);

function checkParty(field: PartiesField, value: unknown, at: string, errors: FieldError[]): PartyInput | null {
  if (!isRecord(value)) {
    errors.push({ field: at, value, rule: '应为一名当事人的信息' });
    return null;
  }
  const before = errors.length;
  const known = ['role', 'kind', 'name', 'id_number', 'phone', 'address'];
  for (const key of Object.keys(value))
    if (!known.includes(key)) errors.push({ field: `${at}.${key}`, value: value[key], rule: '没有这一项' });
  const { role, name } = value;
  const kind = value.kind ?? 'natural';
  if (!isText(role) || !Object.hasOwn(field.roles, role))
    errors.push({ field: `${at}.role`, value: role, rule: `应为：${Object.values(field.roles).join('、')}` });
  if (!isPartyKind(kind))
    errors.push({ field: `${at}.kind`, value: kind, rule: `应为：${Object.values(partyKinds).join('、')}` });
  if (!isText(name) || name.trim() === '' || name.length > 100)
    errors.push({ field: `${at}.name`, value: name, rule: '姓名或名称必填，不超过100字' });
  const extra: { id_number?: string; phone?: string; address?: string } = {};
  for (const key of ['id_number', 'phone', 'address'] as const) {
    const v = value[key];
    if (v === undefined || v === null || v === '') continue;
    if (!isText(v) || v.length > 200) errors.push({ field: `${at}.${key}`, value: v, rule: '应为文字，不超过200字' });
    else extra[key] = v.trim();
  }
  if (errors.length > before || !isText(role) || !isText(name) || !isPartyKind(kind)) return null;
  return { role, kind, name: name.trim(), ...extra };
}

function checkParties(field: PartiesField, value: unknown, at: string, errors: FieldError[]): Value {
  if (!Array.isArray(value)) {
    errors.push({ field: at, value, rule: '应为当事人名单' });
    return null;
  }
  if (value.length > 500) errors.push({ field: at, value: value.length, rule: '当事人不超过500名' });
  const given: readonly unknown[] = value;
  const list = given.map((v, i) => checkParty(field, v, `${at}[${i}]`, errors)).filter((p) => p !== null);
  for (const [role, least] of Object.entries(field.least))
    if (list.filter((p) => p.role === role).length < least)
      errors.push({ field: at, value: list.length, rule: `${field.roles[role]}至少${least}名` });
  return list;
}

/** What is wrong with one value, or null. Parties are looked at apart, since they have parts. */
function mistake(field: Exclude<Field, PartiesField>, value: unknown, latest: Day): string | null {
  switch (field.type) {
    case 'day':
      if (!isText(value) || !isDay(value)) return '应为日期，格式 YYYY-MM-DD';
      return !field.future && value > latest ? `不能晚于${latest}` : null;
    case 'text':
      if (!isText(value)) return '应为文字';
      return value.length > field.max ? `不超过${field.max}字` : null;
    case 'code':
      return isText(value) && Object.hasOwn(field.list, value) ? null : `应为：${Object.keys(field.list).join('、')}`;
    case 'flag':
      return typeof value === 'boolean' ? null : '应为是或否';
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= field.min && value <= field.max
        ? null
        : `应为${field.min}至${field.max}的整数`;
    case 'money':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MONEY_MAX
        ? null
        : '应为不小于0的金额，单位为分';
    case 'party':
      return isUuid(value) || isPlace(value) ? null : '应为本案当事人的编号';
    case 'person':
      return isUuid(value) ? null : '应为系统中的人员编号';
    case 'people':
      return Array.isArray(value) && value.length <= PEOPLE_MAX && value.every(isUuid)
        ? null
        : `应为系统中的人员编号，不超过${PEOPLE_MAX}人`;
    case 'organisation':
      return isUuid(value) ? null : '应为系统中的机构编号';
    case 'case':
      return isUuid(value) ? null : '应为系统中的案件编号';
  }
}

const cleaned = (value: unknown): Value =>
  Array.isArray(value)
    ? [...new Set(value.filter(isText))]
    : typeof value === 'string'
      ? value.trim()
      : typeof value === 'number' || typeof value === 'boolean'
        ? value
        : null;

/**
 * Checks what came in against the edge's fields: unknown names, missing required fields, wrong values.
 * Every mistake is listed. `latest` is the last day a fact may bear.
 */
export function checkFields(
  fields: Fields,
  given: Readonly<Record<string, unknown>>,
  latest: Day,
): { values: Values; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const values: Record<string, Value> = {};
  for (const name of Object.keys(given))
    if (!Object.hasOwn(fields, name)) errors.push({ field: name, value: given[name], rule: '没有这一项' });
  for (const [name, field] of Object.entries(fields)) {
    const value = given[name];
    const missing =
      value === undefined ||
      value === null ||
      (isText(value) && value.trim() === '') ||
      (Array.isArray(value) && field.type === 'people' && value.length === 0);
    if (missing) {
      values[name] = field.type === 'flag' ? false : null;
      if (field.required) errors.push({ field: name, value: value ?? null, rule: `${field.label}必填` });
    } else if (field.type === 'parties') {
      values[name] = checkParties(field, value, name, errors);
    } else {
      const rule = mistake(field, value, latest);
      if (rule) errors.push({ field: name, value, rule: `${field.label}:${rule}` });
      else values[name] = cleaned(value);
    }
  }
  return { values, errors };
}
