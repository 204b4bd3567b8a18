/** `anjuan migrate`: brings the database to the newest schema, as its owner. */
import { migrate, openDatabase } from '@anjuan/platform';
import type { Command } from 'commander';

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('把数据库结构升级到最新')
    .option('--json', '只输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const database = await openDatabase();
      try {
        if (database.ownerUrl === undefined)
          throw new Error('未设置 DATABASE_OWNER_URL：升级须以数据库所有者身份进行。');
        const migrations = await migrate(database.ownerUrl);
        const told = migrations.length ? `已执行${migrations.length}项：${migrations.join('、')}` : '数据库已是最新。';
        process.stdout.write(`${options.json ? JSON.stringify({ migrations }) : told}\n`);
      } finally {
        database.close();
      }
    });
}
