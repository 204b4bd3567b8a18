import chromium from '@sparticuz/chromium';
import startServer from '../support/global-setup';

/** The browser is unpacked before the first file asks for it: of two at once, one would start half a program. */
export default async function unpackBrowser(): Promise<void> {
  startServer();
  await chromium.executablePath();
}
