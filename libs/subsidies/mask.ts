/** 公示 names people without exposing them: 张*三, 李*, 欧阳**. At least one character is always hidden. */
export function maskedName(name: string): string {
  const letters = [...name.trim()];
  const [first = '', ...rest] = letters;
  if (rest.length <= 1) return `${first}*`;
  const compound =
    letters.length >= 4 && /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木)/.test(name);
  if (compound) return `${letters.slice(0, 2).join('')}${'*'.repeat(letters.length - 2)}`;
  return `${first}${'*'.repeat(rest.length - 1)}${rest.at(-1)}`;
}

/** The last four of an identity or account number. */
export const maskedNumber = (number: string): string => {
  const plain = number.replace(/\s/g, '');
  return plain.length <= 4 ? '*'.repeat(plain.length) : `${'*'.repeat(plain.length - 4)}${plain.slice(-4)}`;
};
