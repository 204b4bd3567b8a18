/** Forms, declared indicators and the composer in a real browser: from the records to the text and the form. */
import { type Office, openOffice } from '@test/office';
import { dispute } from '../casefiles/entries';
import { buildConsole, openBrowser, takeNext } from './browser';

let office: Office;
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  buildConsole();
  office = await openOffice('2024-04-08');
  for (const day of ['2024-03-05', '2024-03-06']) {
    const file = await office.as('mediator').receives('mediation', 'register', day, dispute());
    await file.does('accept');
    await file.does('mediate');
    await file.does('agree-orally');
  }
  browser = await openBrowser(office);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

it('fills a form, finds what does not balance, and writes the report from the same figures', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-mediation-officer');
  await page.getByRole('link', { name: '统计报表', exact: true }).click();
  await page.getByRole('link', { name: '人民调解案件情况表（按纠纷类型）' }).click();
  await page.getByRole('button', { name: '由案件记录填报' }).click();
  await page.getByRole('button', { name: '合计 受理：2，看案件' }).click();
  await page.getByRole('dialog').getByRole('listitem').nth(1).waitFor();
  await page.getByLabel('改写为').fill('3');
  await page.getByLabel('理由', { exact: true }).fill('补报一件');
  await page.getByRole('button', { name: '改写', exact: true }).click();
  await page.getByText('1个等式不平衡，写明理由才能上报').waitFor();
  await page.getByText('受理：合计＝各项之和').waitFor();
  // Whoever drew the form up may not check it.
  await page.getByRole('button', { name: '审核' }).click();
  await page.getByText('制表人与审核人应为不同的人').waitFor();
  // March alone is a return of its own; all it is bound to is frozen in one act.
  await page.getByRole('combobox', { name: '期间类型' }).focus();
  await takeNext(page);
  await page.getByText('2024年3月（2024-03-01至2024-03-31）').waitFor();
  await page.getByRole('button', { name: '由案件记录填报' }).press('Enter');
  await page.getByText('各格均为现时统计，尚未冻结（162格）。').waitFor();
  await page.getByRole('button', { name: '冻结本期数据' }).press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /冻\s*结/ })
    .press('Enter');
  await page.getByText('各格均出自冻结数据（162格）。').waitFor();

  await page.getByRole('link', { name: '年报编写', exact: true }).click();
  await page.getByRole('heading', { name: '年报编写' }).waitFor();
  await page.getByLabel('年度', { exact: true }).fill('2024');
  await page.keyboard.press('Tab');
  await page.getByLabel('第1段正文').fill('{年}年调解成功{成功}。');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '添加', exact: true }).click();
  await page.getByRole('article').getByText('2024年调解成功').waitFor();
  await page.getByText('数据项（1）').first().press('Enter');
  await page.getByRole('button', { name: '第1段“成功”设置' }).press('Enter');
  const slot = page.getByRole('dialog', { name: '数据项“成功”' });
  await slot.getByLabel('单位').fill('起');
  await page.keyboard.press('Enter');
  await slot.getByText('印作：2起').waitFor();
  await slot.getByLabel('截止日').fill('13-45');
  await page.keyboard.press('Enter');
  await slot.getByText('截止日应为月日，格式 MM-DD', { exact: true }).waitFor();
  await slot.getByLabel('截止日').fill('03-05');
  await page.keyboard.press('Enter');
  await slot.getByText('印作：1起').waitFor();
  await slot.getByText('分项列举').click();
  await slot.getByRole('combobox', { name: '按什么分' }).focus();
  await page.keyboard.type('纠纷类型');
  await page.keyboard.press('Enter');
  await slot.getByText(/^印作：\S+纠纷1件$/).waitFor();
  await page.keyboard.press('Escape');
  await slot.waitFor({ state: 'detached' });
  await page.getByRole('article').getByText('纠纷').first().waitFor();
  await page.getByRole('button', { name: '添加段落（选句式）' }).press('Enter');
  // Each pattern comes with the sentence it would be.
  await page
    .getByRole('button', { name: 'T8 调解：总数、司法确认、成功率、履行率' })
    .getByText('调解成功率100%')
    .waitFor();
  await page.getByRole('button', { name: 'T8 调解：总数、司法确认、成功率、履行率' }).press('Enter');
  await page.getByRole('article').getByText('各级调解组织调解纠纷').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出送审稿' }).click();
  expect((await download).suggestedFilename()).toMatch(/送审稿）\.docx$/);

  await page.getByRole('link', { name: '申报指标', exact: true }).click();
  await page.getByText('还没有申报的指标').waitFor();
  await page.getByLabel('编号').fill('law-leaflets');
  await page.getByLabel('名称').fill('发放宣传资料');
  await page.getByLabel('年度').fill('2024');
  await page.getByLabel('数值').fill('一千');
  await page.getByLabel('单位').fill('份');
  await page.getByLabel('依据的文件').fill('宣传台账.xlsx');
  await page.getByRole('button', { name: '申报', exact: true }).click();
  await page.getByText('应为数字，最多六位小数').waitFor();
  await page.getByLabel('数值').fill('1000');
  await page.getByRole('button', { name: '申报', exact: true }).click();
  await page.getByRole('cell', { name: '待核定' }).waitFor();
  // The two refused saves are told by the browser, too.
  expect(complaints.filter((c) => !/ 4(00|22) /.test(c))).toEqual([]);
});
