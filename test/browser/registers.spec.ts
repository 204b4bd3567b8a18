/** The registers in a real browser: a sweep is entered, what it found becomes a mediation, both are counted. */
import { type Office, openOffice } from '@test/office';
import type { Page } from 'playwright-core';
import { buildConsole, openBrowser } from './browser';

let office: Office;
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  buildConsole();
  office = await openOffice('2024-03-05');
  browser = await openBrowser(office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}
async function enter(page: Page, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: '登记', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await fill();
  await drawer.getByRole('button', { name: '登记', exact: true }).click();
  await drawer.waitFor({ state: 'hidden' });
}
async function day(page: Page, label: string, digits: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(digits);
  await page.keyboard.press('Enter');
}

it('a sweep, the dispute it found, and the case that comes of it', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-committee-head');
  await page.getByRole('link', { name: '接待和排查' }).click();
  await page.getByText('矛盾纠纷排查', { exact: true }).click();
  await page.getByRole('heading', { name: '矛盾纠纷排查' }).waitFor();
  await enter(page, async () => {
    await page.getByLabel('排查区域').fill('东街一组');
    await day(page, '排查日期', '20240304');
    await page.getByRole('radio', { name: '发现纠纷', exact: true }).check();
  });
  await page
    .getByRole('cell', { name: /东街一组/ })
    .first()
    .waitFor();

  await page.getByText('排查发现的纠纷', { exact: true }).click();
  await page.getByRole('heading', { name: '排查发现的纠纷' }).waitFor();
  await enter(page, async () => {
    await choose(page, '所属排查', '东街');
    await page.getByLabel('地点', { exact: true }).fill('东街12号');
    await page.getByLabel('一方当事人', { exact: true }).fill('赵大');
    await page.getByLabel('另一方当事人').fill('钱二');
    await day(page, '发现日期', '20240304');
    await choose(page, '纠纷类型', '邻里');
    await choose(page, '处理', '待处理');
    await page.getByLabel('纠纷简要情况').fill('屋檐滴水');
  });
  await page.getByRole('button', { name: '转为案件' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '转为案件' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await heading.filter({ hasText: '已登记' }).waitFor();
  expect(await page.getByText('赵大').count()).toBeGreaterThan(0);

  await page.getByRole('link', { name: '年度数据' }).click();
  await page.getByRole('button', { name: '矛盾纠纷排查：1次，看案件' }).click();
  await page.getByRole('dialog').getByText('共1条登记').waitFor();
  expect(complaints).toEqual([]);
});
