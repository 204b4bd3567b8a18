import {
  backoffMinutes,
  dingtalkPost,
  masked,
  mistakeIn,
  mostAttempts,
  robotRefusal,
  smsPost,
  wecomPost,
} from './channels';
import { calendarText } from './icalendar';

const message = { id: 'n.dingtalk', title: '审理期限还有3日届满', text: '案件政复1号。' };
const robot = 'https://oapi.dingtalk.com/robot/send?access_token=abcd';

describe('messages to robots', () => {
  it('have the shape WeCom takes', () => {
    const to = { address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abcd' };
    const post = wecomPost(to, message);
    expect(post.url).toBe(to.address);
    expect(JSON.parse(post.body)).toEqual({
      msgtype: 'text',
      text: { content: '审理期限还有3日届满\n案件政复1号。' },
    });
  });

  it('have the shape DingTalk takes, signed where there is a secret', () => {
    const at = new Date(1577262236757);
    expect(dingtalkPost({ address: robot }, message, at).url).toBe(robot);
    const url = new URL(dingtalkPost({ address: robot, secret: 'this is secret' }, message, at).url);
    expect(url.searchParams.get('access_token')).toBe('abcd');
    expect(url.searchParams.get('timestamp')).toBe('1577262236757');
    // By hand: printf '1577262236757\nthis is secret' | openssl dgst -sha256 -hmac 'this is secret' -binary | base64
    expect(url.searchParams.get('sign')).toBe('hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=');
  });

  it('were taken only where the robot says so', () => {
    expect(robotRefusal('{"errcode":0,"errmsg":"ok"}')).toBeNull();
    expect(robotRefusal('{"errcode":310000,"errmsg":"sign not match"}')).toBe('机器人拒收（310000）：sign not match');
    expect(robotRefusal('<html>')).toBe('应答不是机器人的格式');
  });
});

it('the SMS adapter gets an id it can recognise a repetition by', () => {
  const post = smsPost('http://sms', 'token', { address: '13800001111' }, message);
  expect(JSON.parse(post.body)).toEqual({
    id: 'n.dingtalk',
    to: '13800001111',
    text: '审理期限还有3日届满。案件政复1号。',
  });
  expect(post.headers).toMatchObject({ authorization: 'Bearer token' });
  expect(smsPost('http://sms', undefined, { address: '13800001111' }, message).headers).not.toHaveProperty(
    'authorization',
  );
});

describe('an address', () => {
  const origins = ['https://oapi.dingtalk.com'];
  it.each([
    ['email', 'a@b.cn', true],
    ['email', 'a@b', false],
    ['email', 'a b@c.cn', false],
    ['email', 'a@b.cn,c@d.cn', false],
    ['sms', '13800001111', true],
    ['sms', '12800001111', false],
    ['sms', '+8613800001111', false],
    ['dingtalk', robot, true],
    ['dingtalk', 'http://oapi.dingtalk.com/robot/send', false],
    ['dingtalk', 'https://oapi.dingtalk.com.evil.cn/robot/send', false],
    ['dingtalk', 'https://oapi.dingtalk.com@evil.cn/', false],
    ['wecom', 'http://169.254.169.254/latest', false],
    ['wecom', 'not a url', false],
  ] as const)('%s %s: %s', (channel, address, right) => {
    expect(mistakeIn(channel, { address }, origins) === null).toBe(right);
  });

  it('is shown so that it can be recognised and not used', () => {
    expect(masked('email', 'wang.chengban@js.gov.cn')).toBe('w***@js.gov.cn');
    expect(masked('sms', '13812345678')).toBe('138****5678');
    expect(masked('dingtalk', robot)).toBe('https://oapi.dingtalk.com/…abcd');
  });
});

it('attempts grow rarer, and end', () => {
  const waits = Array.from({ length: mostAttempts }, (_, i) => backoffMinutes(i + 1));
  expect(waits.slice(0, 6)).toEqual([1, 4, 16, 64, 240, 240]);
});

describe('a calendar file', () => {
  const event = {
    uid: 'k1@anjuan',
    day: '2024-12-31',
    summary: '审理期限届满 （2024）测政复1号',
    description: '甲,乙;丙\\丁\n戊',
    tentative: true,
    sequence: 2,
    stamp: new Date('2024-05-15T01:02:03.456Z'),
  };
  const text = calendarText('王承办的期限', [event]);

  it('holds a deadline as an all-day event without alarm', () => {
    expect(text).toContain('\r\nDTSTART;VALUE=DATE:20241231\r\nDTEND;VALUE=DATE:20250101\r\n');
    expect(text).toContain('\r\nUID:k1@anjuan\r\nDTSTAMP:20240515T010203Z\r\n');
    expect(text).toContain('\r\nSTATUS:TENTATIVE\r\n');
    expect(text).not.toContain('VALARM');
  });

  it('escapes what would end a value', () => {
    expect(text).toContain('DESCRIPTION:甲\\,乙\\;丙\\\\丁\\n戊\r\n');
  });

  it('has no line longer than 75 octets and breaks no character', () => {
    const long = calendarText('长', [{ ...event, description: '行政复议审理期限'.repeat(30) }]);
    const lines = long.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(long.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${'行政复议审理期限'.repeat(30)}\r\n`);
  });

  it('is the same for the same deadlines, and whole when there are none', () => {
    expect(calendarText('王承办的期限', [event])).toBe(text);
    expect(calendarText('空', []).split('\r\n').slice(-2)).toEqual(['END:VCALENDAR', '']);
  });
});
