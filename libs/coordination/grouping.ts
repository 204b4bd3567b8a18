/** Series at work: grouping cases, and copying what was done in the lead case to the members. */
import {
  anyCaseEdges,
  type BatchAnswer,
  type CaseReceipt,
  type CaseScript,
  Clerk,
  edgesOf,
  NotFound,
  type Procedure,
  Procedures,
  Refusal,
  type SeenCase,
} from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Database, type Tx, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { Links } from './links';

export interface NewSeries {
  readonly organisationId: string;
  readonly happenedOn: Day;
  readonly title: string;
  readonly act?: string;
  /** Why these cases belong together. */
  readonly reason: string;
  readonly leadId: string;
  readonly memberIds: readonly string[];
}
/** What became of one member: done, or every refusal. */
export interface MemberAnswer {
  readonly case: SeenCase;
  readonly error: Error | null;
}

/** Of what any case may undergo, the decisions on a period; the rest (a merger, a correction) concerns one case alone. */
const copyable = ['override-clock', 'restore-clock', 'dismiss-proposal'];
const isOwn = (p: Procedure, event: string) => Object.hasOwn(anyCaseEdges(p), event) && !copyable.includes(event);

@Injectable()
export class Grouping {
  constructor(
    private readonly database: Database,
    private readonly clerk: Clerk,
    private readonly procedures: Procedures,
    private readonly links: Links,
  ) {}

  /** The series and all its members together, or nothing. @throws NotFound, FieldErrors, Refusal */
  async form(actor: Actor, s: NewSeries): Promise<CaseReceipt> {
    const ids = [...new Set([s.leadId, ...s.memberIds])];
    await this.database.inJurisdiction(actor.jurisdictionId, (tx) => this.links.demand(tx, actor, ids));
    const id = uuidv7();
    const { happenedOn, reason, title, act } = s;
    const fieldsOf = (member: string) => ({ series: id, lead: member === s.leadId, reason });
    const scripts: CaseScript[] = [
      {
        open: { id, kind: 'series', organisationId: s.organisationId },
        steps: [{ event: 'form', happenedOn, fields: { title, ...(act === undefined ? {} : { act }) } }],
      },
      ...ids.map((caseId) => ({ caseId, steps: [{ event: 'join-series', happenedOn, fields: fieldsOf(caseId) }] })),
    ];
    const whole = (answers: readonly BatchAnswer[]) => {
      for (const a of answers) if (!a.ok) throw a.error;
    };
    const [first] = await this.clerk.batch(actor, scripts, { origin: 'person', together: async (_, a) => whole(a) });
    if (!first?.ok) throw new Error('a series without a receipt');
    return first.receipt;
  }

  /**
   * Copies one event of the lead case — a suspension, a hearing, a notice — to the members: same event, day and fields,
   * the lead's parties replaced by those in the same place. Each member stands under its own rules; refusals are shown.
   * @throws NotFound, Refusal where the event cannot be copied
   */
  async copy(
    actor: Actor,
    seriesId: string,
    seq: number,
    memberIds: readonly string[] | null,
  ): Promise<readonly MemberAnswer[]> {
    const { step, members } = await this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      await this.links.demand(tx, actor, [seriesId]);
      const rows = await tx.query<{ id: string; kind: string; leads_series: boolean }>(
        `select id, kind, leads_series from case_file where jurisdiction_id = $1 and series_id = $2 order by opened_on, id`,
        [actor.jurisdictionId, seriesId],
      );
      const lead = rows.find((r) => r.leads_series);
      if (!lead) throw new NotFound('示范案件');
      await this.links.demand(tx, actor, [lead.id]);
      const others = rows.filter((r) => r !== lead && (memberIds === null || memberIds.includes(r.id)));
      const seen = await this.links.seen(
        tx,
        actor,
        others.map((r) => r.id),
      );
      return { step: await this.eventOf(tx, actor, lead, seq), members: others.flatMap((r) => seen.get(r.id) ?? []) };
    });
    const scripts = members.map((m): CaseScript => ({ caseId: m.id, steps: [step] }));
    const answers = await this.clerk.batch(actor, scripts, { origin: 'person' });
    return members.map((member, i) => {
      const answer = answers[i];
      if (!answer) throw new Error('a member without an answer');
      return { case: member, error: answer.ok ? null : answer.error };
    });
  }

  /** An event of the lead as it can be done again elsewhere. */
  private async eventOf(tx: Tx, actor: Actor, lead: { id: string; kind: string }, seq: number) {
    const at = [actor.jurisdictionId, lead.id, seq];
    const [event] = await tx.query<{
      name: string;
      happened_on: Day;
      payload: { readonly fields?: Readonly<Record<string, unknown>> };
    }>('select name, happened_on, payload from event where jurisdiction_id = $1 and case_id = $2 and seq = $3', at);
    if (!event) throw new NotFound('环节');
    const procedure = this.procedures.of(lead.kind);
    const edge = edgesOf(procedure)[event.name];
    const fields = Object.entries(edge?.fields ?? {});
    if (
      !edge ||
      edge.from === 'opening' ||
      isOwn(procedure, event.name) ||
      fields.some(([, f]) => f.type === 'parties')
    )
      throw new Refusal([
        {
          guard: 'series.copyable',
          message: `“${edge?.title ?? event.name}”只属于示范案件本身，不能复制到其他成员`,
          article: '系列案件集中办理（办案惯例）',
        },
      ]);
    const texts = await tx.query<{ field: string; text: string }>(
      'select field, text from case_text where jurisdiction_id = $1 and case_id = $2 and seq = $3',
      at,
    );
    const parties = await tx.query<{ id: string; role: string }>(
      `select id, role from party where jurisdiction_id = $1 and case_id = $2 and recorded_to = 'infinity' order by id`,
      at.slice(0, 2),
    );
    const values: Record<string, unknown> = {
      ...event.payload.fields,
      ...Object.fromEntries(texts.map((t) => [t.field, t.text])),
    };
    for (const [name, f] of fields) {
      const found = f.type === 'party' ? parties.find((p) => p.id === values[name]) : undefined;
      if (!found) continue;
      const place = parties.filter((p) => p.role === found.role).indexOf(found) + 1;
      values[name] = `${found.role}#${place}`;
    }
    // The members take part in the lead's sitting; the room is not booked a second time.
    for (const name of ['begins', 'ends', 'room', 'attendees']) delete values[name];
    return { event: event.name, happenedOn: event.happened_on, fields: values };
  }
}
