import { caseworkEntities } from '@anjuan/casework';
import { IdentityModule, identityEntities } from '@anjuan/identity';
import { Config, config, PlatformModule } from '@anjuan/platform';
import { Test } from '@nestjs/testing';
import { runCommand } from '@test/command';
import { registerUser } from '../../apps/cli/user';
import { freshDatabase, type TestDatabase } from '../support/database';

describe('anjuan user', () => {
  let database: TestDatabase;
  const openContext = async () => {
    const module = await Test.createTestingModule({
      imports: [PlatformModule.for([...identityEntities, ...caseworkEntities([])]), IdentityModule],
    })
      .overrideProvider(Config)
      .useValue({ ...config(), databaseUrl: database.url })
      .compile();
    return module.init();
  };
  const run = (...words: string[]) => runCommand((program) => registerUser(program, openContext), ['user', ...words]);

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  it('founds a bureau, adds an office and a person, lists, disables', async () => {
    const bureau = ['--jurisdiction', 'shan', '--name', '山县司法局', '--code', '山'];
    expect((await run('found', ...bureau)).out).toBe('已建立辖区shan和山县司法局。\n');
    const town = ['--kind', 'town-committee', '--name', '城关调委会', '--code', '山城', '--under', '山县司法局'];
    expect((await run('organisation', '--jurisdiction', 'shan', ...town)).code).toBe(0);
    const person = ['--login', 'zhang', '--name', '张三', '--role', 'mediator', '--organisation', '城关调委会'];
    const added = await run('add', '--jurisdiction', 'shan', ...person, '--json');
    expect(JSON.parse(added.out)).toEqual({
      login: 'zhang',
      name: '张三',
      role: 'mediator',
      organisation: '城关调委会',
      password: expect.stringMatching(/^[\w-]{16}$/),
    });
    expect((await run('list', '--jurisdiction', 'shan')).out).toBe('zhang  张三  人民调解员@城关调委会\n');
    await run('disable', 'zhang');
    expect((await run('list', '--jurisdiction', 'shan')).out).toBe('zhang  张三  人民调解员@城关调委会  已停用\n');
  });

  it('says in one sentence what cannot be done, and fails', async () => {
    expect(await run('list', '--jurisdiction', 'nowhere')).toEqual({
      out: '',
      err: '没有代号为“nowhere”的辖区\n',
      code: 1,
    });
    const again = await run('found', '--jurisdiction', 'shan', '--name', '山县司法局', '--code', '山', '--json');
    expect(JSON.parse(again.out)).toEqual({ error: { message: '辖区代号已被使用：shan' } });
    expect(again.code).toBe(1);
    const person = ['--login', 'zhang', '--name', '李四', '--role', 'mediator', '--organisation', '城关调委会'];
    expect((await run('add', '--jurisdiction', 'shan', ...person)).err).toBe('账号已被使用：zhang\n');
    expect((await run('password', 'nobody')).err).toBe('没有这个账号：nobody\n');
  });
});
