/** 办理预览 in a real browser, by keyboard: a correction can be confirmed only once its effect on the clocks was seen. */
import { type Office, openOffice } from '@test/office';
import type { Page } from 'playwright-core';
import { accepted, ordinary, receive } from '../casefiles/entries';
import { buildConsole, openBrowser } from './browser';

let office: Office;
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  buildConsole();
  office = await openOffice('2024-04-08');
  browser = await openBrowser(office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().focus();
  await page.keyboard.press('Enter');
}

it('shows what a correction makes of the clocks before it can be confirmed', async () => {
  const file = await receive(office, '2024-04-03');
  await file.on('2024-04-08').does('accept', ordinary(office));
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-reconsideration-officer');
  await page.goto(`/cases/${file.id}`);
  await press(page, '更正事实');
  const drawer = page.getByRole('dialog', { name: '更正事实' });
  const confirm = drawer.getByRole('button', { name: '更正事实' });
  expect(await confirm.isDisabled()).toBe(true);
  await press(page, '预览');
  await drawer.getByText('请填写更正理由').waitFor();

  // What is not recorded yet, and what is reckoned, is not offered.
  await drawer.getByLabel('更正哪一项').click();
  for (const title of ['审结日期', '适用法律']) {
    await page.keyboard.type(title);
    await page.getByText('暂无数据').last().waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
  }
  await page.keyboard.type('受理日期');
  await page.keyboard.press('Enter');
  await drawer.getByLabel('现在的记录').fill('2024-04-01');
  await drawer.getByLabel('应当为').fill('2024-04-03');
  await drawer.getByLabel('更正理由').fill('核对纸质卷宗，登记有误');
  await drawer.getByLabel('依据').fill('受理通知书存根');
  await press(page, '预览');
  await drawer.getByText('现在的记录是“2024-04-08”，与填写的不符').waitFor();
  expect(await confirm.isDisabled()).toBe(true);

  await drawer.getByLabel('现在的记录').fill('2024-04-08');
  await press(page, '预览');
  const row = drawer.getByRole('row', { name: /^审理期限（普通程序）/ });
  await row.waitFor();
  expect(await row.getByRole('cell').allInnerTexts()).toEqual([
    expect.stringContaining('日期变动'),
    '2024-06-07',
    '2024-06-03',
  ]);
  await drawer.getByText('2024-06-02（星期日）为周末，届满日顺延至2024-06-03（星期一）。').waitFor();
  await row.getByText('届时提醒：行政复议承办人、行政复议机构负责人').waitFor();
  const saved = page.waitForEvent('download');
  await press(page, '导出 Excel');
  expect((await saved).suggestedFilename()).toBe('期限影响清单.xlsx');
  expect(await confirm.isEnabled()).toBe(true);
  expect((await file.page()).events).toHaveLength(2);

  // What was shown is no longer what would happen.
  await drawer.getByLabel('应当为').fill('2024-04-02');
  expect(await confirm.isDisabled()).toBe(true);
  await drawer.getByLabel('应当为').fill('2024-04-03');
  await press(page, '预览');
  await row.waitFor();
  await press(page, '更正事实');
  await page.getByText('已办理：更正事实').waitFor();
  expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2024-06-03' });

  // Any other event may be seen first, and need not be.
  await press(page, '发送申请书副本和答复通知书');
  const sending = page.getByRole('dialog', { name: '发送申请书副本和答复通知书' });
  expect(await sending.getByRole('button', { name: '发送申请书副本和答复通知书' }).isEnabled()).toBe(true);
  await press(page, '预览');
  await sending.getByRole('row', { name: /^发送申请书副本（普通程序） 办结/ }).waitFor();
  await sending.getByText('出具文书：行政复议答复通知书').waitFor();
  // The office's own 400 and 422 are all that the browser may note.
  expect(complaints.filter((c) => !c.includes('422'))).toEqual([]);
});

it('explains the number of an acceptance that a paper in time took back, and shows how sure an article is', async () => {
  const file = await receive(office, '2024-04-08');
  await office.clockTurnsTo('2024-04-17');
  await file.as('reconsideration-head').on('2024-04-12').does('refuse-in-time', {
    ground: 'no-interest',
    reasons: '与行政行为没有利害关系',
    paper_reference: '测府复不受〔2024〕1号',
    confirmed_by: office.home.people['reconsideration-officer'],
  });
  const { number } = await file.page();
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-reconsideration-officer');
  await page.getByRole('link', { name: '行政复议', exact: true }).last().press('Enter');
  await page.getByRole('link', { name: '案号说明' }).press('Enter');
  await page.getByRole('heading', { name: '案号说明' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: number ?? '' });
  await row.getByText('更正：期限内已决定不予受理').waitFor();
  await row.getByText('期限内文书的文号：测府复不受〔2024〕1号').waitFor();
  await page.getByLabel('年度').fill('2023');
  await page.keyboard.press('Tab');
  await page.getByText('这一年没有需要说明的案号').waitFor();

  const review = await accepted(office, '2024-04-17');
  await page.goto(`/cases/${review.id}`);
  await press(page, '通知第三人参加');
  await page.getByText('行政复议法实施条例第9条（凭记忆，待核）').waitFor();
  expect(complaints).toEqual([]);
});
