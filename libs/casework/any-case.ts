/**
 * What any case may undergo, by the same door as its own events: correction of a mistaken fact, transfer to another
 * organisation, restriction to named people; where the kind has parties, merger of a duplicate and membership of a series.
 * Nothing recorded is ever edited; each is an event of its own.
 */
import { isRole, type Permission, type Role, roles } from '@anjuan/identity';
import { limit } from '@anjuan/law';
import { correctionEdges } from './corrections';
import { caseRef, code, day, flag, organisation, people, person, text } from './fields';
import { mergingEdges } from './merging';
import { overrideEdges } from './override-clock';
import { partyEdges } from './party-corrections';
import type { DueProposal, Edge, Procedure } from './procedure';
import { withdrawing } from './standing';

/** Why a case is restricted. */
export const restrictions = {
  minor: '涉及未成年人',
  'domestic-violence': '涉及家庭暴力',
  medical: '涉及医疗隐私',
  other: '其他需要限制知悉范围的情形',
} as const;

export { correcting } from './corrections';
export const dismissing = 'dismiss-proposal';
const made = new WeakMap<Procedure, Readonly<Record<string, Edge>>>();

/** The procedure's own edges and those every kind has. */
export function edgesOf(p: Procedure): Readonly<Record<string, Edge>> {
  const known = made.get(p);
  if (known) return known;
  const shared = anyCaseEdges(p);
  const twice = Object.keys(shared).find((name) => Object.hasOwn(p.edges, name));
  if (twice !== undefined) throw new Error(`${p.kind}: ${twice} is an edge of every kind and cannot be one of its own`);
  const edges = { ...p.edges, ...shared };
  made.set(p, edges);
  return edges;
}

/** The edges every kind has, made for one kind: whoever may act on its cases at all may do them. */
export function anyCaseEdges(p: Procedure): Readonly<Record<string, Edge>> {
  const acting = new Set(Object.values<Edge>(p.edges).flatMap((e) => e.by));
  // A respondent's officer answers what is addressed to the organ; the case itself is not theirs to correct or pass on.
  const by = Object.keys(roles).filter((r): r is Role => isRole(r) && acting.has(r) && mayActOn(r, p.kind));
  const shared = { from: Object.keys(p.states), to: 'unchanged', by, verified: 'I' } as const;
  const edges: Record<string, Edge> = {
    ...correctionEdges(p, shared),
    ...partyEdges(p, shared),
    'transfer-case': {
      ...shared,
      title: '移送其他机构',
      fields: {
        organisation: organisation('移送到'),
        receiver: person.optional('接收人', { hint: '限制知悉范围的案件必填' }),
        reason: text('移送理由'),
      },
      cite: '案件流转（办案惯例）',
    },
    'receive-transfer': {
      ...shared,
      title: '签收移送',
      fields: { handler: person.optional('承办人', { hint: '不填为签收人' }) },
      cite: '案件流转（办案惯例）',
    },
    'return-transfer': {
      ...shared,
      title: '退回移送',
      fields: { reason: text('退回理由') },
      cite: '案件流转（办案惯例）',
    },
    [withdrawing]: {
      ...shared,
      title: '撤回移送',
      fields: { reason: text('撤回理由') },
      cite: '案件流转（办案惯例）',
    },
    restrict: {
      ...shared,
      title: '限制知悉范围',
      fields: {
        flag: code('原因', restrictions),
        readers: people.optional('可以查看的人员', { hint: '承办人和设置人始终可以查看；再次办理即重新确定名单' }),
        reason: text.personalOptional('说明'),
      },
      cite: '个人信息保护法第六条、第二十八条；未成年人保护法第一百零三条',
    },
    'lift-restriction': {
      ...shared,
      title: '解除知悉限制',
      fields: { reason: text('解除理由') },
      cite: '个人信息保护法第六条',
    },
  };
  Object.assign(edges, overrideEdges(p, by));
  if (p.proposes?.length) edges[dismissing] = dismissal(p, p.proposes);
  if (Object.keys(p.partyRoles).length === 0) return edges;
  const inSeries = Object.hasOwn(p.facts.columns, 'in_series');
  return {
    ...edges,
    ...mergingEdges(p, by),
    'join-series': {
      ...shared,
      title: '并入系列案',
      fields: { series: caseRef('系列', { kind: 'series' }), lead: flag('作为示范案件'), reason: text('并入理由') },
      facts: () => (inSeries ? { in_series: true } : {}),
      cite: '系列案件集中办理（办案惯例）；行政复议法(2023)第三十九条第一款第(八)项',
    },
    'leave-series': {
      ...shared,
      title: '移出系列案',
      fields: { reason: text('移出理由') },
      facts: () => (inSeries ? { in_series: null } : {}),
      cite: '系列案件集中办理（办案惯例）',
    },
  };
}

/** 不采纳: whoever might have confirmed what a lapsed period proposes lays it aside, and says why. */
function dismissal(p: Procedure, proposes: readonly DueProposal[]): Edge {
  const eventOf = (limitId: unknown) => p.edges[proposes.find((x) => x.limit === limitId)?.event ?? ''];
  const cite = '期限届满不当然发生的后果，由有权人员确认（办案惯例）';
  return {
    title: '不采纳期限届满的提示',
    from: Object.keys(p.states),
    to: 'unchanged',
    by: [...new Set(proposes.flatMap((x) => p.edges[x.event]?.by ?? []))],
    fields: {
      limit: code('届满的期限', Object.fromEntries(proposes.map((x) => [x.limit, limit(x.limit).title]))),
      due_on: day('期限届满日'),
      reason: text.personal('不采纳的理由'),
    },
    guards: [
      {
        name: 'proposal.lapsed',
        cite,
        refuses: (c) => {
          const { limit: lapsed, due_on } = c.fields;
          return c.clocks.some((k) => k.limit === lapsed && k.status === 'running' && k.due === due_on)
            ? null
            : '没有在该日届满的期限提出这一事项';
        },
      },
      {
        name: 'proposal.confirmer',
        cite,
        refuses: (c) =>
          eventOf(c.fields.limit)?.by.some((r) => c.actorRoles.includes(r)) ? null : '您的岗位不能确认这一事项',
      },
    ],
    // Done from the proposal itself, not from the case's buttons.
    offered: () => false,
    cite,
    verified: 'I',
  };
}

const mayActOn = (role: Role, kind: string): boolean => {
  const granted: readonly Permission[] = roles[role].permissions;
  return granted.some((g) => g === `${kind}:act`);
};
