/** `anjuan demo`: loads the demonstration years and tells who can sign in to them. */
import { Demonstration, demonstrationAccounts, demonstrationNames } from '@anjuan/demonstration';
import { Identity } from '@anjuan/identity';
import { config, Database, discardJurisdiction } from '@anjuan/platform';
import { DeclaredIndicators, declareSamples } from '@anjuan/report';
import type { INestApplicationContext } from '@nestjs/common';
import { Presets, SingleBar } from 'cli-progress';
import type { Command } from 'commander';

export function registerDemo(program: Command, openContext: () => Promise<INestApplicationContext>): void {
  const demo = program.command('demo').description('演示数据');
  demo
    .command('load')
    .description(`载入演示年度：${demonstrationNames.join('、')}，或者 all`)
    .argument('<name>', '演示数据名称')
    .option('--json', '只输出 JSON')
    .action(async (name: string, options: { json?: boolean }) => {
      const names = name === 'all' ? demonstrationNames : [name];
      const unknown = names.find((n) => !demonstrationNames.includes(n));
      if (unknown !== undefined) {
        const message = `没有名为“${unknown}”的演示数据；可用：${demonstrationNames.join('、')}、all`;
        if (options.json) process.stdout.write(`${JSON.stringify({ error: { code: 'unknown-demo', message } })}\n`);
        else process.stderr.write(`${message}\n`);
        process.exitCode = 2;
        return;
      }
      const context = await openContext();
      try {
        const reports = [];
        for (const one of names) reports.push(await load(context, one));
        process.stdout.write(
          options.json
            ? `${JSON.stringify(reports, null, 2)}\n`
            : reports.map((r) => `${r.name}：${r.skipped ? '已在库中，未重复载入' : `已载入${r.cases}件`}\n`).join(''),
        );
      } finally {
        await context.close();
      }
    });
  demo
    .command('accounts')
    .description('列出演示账号')
    .option('--json', '只输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const context = await openContext();
      try {
        const slugs = (await context.get(Identity, { strict: false }).jurisdictions()).map((j) => j.slug);
        const { password, counties } = demonstrationAccounts(slugs);
        if (options.json) process.stdout.write(`${JSON.stringify({ password, counties }, null, 2)}\n`);
        else
          for (const c of counties)
            process.stdout.write(
              `${c.name}（${c.year}年）\n${c.accounts.map((a) => `  ${a.login}  ${a.title}\n`).join('')}`,
            );
        if (!options.json && counties.length) process.stdout.write(`密码均为 ${password}\n`);
      } finally {
        await context.close();
      }
    });
}

/** The bar goes to stderr, so that stdout stays readable by programs. */
async function load(context: INestApplicationContext, name: string) {
  const bar = new SingleBar(
    { format: `${name} {bar} {value}/{total}件 {duration_formatted}`, stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  let begun = false;
  const demonstration = context.get(Demonstration, { strict: false });
  const left = await demonstration.interrupted(name);
  if (left !== null) {
    const { databaseOwnerUrl } = config();
    if (databaseOwnerUrl === undefined)
      throw new Error(`演示数据${name}上次载入中断，需设置 DATABASE_OWNER_URL 清除后重新载入`);
    await discardJurisdiction(databaseOwnerUrl, left);
  }
  try {
    const report = await demonstration.load(name, (_, done, total) => {
      if (!begun) bar.start(total, done);
      begun = true;
      bar.update(done);
    });
    const id = await context.get(Identity, { strict: false }).jurisdictionId(report.slug);
    const declared = context.get(DeclaredIndicators, { strict: false });
    if (id !== null) await declareSamples(context.get(Database, { strict: false }), declared, id, report.slug);
    return report;
  } finally {
    if (begun) bar.stop();
  }
}
