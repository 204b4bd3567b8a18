/** 以案定补 in a real browser: a tariff, a round, its claims, the public notice. */
import { type Office, openOffice } from '@test/office';
import type { ClaimPageDto } from '../../apps/api/subsidy-claims.dto';
import { dispute } from '../casefiles/entries';
import { buildConsole, openBrowser } from './browser';

let office: Office;
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  buildConsole();
  office = await openOffice('2024-03-05');
  const file = await office.as('mediator').receives('mediation', 'register', '2024-03-05', dispute());
  await file.does('accept');
  await file.does('mediate');
  await file.does('agree-orally');
  await file.does('record-performance', { performance: 'performed' });
  browser = await openBrowser(office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

it('pays a mediator from the tariff to the notice on the wall', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-mediation-officer');
  await page.getByRole('link', { name: '以案定补', exact: true }).click();
  await page.getByRole('button', { name: '订立新一版' }).click();
  await page.getByLabel('标准名称').fill('以案定补标准');
  const day = async (label: string, text: string) => {
    await page.getByLabel(label, { exact: true }).fill(text);
    await page.keyboard.press('Tab');
  };
  await day('生效日期', '20240101');
  await page.getByRole('row', { name: /^简单/ }).getByRole('spinbutton').nth(1).fill('50');
  await page.getByRole('button', { name: '订立' }).click();
  await page.getByRole('cell', { name: '以案定补标准（第1版）' }).waitFor();

  await page.getByLabel('人员', { exact: true }).click();
  await page.keyboard.type('人民调解员');
  await page.keyboard.press('Enter');
  await page.getByLabel('银行卡号').fill('6217000012345678');
  await page.getByRole('button', { name: '登记领取人' }).click();
  await page.getByRole('cell', { name: '************5678' }).waitFor();

  await page.getByLabel('批次名称').fill('2024年第一季度');
  await day('结案日期自', '20240101');
  await day('结案日期至', '20240331');
  await page.getByRole('button', { name: '新建' }).click();
  await page.getByRole('heading', { name: /2024年第一季度/ }).waitFor();
  await page.getByRole('button', { name: '生成申报并核验' }).click();
  await page.getByText('符合条件1件。符合条件的：简单1件50元').waitFor();
  expect(await page.getByRole('button', { name: '报批' }).count()).toBe(0);
  await page.getByLabel('评查抽样种子').fill('0817');
  await page.getByLabel('公布于').fill('局公告栏');
  await day('公布日期', '20240305');
  await page.getByRole('button', { name: '抽样' }).click();
  await page.getByRole('cell', { name: '须评查，未评分' }).waitFor();
  const officer = office.as('mediation-officer');
  const roundId = new URL(page.url()).pathname.split('/').at(-1);
  const [claim] = (await officer.get<ClaimPageDto>(`/subsidies/rounds/${roundId}/claims`)).items;
  const file = officer.file(claim?.id ?? '').on('2024-03-05');
  await file.does('inspect', { score: 90 });
  await page.getByRole('button', { name: '报批' }).click();
  await page.getByText('办成1件', { exact: true }).waitFor();
  await page.getByText('公示名单').click();
  await page.getByRole('cell', { name: '人***员' }).waitFor();
  expect(complaints).toEqual([]);
});
