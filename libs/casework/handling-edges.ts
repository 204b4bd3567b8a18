/** 分派、移交、退回、协办、回避: edges that any kind may take into its procedure, all of them facts that leave the state alone. */
import type { Role } from '@anjuan/identity';
import type { Columns, FactSheet, Facts } from './facts';
import { code, type Fields, person, text } from './fields';
import type { AnyContext, Edge, Guard, StartsClock } from './procedure';

/** 分派理由. */
export const assignGrounds = {
  place: '就近',
  load: '工作量均衡',
  field: '专业对口',
  chosen: '当事人选择',
  duty: '轮值',
  other: '其他',
} as const;
/** 移交理由. */
export const handOverGrounds = {
  leave: '调离、辞职、退休或者任期届满',
  absence: '请假、培训等暂时离岗',
  load: '工作量调整',
  field: '专业对口',
  chosen: '当事人另行选择',
  other: '其他',
} as const;
/** 回避理由. */
export const recusalGrounds = {
  relative: '是当事人或者其代理人的近亲属',
  interest: '与本案有利害关系',
  relation: '与当事人、代理人有其他关系，可能影响公正',
  asked: '当事人要求调换',
} as const;
const recusedAt = { party: '当事人提出', own: '本人提出', office: '单位决定' } as const;

interface HandlingRules<S extends string, C extends Columns> {
  readonly facts: FactSheet<C>;
  /** States in which somebody has the case. */
  readonly from: readonly S[];
  /** Who has it and may return it or step back. */
  readonly by: readonly Role[];
  /** Who gives it to others. */
  readonly heads: readonly Role[];
  /** 承办人 as this kind calls them. */
  readonly handler: string;
  /** Articles: choosing the handler, replacing one. */
  readonly cite: { readonly assign: string; readonly recuse: string };
  /** How the articles on recusal are known, see `Edge.verified`. */
  readonly recusalVerified?: Edge['verified'];
  /** The watch on cases that nobody has; starts again when one comes back. */
  readonly watch?: StartsClock<AnyContext<C>>;
  /** Facts kept at an assignment, beyond the fields of the same name. */
  assigned?(c: AnyContext<C>): Partial<Facts<C>>;
}

const note = text.personalOptional('情况说明');

/** Typed by its own fields while written; the engine sees it through checked values, as every edge. */
const builder =
  <S extends string, C extends Columns>() =>
  <const F extends Fields>(e: Edge<S, C, F>): Edge<S, C, Fields> =>
    e;

/** The edges of who has the case, for one kind. */
export function handlingEdges<const S extends string, const C extends Columns>(rules: HandlingRules<S, C>) {
  const { from, by, heads, handler, cite, recusalVerified, watch, assigned } = rules;
  const edge = builder<S, C>();
  const guard = (
    name: string,
    article: string,
    refuses: (c: AnyContext<C>) => string | null,
  ): Guard<AnyContext<C>> => ({ name, cite: article, refuses });
  const held = guard('handler.held', cite.assign, (c) => (c.handlerId === null ? '本案尚未分派。' : null));
  const again = watch ? [watch] : [];
  return {
    assign: edge({
      title: '分派',
      from,
      to: 'unchanged',
      by: heads,
      fields: {
        handler: person(handler),
        second_handler: person.optional(`第二${handler}`),
        assign_ground: code('分派理由', assignGrounds),
        note,
      },
      guards: [
        guard('handler.vacant', cite.assign, (c) =>
          c.handlerId === null ? null : `本案已有${handler}，更换的请办理移交或者回避。`,
        ),
      ],
      hands: (c) => ({
        handler: c.fields.handler,
        ...(c.fields.second_handler === null ? {} : { second: c.fields.second_handler }),
      }),
      facts: (c) => assigned?.(c) ?? {},
      meets: watch ? [watch.limit] : [],
      cite: cite.assign,
    }),
    'hand-over': edge({
      title: '移交',
      from,
      to: 'unchanged',
      by: heads,
      fields: {
        handler: person(`新的${handler}`),
        from_handler: person.optional(`原${handler}`, { hint: '填写的，须与现在的承办人一致' }),
        hand_over_ground: code('移交理由', handOverGrounds),
        note,
      },
      guards: [
        held,
        guard('handler.from', cite.assign, (c) =>
          typeof c.fields.from_handler === 'string' && c.handlerId !== null && c.fields.from_handler !== c.handlerId
            ? `本案现在的${handler}已经不是移交表上的人员。`
            : null,
        ),
      ],
      hands: (c) => ({ handler: c.fields.handler }),
      cite: cite.assign,
    }),
    return: edge({
      title: '退回分派',
      from,
      to: 'unchanged',
      by,
      fields: { return_reason: text.personal('退回理由', { max: 1000, lines: 3 }) },
      guards: [held],
      hands: () => ({ handler: null }),
      starts: again,
      cite: cite.assign,
    }),
    'second-handler': edge({
      title: `确定第二${handler}`,
      from,
      to: 'unchanged',
      by,
      fields: { second_handler: person.optional(`第二${handler}`, { hint: '不填即不再有第二人' }), note },
      guards: [held],
      hands: (c) => ({ second: c.fields.second_handler }),
      cite: cite.assign,
    }),
    recuse: edge({
      title: '回避',
      from,
      to: 'unchanged',
      by,
      fields: {
        recused: person('回避人员'),
        recused_at: code('提出方式', recusedAt),
        recusal_ground: code('回避理由', recusalGrounds),
        handler: person.optional(`改由谁办理`, { hint: '不填的退回分派台' }),
        note,
      },
      guards: [
        guard('recusal.handler', cite.recuse, (c) =>
          c.fields.recused === c.handlerId || c.fields.recused === c.secondHandlerId
            ? null
            : `回避人员不是本案的${handler}。`,
        ),
        guard('recusal.successor', cite.assign, (c) =>
          c.fields.handler !== null && !c.actorRoles.some((r) => heads.includes(r))
            ? '由谁接办，由负责分派的人员决定；您可以不填，退回分派台。'
            : null,
        ),
      ],
      hands: (c) => {
        const bars = String(c.fields.recused);
        const successor = typeof c.fields.handler === 'string' ? c.fields.handler : null;
        return bars === c.handlerId ? { bars, handler: successor } : { bars, second: successor };
      },
      starts: again.map((w) => ({
        ...w,
        when: (c) => c.fields.recused === c.handlerId && c.fields.handler === null && (w.when?.(c) ?? true),
      })),
      cite: cite.recuse,
      ...(recusalVerified ? { verified: recusalVerified } : {}),
    }),
  };
}
