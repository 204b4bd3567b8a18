/**
 * 更正当事人、撤销误录的当事人: what was recorded stays as it was known; a correction closes the row and writes the next
 * revision under the same id, a striking only closes it. Names stay out of the append-only event.
 */
import type { Draft, DraftParty, Moment } from './draft';
import type { RefusalReason } from './errors';
import { code, type Fields, type PartyInput, party, partyKinds, text, type Values } from './fields';
import type { Edge, Procedure } from './procedure';

export const correctingParty = 'correct-party';
export const strikingParty = 'strike-party';
const cite = '当事人以证据证明的身份为准；更正以反向事件记录，原记录保留';

type Shared = Pick<Edge, 'from' | 'to' | 'by' | 'verified'>;

/** The two edges; none where the kind has no parties, or they are the machine's own. */
export function partyEdges(p: Procedure, shared: Shared): Readonly<Record<string, Edge>> {
  const roles = Object.keys(p.partyRoles);
  if (roles.length === 0 || p.corrections === 'none') return {};
  const limits = new Set(
    Object.values<Edge>(p.edges).flatMap((e) => (e.starts ?? []).map((s) => (typeof s === 'string' ? s : s.limit))),
  );
  const basis = { reason: text.personal('理由'), article: text('依据', { hint: '条款或者证明材料' }) } as const;
  const line = { max: 200, lines: 1 } as const;
  return {
    [correctingParty]: {
      ...shared,
      title: '更正当事人',
      fields: {
        party: party('当事人', roles),
        new_name: text.personalOptional('姓名或者名称应当为', { max: 100, lines: 1, hint: '只填需要更正的项目' }),
        new_kind: code.optional('类型应当为', partyKinds),
        new_role: code.optional('在本案中的身份应当为', p.partyRoles),
        new_id_number: text.personalOptional('证件号码应当为', line),
        new_phone: text.personalOptional('电话应当为', line),
        new_address: text.personalOptional('地址应当为', line),
        ...basis,
      },
      cite,
    },
    [strikingParty]: {
      ...shared,
      title: '撤销误录的当事人',
      fields: { party: party('误录的当事人', roles), ...basis },
      cancels: [...limits].map((limit) => ({
        limit,
        subjects: (c) => (typeof c.fields.party === 'string' ? [c.fields.party] : []),
      })),
      cite,
    },
  };
}

/** What the event says of the party it names, beside what is known; `undefined` says nothing. */
function given(values: Values): Partial<PartyInput> {
  const said = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const [name, role, kind] = [said('new_name'), said('new_role'), said('new_kind')];
  const [id_number, phone, address] = [said('new_id_number'), said('new_phone'), said('new_address')];
  return {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(isPartyKind(kind) ? { kind } : {}),
    ...(id_number === undefined ? {} : { id_number }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
  };
}
const isPartyKind = (v: unknown): v is PartyInput['kind'] => typeof v === 'string' && Object.hasOwn(partyKinds, v);

/** What stands against the event: nothing would change, a role left empty, a party on whom periods or records rest. */
export function partyRefusals(draft: Draft, event: string, values: Values): RefusalReason[] {
  const meant = meantBy(draft, event, values);
  if (!meant) return [];
  const found: RefusalReason[] = [];
  const refuse = (guard: string, message: string) => found.push({ guard: `party.${guard}`, message, article: cite });
  const { id, role } = meant;
  const title = draft.procedure.partyRoles[role] ?? role;
  const strikes = event === strikingParty;
  const after = { ...meant, ...given(values) };
  if (!strikes && JSON.stringify(after) === JSON.stringify(meant))
    refuse('changed', `${title}“${meant.name}”更正前后没有不同`);
  if (!strikes && after.role === role) return found;
  const least = leastOf(draft, role);
  if (draft.parties.filter((p) => p.role === role).length <= least)
    refuse('least', `${title}至少${least}名，“${meant.name}”是最后一名；应当先补录或者更正姓名`);
  const ended = draft.clocks.some((k) => k.subject === id && k.outcome.status === 'met');
  const runs = draft.clocks.some((k) => k.subject === id && k.outcome.status !== 'cancelled');
  if (strikes ? ended : runs)
    refuse('timed', `${title}“${meant.name}”已有送达、答复等按人计算的期限记录，不能${strikes ? '撤销' : '改变身份'}`);
  if (draft.lines.some((l) => Object.values(l.values).includes(id)))
    refuse(
      'recorded',
      `${draft.procedure.lines?.title ?? ''}中有${title}“${meant.name}”的记录，不能${strikes ? '撤销' : '改变身份'}`,
    );
  return found;
}

const meantBy = (draft: Draft, event: string, values: Values): DraftParty | undefined =>
  event === correctingParty || event === strikingParty ? draft.parties.find((p) => p.id === values.party) : undefined;

/** How many of the role the opening asks for. */
function leastOf(draft: Draft, role: string): number {
  const opening: Edge | undefined = draft.procedure.edges[draft.history[0] ?? ''];
  const fields: Fields = opening?.fields ?? {};
  return Math.max(0, ...Object.values(fields).map((f) => (f.type === 'parties' ? (f.least[role] ?? 0) : 0)));
}

/** The parties after the event: one of them revised, or without the one that was struck. */
export function correctParties(draft: Draft, event: string, values: Values, m: Moment): readonly DraftParty[] {
  const meant = meantBy(draft, event, values);
  if (!meant) return draft.parties;
  if (event === strikingParty) return draft.parties.filter((p) => p !== meant);
  const written = meant.isNew || meant.revised === true;
  const revised: DraftParty = {
    ...meant,
    ...given(values),
    recordedAt: m.recordedAt,
    ...(written ? {} : { revision: meant.revision + 1, revised: true }),
  };
  return draft.parties.map((p) => (p === meant ? revised : p));
}
