import { limitTitle, readOffice } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import { Clock, Config, Database, Mail, shanghaiTime, type Tx, Vault } from '@anjuan/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Address,
  backoffMinutes,
  type Channel,
  type Content,
  dingtalkPost,
  type Message,
  mostAttempts,
  type Post,
  robotRefusal,
  smsPost,
  wecomPost,
} from './channels';
import { openAddress } from './choices';
import { readHours } from './policies';
import { reminderWords } from './wording';

export interface SendReport {
  readonly sent: number;
  readonly failed: number;
  /** Not sent, because the deadline was met or has moved, or the person wants it no more. */
  readonly withdrawn: number;
}

/** A delivery in hand, with what decides whether it is still to be sent. */
interface Claimed {
  readonly notice_id: string;
  readonly channel: Channel;
  readonly attempts: number;
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  readonly stands: boolean;
  readonly due: Day | null;
  readonly limit_id: string | null;
  readonly provisional: boolean | null;
  readonly number: string | null;
  readonly content: Content | null;
  readonly data_key: Buffer | null;
  readonly sealed: Buffer | null;
}

/** So many are claimed at once, and so many of them are on their way at the same time. */
const batch = 20;
const atOnce = 5;
/** A server that does not answer is given up; batch, width and patience together stay below the lease. */
const patienceMs = 20_000;
/** A delivery that was claimed so long ago and is not settled was lost with its worker: it is sent again. */
const leaseMs = 2 * 60_000;
const addressInError = '（地址略）';

/**
 * Carries notices out of the house: at least once, within the jurisdiction's hours, and nothing any more for a deadline
 * that was met or has moved. A crash between sending and noting it down sends again.
 */
@Injectable()
export class Outbound {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly mail: Mail,
    @Inject(Config) private readonly settings: Pick<Config, 'smsUrl' | 'smsToken'>,
  ) {}

  /** Sends what waits in every jurisdiction that is open now. */
  async run(): Promise<SendReport> {
    const ids = await this.database.outside((tx) =>
      tx.query<{ id: number }>('select id from jurisdiction order by id'),
    );
    const sum = { sent: 0, failed: 0, withdrawn: 0 };
    for (const { id } of ids) {
      for (let more = true; more; ) {
        const claimed = await this.database.inJurisdiction(id, (tx) => this.claim(tx, id));
        more = claimed.length === batch;
        const waiting = [...claimed];
        const carry = async () => {
          for (let d = waiting.shift(); d !== undefined; d = waiting.shift()) sum[await this.settle(id, d)] += 1;
        };
        await Promise.all(Array.from({ length: atOnce }, carry));
      }
    }
    return sum;
  }

  private async claim(tx: Tx, jurisdictionId: number): Promise<readonly Claimed[]> {
    const now = this.clock.now();
    const [waiting] = await tx.query(
      `select from delivery where jurisdiction_id = $1 and state = 'waiting' and next_at <= $2 limit 1`,
      [jurisdictionId, now],
    );
    if (!waiting || !(await this.isOpen(tx, jurisdictionId))) return [];
    const claimed = await tx.query<{ notice_id: string; channel: Channel }>(
      `update delivery set attempts = attempts + 1, tried_at = $2, next_at = $3
       where jurisdiction_id = $1 and (notice_id, channel) in (
         select notice_id, channel from delivery
         where jurisdiction_id = $1 and state = 'waiting' and next_at <= $2
         order by next_at, notice_id limit ${batch} for update skip locked)
       returning notice_id, channel`,
      [jurisdictionId, now, new Date(now.getTime() + leaseMs)],
    );
    // The digest of a day is old the day after, a reminder when its day has passed: there is a newer digest then.
    return tx.query<Claimed>(
      `select d.notice_id, d.channel, d.attempts, n.title, n.body, r.kind, r.due, k.limit_id, k.provisional,
         coalesce(c.number, c.register_number) as number, w.content, w.data_key, w.sealed,
         n.withdrawn_at is null
           and (case when r.kind like 'fallen-%' then true
                     when r.clock_id is null then r.fire_on = $3
                     else k.status = 'running' and k.due = r.due and r.due >= $3 end)
           and exists (select from post p where p.jurisdiction_id = $1 and p.person_id = d.person_id
                         and p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3)) as stands
       from jsonb_to_recordset($2::jsonb) as mine(notice_id uuid, channel text)
       join delivery d on d.jurisdiction_id = $1 and d.notice_id = mine.notice_id and d.channel = mine.channel
       join notice n on n.jurisdiction_id = $1 and n.id = d.notice_id
       join reminder r on r.jurisdiction_id = $1 and r.id = n.reminder_id
       left join clock k on k.jurisdiction_id = $1 and k.id = r.clock_id
       left join case_file c on c.jurisdiction_id = $1 and c.id = r.case_id
       left join notice_channel w on w.jurisdiction_id = $1 and w.person_id = d.person_id and w.channel = d.channel`,
      [jurisdictionId, JSON.stringify(claimed), this.clock.today()],
    );
  }

  private async isOpen(tx: Tx, jurisdictionId: number): Promise<boolean> {
    const hours = await readHours(tx, jurisdictionId);
    const time = shanghaiTime(this.clock.now());
    if (time < hours.opensAt || time >= hours.closesAt) return false;
    return !hours.workingDaysOnly || (await readOffice(tx, jurisdictionId)).calendar.isWorkingDay(this.clock.today());
  }

  private async settle(jurisdictionId: number, d: Claimed): Promise<keyof SendReport> {
    const wanted = d.content === 'all' || (d.content === 'digest' && d.kind.startsWith('digest-'));
    if (!d.stands || !wanted || d.data_key === null || d.sealed === null)
      return this.note(jurisdictionId, d, 'withdrawn', null);
    let secrets: readonly string[] = [];
    try {
      const to = openAddress(this.vault, d.data_key, d.sealed);
      secrets = [to.address, ...(to.secret === undefined ? [] : [to.secret])];
      await this.send(d.channel, to, this.messageOf(d));
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      // A server's answer may repeat the address, which is a person's own.
      const words = secrets.reduce((text, secret) => text.replaceAll(secret, addressInError), told);
      return this.note(jurisdictionId, d, 'failed', words.slice(0, 500));
    }
    return this.note(jurisdictionId, d, 'sent', null);
  }

  /** Worded anew on the day it leaves, and without the handler's name, which the notice in the house may bear. */
  private messageOf(d: Claimed): Message {
    const id = `${d.notice_id}.${d.channel}`;
    if (d.due === null || d.limit_id === null || d.number === null) return { id, title: d.title, text: d.body };
    const deadline = {
      number: d.number,
      limit: limitTitle(d.limit_id),
      due: d.due,
      provisional: d.provisional ?? false,
    };
    const { title, body } = reminderWords(deadline, this.clock.today(), null);
    return { id, title, text: body };
  }

  private async send(channel: Channel, to: Address, message: Message): Promise<void> {
    switch (channel) {
      case 'email':
        return this.mail.send({
          id: message.id,
          to: to.address,
          subject: `【案卷】${message.title}`,
          text: message.text,
        });
      case 'sms': {
        const { smsUrl, smsToken } = this.settings;
        if (smsUrl === undefined) throw new Error('未设置 SMS_URL，不能发送短信。');
        await post(smsPost(smsUrl, smsToken, to, message));
        return;
      }
      case 'wecom':
        return toRobot(wecomPost(to, message));
      case 'dingtalk':
        return toRobot(dingtalkPost(to, message, this.clock.now()));
    }
  }

  private async note(
    jurisdictionId: number,
    d: Claimed,
    outcome: keyof SendReport,
    error: string | null,
  ): Promise<keyof SendReport> {
    const now = this.clock.now();
    const final = outcome !== 'failed' || d.attempts >= mostAttempts;
    await this.database.inJurisdiction(jurisdictionId, (tx) =>
      // Another attempt may have gone ahead of a slow one: what was sent stays sent.
      tx.execute(
        `update delivery set state = $4, settled_at = $5, last_error = coalesce($6, last_error), next_at = $7
         where jurisdiction_id = $1 and notice_id = $2 and channel = $3 and state = 'waiting'`,
        [
          jurisdictionId,
          d.notice_id,
          d.channel,
          final ? outcome : 'waiting',
          final ? now : null,
          error,
          outcome === 'failed' ? new Date(now.getTime() + backoffMinutes(d.attempts) * 60_000) : now,
        ],
      ),
    );
    return outcome;
  }
}

async function toRobot(request: Post): Promise<void> {
  const refusal = robotRefusal(await post(request));
  if (refusal !== null) throw new Error(refusal);
}

/** @throws Error where the answer is no 2xx, or there is none */
async function post({ url, headers, body }: Post): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers },
    body,
    // A redirect could lead to an address that nobody allowed.
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  }).catch((error: unknown) => {
    // `fetch failed` alone tells nobody anything.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Error(`连不上对方服务器：${cause instanceof Error ? cause.message : String(cause)}`);
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`对方服务器应答${answer.status}：${text.slice(0, 200)}`);
  return text;
}
