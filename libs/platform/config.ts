import path from 'node:path';

/**
 * What the surroundings decide. The only reader of `process.env` in the product; injected by this class as token.
 * Tests replace it with `overrideProvider(Config).useValue({ ...config(), databaseUrl })`.
 */
export abstract class Config {
  /** TCP port of the HTTP server (`PORT`, 3000). */
  abstract readonly port: number;
  /** Address the HTTP server listens on (`HOST`, 127.0.0.1); 0.0.0.0 lets other machines in. */
  abstract readonly host: string;
  /** Application role `anjuan_app` (`DATABASE_URL`); absent where no database is configured. */
  abstract readonly databaseUrl: string | undefined;
  /** Owner role, only for migrations (`DATABASE_OWNER_URL`). Neither API nor worker needs it. */
  abstract readonly databaseOwnerUrl: string | undefined;
  /** Redis for the queue (`REDIS_URL`); absent: the queue lives in PostgreSQL. */
  abstract readonly redisUrl: string | undefined;
  /** Absolute data folder (`ANJUAN_DATA`); absent: the embedded server chooses one. */
  abstract readonly dataFolder: string | undefined;
  /** 32 bytes in base64 (`ANJUAN_MASTER_KEY`). */
  abstract readonly masterKey: string | undefined;
  /** File holding the same (`ANJUAN_MASTER_KEY_FILE`); the key itself wins. */
  abstract readonly masterKeyFile: string | undefined;
  /** Mail server (`SMTP_URL`, `smtp://user:password@host:587` or `smtps://…:465`); absent: no mail is sent. */
  abstract readonly smtpUrl: string | undefined;
  /** Sender of mail (`MAIL_FROM`). */
  abstract readonly mailFrom: string | undefined;
  /** The bureau's SMS adapter (`SMS_URL`), see docs/reminders.md; absent: no SMS is sent. */
  abstract readonly smsUrl: string | undefined;
  /** Bearer token for it (`SMS_TOKEN`). */
  abstract readonly smsToken: string | undefined;
  /**
   * Origins that robot messages may be posted to (`WEBHOOK_ORIGINS`, separated by commas; WeCom's and DingTalk's own).
   * People type these addresses, and the server opens them: it must not be led to other machines of its network.
   */
  abstract readonly webhookOrigins: readonly string[];
}

const ROBOTS = 'https://qyapi.weixin.qq.com,https://oapi.dingtalk.com';

/** Reads the environment now. Throws with a Chinese message when `PORT` is no port. */
export function config(): Config {
  const folder = setting('ANJUAN_DATA');
  return {
    port: portNumber(setting('PORT') ?? '3000'),
    host: setting('HOST') ?? '127.0.0.1',
    databaseUrl: setting('DATABASE_URL'),
    databaseOwnerUrl: setting('DATABASE_OWNER_URL'),
    redisUrl: setting('REDIS_URL'),
    dataFolder: folder === undefined ? undefined : path.resolve(folder),
    masterKey: setting('ANJUAN_MASTER_KEY'),
    masterKeyFile: setting('ANJUAN_MASTER_KEY_FILE'),
    smtpUrl: setting('SMTP_URL'),
    mailFrom: setting('MAIL_FROM'),
    smsUrl: setting('SMS_URL'),
    smsToken: setting('SMS_TOKEN'),
    webhookOrigins: (setting('WEBHOOK_ORIGINS') ?? ROBOTS).split(',').map((origin) => origin.trim()),
  };
}

/** An empty variable (as compose files produce them) counts as absent. */
function setting(name: string): string | undefined {
  const value = process.env[name]?.trim();
  return value === '' ? undefined : value;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`环境变量 PORT 不是有效端口：${text}`);
  }
  return port;
}
