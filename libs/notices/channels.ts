/** The ways out of the house: addresses, and messages in the shapes that WeCom, DingTalk and the SMS adapter take. Pure. */
import { createHmac } from 'node:crypto';

export const channels = {
  email: '电子邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  sms: '短信',
} as const;
export type Channel = keyof typeof channels;
export const channelNames: readonly Channel[] = ['email', 'wecom', 'dingtalk', 'sms'];
export const isChannel = (v: string): v is Channel => Object.hasOwn(channels, v);

/** `all`: every notice; `digest`: the morning digest alone. */
export const contents = { all: '逐条提醒和每日汇总', digest: '只发每日汇总' } as const;
export type Content = keyof typeof contents;

/** Where a person is reached by a channel. */
export interface Address {
  readonly address: string;
  /** DingTalk's signing secret (加签), where its robot asks for one. */
  readonly secret?: string;
}

/** A message as it leaves the house: case number, limit and days, never a name. */
export interface Message {
  /** The same for every attempt, so that a receiver can drop what comes twice. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** An HTTP POST with a JSON body. */
export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is wrong with an address, in Chinese; null: nothing. `origins`: those that robots may stand at. */
export function mistakeIn(channel: Channel, { address }: Address, origins: readonly string[]): string | null {
  switch (channel) {
    case 'email':
      // One address and nothing that a mail program would read as a second.
      return /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:.]+$/.test(address) ? null : '应为电子邮箱地址';
    case 'sms':
      return /^1[3-9]\d{9}$/.test(address) ? null : '应为11位手机号码';
    default:
      return URL.canParse(address) && origins.includes(new URL(address).origin)
        ? null
        : `应为机器人的Webhook地址，以${origins.join('或者')}开头`;
  }
}

/** The address as it may be shown: enough to recognise, not enough to use. */
export function masked(channel: Channel, address: string): string {
  switch (channel) {
    case 'email': {
      const at = address.lastIndexOf('@');
      return `${address.slice(0, 1)}***${address.slice(at)}`;
    }
    case 'sms':
      return `${address.slice(0, 3)}****${address.slice(-4)}`;
    default:
      return `${new URL(address).origin}/…${address.slice(-4)}`;
  }
}

/** 企业微信群机器人: a text message. https://developer.work.weixin.qq.com/document/path/91770 */
export const wecomPost = (to: Address, message: Message): Post =>
  jsonPost(to.address, { msgtype: 'text', text: { content: `${message.title}\n${message.text}` } });

/**
 * 钉钉群机器人: a text message, signed where there is a secret: HMAC-SHA256 over `timestamp\nsecret` with the secret,
 * in base64. The robot refuses a timestamp more than an hour off. https://open.dingtalk.com/document/robots/customize-robot-security-settings
 */
export function dingtalkPost(to: Address, message: Message, now: Date): Post {
  const url = new URL(to.address);
  if (to.secret !== undefined) {
    const timestamp = String(now.getTime());
    url.searchParams.set('timestamp', timestamp);
    url.searchParams.set('sign', createHmac('sha256', to.secret).update(`${timestamp}\n${to.secret}`).digest('base64'));
  }
  const content = `${message.title}\n${message.text}`;
  return jsonPost(url.href, { msgtype: 'text', text: { content }, at: { isAtAll: false } });
}

/** The bureau's own SMS adapter: `{id, to, text}`, any 2xx means taken. Described in docs/reminders.md. */
export const smsPost = (url: string, token: string | undefined, to: Address, message: Message): Post => ({
  ...jsonPost(url, { id: message.id, to: to.address, text: `${message.title}。${message.text}` }),
  ...(token === undefined ? {} : { headers: { ...json, authorization: `Bearer ${token}` } }),
});

/** A robot answers 200 also to what it refuses, and tells by `errcode`. Null: taken. */
export function robotRefusal(answer: string): string | null {
  const parsed = jsonIn(answer);
  if (typeof parsed !== 'object' || parsed === null || !('errcode' in parsed)) return '应答不是机器人的格式';
  if (parsed.errcode === 0) return null;
  return `机器人拒收（${String(parsed.errcode)}）：${'errmsg' in parsed ? String(parsed.errmsg).slice(0, 200) : ''}`;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const json = { 'content-type': 'application/json; charset=utf-8' };
const jsonPost = (url: string, body: object): Post => ({ url, headers: json, body: JSON.stringify(body) });

/** Minutes to wait after the n-th failed attempt: 1, 4, 16, 64, then four hours each time. */
export const backoffMinutes = (attempts: number): number => Math.min(4 ** (attempts - 1), 240);
/** After so many failures nobody tries any more until an administrator says so. */
export const mostAttempts = 12;
