/** The reminder screens in a real browser: one's own ways to be told, the calendar address, the rules, the log. */
import { type Office, openOffice, PASSWORD } from '@test/office';
import { openReceivers } from '@test/receivers';
import { accepted, applicant, ordinary, receive } from '../casefiles/entries';
import { openWorker } from '../faults/worker';
import { buildConsole, openBrowser } from './browser';

let outside: Awaited<ReturnType<typeof openReceivers>>;
let office: Office;
let worker: Awaited<ReturnType<typeof openWorker>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  buildConsole();
  outside = await openReceivers();
  const settings = { smtpUrl: outside.smtpUrl, mailFrom: 'anjuan@bureau.test', webhookOrigins: [outside.origin] };
  office = await openOffice('2024-03-04', { settings });
  worker = await openWorker({ clock: office.clock, databaseUrl: office.database.url, settings });
  const file = await receive(office, '2024-03-04', [applicant('孙大明')]);
  await file.on('2024-03-06').does('accept', ordinary(office));
  browser = await openBrowser(office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await worker?.module.close();
  await office?.close();
  await outside?.close();
});

it('a person chooses mail, is told why a wrong address is wrong, and gets a calendar address', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-reconsideration-officer');
  await page.getByRole('link', { name: '提醒', exact: true }).click();
  await page.getByRole('link', { name: '我的提醒设置' }).click();
  await page.getByText('本系统尚未配置这种方式').waitFor();

  await page.getByLabel('邮箱地址').fill('wang');
  await page.keyboard.press('Enter');
  await page.getByText('应为电子邮箱地址').waitFor();
  await page.getByLabel('邮箱地址').fill('wang@bureau.test');
  await page.getByRole('form', { name: '电子邮件' }).getByLabel('逐条提醒和每日汇总').check();
  await page.getByLabel('邮箱地址').press('Enter');
  await page.getByText('已启用：w***@bureau.test').waitFor();

  await page.getByRole('button', { name: '生成订阅地址' }).click();
  const address = await page.getByLabel('订阅地址').inputValue();
  const calendar = await fetch(address);
  expect([calendar.status, (await calendar.text()).includes('BEGIN:VEVENT')]).toEqual([200, true]);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByRole('button', { name: '生成订阅地址' }).waitFor();
  expect((await fetch(address)).status).toBe(404);
  expect(complaints.filter((c) => !c.includes('400'))).toEqual([]);
});

it('the head of the bureau sees what was sent, and sets when a limit is spoken of', async () => {
  const address = 'wang@bureau.test';
  await office.as('reconsideration-officer').put('/notice-settings/channels/email', { content: 'all', address });
  office.clock.turnTo('2024-03-08');
  await worker.sweep.run({ all: true });
  outside.refusals.push({ status: 550, body: 'no such user' });
  await worker.outbound.run();
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-bureau-head');
  await page.getByRole('link', { name: '提醒规则' }).click();
  await page.getByRole('button', { name: '修改：发送申请书副本（普通程序）' }).click();
  await page.getByLabel('届满前几日提醒经办人').fill('4 2');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('row', { name: /发送申请书副本（普通程序）.*本辖区设置.*4日、2日/ }).waitFor();

  await page.getByRole('link', { name: '看发送记录' }).click();
  await page.getByText('发送失败0').waitFor();
  await page.getByRole('cell', { name: /no such user/ }).waitFor();
  await page.getByRole('button', { name: /^重发/ }).click();
  await page.getByText('已安排立即重发').waitFor();
  expect(await worker.outbound.run()).toMatchObject({ sent: 1 });
  expect(complaints).toEqual([]);
});

it('an officer of the organ under review is led to the notice to the organ, not to the case', async () => {
  const file = await accepted(office, '2024-03-08');
  await file.does('send-copy');
  await file.does('record-copy-received');
  office.clock.turnTo('2024-03-12');
  await worker.relay.recover(office.home.id);
  await worker.sweep.run({ all: true });
  const { page, complaints } = await browser.screen();
  await page.goto('/');
  await page.getByLabel('用户名').fill('test-respondent-officer');
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '提醒', exact: true }).click();
  await page.getByRole('link', { name: '被申请人答复举证（普通程序）还有10日届满' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '收到的通知' }).waitFor();
  await page.getByRole('button', { name: /答复/ }).waitFor();
  expect(complaints).toEqual([]);
});
