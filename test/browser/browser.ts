import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import type { Office } from '@test/office';
import { PASSWORD } from '@test/office';
import { chromium as engine, type Page } from 'playwright-core';

const ROOT = join(__dirname, '../..');

/** Builds dist/console where it is older than its sources; the API serves it from there. */
export function buildConsole(): void {
  const script = "import { build } from './tools/build.mjs'; await build(['console']);";
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT });
}

/** A page of an office's console in a real Chromium, as one person sees it. */
export interface Screen {
  readonly page: Page;
  /** What the browser complained of: errors in the console and uncaught exceptions. */
  readonly complaints: readonly string[];
  signIn(login: string): Promise<void>;
}

export async function openBrowser(office: Office) {
  await office.app.listen(0, '127.0.0.1');
  const address = await office.app.getUrl();
  const browser = await engine.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  return {
    screen: async (): Promise<Screen> => {
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width: 1366, height: 768 },
        locale: 'zh-CN',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        const { url } = message.location();
        // The browser itself notes every 401; asking who is signed in has to get one when nobody is.
        if (url.endsWith('/api/v1/session') && message.text().includes('401')) return;
        complaints.push(`${message.text()} ${url}`);
      });
      return {
        page,
        complaints,
        signIn: async (login) => {
          await page.goto('/');
          await page.getByLabel('用户名').fill(login);
          await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD);
          await page.keyboard.press('Enter');
          await page.getByRole('heading', { name: '我的工作' }).waitFor();
        },
      };
    },
    close: () => browser.close(),
  };
}

/** In a choice that has the focus, the option below the present one. Keys pressed before its list is there would be lost. */
export async function takeNext(page: Page): Promise<void> {
  const active = page.locator('.ant-select-dropdown:visible .ant-select-item-option-active');
  await page.keyboard.press('Enter');
  await active.waitFor();
  const present = await active.innerText();
  await page.keyboard.press('ArrowDown');
  await active.filter({ hasNotText: present }).waitFor();
  await page.keyboard.press('Enter');
}
