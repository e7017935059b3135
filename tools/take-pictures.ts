import path from 'node:path';
import { type BrowserContextOptions, chromium } from 'playwright-core';
import sharp from 'sharp';
import { findChromium } from './chromium.mjs';

// Takes the pictures of the README from a server in demonstration mode that runs already:
//   node_modules/.bin/node tools/take-pictures.ts http://127.0.0.1:8080
const baseURL = process.argv[2] ?? 'http://127.0.0.1:8080';
const folder = path.resolve(import.meta.dirname, '../docs/images');
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, deviceScaleFactor: 2 };
const desk = { viewport: { width: 1440, height: 900 } };
await picture('phone', 'chen.guihua', '/', phone);
await picture('console', 'wu.min', '/console/?open=true', desk, 'table :text("2号楼4单元楼道灯不亮")');
await browser.close();

/** One screen of one person, after a press on `opens` if something has to be opened first. */
async function picture(name: string, login: string, address: string, device: BrowserContextOptions, opens?: string) {
  const context = await browser.newContext({ ...device, baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const { people, password } = await (await context.request.get('/api/v1/demo/people')).json();
  const { street } = people.find((one: { login: string }) => one.login === login);
  await context.request.post('/api/v1/sessions', { data: { street, login, password } });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForLoadState('load');
  if (opens) await page.locator(opens).click();
  // The notice stream keeps the network busy, so stillness is simply waited for.
  await page.waitForTimeout(3_000);
  const shot = await page.screenshot();
  await sharp(shot)
    .png({ palette: true, quality: 90 })
    .toFile(path.join(folder, `${name}.png`));
  await context.close();
}
