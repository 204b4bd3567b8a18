import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { alive, launch, type Running, until } from '@test/programs';

/*
 * `npm start` itself, in a deployed tree of its own (no sources, so nothing is built): real launcher, real database,
 * real signals. The programs it starts are small stand-ins that write their pids; the real ones are started by hand in
 * the README's first command and by every other suite.
 */
const CLONE = path.join(__dirname, '../..');
const PROGRAMS = {
  api: `
    require('node:fs').writeFileSync(process.env.ANJUAN_DATA + '/api.pid', String(process.pid));
    require('node:fs').writeFileSync(process.env.ANJUAN_DATA + '/api.env', JSON.stringify(process.env));
    require('node:http').createServer((_, answer) => answer.end('{}')).listen(Number(process.env.PORT), '127.0.0.1');`,
  worker: `
    require('node:fs').writeFileSync(process.env.ANJUAN_DATA + '/worker.pid', String(process.pid));
    setInterval(() => {}, 1000);`,
  cli: `
    const [command, ...rest] = process.argv.slice(2);
    const ask = async (sql) => {
      const client = new (require('pg').Client)({ connectionString: process.env.DATABASE_OWNER_URL });
      await client.connect();
      await client.query(sql);
      await client.end();
    };
    if (command === 'migrate') ask('CREATE TABLE IF NOT EXISTS jurisdiction (slug text)');
    else if (rest[0] === 'load') ask("INSERT INTO jurisdiction VALUES ('" + rest[1] + "')");
    else console.log('君山区\\n  junshan-tiaojie  人民调解员');
    if (command === 'migrate' || rest[0] === 'load')
      require('node:fs').appendFileSync(process.env.CALLS, [command, ...rest].join(' ') + '\\n');`,
};

let tree: string;
let started: Running[];

beforeEach(() => {
  tree = mkdtempSync(path.join(os.tmpdir(), 'anjuan-start-'));
  chmodSync(tree, 0o755);
  for (const folder of ['bin', 'tools']) cpSync(path.join(CLONE, folder), path.join(tree, folder), { recursive: true });
  cpSync(path.join(CLONE, 'package-lock.json'), path.join(tree, 'package-lock.json'));
  symlinkSync(path.join(CLONE, 'node_modules'), path.join(tree, 'node_modules'));
  mkdirSync(path.join(tree, 'dist/migrations'), { recursive: true });
  for (const [name, source] of Object.entries(PROGRAMS)) {
    mkdirSync(path.join(tree, 'dist/apps', name), { recursive: true });
    writeFileSync(path.join(tree, 'dist/apps', name, 'main.js'), source);
  }
  writeFileSync(path.join(tree, 'dist/programs.stamp.json'), '{"stamp":"first"}');
  started = [];
});

afterEach(async () => {
  for (const start of started) start.child.kill('SIGKILL');
  await gone();
  rmSync(tree, { recursive: true });
});

const data = (name: string) => path.join(tree, '.anjuan', name);
const json = (name: string) => JSON.parse(readFileSync(data(name), 'utf8'));
const calls = () =>
  existsSync(path.join(tree, 'calls')) ? readFileSync(path.join(tree, 'calls'), 'utf8').trim().split('\n') : [];

/** The pid a program wrote down, false while it has written none. */
const pidOf = (program: string): number | false => {
  const file = data(`${program}.pid`);
  return (existsSync(file) && Number(readFileSync(file, 'utf8'))) || false;
};

/** The pids of everything a start brings up, as far as it got. */
function family(): number[] {
  const pids = ['api.pid', 'worker.pid'].filter((name) => existsSync(data(name))).map((name) => Number(json(name)));
  const server = existsSync(data('server.json')) ? json('server.json') : undefined;
  const keeper = existsSync(data('keeper.lock')) ? [json('keeper.lock').pid] : [];
  return [...pids, ...keeper, ...(server ? [server.postgres] : [])];
}

const gone = async (pids = family()) => {
  await until('no process is left', () => pids.every((pid) => !alive(pid)));
};

function npmStart(env: NodeJS.ProcessEnv = {}): Running {
  const start = launch([path.join(tree, 'bin/start.mjs')], { CALLS: path.join(tree, 'calls'), ...env }, tree);
  started.push(start);
  return start;
}

/** Waits for the line with the address. */
async function ready(start: Running): Promise<string> {
  return until('npm start tells its address', () => {
    if (!alive(start.pid)) throw new Error(start.output());
    return /按 Ctrl-C/.test(start.output()) && (/案卷已启动：(\S+)/.exec(start.output())?.[1] ?? false);
  });
}

async function stop(start: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const pids = family();
  start.child.kill(signal);
  expect(await start.ended).toBe(0);
  expect(pids.filter(alive)).toEqual([]);
}

it('prepares once, tells where everything is, and ends without orphans', async () => {
  const first = npmStart();
  const address = await ready(first);
  expect((await fetch(`${address}/api/v1/health`)).status).toBe(200);
  expect(first.output()).toContain(`数据文件夹：${path.join(tree, '.anjuan')}`);
  expect(first.output()).toContain('演示账号：\n  君山区\n    junshan-tiaojie  人民调解员\n');
  expect(calls()).toEqual(['migrate', 'demo load junshan-2021', 'demo load chaotian-2020']);
  await stop(first, 'SIGINT');

  const warm = npmStart();
  await ready(warm);
  expect(calls()).toHaveLength(3);
  await stop(warm);

  writeFileSync(path.join(tree, 'dist/programs.stamp.json'), '{"stamp":"second"}');
  const rebuilt = npmStart();
  await ready(rebuilt);
  expect(calls().slice(3)).toEqual(['migrate']);
  await stop(rebuilt);
});

it('gives API and worker the application role and never the owner', async () => {
  const start = npmStart({ DATABASE_OWNER_URL: '' });
  await ready(start);
  const env = json('api.env');
  expect(env.DATABASE_URL).toContain('//anjuan_app:');
  expect(env.DATABASE_OWNER_URL).toBeUndefined();
  expect(env.ANJUAN_MASTER_KEY_FILE).toBe(data('master.key'));
  await stop(start);
});

it('tells the first one’s address when started twice, even at the same moment', async () => {
  const pair = [npmStart(), npmStart()];
  // The other one ends as soon as it has told the address, perhaps before the first has printed all of its lines.
  const running = await Promise.any(pair.map((start) => ready(start).then((address) => ({ start, address }))));
  const other = pair.find((start) => start !== running.start);
  expect(await other?.ended).toBe(0);
  expect(other?.output()).toContain(`案卷已在运行：${running.address}`);
  const third = npmStart({ PORT: '1' });
  expect(await third.ended).toBe(0);
  expect(third.output()).toContain(running.address);
  expect((await fetch(running.address)).status).toBe(200);
  await stop(running.start);
});

it('avoids a port held by a stranger, and refuses it when PORT asks for it', async () => {
  const stranger = net.createServer();
  await new Promise<void>((resolve) => stranger.once('error', () => resolve()).listen(3000, '127.0.0.1', resolve));
  try {
    const refused = npmStart({ PORT: '3000' });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('端口 3000 已被其他程序占用');
    const start = npmStart();
    expect(await ready(start)).not.toMatch(/:3000$/);
    await stop(start);
  } finally {
    stranger.close();
  }
});

it('takes everything with it when it is killed, and starts again', async () => {
  const start = npmStart();
  await ready(start);
  const pids = family();
  expect(pids.filter(alive)).toHaveLength(4);
  start.child.kill('SIGKILL');
  await gone(pids);
  const again = npmStart();
  await ready(again);
  expect(calls()).toHaveLength(3);
  await stop(again);
});

it.each(['api', 'worker'])('starts its %s again when that was killed', async (program) => {
  const start = npmStart();
  const address = await ready(start);
  // The office tells its address once the API answers; the worker may come a moment later.
  const before = await until('it runs', () => pidOf(program));
  process.kill(before, 'SIGKILL');
  await until('another one runs', () => pidOf(program) && pidOf(program) !== before);
  await until('it answers', () =>
    fetch(address)
      .then((answer) => answer.ok)
      .catch(() => false),
  );
  await stop(start);
});

it('stops while it is still starting', async () => {
  const start = npmStart();
  await until('the keeper runs', () => existsSync(data('keeper.lock')));
  start.child.kill('SIGINT');
  expect(await start.ended).toBe(0);
  await gone();
});

it('goes on with the demonstration where it was interrupted', async () => {
  const cli = path.join(tree, 'dist/apps/cli/main.js');
  writeFileSync(cli, `if (process.argv[4] === 'chaotian-2020') process.exit(3);\n${PROGRAMS.cli}`);
  const failing = npmStart();
  expect(await failing.ended).toBe(1);
  expect(failing.output()).toContain('demo load chaotian-2020');
  await gone();
  writeFileSync(cli, PROGRAMS.cli);
  const again = npmStart();
  await ready(again);
  expect(calls()).toEqual(['migrate', 'demo load junshan-2021', 'migrate', 'demo load chaotian-2020']);
  await stop(again);
});
