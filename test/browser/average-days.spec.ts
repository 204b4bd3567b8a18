/** What reports ask beside the course of a case, in a real browser: an average opens the days of its cases, a register its form. */
import { type Office, openOffice } from '@test/office';
import { accepted } from '../casefiles/entries';
import { buildConsole, openBrowser } from './browser';

let office: Office;
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  buildConsole();
  office = await openOffice('2024-03-04');
  for (const [from, to] of [
    ['2024-03-04', '2024-04-18'],
    ['2024-05-06', '2024-06-20'],
  ] as const) {
    const file = await accepted(office, from);
    await file.on(to).does('hear-opinions', { manner: 'in-person' });
    await file.on(to).does('submit-for-approval', { proposed: 'upheld' });
    await file.as('organ-head').on(to).does('decide', { outcome: 'upheld' });
  }
  browser = await openBrowser(office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

it('prints the average with the days it divides, and each case with its own', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-bureau-head');
  await page.goto('/figures?year=2024');
  const row = page.getByRole('row', { name: /^行政复议案件平均办理天数/ });
  await row.getByText('90天').waitFor();
  await row.getByRole('button', { name: '行政复议案件平均办理天数：45天，看案件' }).first().press('Enter');
  const cases = page.getByRole('dialog');
  await cases.getByText('天数：45天').first().waitFor();
  await page.keyboard.press('Escape');
  await cases.waitFor({ state: 'detached' });
  await row.getByRole('button', { name: /分解$/ }).press('Enter');
  const parts = page.getByRole('dialog');
  await parts.getByRole('columnheader', { name: '数值（天）' }).waitFor();
  await parts.getByRole('row', { name: /^合计 45 90 2$/ }).waitFor();
  expect(complaints).toEqual([]);
});

it('keeps experts in a register that is filled from the keyboard', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-mediation-officer');
  await page.goto('/registers/expert');
  await page.getByText('没有符合条件的登记').waitFor();
  const open = page.getByRole('button', { name: '登记', exact: true });
  await open.press('Enter');
  const drawer = page.getByRole('dialog');
  const save = drawer.getByRole('button', { name: '登记', exact: true });
  await drawer.getByLabel('姓名').fill('何某');
  await save.press('Enter');
  await drawer.getByText('专业领域').first().waitFor();
  await drawer.locator('.ant-form-item-explain-error').first().waitFor();
  await drawer.getByLabel('专业领域').focus();
  await page.keyboard.type('医疗');
  await page.keyboard.press('Enter');
  await drawer.getByLabel('入库日期').fill('20240102');
  await page.keyboard.press('Enter');
  await drawer.waitFor({ state: 'hidden' });
  await page.getByRole('cell', { name: '何某' }).first().waitFor();
  // Every register of the group is in sight, however many there are.
  const last = page.getByText('被申请人库', { exact: true }).first();
  const box = await last.boundingBox();
  expect(box !== null && box.x + box.width).toBeLessThanOrEqual(1366);
  expect(complaints).toEqual([]);
});
