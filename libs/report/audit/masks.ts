/**
 * Numbers that count nothing: days and years, document and article numbers, ordinals, list marks, titles in 《》, slogans
 * in quotation marks (“1+6+N”), telephone numbers. A masked position is never read as a figure.
 */
const years = '(?:19|20)\\d{2}';
const patterns: readonly RegExp[] = [
  /《[^《》\n]{0,160}》/g,
  /“[^”\n]{1,40}”|"[^"\n]{1,40}"|「[^」\n]{1,40}」|‘[^’\n]{1,40}’/g,
  // 2019、2020、2021年 and 2021-2025年: only the last carries the word.
  new RegExp(`(?:${years}\\s*年?\\s*[、,/和与及至到~-]\\s*){1,12}${years}\\s*(?:年度?|\\))`, 'g'),
  /\d{4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?/g,
  /\d{4}\s*年度?(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?/g,
  /\d{1,2}\s*[-~至到、]\s*\d{1,2}\s*月(?:份|底|末)?/g,
  /\d{1,2}\s*月\s*\d{1,2}\s*(?:[-~至到]\s*\d{1,2}\s*)?[日号]/g,
  /(?<![\d个])\d{1,2}\s*月(?:份|底|末|初|中旬|上旬|下旬)?/g,
  /\d{1,2}[时点]\d{1,2}分?|\d{1,2}:\d{2}:\d{2}|(?<=[日\s])\d{1,2}:\d{2}(?!\d)/g,
  /\[\s*\d{4}\s*\]\s*(?:第\s*)?\d*\s*号?|\(\s*\d{4}\s*\)\s*(?:第\s*)?\d+\s*号/g,
  /第\s*\d{1,9}/g,
  /(?:附件|附表|[表图])\s*\d{1,2}(?:-\d{1,2}){0,2}(?=[:\s])|[见如][附图表]*[图表]\s*\d{1,2}(?:-\d{1,2})?/g,
  // 占1/4: a share in words, not a pair.
  /(?<=占[^,;。\d]{0,20})\d\s*\/\s*\d{1,2}/g,
  /前\s*\d{1,2}\s*(?:个?月|名|位)/g,
  // 12号 as the end of a document number; 号召 and 号码 follow no digit.
  /(?<!\d)\d{1,8}\s*号(?!\S{0,6}[件起次])/g,
  /(?<![\d.])\d{1,6}(?:\.\d{1,6})?\s*(?:\+\s*[\dA-Za-z]{1,9}){1,12}|[A-Za-z]\s*\+\s*\d+/g,
  /\d{3,4}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)/g,
  // Durations and anniversaries tell a period.
  /\d{1,3}\s*(?:周年|年(?![产均审度度内结未案收新]))/g,
  /^[ \t]*\(?\d{1,2}\s*(?:[、)]|\.(?!\d))/gm,
  // Who acted, not what was done: 5个县区新收120件 counts the 120.
  /(?<!\d)\d{1,3}\s*个\s*(?:市州|州市|设区市|地市|市|州|盟|县市区|县区|区县|县市|县|区|乡镇|镇街|街道|省直部门|省份|部门|成员单位)(?=(?:人民政府|政府)?(?:本级)?(?:共计|合计|累计|全年|共)?(?:新收|收到|收案|收\d|受理|办理|办结|审结|结案))/g,
  // Article, item and instance numbers of a law: 10条措施 counts, 第10条 is masked above.
  /(?<!\d)[1-9]\d?\s*(?:级|大(?!队)|届|版|字(?!据))/g,
];

/** One byte a UTF-16 position: 1 where a digit must not be read. */
export function masks(text: string): Uint8Array {
  const masked = new Uint8Array(text.length);
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      masked.fill(1, match.index, match.index + match[0].length);
    }
  }
  return masked;
}
