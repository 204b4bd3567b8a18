/** `anjuan report audit --compare`: the auditor against texts whose figures and contradictions are known. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { FieldErrors } from '@anjuan/casework';
import { audit, type Marks, mark, type TrueFigure, type Truth, textOf } from '@anjuan/report';

interface Marked {
  readonly name: string;
  readonly marks: Marks;
}

/** Throws FieldErrors for a folder or a file that is not as it must be. */
export function compareFolder(folder: string, options: { readonly json?: boolean; readonly missed?: boolean }): string {
  const marked = jsonFilesIn(folder).map((name): Marked => {
    const truth = truthIn(path.join(folder, name));
    const { figures, findings } = audit(textOf(truth));
    return { name: name.replace(/\.json$/, ''), marks: mark(truth, figures, findings) };
  });
  const total: Marked = { name: '合计', marks: sumOf(marked.map(({ marks }) => marks)) };
  if (options.json) return JSON.stringify({ files: marked, total: total.marks }, null, 2);
  const missed = options.missed
    ? marked.flatMap(({ name, marks }) => marks.missed.map((words) => `${name}　${words}`))
    : [];
  return [table([...marked, total]), ...(missed.length > 0 ? ['', ...missed] : [])].join('\n');
}

const mistake = (value: string, rule: string) => new FieldErrors([{ field: 'compare', value, rule }]);

function jsonFilesIn(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw mistake(folder, '没有这个目录');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw mistake(folder, '目录中没有 .json 文件');
  return names.sort();
}

/** `{passages: [string], figures: [{key?, phrase, metric_id, value, unit}], inconsistencies: [{detail, figures: [key]}]}`. */
function truthIn(file: string): Truth {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw mistake(file, '不是 JSON 文件');
    throw error;
  }
  const passages = listIn(data, 'passages').filter((p) => typeof p === 'string');
  if (passages.length === 0) throw mistake(file, '应有 passages：报告的段落');
  return {
    passages,
    figures: listIn(data, 'figures').map((f) => figureOf(f, file)),
    inconsistencies: listIn(data, 'inconsistencies').map((i) => ({
      detail: textIn(i, 'detail') ?? '',
      figures: listIn(i, 'figures').filter((key) => typeof key === 'string'),
    })),
  };
}

function figureOf(data: unknown, file: string): TrueFigure {
  const value = Number(propertyOf(data, 'value'));
  const phrase = textIn(data, 'phrase');
  if (phrase === null || Number.isNaN(value)) throw mistake(file, 'figures 的每一项应有 phrase 和 value');
  return {
    phrase,
    value,
    key: textIn(data, 'key'),
    metric: textIn(data, 'metric_id'),
    unit: textIn(data, 'unit') ?? '',
  };
}

const propertyOf = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
const textIn = (data: unknown, name: string): string | null => {
  const value = propertyOf(data, name);
  return typeof value === 'string' ? value : null;
};
const listIn = (data: unknown, name: string): readonly unknown[] => {
  const value = propertyOf(data, name);
  return Array.isArray(value) ? value : [];
};

function sumOf(all: readonly Marks[]): Marks {
  const sum = (of: (marks: Marks) => number) => all.reduce((total, marks) => total + of(marks), 0);
  return {
    known: sum((m) => m.known),
    read: sum((m) => m.read),
    matched: sum((m) => m.matched),
    nameable: sum((m) => m.nameable),
    named: sum((m) => m.named),
    contradictions: sum((m) => m.contradictions),
    found: sum((m) => m.found),
    falseErrors: sum((m) => m.falseErrors),
    missed: [],
  };
}

const heads = ['材料', '已知', '读出', '相符', '精确率', '召回率', '命名', '矛盾', '发现', '误报错误'];

function table(rows: readonly Marked[]): string {
  const share = (part: number, whole: number) => (whole === 0 ? '—' : (part / whole).toFixed(3));
  const cells = rows.map(({ name, marks: m }) => [
    name,
    `${m.known}`,
    `${m.read}`,
    `${m.matched}`,
    share(m.matched, m.read),
    share(m.matched, m.known),
    share(m.named, m.nameable),
    `${m.contradictions}`,
    `${m.found}`,
    `${m.falseErrors}`,
  ]);
  const widths = heads.map((head, i) => Math.max(...[head, ...cells.map((c) => c[i] ?? '')].map(widthOf)));
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => {
        const blank = ' '.repeat((widths[i] ?? 0) - widthOf(text));
        return i === 0 ? text + blank : blank + text;
      })
      .join('  ')
      .trimEnd();
  return [heads, ...cells].map(line).join('\n');
}

/** A Chinese character takes two places in a terminal. */
const widthOf = (text: string): number => [...text].reduce((width, c) => width + (/[⺀-\uffdc—]/.test(c) ? 2 : 1), 0);
