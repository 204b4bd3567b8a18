/** The pages of docs/generated, printed from code so that they cannot go stale. */

import { anyCaseEdges, type Edge, type Moves, type Procedure } from '@anjuan/casework';
import { roles } from '@anjuan/identity';
import { procedures } from '@anjuan/kinds';
import { describeLimits } from '@anjuan/law';
import { describeJobs } from '@anjuan/notices';
import { describeMetrics } from '@anjuan/statistics';

const notice = '<!-- 由 npm run docs 根据代码生成，请勿手改 -->\n\n';
const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** File (from the project's root) → text. */
export function generatedPages(): Readonly<Record<string, string>> {
  return {
    'docs/generated/procedures.md': `${notice}# 流程\n\n${procedures.map(procedurePage).join('\n\n')}\n\n${anyCasePage()}\n`,
    'docs/generated/limits.md': limitsPage(),
    'docs/generated/documents.md': documentsPage(),
    'docs/generated/metrics.md': metricsPage(),
    'docs/generated/permissions.md': permissionsPage(),
    'docs/generated/jobs.md': jobsPage(),
  };
}

const named = (moves: readonly Moves<never>[] | undefined) =>
  (moves ?? []).map((m) => (typeof m === 'string' ? m : m.limit));
/** What an edge does to clocks, in words. */
function clockWords(e: Edge): string {
  const parts: [string, readonly string[]][] = [
    ['起算', named(e.starts)],
    ['完成', named(e.meets)],
    ['取消', named(e.cancels)],
    ['延长', named(e.extends)],
    ['中止', named(e.suspends)],
    ['恢复', named(e.resumes)],
  ];
  return parts
    .flatMap(([verb, limits]) => (limits.length ? [`${verb} ${limits.map((l) => `\`${l}\``).join('、')}`] : []))
    .join('；');
}

function procedurePage(p: Procedure): string {
  const edges = Object.entries<Edge>(p.edges);
  const mermaid = edges.flatMap(([name, e]) => {
    if (e.to === 'unchanged') return [];
    const to = e.to.replace(/-/g, '_');
    return e.from === 'opening'
      ? [`  [*] --> ${to}: ${name}`]
      : e.from.map((from) => `  ${from.replace(/-/g, '_')} --> ${to}: ${name}`);
  });
  const rows = edges.map(([name, e]) => [
    `\`${name}\` ${e.title}`,
    e.from === 'opening' ? '（开启）' : e.from.map((s) => p.states[s] ?? s).join('、'),
    e.to === 'unchanged' ? '（不变）' : (p.states[e.to] ?? e.to),
    e.by.map((r) => roles[r].title).join('、'),
    (e.guards ?? []).map((g) => `${g.name}（${g.cite}）`).join('；'),
    clockWords(e),
    (e.issues ?? [])
      .map((i) => (typeof i === 'string' ? i : i.code))
      .map((code) => p.documents.find((d) => d.code === code)?.title ?? code)
      .join('、'),
    `${e.cite}${e.verified && e.verified !== 'V' ? `（${e.verified}）` : ''}`,
  ]);
  const states = Object.entries(p.states).map(([code, title]) => `\`${code}\` ${title}`);
  return [
    `## ${p.title} \`${p.kind}\``,
    `状态：${states.join('、')}。`,
    `\`\`\`mermaid\nstateDiagram-v2\n${mermaid.join('\n')}\n\`\`\``,
    tableOf(['环节', '从', '到', '谁办', '条件', '期限', '文书', '依据'], rows),
  ].join('\n\n');
}

/** What every kind has besides its own edges; told once. */
function anyCasePage(): string {
  const everywhere = procedures[0];
  if (everywhere === undefined) throw new Error('no procedure');
  const rows = Object.entries(anyCaseEdges(everywhere)).map(([name, e]) => [
    `\`${name}\` ${e.title}`,
    Object.values(e.fields)
      .map((f) => f.label)
      .join('、'),
    `${e.cite}（${e.verified ?? 'V'}）`,
  ]);
  return [
    '## 各类案件共有的环节',
    '任何状态下都可以办理，状态不变；凡可以办理该类案件的岗位都可以办。系列的环节只用于有当事人的案件。',
    tableOf(['环节', '填写', '依据'], rows),
  ].join('\n\n');
}

function limitsPage(): string {
  const rows = describeLimits().flatMap((l) =>
    l.versions.map((v) => [
      `\`${l.id}\``,
      l.title,
      v.span,
      `${v.law} ${v.article}`,
      v.from,
      v.until ?? '',
      l.duty,
      l.lapse,
      v.mark,
    ]),
  );
  return `${notice}# 期限\n\nV：已核对条文；M：凭记忆；I：推定或计算约定（可设置）。\n\n${tableOf(
    ['编号', '名称', '长度', '依据', '自', '至', '谁的义务', '届满后果', '核对'],
    rows,
  )}\n`;
}

function documentsPage(): string {
  const rows = procedures.flatMap((p) =>
    p.documents.map((d) => [p.title, `\`${d.code}\``, d.title, d.series ?? '不编号', d.cite]),
  );
  return `${notice}# 文书\n\n${tableOf(['案件种类', '编号', '名称', '文号字', '依据'], rows)}\n`;
}

function metricsPage(): string {
  const rows = describeMetrics().flatMap((m) =>
    m.variants.map((v) => [
      `\`${m.id}\``,
      m.title,
      m.unit,
      v.id,
      v.numerator,
      v.denominator ?? '—',
      m.countedOn,
      m.cite,
      String(m.definition),
      m.mark,
    ]),
  );
  return `${notice}# 指标\n\n${tableOf(
    ['编号', '名称', '单位', '口径', '分子（计数）', '分母', '统计日期', '依据', '定义版本', '核对'],
    rows,
  )}\n`;
}

function permissionsPage(): string {
  const rows = Object.entries(roles).map(([code, r]) => [
    `\`${code}\``,
    r.title,
    r.reach === 'own' ? '本人承办' : '本单位及下级',
    r.permissions.map((x) => `\`${x}\``).join('、'),
  ]);
  const edges = procedures.map((p) => {
    const perRole = Object.entries(roles).map(([code, r]) => [
      r.title,
      Object.entries<Edge>(p.edges)
        .filter(([, e]) => e.by.some((by) => by === code))
        .map(([, e]) => e.title)
        .join('、'),
    ]);
    return `## ${p.title}\n\n${tableOf(
      ['岗位', '可办环节'],
      perRole.filter(([, list]) => list !== ''),
    )}`;
  });
  return `${notice}# 权限\n\n${tableOf(['岗位', '名称', '范围', '权限'], rows)}\n\n${edges.join('\n\n')}\n`;
}

function jobsPage(): string {
  const rows = describeJobs().map((j) => [`\`${j.name}\``, j.title, j.when]);
  return `${notice}# 后台任务\n\n队列不保存任何法律事实：清空队列，下一次巡查照样补齐。\n\n${tableOf(['任务', '做什么', '何时'], rows)}\n`;
}
