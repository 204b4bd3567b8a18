/** 数据冻结 in a real browser: freeze the year, record a case late, see which case makes the difference. */
import { type Office, openOffice } from '@test/office';
import { Client } from 'pg';
import { buildConsole, openBrowser } from './browser';

let office: Office;
let browser: Awaited<ReturnType<typeof openBrowser>>;
const settle = (day: string) =>
  office.as('mediation-officer').post('/mediations/settled', {
    organisation_id: office.home.organisations.town,
    happened_on: day,
    parties: [
      { role: 'applicant', kind: 'natural', name: '王伟芳' },
      { role: 'respondent', kind: 'natural', name: '李强' },
    ],
    dispute_type: 'neighbour',
    summary: '滴水纠纷',
    outcome: 'agreed-oral',
  });
beforeAll(async () => {
  buildConsole();
  office = await openOffice('2024-03-05');
  await settle('2024-03-05');
  browser = await openBrowser(office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

it('freezes the year, tells a number apart, and names the case that came late', async () => {
  const { page, complaints, signIn } = await browser.screen();
  await signIn('test-bureau-head');
  await page.getByRole('link', { name: '冻结数据', exact: true }).click();
  await page.getByText('还没有冻结的数据').waitFor();
  await page.getByRole('link', { name: '年度数据', exact: true }).first().click();
  await page.getByLabel('比上年同期').click();
  await page.getByRole('columnheader', { name: '同比' }).first().waitFor();
  await page.getByRole('button', { name: '受理矛盾纠纷（统计期内受理），分解' }).click();
  const parts = page.getByRole('dialog');
  await parts.getByRole('row', { name: /^城关镇人民调解委员会.*100%/ }).waitFor();
  await parts.getByLabel('按').focus();
  await page.keyboard.type('纠纷类型');
  await page.keyboard.press('Enter');
  await parts.getByRole('columnheader', { name: '纠纷类型' }).waitFor();
  await parts.getByRole('button', { name: '冻结分项' }).press('Enter');
  await page
    .getByRole('dialog', { name: /按纠纷类型的分项/ })
    .getByRole('button', { name: /冻\s*结/ })
    .press('Enter');
  await page.getByText('已冻结按纠纷类型的分项').waitFor();
  await page.keyboard.press('Escape');
  await parts.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '冻结' }).click();
  await page.getByText('冻结后不能修改、不能撤销').waitFor();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /冻\s*结/ })
    .click();
  await page.getByRole('heading', { name: '冻结数据' }).waitFor();
  const frozen = page.getByRole('button', { name: '受理矛盾纠纷：1件，看差异和案件' });
  await frozen.waitFor();

  office.clock.turnTo('2024-03-05', '09:10');
  await settle('2024-03-04');
  await frozen.press('Enter');
  const difference = page.getByRole('dialog');
  await difference.getByRole('cell', { name: /冻结后登记（补录）/ }).waitFor();
  await difference.getByRole('tab', { name: '冻结时的案件' }).click();
  await difference.getByRole('cell', { name: '城关镇人民调解委员会', exact: true }).waitFor();
  await difference.getByRole('tab', { name: '定义和校验' }).click();
  await difference.getByText(/^[0-9a-f]{64}$/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '受理矛盾纠纷（按纠纷类型分项）：1件，看差异和案件' }).press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('row', { name: /^邻里纠纷 1 2$/ })
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '核验全部冻结数据' }).click();
  await page.getByText(/^核验\d+条，全部与冻结时相符$/).waitFor();

  // As an earlier edition would have left it, by other words; and somebody took the newest away.
  const admin = new Client({ connectionString: office.database.adminUrl });
  await admin.connect();
  await admin.query('set session_replication_role = replica');
  await admin.query("update frozen_list set words = '旧的定义'");
  await admin.query('delete from frozen_figure where seq = (select max(seq) from frozen_figure)');
  await admin.end();
  await page.reload();
  await frozen.press('Enter');
  await page.getByRole('dialog').getByText('冻结以后，这一指标的定义变了，两个数不能直接相比').waitFor();
  await page.getByRole('dialog').getByText('旧的定义').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '核验全部冻结数据' }).click();
  await page.getByText(/这一条不见了（末尾被删去）/).waitFor();
  expect(complaints).toEqual([]);
});
