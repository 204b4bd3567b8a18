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
  return text.replace(/[\uff01-\uff5e\u3000\u00a0—–﹪〔〕【】﹙﹚∶﹑\r]/gu, (sign) => {
    const twin = twins[sign];
    return twin ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}
