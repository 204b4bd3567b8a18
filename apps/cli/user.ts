/** `anjuan user`: who may sign in. For whoever runs the server; nothing of it is reachable over HTTP. */
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import {
  type AccountRecord,
  Identity,
  IdentityError,
  isOrganisationKind,
  isRole,
  organisationKinds,
  type Role,
  roles,
} from '@anjuan/identity';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, Option } from 'commander';

interface Common {
  readonly json?: boolean;
}
interface PasswordFrom extends Common {
  readonly passwordStdin?: boolean;
}
interface Adding extends PasswordFrom {
  readonly jurisdiction: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}
interface Founding extends Common {
  readonly jurisdiction: string;
  readonly name: string;
  readonly code: string;
}
interface Placing extends Founding {
  readonly kind: string;
  readonly under: string;
}

const MIN_PASSWORD = 10;
const roleNames = Object.keys(roles).filter((r) => r !== 'system');

/** Exit code 1 and one Chinese sentence when refused. With `--json` stdout holds JSON alone. */
export function registerUser(program: Command, openContext: () => Promise<INestApplicationContext>): void {
  const user = program.command('user').description('辖区、机构、人员与账号');
  const json = () => new Option('--json', '只输出 JSON');
  const stdin = () => new Option('--password-stdin', '从标准输入读取口令；不给则随机生成并显示一次');

  const act = async (options: Common, work: (identity: Identity) => Promise<Told>) => {
    const context = await openContext();
    try {
      const { words, data } = await work(context.get(Identity, { strict: false }));
      process.stdout.write(`${options.json ? JSON.stringify(data, null, 2) : words}\n`);
    } catch (error) {
      if (!(error instanceof IdentityError)) throw error;
      if (options.json) process.stdout.write(`${JSON.stringify({ error: { message: error.message } })}\n`);
      else process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } finally {
      await context.close();
    }
  };

  user
    .command('found')
    .description('建立辖区及其司法局')
    .requiredOption('--jurisdiction <slug>', '辖区代号，如 junshan')
    .requiredOption('--name <name>', '司法局名称')
    .requiredOption('--code <code>', '案号中的代字')
    .addOption(json())
    .action((options: Founding) => act(options, (identity) => foundJurisdiction(identity, options)));
  user
    .command('organisation')
    .description('增设机构')
    .requiredOption('--jurisdiction <slug>', '辖区代号')
    .requiredOption('--name <name>', '机构名称')
    .requiredOption('--code <code>', '案号中的代字')
    .addOption(new Option('--kind <kind>', '机构类型').choices(Object.keys(organisationKinds)).makeOptionMandatory())
    .requiredOption('--under <name>', '上级机构的名称')
    .addOption(json())
    .action((options: Placing) => act(options, (identity) => place(identity, options)));
  user
    .command('add')
    .description('增加人员、岗位和账号')
    .requiredOption('--jurisdiction <slug>', '辖区代号')
    .requiredOption('--login <login>', '账号')
    .requiredOption('--name <name>', '姓名')
    .addOption(new Option('--role <role>', '岗位').choices(roleNames).makeOptionMandatory())
    .requiredOption('--organisation <name>', '所在机构的名称')
    .addOption(stdin())
    .addOption(json())
    .action((options: Adding) => act(options, (identity) => add(identity, options)));
  user
    .command('list')
    .description('列出账号')
    .requiredOption('--jurisdiction <slug>', '辖区代号')
    .addOption(json())
    .action((options: Common & { jurisdiction: string }) =>
      act(options, async (identity) => {
        const accounts = await identity.accounts(await jurisdictionOf(identity, options.jurisdiction));
        return { words: accounts.map(lineOf).join('\n') || '没有账号。', data: accounts };
      }),
    );
  user
    .command('password <login>')
    .description('重设口令，并结束其全部登录')
    .addOption(stdin())
    .addOption(json())
    .action((login: string, options: PasswordFrom) =>
      act(options, async (identity) => {
        const password = await passwordFrom(options);
        await identity.setPassword(login, password.value);
        return { words: `已重设${login}的口令。${password.words}`, data: { login, ...password.data } };
      }),
    );
  for (const [name, disabled, title] of [
    ['disable', true, '停用'],
    ['enable', false, '启用'],
  ] as const)
    user
      .command(`${name} <login>`)
      .description(`${title}账号，并结束其全部登录`)
      .addOption(json())
      .action((login: string, options: Common) =>
        act(options, async (identity) => {
          await identity.setDisabled(login, disabled);
          return { words: `已${title}${login}。`, data: { login, disabled } };
        }),
      );
}

interface Told {
  readonly words: string;
  readonly data: unknown;
}

async function jurisdictionOf(identity: Identity, slug: string): Promise<number> {
  const id = await identity.jurisdictionId(slug);
  if (id === null) throw new IdentityError(`没有代号为“${slug}”的辖区`);
  return id;
}

async function organisationOf(identity: Identity, jurisdictionId: number, name: string): Promise<string> {
  const found = (await identity.organisations(jurisdictionId)).filter((o) => o.name === name);
  if (found.length !== 1)
    throw new IdentityError(found.length ? `名为“${name}”的机构不止一个` : `没有名为“${name}”的机构`);
  return found[0]?.id ?? '';
}

async function foundJurisdiction(identity: Identity, o: Founding): Promise<Told> {
  const id = await identity.createJurisdiction({ slug: o.jurisdiction, name: o.name });
  const [bureau] = await identity.createOrganisations(id, [
    { parentId: null, kind: 'bureau', name: o.name, code: o.code },
  ]);
  return {
    words: `已建立辖区${o.jurisdiction}和${o.name}。`,
    data: { jurisdiction: o.jurisdiction, bureau: bureau?.id },
  };
}

async function place(identity: Identity, o: Placing): Promise<Told> {
  if (!isOrganisationKind(o.kind)) throw new IdentityError(`没有这种机构类型：${o.kind}`);
  const jurisdictionId = await jurisdictionOf(identity, o.jurisdiction);
  const parentId = await organisationOf(identity, jurisdictionId, o.under);
  const [made] = await identity.createOrganisations(jurisdictionId, [
    { parentId, kind: o.kind, name: o.name, code: o.code },
  ]);
  return { words: `已在${o.under}下增设${o.name}。`, data: { id: made?.id, name: o.name, path: made?.path } };
}

async function add(identity: Identity, o: Adding): Promise<Told> {
  if (!isRole(o.role)) throw new IdentityError(`没有这种岗位：${o.role}`);
  const role: Role = o.role;
  const jurisdictionId = await jurisdictionOf(identity, o.jurisdiction);
  const organisationId = await organisationOf(identity, jurisdictionId, o.organisation);
  const password = await passwordFrom(o);
  await identity.createPeople(jurisdictionId, [
    { name: o.name, posts: [{ role, organisationId }], account: { login: o.login, password: password.value } },
  ]);
  return {
    words: `已增加${o.name}（${roles[role].title}，${o.organisation}），账号${o.login}。${password.words}`,
    data: { login: o.login, name: o.name, role, organisation: o.organisation, ...password.data },
  };
}

/** From standard input, so that it stands in no process list and no shell history; else made here and told once. */
async function passwordFrom(o: PasswordFrom) {
  if (!o.passwordStdin) {
    const value = randomBytes(12).toString('base64url');
    return { value, words: `初始口令（只显示这一次）：${value}`, data: { password: value } };
  }
  const value = (await text(process.stdin)).replace(/\r?\n$/, '');
  if ([...value].length < MIN_PASSWORD) throw new IdentityError(`口令不少于${MIN_PASSWORD}位`);
  return { value, words: '', data: {} };
}

const lineOf = (a: AccountRecord): string => {
  const posts = a.posts.map((p) => `${isRole(p.role) ? roles[p.role].title : p.role}@${p.organisation}`).join('、');
  return `${a.login}  ${a.name}  ${posts || '无岗位'}${a.disabled ? '  已停用' : ''}`;
};
