import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from './config';

export interface Letter {
  /** Becomes the Message-ID: mail programs show a letter that comes twice once. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A server that does not answer is given up after so long; whoever sends tries again later. */
const PATIENCE_MS = 20_000;

/** Plain letters through the bureau's own mail server. */
@Injectable()
export class Mail {
  constructor(@Inject(Config) private readonly settings: Pick<Config, 'smtpUrl' | 'mailFrom'>) {}

  /** Has this installation a mail server? */
  get available(): boolean {
    return this.settings.smtpUrl !== undefined && this.settings.mailFrom !== undefined;
  }

  /** Returns when the server has taken the letter; throws when it did not, or when there is none. */
  async send(letter: Letter): Promise<void> {
    const { smtpUrl, mailFrom } = this.settings;
    if (smtpUrl === undefined || mailFrom === undefined)
      throw new Error('未设置 SMTP_URL 和 MAIL_FROM，不能发送邮件。');
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
    try {
      await transport.sendMail({
        from: mailFrom,
        to: { name: '', address: letter.to },
        subject: letter.subject,
        text: letter.text,
        messageId: `<${letter.id}@anjuan>`,
        // Tells out-of-office programs not to answer.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw new Error(inChinese(error), { cause: error });
    } finally {
      transport.close();
    }
  }
}

/** What the mail server answered, or that it did not. Whoever reads it looks after the installation. */
function inChinese(error: unknown): string {
  const part = (name: string): string | undefined => {
    const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const answer = part('response');
  if (answer !== undefined) return `邮件服务器拒收：${answer}`;
  return `连不上邮件服务器：${part('message') ?? String(error)}`;
}
