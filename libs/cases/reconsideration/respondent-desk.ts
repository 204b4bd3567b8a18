/**
 * 被申请人工作区: what an organ whose acts are reviewed sees. A notice is addressed to the organ by its name, as it stands
 * on the paper; the organ's officers reach that notice and nothing else of the case. Receipt and answer are events of the
 * case, dated today: a read receipt cannot be backdated.
 */
import { type CaseReceipt, Clerk, NotFound } from '@anjuan/casework';
import { type Actor, postsWith } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Clock, Database, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { answerPeriods } from './outline';
import { reconsiderationDocuments } from './reconsideration.documents';
import { matters } from './reconsideration.facts';

/** Papers of a case that its respondent receives. */
const addressed: Readonly<Record<string, string>> = Object.fromEntries(
  reconsiderationDocuments
    .filter((d) =>
      [
        'reconsideration.answer-notice',
        'reconsideration.hearing-notice',
        'reconsideration.suspension-notice',
        'reconsideration.resumption-notice',
        'reconsideration.extension-notice',
        'reconsideration.conversion-notice',
        'reconsideration.stay-decision',
        'reconsideration.stay-lifting-notice',
        'reconsideration.decision',
        'reconsideration.dismissal-decision',
        'reconsideration.mediation-paper',
        'reconsideration.termination-decision',
        'reconsideration.performance-order',
        'reconsideration.interview-notice',
      ].includes(d.code),
    )
    .map((d) => [d.code, d.title]),
);

export interface NoticePaper {
  readonly title: string;
  readonly number: string | null;
  readonly issued_on: Day;
}
/** One notice to the organ: to answer an application (`answer`), or a letter (意见书、建议书) to report on (`letter`). */
export interface AddressedNotice {
  readonly case_id: string;
  readonly kind: 'answer' | 'letter';
  readonly number: string;
  readonly organ: string;
  /** Applicants of the case, or the letter's subject. */
  readonly about: string;
  readonly matter: string | null;
  readonly sent_on: Day;
  readonly acknowledged_on: Day | null;
  /** Null: no period runs (before receipt; a 建议书 has none in law). */
  readonly due: Day | null;
  readonly answered_on: Day | null;
  readonly papers: readonly NoticePaper[];
}
export interface AnswerEntry {
  readonly reply: string;
  /** 证据目录, one entry per piece. */
  readonly evidence: readonly string[];
}
/** A reply to a letter; `result` is a code of the letter's 反馈结果. */
export interface LetterReply {
  readonly reply: string;
  readonly result: string;
}

interface Row {
  readonly case_id: string;
  readonly kind: 'answer' | 'letter';
  readonly party_id: string;
  readonly version: number;
  readonly number: string;
  readonly organ: string;
  readonly about: string | null;
  readonly matter: string | null;
  readonly sent_on: Day;
  readonly acknowledged_on: Day | null;
  readonly due: Day | null;
  readonly answered_on: Day | null;
}

@Injectable()
export class RespondentDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clerk: Clerk,
  ) {}

  /** Everything addressed to the actor's organs, newest first. A notice that its sender withdrew is gone. */
  async notices(actor: Actor): Promise<readonly AddressedNotice[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const rows = await this.addressedTo(tx, actor);
      const papers = await tx.query<{ case_id: string; code: string; number: string | null; issued_on: Day }>(
        `select case_id, code, number, issued_on from paper
         where jurisdiction_id = $1 and case_id = any($2::uuid[]) and code = any($3::text[]) order by seq, id`,
        [actor.jurisdictionId, rows.map((r) => r.case_id), [...Object.keys(addressed), ...Object.keys(letterTitles)]],
      );
      return rows.map(({ party_id, version, about, matter, ...row }) => ({
        ...row,
        about: about ?? '',
        matter: Object.entries(matters).find(([code]) => code === matter)?.[1] ?? null,
        papers: papers
          .filter((p) => p.case_id === row.case_id)
          .map((p) => ({
            title: addressed[p.code] ?? letterTitles[p.code] ?? p.code,
            number: p.number,
            issued_on: p.issued_on,
          })),
      }));
    });
  }

  /** 签收: the period to answer, or to report, runs from today. @throws NotFound, Refusal */
  async acknowledge(actor: Actor, caseId: string): Promise<CaseReceipt> {
    const notice = await this.notice(actor, caseId);
    return notice.kind === 'letter'
      ? this.act(actor, notice, 'record-delivery', {})
      : this.act(actor, notice, 'record-copy-received', { respondent: notice.party_id });
  }

  /** 答复举证: the answer with its list of evidence. @throws NotFound, FieldErrors, Refusal */
  async answer(actor: Actor, caseId: string, entry: AnswerEntry): Promise<CaseReceipt> {
    const notice = await this.notice(actor, caseId, 'answer');
    return this.act(actor, notice, 'record-answer', {
      respondent: notice.party_id,
      evidence_complete: entry.evidence.length > 0,
      reply: entry.reply,
      evidence_list: entry.evidence.join('\n'),
      evidence_count: entry.evidence.length,
    });
  }

  /** 反馈: the report on an opinion, or the reply to a suggestion. @throws NotFound, FieldErrors, Refusal */
  async reply(actor: Actor, caseId: string, entry: LetterReply): Promise<CaseReceipt> {
    const notice = await this.notice(actor, caseId, 'letter');
    return this.act(actor, notice, 'record-reply', { reply_result: entry.result, reply: entry.reply });
  }

  private act(actor: Actor, notice: Row, event: string, fields: Readonly<Record<string, unknown>>) {
    const request = {
      caseId: notice.case_id,
      version: notice.version,
      event,
      happenedOn: this.clock.today(),
      fields,
    };
    return this.clerk.apply(actor, request, { vouched: 'respondent-officer' });
  }

  private async notice(actor: Actor, caseId: string, kind?: Row['kind']): Promise<Row> {
    const [row] = await this.database.inJurisdiction(actor.jurisdictionId, (tx) => this.addressedTo(tx, actor, caseId));
    if (!row || (kind !== undefined && row.kind !== kind)) throw new NotFound('通知');
    return row;
  }

  private addressedTo(tx: Tx, actor: Actor, caseId?: string): Promise<Row[]> {
    const organs = postsWith(actor, 'respondent:read').map((p) => p.organisationId);
    return tx.query<Row>(
      `with organ as (
         select name from organisation where jurisdiction_id = $1 and id = any($2::uuid[])),
       mine as (
         select p.case_id, p.id, p.role, p.name from party p join organ on organ.name = p.name
         where p.jurisdiction_id = $1 and p.kind = 'organ' and p.recorded_to = 'infinity'
           and p.role in ('respondent', 'addressee') and ($3::uuid is null or p.case_id = $3))
       select m.case_id, 'answer' as kind, m.id as party_id, c.version, coalesce(c.number, c.register_number) as number,
         m.name as organ, f.matter, f.copy_sent_on as sent_on, k.started_on as acknowledged_on, k.due, k.ended_on as answered_on,
         (select string_agg(a.name, '、' order by a.id) from party a where a.jurisdiction_id = $1
            and a.case_id = m.case_id and a.role = 'applicant' and a.recorded_to = 'infinity') as about
       from mine m
       join case_file c on c.jurisdiction_id = $1 and c.id = m.case_id and c.kind = 'reconsideration'
       join reconsideration_fact f on f.jurisdiction_id = $1 and f.case_id = m.case_id and f.recorded_to = 'infinity'
       left join lateral (
         select started_on, due, case when status = 'met' then ended_on end as ended_on from clock
         where jurisdiction_id = $1 and case_id = m.case_id and subject = m.id::text and limit_id = any($4::text[])
         order by id desc limit 1) k on true
       where m.role = 'respondent' and f.copy_sent_on is not null and c.merged_into is null
       union all
       select m.case_id, 'letter', m.id, c.version, coalesce(c.number, c.register_number), m.name, null, f.issued_on,
         f.delivered_on, k.due, f.replied_on, f.subject
       from mine m
       join case_file c on c.jurisdiction_id = $1 and c.id = m.case_id and c.kind = 'letter'
       join letter_fact f on f.jurisdiction_id = $1 and f.case_id = m.case_id and f.recorded_to = 'infinity'
       left join lateral (
         select due from clock where jurisdiction_id = $1 and case_id = m.case_id
           and limit_id = 'reconsideration.opinion-report' order by id desc limit 1) k on true
       where m.role = 'addressee' and f.issued_on is not null and c.merged_into is null
       order by sent_on desc, case_id desc`,
      [actor.jurisdictionId, organs, caseId ?? null, answerPeriods],
    );
  }
}

const letterTitles: Readonly<Record<string, string>> = {
  'letter.opinion': '行政复议意见书',
  'letter.suggestion': '行政复议建议书',
  'letter.performance-order': '责令履行行政复议意见书通知书',
};
