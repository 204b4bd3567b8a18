import { FieldErrors } from '@anjuan/casework';
import { Clock, Config, Database, Mail, Vault } from '@anjuan/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Address, type Channel, type Content, channelNames, channels, masked, mistakeIn } from './channels';
import type { Reader } from './notices';

/** One way out of the house as its person sees it. */
export interface ChannelChoice {
  readonly channel: Channel;
  readonly title: string;
  /** False: this installation has no mail server or SMS adapter. */
  readonly available: boolean;
  /** Null: not chosen; notices stay in the house. */
  readonly chosen: { readonly content: Content; readonly address: string; readonly signed: boolean } | null;
}

interface ChoiceRow {
  channel: Channel;
  content: Content;
  data_key: Buffer;
  sealed: Buffer;
}

export function openAddress(vault: Vault, dataKey: Buffer, sealed: Buffer): Address {
  const stored: unknown = JSON.parse(vault.unseal(vault.openKey(dataKey), sealed).toString('utf8'));
  const found = typeof stored === 'object' && stored !== null ? stored : {};
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(found, name);
    return typeof value === 'string' ? value : undefined;
  };
  const secret = text('secret');
  return { address: text('address') ?? '', ...(secret === undefined ? {} : { secret }) };
}

/** Where a person wants notices besides the console. One's own only: every statement names the reader. */
@Injectable()
export class Choices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly mail: Mail,
    @Inject(Config) private readonly settings: Pick<Config, 'smsUrl' | 'webhookOrigins'>,
  ) {}

  async list(reader: Reader): Promise<readonly ChannelChoice[]> {
    const rows = await this.database.inJurisdiction(reader.jurisdictionId, (tx) =>
      tx.query<ChoiceRow>(
        `select channel, content, data_key, sealed from notice_channel
         where jurisdiction_id = $1 and person_id = $2::uuid`,
        [reader.jurisdictionId, reader.personId],
      ),
    );
    return channelNames.map((channel) => {
      const row = rows.find((r) => r.channel === channel);
      const to = row && openAddress(this.vault, row.data_key, row.sealed);
      return {
        channel,
        title: channels[channel],
        available: this.isAvailable(channel),
        chosen:
          row && to
            ? { content: row.content, address: masked(channel, to.address), signed: to.secret !== undefined }
            : null,
      };
    });
  }

  /**
   * Chooses a channel, or changes it; an address left out stays as it was. Counts for notices from now on.
   * @throws FieldErrors for an address that is none, or a channel this installation does not have
   */
  async choose(
    reader: Reader,
    channel: Channel,
    { content, address, secret }: { content: Content; address?: string; secret?: string },
  ): Promise<void> {
    if (!this.isAvailable(channel))
      throw new FieldErrors([
        { field: 'channel', value: channels[channel], rule: '本系统尚未配置这种方式，请联系管理员' },
      ]);
    if (reader.personId === null)
      throw new FieldErrors([{ field: 'channel', value: channels[channel], rule: '账号没有对应的人员，不能设置' }]);
    await this.database.inJurisdiction(reader.jurisdictionId, async (tx) => {
      const key = [reader.jurisdictionId, reader.personId, channel];
      const [row] = await tx.query<ChoiceRow>(
        `select channel, content, data_key, sealed from notice_channel
         where jurisdiction_id = $1 and person_id = $2 and channel = $3 for update`,
        key,
      );
      const known = row && openAddress(this.vault, row.data_key, row.sealed);
      // A new address is another robot: the old one's secret does not belong to it.
      const to: Address = address === undefined ? (known ?? { address: '' }) : { address: address.trim() };
      const kept = secret === undefined || secret.trim() === '' ? to : { ...to, secret: secret.trim() };
      const rule = mistakeIn(channel, kept, this.settings.webhookOrigins);
      if (rule !== null) throw new FieldErrors([{ field: 'address', value: address ?? '', rule }]);
      const dataKey = this.vault.newKey();
      await tx.execute(
        `insert into notice_channel (jurisdiction_id, person_id, channel, content, data_key, sealed, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (jurisdiction_id, person_id, channel) do update set content = excluded.content,
           data_key = excluded.data_key, sealed = excluded.sealed, changed_at = excluded.changed_at`,
        [
          ...key,
          content,
          this.vault.sealKey(dataKey),
          this.vault.seal(dataKey, Buffer.from(JSON.stringify(kept), 'utf8')),
          this.clock.now(),
        ],
      );
    });
  }

  /** Forgets the address; what waits for it is not sent any more. */
  async drop(reader: Reader, channel: Channel): Promise<void> {
    await this.database.inJurisdiction(reader.jurisdictionId, (tx) =>
      tx.execute('delete from notice_channel where jurisdiction_id = $1 and person_id = $2::uuid and channel = $3', [
        reader.jurisdictionId,
        reader.personId,
        channel,
      ]),
    );
  }

  private isAvailable(channel: Channel): boolean {
    if (channel === 'email') return this.mail.available;
    if (channel === 'sms') return this.settings.smsUrl !== undefined;
    return this.settings.webhookOrigins.length > 0;
  }
}
