import { compareCases, type OurCase, plainNumber, type TheirRow } from './match';
import { dayIn, type Heads, readExport } from './reading-sheet';

const ours = (id: string, more: Partial<OurCase> = {}): OurCase => ({
  id,
  numbers: [`（2024）复第${id}号`],
  parties: ['甲'],
  day: '2024-03-05',
  values: { 结果: '维持' },
  handler: null,
  asked: true,
  restricted: false,
  ...more,
});
const theirs = (line: number, number: string, more: Partial<TheirRow> = {}): TheirRow => ({
  line,
  number,
  parties: ['甲'],
  day: '2024-03-05',
  values: { 结果: '维持' },
  ...more,
});
const found = (a: readonly OurCase[], b: readonly TheirRow[]) =>
  compareCases(a, b).found.map((f) => [f.found, 'ours' in f ? f.ours.id : f.theirs.line]);

it('finds a case again whose day lies in the year beside, and misses none of that year', () => {
  const before = ours('1', { day: '2023-12-31', values: { 收到日期: '2023-12-31' }, asked: false });
  const given = theirs(2, '（2024）复第1号', { values: { 收到日期: '2024-01-02' } });
  expect(found([before], [given])).toEqual([['differs', '1']]);
  expect(found([before], [])).toEqual([]);
});

it('takes numbers as one however they are typed', () => {
  expect(plainNumber('〔2024〕复 第 07 号')).toBe(plainNumber('（2024）复第7号'));
  expect(plainNumber('[2024]复7号')).toBe(plainNumber('【２０２４】复第7号'));
  expect(plainNumber('（2024）复第7号')).not.toBe(plainNumber('（2024）复第70号'));
});

it('matches by number, else by name and day where one alone fits', () => {
  expect(found([ours('1')], [theirs(2, '[2024]复1号')])).toEqual([]);
  expect(found([ours('1')], [theirs(2, '')])).toEqual([]);
  expect(found([ours('1'), ours('2')], [theirs(2, '')])).toEqual([
    ['there', 2],
    ['here', '1'],
    ['here', '2'],
  ]);
  expect(found([ours('1')], [theirs(2, '', { day: '2024-03-06' })])).toEqual([
    ['there', 2],
    ['here', '1'],
  ]);
});

it('finds repeated rows and differing fields, and compares only the columns that are there', () => {
  const twice = [theirs(2, '(2024)复第1号'), theirs(3, '（2024）复第1号')];
  expect(found([ours('1')], twice)).toEqual([['repeated', 3]]);
  const [difference] = compareCases([ours('1')], [theirs(2, '(2024)复第1号', { values: { 结果: '撤 销' } })]).found;
  expect(difference).toMatchObject({ differences: [{ field: '结果', here: '维持', there: '撤 销' }] });
  expect(found([ours('1')], [theirs(2, '(2024)复第1号', { values: {} })])).toEqual([]);
});

const heads: Heads = {
  number: /^案号$/,
  parties: /^申请人$/,
  day: '收到日期',
  fields: { 收到日期: { head: /收到日期/, type: 'day' }, 金额: { head: /金额/, type: 'money' } },
};

it('reads a sheet with a title over its heads, quoted cells, and ten thousands of yuan', async () => {
  const csv =
    '导出表\r\n案号,申请人,收到日期,金额（万元）\r\n"甲,1","张三、李四",2024年3月5日,"1,234.5"\r\n,,,\r\n乙,"说""好""",20240306,\r\n';
  expect(await readExport('a.csv', Buffer.from(csv), heads)).toEqual([
    {
      line: 3,
      number: '甲,1',
      parties: ['张三', '李四'],
      day: '2024-03-05',
      values: { 收到日期: '2024-03-05', 金额: '1234500000' },
    },
    { line: 5, number: '乙', parties: ['说"好"'], day: '2024-03-06', values: { 收到日期: '2024-03-06', 金额: '' } },
  ]);
});

it('reads GB 18030, in which a Chinese Excel writes .csv', async () => {
  // 案号,申请人 in GB 18030.
  const bytes = Buffer.from('b0b8bac52cc9eac7ebc8cb0d0a312cbcd70d0a', 'hex');
  expect(await readExport('a.csv', bytes, heads)).toMatchObject([{ number: '1', parties: ['甲'] }]);
});

it.each(['2024/3/5', '2024.03.05', '2024年3月5日', '20240305', '2024-03-05 10:20:00'])('reads %s as a day', (text) => {
  expect(dayIn(text)).toBe('2024-03-05');
});
it('leaves a day that does not exist as it is', () => expect(dayIn('2024-02-30')).toBe('2024-02-30'));

it.each([
  ['a.txt', '案号', '应为 .xlsx 或者 .csv 文件'],
  ['a.xlsx', '案号', '不是能够打开的 .xlsx 文件'],
  ['a.csv', '甲,乙', '找不到表头：前几行应有“案号”或者“当事人”一类的列名'],
])('refuses %s', async (name, text, rule) => {
  await expect(readExport(name, Buffer.from(text), heads)).rejects.toMatchObject({ errors: [{ field: 'file', rule }] });
});
