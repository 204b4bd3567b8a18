/** The one-page entry while it is being typed, kept in the browser until it is saved. */
import { newKey, type Schemas } from '../../api/client';
import type { FieldMistake } from '../../api/problem';
import type { FieldDoc } from '../../api/queries';
import { filledIn } from '../../form/values';

type Entry = Schemas['SettledMediationDto'];

export interface Side {
  /** Stable while rows come and go. */
  readonly id: string;
  readonly name: string;
  readonly kind: Entry['parties'][number]['kind'];
  readonly id_number: string;
  readonly phone: string;
}
export const sides = ['applicant', 'respondent'] as const;
export type SideName = (typeof sides)[number];

export interface Draft {
  /** Idempotency-Key: one per draft, so that a double press or a lost answer saves once. */
  readonly key: string;
  readonly applicant: readonly Side[];
  readonly respondent: readonly Side[];
  readonly dispute_type: string | null;
  readonly summary: string;
  readonly outcome: string | null;
  /** Null: today. */
  readonly happened_on: string | null;
  readonly organisation_id: string | null;
  readonly origin: string | null;
  readonly claim_fen: number | null;
  readonly agreement_fen: number | null;
  readonly terms: string;
  readonly unperformed: boolean;
}

export const blankSide = (): Side => ({ id: newKey(), name: '', kind: 'natural', id_number: '', phone: '' });

/** The committee stays from one entry to the next; nothing else does. */
export const blankDraft = (organisationId: string | null = null): Draft => ({
  key: newKey(),
  applicant: [blankSide()],
  respondent: [blankSide()],
  dispute_type: null,
  summary: '',
  outcome: null,
  happened_on: null,
  organisation_id: organisationId,
  origin: null,
  claim_fen: null,
  agreement_fen: null,
  terms: '',
  unperformed: false,
});

const place = (personId: string) => `anjuan.settle.${personId}`;

/** Identity numbers and phones are left out: a browser in a shared office is no place to keep them. */
export function keep(personId: string, draft: Draft): void {
  const bare = (side: Side): Side => ({ ...side, id_number: '', phone: '' });
  const kept = { ...draft, applicant: draft.applicant.map(bare), respondent: draft.respondent.map(bare) };
  localStorage.setItem(place(personId), JSON.stringify(kept));
}
export const forget = (personId: string): void => localStorage.removeItem(place(personId));

/** Null where there is none, or one of an older release that no longer fits. */
export function kept(personId: string): Draft | null {
  const text = localStorage.getItem(place(personId));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const model = blankDraft();
  return Object.keys(model).every((k) => k in value) && sides.every((s) => Array.isArray(Reflect.get(value, s)));
}

export const isBlank = (draft: Draft): boolean =>
  sides.every((s) => draft[s].every((p) => p.name === '')) && draft.summary === '' && draft.dispute_type === null;

/** What stands beside a field: names of fields, and `applicant[0]` for a party's row. */
export type Mistakes = Readonly<Record<string, string>>;

/** What the law asks for and is not there yet. */
export function missing(draft: Draft): Mistakes {
  const named = (side: SideName) => draft[side].some((p) => p.name.trim() !== '');
  return {
    ...(named('applicant') ? {} : { 'applicant[0]': '请填写甲方姓名' }),
    ...(named('respondent') ? {} : { 'respondent[0]': '请填写乙方姓名' }),
    ...(draft.dispute_type === null ? { dispute_type: '请选择纠纷类型' } : {}),
    ...(draft.summary.trim() === '' ? { summary: '请填写纠纷简要情况' } : {}),
    ...(draft.outcome === null ? { outcome: '请选择调解结果' } : {}),
  };
}

/** The rows that are sent, in the order the server numbers them in `parties[n]`. */
const rowsOf = (draft: Draft) =>
  sides.flatMap((side) =>
    draft[side].flatMap((party, row) => (party.name.trim() === '' ? [] : [{ side, row, party }])),
  );

/** The generated type and the list sent with the form come from the same codes; the list decides. */
const isCode = <K extends string>(value: string | null, doc: FieldDoc | undefined): value is K =>
  doc?.options.some((o) => o.value === value) ?? false;

/** The request; null while something required is missing. */
export function entryOf(draft: Draft, docs: readonly FieldDoc[], today: string, organisationId: string): Entry | null {
  const { dispute_type, outcome, origin } = draft;
  const doc = (name: string) => docs.find((d) => d.name === name);
  if (!isCode<Entry['dispute_type']>(dispute_type, doc('dispute_type'))) return null;
  if (!isCode<Entry['outcome']>(outcome, doc('outcome'))) return null;
  const text = (value: string) => {
    const filled = filledIn(value);
    return typeof filled === 'string' ? filled : undefined;
  };
  return {
    organisation_id: organisationId,
    happened_on: draft.happened_on ?? today,
    parties: rowsOf(draft).map(({ side, party }) => ({
      role: side,
      kind: party.kind,
      name: party.name.trim(),
      id_number: text(party.id_number),
      phone: text(party.phone),
    })),
    dispute_type,
    summary: draft.summary.trim(),
    outcome,
    origin: isCode<NonNullable<Entry['origin']>>(origin, doc('origin')) ? origin : undefined,
    claim_fen: draft.claim_fen ?? undefined,
    agreement_fen: draft.agreement_fen ?? undefined,
    terms: text(draft.terms),
    unperformed: draft.unperformed || undefined,
  };
}

/** The server's mistakes by the form's own names; `parties[2].phone` finds its row again. */
export function placed(draft: Draft, mistakes: readonly FieldMistake[]): Mistakes {
  const rows = rowsOf(draft);
  return Object.fromEntries(
    mistakes.map(({ field, rule }) => {
      const at = /^parties\[(\d+)\]/.exec(field);
      const row = at === null ? undefined : rows[Number(at[1])];
      return [row === undefined ? field : `${row.side}[${row.row}]`, rule];
    }),
  );
}
