/** Servers outside the house, owned by the test: one that takes mail, one that takes JSON over HTTP. */
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';

export interface Posted {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}
/** A letter as the mail server got it: header names in small letters, body decoded. */
export interface Received {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
}

export async function openReceivers() {
  const posts: Posted[] = [];
  const letters: Received[] = [];
  /** What the next requests are answered instead of being taken, first come first served. */
  const refusals: { readonly status: number; readonly body: string }[] = [];
  const sockets = new Set<net.Socket>();

  const web = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const refusal = refusals.shift();
      if (refusal) {
        response.writeHead(refusal.status).end(refusal.body);
        return;
      }
      posts.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(body) });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"errcode":0,"errmsg":"ok"}');
    });
  });

  const mail = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let pending = '';
    let to = '';
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test');
    socket.on('data', (chunk) => {
      pending += chunk;
      for (;;) {
        const end = inData ? pending.indexOf('\r\n.\r\n') : pending.indexOf('\r\n');
        if (end < 0) return;
        const part = pending.slice(0, end);
        pending = pending.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          letters.push(letterOf(to, part));
          say('250 taken');
        } else if (/^RCPT TO:/i.test(part)) {
          to = /<(.*?)>/.exec(part)?.[1] ?? '';
          const refusal = refusals.shift();
          say(refusal ? `${refusal.status} ${refusal.body}` : '250 ok');
        } else if (/^DATA/i.test(part)) {
          inData = true;
          say('354 go on');
        } else if (/^QUIT/i.test(part)) {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  });

  const portOf = async (server: net.Server): Promise<number> => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  };
  const origin = `http://127.0.0.1:${await portOf(web)}`;
  const smtpUrl = `smtp://127.0.0.1:${await portOf(mail)}`;
  return {
    origin,
    smtpUrl,
    posts,
    letters,
    refusals,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      web.closeAllConnections();
      await Promise.all([web, mail].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function letterOf(to: string, source: string): Received {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const header = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  const subject = header('subject')
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('latin1') : quoted(text.replace(/_/g, ' ')),
    );
  const body = rest.join('\r\n\r\n');
  const text =
    header('content-transfer-encoding').toLowerCase() === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : utf8(quoted(body.replace(/=\r\n/g, '')));
  return { to, subject: utf8(subject), messageId: header('message-id'), text };
}

/** Quoted-printable to bytes, one per letter. */
const quoted = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');
