/** 放假日历 in a real browser: the standing warning, a file with a mistake, the list, the confirmation, a local holiday. */
import { addDays } from '@anjuan/law';
import { type Office, openOffice } from '@test/office';
import { accepted } from '../casefiles/entries';
import { buildConsole, openBrowser } from './browser';

let office: Office;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let file: Awaited<ReturnType<typeof accepted>>;
/** Invented days. */
const festivals: readonly (readonly [name: string, first: string, last: string, makeUp?: string])[] = [
  ['元旦', '2027-01-01', '2027-01-03'],
  ['春节', '2027-02-05', '2027-02-11', '2027-01-31'],
  ['清明节', '2027-04-03', '2027-04-05'],
  ['劳动节', '2027-05-01', '2027-05-05'],
  ['端午节', '2027-06-09', '2027-06-09'],
  ['中秋节', '2027-09-15', '2027-09-15'],
  ['国庆节', '2027-10-01', '2027-10-07'],
];
const json = (rows: typeof festivals) => ({
  name: '2027.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      year: 2027,
      papers: [],
      days: rows.flatMap(([name, first, last, makeUp]) => {
        const days = [];
        for (let date = first; date <= last; date = addDays(date, 1)) days.push({ name, date, isOffDay: true });
        return makeUp === undefined ? days : [...days, { name, date: makeUp, isOffDay: false }];
      }),
    }),
  ),
});

beforeAll(async () => {
  buildConsole();
  office = await openOffice('2026-12-02');
  // Sixty days end on Sunday 2027-01-31.
  file = await accepted(office, '2026-12-02');
  office.reach('2026-12-10');
  browser = await openBrowser(office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

it('takes next year’s notice from a file, shows what it moves, and moves it when the head confirms', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-reconsideration-head');
  await page.getByText('2027年的放假安排还没有生效').waitFor();
  await page.getByRole('link', { name: '期限台' }).click();
  await page.getByText('2027年的放假安排还没有生效').waitFor();
  await page.getByRole('tab', { name: '10日以上' }).click();
  await page.getByText('暂定，01-31至02-01之间').waitFor();

  await page.getByRole('link', { name: '放假日历' }).first().click();
  await page.getByText('没有录入过通知').waitFor();
  await page.getByLabel('文号').fill('示例〔2026〕1号');
  await page.getByLabel('公布日').fill('20261210');
  await page.keyboard.press('Tab');
  await page.getByLabel('年度文件').setInputFiles(json(festivals.filter(([name]) => name !== '端午节')));
  await page.getByRole('button', { name: '录入', exact: true }).click();
  await page.getByText('端午节：2027年的首个通知须安排全部节日，缺少端午节').waitFor();
  await page.getByLabel('年度文件').setInputFiles(json(festivals));
  await page.getByRole('button', { name: '录入', exact: true }).click();

  await page.getByRole('heading', { name: /2027年放假安排（示例〔2026〕1号）/ }).waitFor();
  const row = page.getByRole('row').filter({ hasText: '2027-02-01' });
  await row.getByText('2027-01-31', { exact: true }).waitFor();
  await row.getByText('2027-01-31春节调休上班').waitFor();
  expect((await file.clock('reconsideration.decision-ordinary')).due).toBe('2027-02-01');
  // It was entered at the foot of a long page: the list begins at its head all the same.
  await page.getByText(/共\d+条，已全部列出/).waitFor();
  expect(await page.evaluate('window.scrollY')).toBe(0);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出 Excel' }).click();
  expect((await download).suggestedFilename()).toBe('影响清单.xlsx');
  await page.getByRole('button', { name: '确认变更' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认变更' }).click();
  await page.getByText(/已确认，变动期限\d+个/).waitFor();
  await page.getByText(/已确认：行政复议机构负责人/).waitFor();

  await row.getByRole('link').click();
  await page.getByText('期限重算').first().waitFor();
  await page.getByText('2027-02-01 → 2027-01-31').waitFor();
  await page.getByRole('link', { name: '我的工作' }).click();
  await page.getByRole('heading', { name: '我的工作' }).waitFor();
  await page.getByText('放假安排还没有生效').waitFor({ state: 'hidden' });
  // The browser itself notes the one refusal.
  expect(complaints).toEqual([expect.stringMatching(/400.*working-calendar\/notices$/)]);
});

it('an officer enters a local holiday, which waits for the head', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-reconsideration-officer');
  await page.getByRole('link', { name: '放假日历' }).first().click();
  await page.getByRole('tab', { name: '地方放假安排' }).click();
  const form = page.getByRole('tabpanel', { name: '地方放假安排' });
  await form.getByLabel('节日').fill('古尔邦节');
  await form.getByLabel('年度').fill('2027');
  await form.getByLabel('依据的公告或者文号').fill('示例县人民政府公告');
  await form.getByLabel('放假日期').fill('2027-01-31、2027-02-30');
  await page.keyboard.press('Enter');
  await page.getByText('应为日期，格式 YYYY-MM-DD').waitFor();
  await form.getByLabel('放假日期').fill('2027-01-31');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /2027年古尔邦节放假安排/ }).waitFor();
  await page.getByText('须由行政复议机构负责人或者行政复议机关负责人确认。').waitFor();
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByText('已撤回，没有期限变动').waitFor();
  expect(complaints).toEqual([expect.stringMatching(/400.*working-calendar\/overlays$/)]);
});
