/** 报告校核 in a real browser: a draft is pasted, a finding leads to its place, a file does the same. */
import { type Office, openOffice } from '@test/office';
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

it('a draft pasted, its findings by level, its figures; then a file that cannot be read and one that can', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-bureau-head');
  await page.getByRole('link', { name: '报告校核' }).click();
  const draft = [
    '2023年，新收行政复议申请32件，上年结转3件，办理34件，办结率100%。',
    ...Array.from({ length: 40 }, (_, i) => `第${i + 1}项工作按计划推进。`),
    '撤销12件、变更1件，共14件。',
  ].join('\n');
  await page.getByLabel('报告稿', { exact: true }).fill(draft);
  await page.getByRole('button', { name: '校核', exact: true }).click();

  await page.getByText('错误1，存疑1，提示0').waitFor();
  const wrong = page.locator('mark', { hasText: '共14件' });
  await page.getByRole('button', { name: /12 \+ 1 = 13/ }).press('Enter');
  expect(await wrong.getAttribute('class')).toContain('audit-chosen');
  const { y = -1 } = (await wrong.boundingBox()) ?? {};
  expect(y > 0 && y < 768).toBe(true);
  await page.getByRole('checkbox', { name: /错误/ }).uncheck();
  expect(await wrong.count()).toBe(0);
  await page.locator('mark', { hasText: '办理34件' }).click();
  await page.getByRole('button', { name: /32 \+ 3 = 35/, pressed: true }).waitFor();
  await page.getByText('读出的数字', { exact: false }).click();
  await page.getByRole('row', { name: /办理34件.*34件/ }).waitFor();

  await page.getByRole('button', { name: '修改后再校' }).click();
  expect(await page.getByLabel('报告稿', { exact: true }).inputValue()).toBe(draft);
  const file = page.locator('input[type=file]');
  // The server's refusal is what is asked for here.
  await file.setInputFiles({
    name: '旧.doc',
    mimeType: 'application/msword',
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
  });
  await page.getByRole('alert').filter({ hasText: '是旧版 .doc' }).waitFor();
  await file.setInputFiles({ name: '稿.txt', mimeType: 'text/plain', buffer: Buffer.from('办结4件。') });
  await page.getByText('没有发现矛盾。').waitFor();
  expect(complaints.filter((c) => !c.includes('400'))).toEqual([]);
});
