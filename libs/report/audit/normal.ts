/**
 * Text as the grammar sees it: full-width signs become their ASCII twins one for one, so offsets stay those of the text
 * as given.
 */
const twins: Readonly<Record<string, string>> = {
  '　': ' ',
  '\u00a0': ' ',
  '—': '-',
  '–': '-',
  '﹪': '%',
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '﹙': '(',
  '﹚': ')',
  '∶': ':',
  '﹑': '、',
  '\r': ' ',
};

export function normal(text: string): string {
  const plain = twinned(text);
  return parted(plain.split('\n').map(unrolled).join('\n').split('\n')).join('\n');
}

const tokensOf = (line: string): string[] => line.split(' ').filter((token) => token !== '');
const isRow = (tokens: readonly string[]): boolean =>
  tokens.length > 1 && !number.test(tokens[0] ?? '') && tokens.slice(1).every((token) => number.test(token));

/** Lines of a table whose cells stand apart by blanks: a head and at least two rows of as many cells. */
function parted(lines: readonly string[]): string[] {
  const cells = lines.map(tokensOf);
  const rows = cells.map(isRow);
  return lines.map((line, i) => {
    const width = cells[i]?.length ?? 0;
    const alike = (k: number): boolean => rows[k] === true && cells[k]?.length === width;
    const row = alike(i) && (alike(i - 1) || alike(i + 1));
    const head = width > 1 && !rows[i] && alike(i + 1) && alike(i + 2) && !/[,;。]/.test(line);
    return (row || head) && !/[|\t]/.test(line) ? line.replace(/(?<=\S) (?=\S)/g, '\t') : line;
  });
}

interface Token {
  readonly at: number;
  readonly text: string;
}
const number = /^-?\d[\d,]*(?:\.\d+)?(?:件|起|宗|份|人|名|个|次|%)?$/;
const isNumber = (token: Token | undefined): boolean => token !== undefined && number.test(token.text);

/**
 * A table run together by text extraction (单位 受理 成功 城关镇 312 309 柳林镇 188 188 …) gets its lines and columns back:
 * blanks become tabs and line ends, one sign for one.
 */
function unrolled(line: string): string {
  const tokens = [...line.matchAll(/\S+/g)].map((match): Token => ({ at: match.index, text: match[0] }));
  const first = tokens.findIndex(isNumber);
  let width = 0;
  while (isNumber(tokens[first + width])) {
    width++;
  }
  const head = first - 2 - width;
  const rowAt = (at: number): boolean =>
    !isNumber(tokens[at]) &&
    (tokens[at]?.text.length ?? 99) <= 16 &&
    !/[,;。!?]/.test(tokens[at]?.text ?? '') &&
    tokens.slice(at + 1, at + 1 + width).length === width &&
    tokens.slice(at + 1, at + 1 + width).every(isNumber) &&
    !isNumber(tokens[at + 1 + width]);
  const heads = tokens.slice(Math.max(0, head), first - 1);
  if (
    /[|\t]/.test(line) ||
    first < 1 ||
    head < 0 ||
    heads.some(({ text }) => /[,;。!?]/.test(text) || text.length > 16)
  ) {
    return line;
  }
  const signs = [...line];
  const part = (token: Token | undefined, sign: string): void => {
    if (token !== undefined && token.at > 0) {
      signs[token.at - 1] = sign;
    }
  };
  let rows = 0;
  let at = first - 1;
  const cut: (() => void)[] = [];
  while (at < tokens.length) {
    const from = at;
    if (rowAt(at)) {
      rows++;
      cut.push(() => {
        part(tokens[from], '\n');
        for (const token of tokens.slice(from + 1, from + 1 + width)) part(token, '\t');
      });
      at += width + 1;
    } else if (heads.some(({ text }) => text === tokens[from]?.text)) {
      // The head repeated where the page turned says nothing new.
      cut.push(() => signs.fill(' ', tokens[from]?.at, (tokens[from]?.at ?? 0) + (tokens[from]?.text.length ?? 0)));
      at++;
    } else {
      cut.push(() => part(tokens[from], '\n'));
      break;
    }
  }
  if (rows < 3) {
    return line;
  }
  part(tokens[head], '\n');
  for (const token of tokens.slice(head + 1, first - 1)) part(token, '\t');
  for (const apply of cut) {
    apply();
  }
  return signs.join('');
}

function twinned(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0—–﹪〔〕【】﹙﹚∶﹑\r]/gu, (sign) => {
    const twin = twins[sign];
    return twin ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}
