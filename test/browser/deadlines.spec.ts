/** The deadline desk in a real browser, by keyboard: from the whole office to a row, its ledger, and a trial of another date. */
import { type Office, openOffice } from '@test/office';
import type { Page } from 'playwright-core';
import { accepted, dispute } from '../casefiles/entries';
import { buildConsole, openBrowser } from './browser';

let office: Office;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let review: string;
let quarrel: string;
beforeAll(async () => {
  buildConsole();
  office = await openOffice('2026-11-02');
  const file = await accepted(office, '2026-11-02');
  await file.on('2026-11-03').does('send-copy');
  await file.on('2026-11-04').does('record-copy-received');
  await file.on('2026-11-05').does('schedule-hearing', {
    planned_on: '2026-11-26',
    begins: '09:00',
    ends: '11:00',
    room: '第一听证室',
  });
  await file.on('2026-11-06').does('notify-hearing', { planned_on: '2026-11-26', place: '第一听证室' });
  review = file.id;
  const mediation = await office.as('mediator').receives('mediation', 'register', '2026-10-12', dispute());
  await mediation.does('accept');
  quarrel = mediation.id;
  office.reach('2026-11-22');
  browser = await openBrowser(office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

/** Goes there by Tab, as far as it takes, and presses Enter. */
async function enter(page: Page, name: string | RegExp, role: 'link' | 'button' = 'link'): Promise<void> {
  const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
  await target.waitFor();
  for (let i = 0; i < 120; i += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached by keyboard`);
}

it('leads from the office at a glance to the row, its ledger and a trial, by keyboard alone', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-reconsideration-head');
  await enter(page, '期限台');
  await page.getByRole('heading', { name: '期限台' }).waitFor();
  await enter(page, '一览');
  await page.getByRole('table', { name: '各承办人' }).waitFor();
  await enter(page, '行政复议承办人超期1项');
  await page.getByText('被申请人答复举证（普通程序）11月18日届满，被申请人未答复，已逾期4日。').waitFor();
  await enter(page, '账本');
  const sheet = page.getByRole('region', { name: '审理期限（普通程序）' });
  await sheet.getByText('2027年放假安排公布后重新核对，现为暂定').waitFor();
  await sheet.getByRole('button', { name: '试算' }).focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: '试算：审理期限（普通程序）' });
  await drawer.getByLabel('如果延长，延长天数').focus();
  await page.keyboard.type('31');
  await page.keyboard.press('Enter');
  await drawer
    .getByText(/最多延长30日/)
    .last()
    .waitFor();
  await page.getByText('现在不能办理：').waitFor();
  await drawer.getByLabel('如果延长，延长天数').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await drawer.getByText('届满日由2027-01-01改为2027-02-01，推后31日。').waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });

  await page.goto('/deadlines/month');
  const today = page.locator('td[aria-current="date"]');
  await today.getByText('22').waitFor();
  await page.getByRole('cell', { name: /26.*09:00 听证、开庭/ }).waitFor();
  await page.getByRole('link', { name: '2026-11-18届满1项' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^督办（2026）/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '新收督办件' }).waitFor();
  await page.getByText(/前案：（2026）/).waitFor();
  // The browser notes the one refusal.
  expect(complaints).toEqual([expect.stringContaining('422')]);
});

it('a lapsed mediation is ended by whoever mediates, from what the desk proposes', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-mediator');
  await page.goto('/deadlines/proposals');
  await page.getByText('调解期限于2026-11-12届满；没有达成协议').waitFor();
  await enter(page, '确认', 'button');
  const drawer = page.getByRole('dialog', { name: '调解不成' });
  await drawer.getByText('调解期限届满', { exact: true }).waitFor();
  await drawer.getByLabel('告知的其他途径').focus();
  await page.keyboard.type('起诉');
  await page.keyboard.press('Enter');
  await drawer.getByRole('button', { name: '调解不成' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('没有待确认的事项').waitFor();
  expect((await office.as('mediator').file(quarrel).page()).state).toBe('failed');
  expect(complaints).toEqual([]);
});

it('the head of the office decides on a due day, and the ledger says so', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-reconsideration-head');
  await page.goto(`/cases/${review}`);
  await enter(page, '改定期限', 'button');
  const drawer = page.getByRole('dialog', { name: '改定期限' });
  await drawer.getByLabel('哪一期限').focus();
  await page.keyboard.type('审理期限（普通');
  await page.keyboard.press('Enter');
  await drawer.getByLabel('改定的届满日').fill('20270115');
  await page.keyboard.press('Enter');
  await drawer.getByLabel('改定理由').fill('听证改期');
  await drawer.getByLabel('依据', { exact: true }).fill('审批表〔2026〕8号');
  await drawer.getByRole('button', { name: '改定期限' }).focus();
  await page.keyboard.press('Enter');
  // A day beyond the lawful one is recorded, and said.
  await page
    .getByRole('dialog', { name: /请留意/ })
    .getByText(/晚于依法计算的届满日/)
    .waitFor();
  await page.getByRole('button', { name: '知道了' }).press('Enter');
  await drawer.waitFor({ state: 'hidden' });
  await enter(page, '期限账本、试算');
  const sheet = page.getByRole('region', { name: '审理期限（普通程序）' });
  await sheet.locator('header').getByText('人工改定').waitFor();
  await sheet.getByText(/人工改定届满日为2027-01-15/).waitFor();
  expect(complaints).toEqual([]);
});
