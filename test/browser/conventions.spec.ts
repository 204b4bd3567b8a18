/** 计算约定 in a real browser: proposed by the keyboard, and the wait for the post. */
import { type Office, openOffice } from '@test/office';
import { buildConsole, openBrowser, takeNext } from './browser';

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

it('shows each with its source, proposes a change by the keyboard, and says what is wrong in Chinese', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-reconsideration-head');
  await page.getByRole('link', { name: '计算约定', exact: true }).click();
  const row = page.getByRole('row', { name: /中止当日起至恢复前一日不计/ });
  await row.getByRole('cell', { name: '惯例或推定' }).waitFor();
  await row.getByRole('combobox').focus();
  await takeNext(page);
  await page.getByRole('button', { name: '提出改变（1项）' }).click();
  await page.getByRole('status').getByText('已提出，待负责人确认。').waitFor();
  await row.getByText('中止当日不计，恢复当日计入（默认）').waitFor();
  const impact = page.getByRole('link', { name: '查看影响清单' });
  expect(await impact.getAttribute('href')).toMatch(/^\/working-calendar\/[0-9a-f-]{36}$/);

  const days = page.getByLabel('等候天数');
  await days.fill('31');
  await page.getByRole('button', { name: '设定' }).click();
  await page.getByText('等候天数应为0至30的整数').waitFor();
  await days.fill('7');
  await page.getByRole('button', { name: '设定' }).click();
  await page.getByText('已设定为7日').waitFor();
  expect(complaints.filter((c) => !c.includes('400'))).toEqual([]);
});

it('is read by those who may not change it', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-mediator');
  await page.getByRole('link', { name: '计算约定', exact: true }).click();
  await page.getByRole('cell', { name: '中止当日不计，恢复当日计入' }).waitFor();
  await page.getByText('本辖区现行：7日').waitFor();
  expect(await page.getByRole('button', { name: /提出改变|设定/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
