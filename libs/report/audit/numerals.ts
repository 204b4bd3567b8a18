/** Chinese numerals below ten thousand: 十二、三百零五、两千. */
const digits: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The whole number written, or null for a row of digits (二〇二四, 三五) that states none. */
export function chineseValue(written: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lowest = 10_000;
  for (const sign of written) {
    const place = places[sign];
    if (place !== undefined) {
      if (place >= lowest) {
        return null;
      }
      total += (digit ?? 1) * place;
      lowest = place;
      digit = null;
      continue;
    }
    const value = digits[sign];
    if (value === undefined || (digit !== null && digit !== 0)) {
      return null;
    }
    digit = value;
  }
  return total + (digit ?? 0);
}
