/** Meetings and the directory of respondents in a real browser. */
import { type Office, openOffice } from '@test/office';
import type { Page } from 'playwright-core';
import { accepted, applicant, dispute, suit } from '../casefiles/entries';
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
  await page.locator('.ant-select-item-option', { hasText: words }).first().waitFor();
  await page.keyboard.press('Enter');
}
async function day(page: Page, label: string, digits: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(digits);
  await page.keyboard.press('Tab');
}

it('convenes a meeting with its suit, holds it, and the dispute is settled', async () => {
  const officer = office.as('litigation-officer');
  const file = await officer.receives('litigation', 'receive-notice', '2024-03-05', suit());
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-litigation-officer');
  await page.goto('/new/meeting');
  await page.getByRole('radio', { name: '联调会议' }).check();
  await page.getByLabel('议题').fill('处罚争议协调');
  await day(page, '拟开会日期', '20240305');
  await choose(page, '涉及案件', '孙三');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('已登记').waitFor();
  expect((await file.page()).children).toMatchObject([{ kind: 'coordination', state: 'open' }]);

  await page.getByRole('button', { name: '召开会议' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('radio', { name: '形成一致意见', exact: true }).check();
  await drawer.getByText('继续协调').click();
  await page.getByTitle('协调化解').click();
  await drawer.getByRole('button', { name: '预览' }).press('Enter');
  const seen = drawer.getByRole('status', { name: '办理预览' });
  await seen.getByText('待召开 → 已召开').waitFor();
  await seen.getByText('待协调 → 协调成功').waitFor();
  expect((await file.page()).children).toMatchObject([{ state: 'open' }]);
  await drawer.getByRole('button', { name: '召开会议' }).click();
  await drawer.waitFor({ state: 'hidden' });
  expect((await file.page()).children).toMatchObject([{ kind: 'coordination', state: 'settled' }]);
  expect(complaints).toEqual([]);
});

it('takes level and field of a respondent from the directory', async () => {
  await office.as('reconsideration-head').post('/registers/respondent', {
    organisation_id: office.home.organisations.reconsideration,
    values: { name: '测试县公安局', level: 'county-department', field: 'police', set_up_on: '2010-01-01' },
  });
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-reconsideration-officer');
  await page.goto('/new/reconsideration');
  await page.getByPlaceholder('机关全称').fill('公安');
  await page.getByTitle('测试县公安局').click();
  await page.getByText('县级政府部门').waitFor();
  await page.locator('.ant-select-selection-item', { hasText: '公安' }).waitFor();
  expect(complaints).toEqual([]);
});

it('copies an event of the lead case to the members, and shows what stood against it', async () => {
  const files = [
    await accepted(office, '2024-03-05', [applicant('甲')]),
    await accepted(office, '2024-03-05', [applicant('乙')]),
  ];
  const officer = office.as('reconsideration-officer');
  const series = await officer.post<{ id: string }>('/series', {
    organisation_id: office.home.organisations.reconsideration,
    happened_on: '2024-03-05',
    title: '东街征收补偿系列案',
    reason: '同一征收决定',
    lead_id: files[0]?.id,
    member_ids: [files[1]?.id],
  });
  await files[0]?.on('2024-03-05').does('send-copy');
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-reconsideration-officer');
  await page.goto(`/cases/${series.id}`);
  await page.getByRole('combobox', { name: '示范案件的环节' }).click();
  await page.getByTitle('2024-03-05 发送申请书副本和答复通知书').click();
  await page.getByRole('button', { name: '复制' }).click();
  await page.getByText('：已办理').waitFor();
  expect((await files[1]?.page())?.events[0]).toMatchObject({ happened_on: '2024-03-05' });
  expect((await files[1]?.page())?.events[0]?.name).toBe((await files[0]?.page())?.events[0]?.name);
  expect(complaints).toEqual([]);
});

it('takes back a case sent by mistake, by keyboard', async () => {
  await office.hires('river-head', 'committee-head', 'other-town');
  const file = await office.as('committee-head').receives('mediation', 'register', '2024-03-05', dispute());
  await file.does('transfer-case', { organisation: office.home.organisations['other-town'], reason: '误送' });
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-committee-head');
  await page.goto('/transfers');
  await page.getByRole('button', { name: /^撤回移送：/ }).press('Enter');
  await page.getByLabel('撤回理由', { exact: true }).fill('选错了机构');
  await page.keyboard.press('Enter');
  await page.getByText('2024-03-05 已撤回').waitFor();
  expect((await file.page()).transfers).toMatchObject([{ outcome: 'withdrawn' }]);
  expect(complaints).toEqual([]);
});
