/** The dispatch desk in a real browser: what nobody has is given away, a leaver's cases go on, a warning is seen. */
import { type Office, openOffice } from '@test/office';
import type { Page } from 'playwright-core';
import { buildConsole, openBrowser } from './browser';

let office: Office;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let waiting: string;
const dispute = (applicant: string, more = {}) => ({
  parties: [
    { role: 'applicant', kind: 'natural', name: applicant },
    { role: 'respondent', kind: 'natural', name: '李四' },
  ],
  origin: 'police',
  referrer: '城关派出所',
  dispute_type: 'neighbour',
  summary: '院墙滴水',
  ...more,
});
beforeAll(async () => {
  buildConsole();
  office = await openOffice('2024-03-05');
  await office.identity.changeSettings(office.home.id, { casework: { dispatchDays: 3 } });
  await office.hires('王调解', 'mediator', 'town');
  const answer = await office.as('mediation-officer').post<{ id: string }>('/cases', {
    kind: 'mediation',
    event: 'register',
    happened_on: '2024-03-04',
    organisation_id: office.home.organisations.bureau,
    handler_id: null,
    fields: dispute('张建国'),
  });
  waiting = answer.id;
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

it('gives a waiting referral to a mediator, and hands everything on when the mediator leaves', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-mediation-officer');
  await page.getByRole('link', { name: '分派台' }).click();
  await page
    .getByRole('row', { name: /张建国/ })
    .getByRole('checkbox')
    .check();
  await page.getByText('城关派出所').waitFor();
  await choose(page, '调解员', '王调解');
  await page.getByRole('button', { name: '分派', exact: true }).click();
  await page.getByText('已分派1件。').waitFor();
  await page.getByText('没有待分派的案件').waitFor();
  expect((await office.asLogin('王调解').file(waiting).page()).handler?.name).toBe('王调解');

  await page.getByRole('link', { name: '离岗移交' }).click();
  await choose(page, '移交人', '王调解');
  await page.getByRole('cell', { name: /张建国/ }).waitFor();
  await choose(page, '接收人', '调解委员会主任');
  await page.getByRole('button', { name: '移交', exact: true }).click();
  await page.getByText('已移交1件。').waitFor();
  expect((await office.as('committee-head').file(waiting).page()).handler?.name).toBe('调解委员会主任');
  expect(complaints).toEqual([]);
});

it('says what a court may object to, and starts the new case of a broken agreement', async () => {
  const file = await office
    .as('committee-head')
    .receives('mediation', 'register', '2024-03-05', dispute('赵大', { origin: 'applied' }));
  await file.does('accept');
  await file.does('mediate');
  await file.does('agree-in-writing', { signed_and_sealed: true });
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-committee-head');
  await page.goto(`/cases/${file.id}`);
  await page.getByRole('button', { name: '申请司法确认' }).click();
  const drawer = page.getByRole('dialog', { name: '申请司法确认' });
  await drawer.getByLabel('各方当事人共同申请').check();
  await choose(page, '申请事项涉及', '物权');
  await drawer.getByRole('button', { name: '申请司法确认' }).click();
  await page.getByText('已办理：申请司法确认，请留意').last().waitFor();
  await page.getByRole('button', { name: '知道了' }).click();
  await page.locator('.event-warning', { hasText: '申请事项涉及“物权、知识产权确权”的' }).waitFor();
  await page.getByRole('link', { name: '以本案为前案，再次调解' }).click();
  await page.getByLabel('第1名当事人的姓名或者名称').fill('赵大');
  await page.getByLabel('第2名当事人的姓名或者名称').fill('李四');
  await choose(page, '再次调解缘由', '不履行');
  await choose(page, '纠纷类型', '邻里');
  await page.getByLabel('纠纷简要情况').fill('逾期没有修好院墙');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '已登记' }).waitFor();
  expect((await file.page()).children).toHaveLength(1);
  expect(complaints).toEqual([]);
});
