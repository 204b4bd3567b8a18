import { read } from './read';

const cells = (text: string): string[] =>
  read(text).map(
    (one) =>
      `${one.cell?.row},${one.cell?.column} ${one.metric} ${one.value}${one.unit}${one.relation === null ? '' : ` ${one.relation}`}`,
  );

test('columns of years, with shares, changes and a total', () => {
  const text = [
    '2020年度行政复议案件受理情况',
    '| 单位 | 2019受理量 | 2020受理量 | 占比 | 同比 |',
    '|---|---|---|---|---|',
    '| 市场监管局 | 10 | 12 | 60% | 20% |',
    '| 公安分局 | 16 | 8 | 40% | -50% |',
    '| 合计 | 26 | 20 | 100% | -23.1% |',
  ].join('\n');
  expect(cells(text).slice(0, 8)).toEqual([
    '1,1 reconsideration-by-respondent-prior-year 10件 part-closed',
    '1,2 reconsideration-by-respondent 12件 part-closed',
    '1,3 reconsideration-category-share 60% share',
    '1,4 reconsideration-category-growth 20% change',
    '2,1 reconsideration-by-respondent-prior-year 16件 part-closed',
    '2,2 reconsideration-by-respondent 8件 part-closed',
    '2,3 reconsideration-category-share 40% share',
    '2,4 reconsideration-category-growth 50% change',
  ]);
  const total = read(text).find((one) => one.cell?.row === 3 && one.cell.column === 2);
  expect(total).toMatchObject({ metric: 'reconsideration-accepted', value: 20, of: null });
  expect(read(text).find((one) => one.cell?.row === 2 && one.cell.column === 4)?.change).toBe('down');
});

test('one row under heads, parted by tabs', () => {
  const text = '行政复议情况\n收到申请\t受理\t审结\t纠错率\n66件\t60件\t58件\t6.9%\n';
  expect(cells(text)).toEqual([
    '1,0 reconsideration-received 66件',
    '1,1 reconsideration-accepted 60件',
    '1,2 reconsideration-concluded 58件',
    '1,3 reconsideration-direct-correction-rate 6.9%',
  ]);
});

test('one cell a line, with serial numbers that count nothing', () => {
  const text = [
    '行政复议案件审结情况(件)',
    ...['序号', '处理方式', '数量', '比例'],
    ...['1', '维持', '30', '60%'],
    ...['2', '驳回', '15', '30%'],
    ...['3', '撤销', '5', '10%'],
    ...['4', '合计', '50', '100%'],
  ].join('\n\n');
  expect(cells(text).slice(0, 7)).toEqual([
    '1,2 reconsideration-upheld 30件 part-closed',
    '1,3 reconsideration-upheld-rate 60% share',
    '2,2 reconsideration-rejected 15件 part-closed',
    '2,3 reconsideration-rejected-rate 30% share',
    '3,2 reconsideration-revoked 5件 part-closed',
    '3,3 reconsideration-outcome-share 10% share',
    '4,2 reconsideration-concluded 50件',
  ]);
});

test('a unit in the head of a column', () => {
  const text = '人民调解情况\n乡镇\t调解(件)\t调解员(人)\n甲镇\t120\t30\n乙镇\t80\t25\n';
  expect(read(text).map((one) => `${one.value}${one.unit}`)).toEqual(['120件', '30人', '80件', '25人']);
});

test('a lone number on a line is a page, not a figure', () => {
  expect(read('行政复议工作情况如下。\n12\n全年受理行政复议案件3件。')).toHaveLength(1);
});

test('heads that name matters make every column one, and the last column their total', () => {
  const text = [
    '行政复议申请涉及的事项见下表。',
    '申请事项 | 行政处罚 | 信息公开 | 终止调查 | 合计',
    '数量 | 40件 | 16件 | 4件 | 60件',
    '占比 | 66.7% | 26.7% | 6.7% | 100%',
  ].join('\n');
  expect(cells(text).slice(0, 3)).toEqual([
    '1,1 reconsideration-by-matter 40件 part-closed',
    '1,2 reconsideration-by-matter 16件 part-closed',
    '1,3 reconsideration-by-matter 4件 part-closed',
  ]);
  expect(read(text).map((one) => one.of)).toEqual([3, 3, 3, null, 0, 1, 2, 3]);
});

test('two lists laid beside each other share one total', () => {
  const text = [
    '各地受理行政复议案件情况',
    '地区 | 数量 | 地区 | 数量',
    '甲县 | 30 | 乙县 | 20',
    '丙县 | 10 | 丁县 | 5',
    '总计 | 65',
  ].join('\n');
  expect(read(text).map((one) => `${one.slot} ${one.value}${one.unit} ${one.of}`)).toEqual([
    '甲县 30件 4',
    '乙县 20件 4',
    '丙县 10件 4',
    '丁县 5件 4',
    'null 65件 null',
  ]);
});

test('a table of ten thousand cells is read in one pass', () => {
  const text = `行政复议情况\n单位\t受理\t纠错率\n${'甲局\t12\t34%\n'.repeat(5000)}`;
  expect(read(text)).toHaveLength(10_000);
});

test('stock and intake close their total; the year before beside them does not', () => {
  const text = [
    '2022年一审行政案件情况',
    ...['法院', '旧存', '新收', '总计', '2021年同期新收'],
    ...['中院', '4', '8', '12', '15'],
    ...['甲县', '3', '5', '8', '9'],
    ...['乙县', '1', '6', '7', '7'],
  ].join('\n|\n');
  expect(cells(text).slice(0, 4)).toEqual([
    '1,1 litigation-by-court 4件 part-closed',
    '1,2 litigation-by-court 8件 part-closed',
    '1,3 litigation-by-court 12件',
    '1,4 litigation-by-court-prior-year 15件',
  ]);
});

it('a table run together in one line, its head repeated where the page turned', () => {
  const line =
    '表1 各镇人民调解情况(单位:件) 单位 2023年受理 2024年受理 2024年成功 东镇 31 40 39 西镇 22 25 25 单位 2023年受理 2024年受理 2024年成功 南乡 9 12 11 合计 62 77 75';
  expect(cells(line).filter((cell) => / 3[19]件| 77件/.test(cell))).toEqual([
    '1,1 mediation-accepted-prior-year 31件 part-closed',
    '1,3 mediation-succeeded 39件 part-closed',
    '4,2 mediation-accepted 77件',
  ]);
});

it('a table of lines parted by blanks, with differences and growth', () => {
  const text = [
    '各县收到行政复议申请情况',
    '单位 2024年 2023年 增减 增长率',
    '东安县 40 32 8 25.00%',
    '西平县 21 28 -7 -25.00%',
    '合计 61 60 1 1.67%',
  ].join('\n');
  const read = cells(text);
  expect(read.slice(0, 3)).toEqual([
    '1,1 reconsideration-by-authority 40件 part-closed',
    '1,2 reconsideration-by-authority-prior-year 32件 part-closed',
    expect.stringContaining('-increase 8件'),
  ]);
  expect(read).toContain('3,1 reconsideration-received 61件');
});
