/** The console's first line, walked in a real browser over the real API and a real PostgreSQL. */
import { type Office, openOffice, PASSWORD } from '@test/office';
import type { Page } from 'playwright-core';
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

/** Picks from a list as one does by keyboard: a few characters, then Enter. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** Opens the form of an event, fills it in and sends it off. */
async function does(page: Page, title: string, fill: () => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).click();
  const drawer = page.getByRole('dialog', { name: title });
  await drawer.getByLabel('发生日期').waitFor();
  await fill();
  await drawer.getByRole('button', { name: title, exact: true }).click();
  await drawer.waitFor({ state: 'hidden' });
}

describe('the console, first line', () => {
  it('takes a dispute from registration to a written agreement, and counts it in the year', async () => {
    const { page, complaints, signIn } = await browser.screen();
    await signIn('test-committee-head');
    await page.getByRole('link', { name: '人民调解', exact: true }).first().click();
    await page.getByLabel('第1名当事人的姓名或者名称').fill('张建国');
    await page.getByLabel('第2名当事人的姓名或者名称').fill('李秀英');
    await choose(page, '案件来源', '申请');
    await choose(page, '纠纷类型', '邻里');
    await page.getByLabel('纠纷简要情况').fill('院墙滴水引起争执');
    await page.getByLabel('涉案金额').fill('1250.5');
    await page.getByRole('button', { name: '登记', exact: true }).click();

    const heading = page.getByRole('heading', { level: 1 });
    await heading.filter({ hasText: '已登记' }).waitFor();
    const number = /（2024）\S+?号/.exec(await heading.innerText())?.[0] ?? '';
    expect(number).toContain('第1号');
    expect(await page.title()).toBe(`${number} · 案卷`);
    expect(await page.getByText('1,250.5元').count()).toBeGreaterThan(0);

    await does(page, '受理');
    await heading.filter({ hasText: '已受理' }).waitFor();
    await does(page, '调解');
    await heading.filter({ hasText: '调解中' }).waitFor();
    await does(page, '达成书面协议', async () => {
      await page.getByLabel('主要事实、争议事项和各方责任').fill('院墙滴水');
      await page.getByLabel('协议内容').fill('一个月内修好院墙');
      await page.getByLabel(/各方当事人已签名/).check();
    });
    await heading.filter({ hasText: '已达成协议' }).waitFor();
    await page.getByRole('cell', { name: '人民调解协议书' }).waitFor();

    await page.getByRole('link', { name: '年度数据' }).click();
    await page.getByRole('button', { name: '书面调解协议：1件，看案件' }).click();
    const drawer = page.getByRole('dialog', { name: /书面调解协议/ });
    await drawer.getByRole('link', { name: number }).click();
    await heading.filter({ hasText: number }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('enters a settled dispute by keyboard alone, saves it once on a double press, and starts afresh', async () => {
    const { page, complaints, signIn } = await browser.screen();
    await signIn('test-mediator');
    await page.goto('/settle');
    await page.locator('#settle-applicant-0:focus').waitFor();
    const { keyboard } = page;
    await keyboard.type('王桂兰');
    await keyboard.press('Enter');
    await page.locator('#settle-applicant-1:focus').waitFor();
    await keyboard.type('王小明');
    await keyboard.press('Enter');
    await page.locator('#settle-applicant-2:focus').waitFor();
    await keyboard.press('Enter');
    await page.locator('#settle-respondent-0:focus').waitFor();
    await keyboard.type('赵永胜');
    await keyboard.press('Tab');
    await keyboard.type('宅基地');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await page.locator('#settle-summary:focus').waitFor();
    await keyboard.type('宅基地界线不清');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await Promise.all([keyboard.press('Control+Enter'), keyboard.press('Control+Enter')]);

    const saved = page.getByRole('status').filter({ hasText: '已保存' });
    await saved.waitFor();
    await page.locator('#settle-applicant-0:focus').waitFor();
    expect(await page.locator('#settle-applicant-0').inputValue()).toBe('');
    const number = await saved.locator('strong').innerText();

    const { items } = await office
      .as('mediator')
      .get<{ items: { number: string; state: string; party_names: string; opened_on: string }[] }>('/cases?limit=100');
    expect(items).toMatchObject([
      { number, state: 'agreed', party_names: '王桂兰、王小明、赵永胜', opened_on: '2024-03-05' },
    ]);
    expect(complaints).toEqual([]);
  });

  it('keeps a draft over a reload, without identity numbers, and says beside each field what is missing', async () => {
    const { page, complaints, signIn } = await browser.screen();
    await signIn('test-mediator');
    await page.goto('/settle');
    await page.locator('#settle-applicant-0').fill('孙玉梅');
    await page.getByRole('button', { name: /更多/ }).click();
    await page.getByLabel(/申请人（甲方）第1名的证件号码/).fill('110101199001011237');
    await page.reload();
    await page.locator('#settle-applicant-0').waitFor();
    expect(await page.locator('#settle-applicant-0').inputValue()).toBe('孙玉梅');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('110101199001011237');

    await page.keyboard.press('Control+Enter');
    await page.locator('#settle-respondent-0:focus').waitFor();
    for (const words of ['请填写乙方姓名', '请选择纠纷类型', '请填写纠纷简要情况', '请选择调解结果'])
      expect(await page.getByText(words).count()).toBe(1);
    await page.keyboard.type('李四');
    await page.keyboard.press('Control+Enter');
    await page.locator('#settle-dispute_type:focus').waitFor();
    await page.keyboard.type('邻里');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.locator('#settle-summary:focus').waitFor();
    await page.keyboard.type('噪声');
    await page.keyboard.press('Control+Enter');
    await page.locator('#settle-outcome input:focus').waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows every refusal with its article, and a stale page reloads with what was typed still there', async () => {
    const { page, complaints, signIn } = await browser.screen();
    const file = await office.as('mediator').receives('mediation', 'register', '2024-03-05', {
      parties: [
        { role: 'applicant', kind: 'natural', name: '陈桂兰' },
        { role: 'respondent', kind: 'natural', name: '周大勇' },
      ],
      origin: 'applied',
      dispute_type: 'neighbour',
      summary: '通行争议',
    });
    await file.does('accept');
    await signIn('test-mediator');
    await page.goto(`/cases/${file.id}`);
    await page.getByRole('button', { name: '延期', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: '延期' });
    await drawer.getByLabel('延长天数').fill('10');
    await drawer.getByRole('button', { name: '延期', exact: true }).click();
    const alert = drawer.getByRole('alert').filter({ hasText: '现在不能办理' });
    await alert.getByText('延长调解期限须经各方当事人同意。').waitFor();
    expect(await alert.innerText()).toContain('依据：');

    await file.does('grade', { level: 'simple' });
    await drawer.getByLabel('各方当事人同意延长').check();
    await drawer.getByRole('button', { name: '延期', exact: true }).click();
    await drawer.getByText('本案刚刚被他人更新').waitFor();
    expect(await drawer.getByLabel('延长天数').inputValue()).toBe('10');
    await drawer.getByRole('button', { name: '延期', exact: true }).click();
    await drawer.waitFor({ state: 'hidden' });
    await page.getByText('评定难易等级').last().waitFor();
    // The browser's own note of each refused request, and nothing else.
    expect(complaints.map((c) => /status of (\d+)/.exec(c)?.[1])).toEqual(['422', '409']);
  });

  it('lays a sign-in over the page when the session is over, and goes on where it was', async () => {
    const { page, complaints, signIn } = await browser.screen();
    await signIn('test-mediator');
    await page.goto('/new/mediation');
    await page.getByLabel('第1名当事人的姓名或者名称').fill('吴小芳');
    await page.getByLabel('第2名当事人的姓名或者名称').fill('刘志强');
    await choose(page, '案件来源', '申请');
    await choose(page, '纠纷类型', '合同');
    await page.getByLabel('纠纷简要情况').fill('买卖欠款');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '登记', exact: true }).click();

    const overlay = page.getByRole('dialog', { name: '登录已失效' });
    await page.locator('#login:focus').waitFor();
    await page.keyboard.type('test-mediator');
    await overlay.getByRole('textbox', { name: '密码' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await overlay.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('纠纷简要情况').inputValue()).toBe('买卖欠款');

    await page.getByRole('link', { name: '期限台' }).click();
    await page.getByRole('dialog', { name: '离开此页' }).getByRole('button', { name: '继续填写' }).click();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '已登记' }).waitFor();
    expect(complaints.map((c) => /status of (\d+)/.exec(c)?.[1])).toEqual(['401']);
  });
});
