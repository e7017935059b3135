import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '../tools/test-codes.ts';
import { as, type Device } from './browser.ts';
import { type OwnServer, openOwnServer } from './own-server.ts';
import { look } from './screen-checks.ts';

const password = 'qingxi-2026';
const people = [
  { login: 'fang.yuan', name: '方远', role: 'street_officer' },
  { login: 'he.qing', name: '何晴', role: 'administrator' },
  { login: 'lin.dan', name: '林丹', role: 'street_officer' },
] as const;

let server: OwnServer;
beforeAll(async () => {
  server = await openOwnServer(people, password);
}, 120_000);
afterAll(() => server?.stop());

const visit = (device: Device) => as('nobody', device, { baseURL: server.baseUrl });

async function giveSignIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('账号或手机号').fill(login);
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Sets up the app from what the screen shows as text, as who cannot scan does; gives back the secret and the recovery codes. */
async function setUp(page: Page): Promise<{ secret: string; codes: string[] }> {
  const secret = ((await page.locator('.secret').textContent()) ?? '').replace(/\s/g, '');
  await page.getByLabel('验证器显示的六位数').fill(codeAt(secret, new Date()));
  await page.getByRole('button', { name: '设好了' }).click();
  await page.getByRole('heading', { name: '收好恢复码' }).waitFor();
  const codes = await page.locator('.codes code').allTextContents();
  return { secret, codes };
}

/** The next code that was not accepted yet: that of the coming half minute, which is good already. */
const nextCode = (secret: string) => codeAt(secret, new Date(Date.now() + 30_000));

describe('outside demonstration', () => {
  it('J20 an officer sets up the second step, signs in with a code, and the same code opens nothing again', async () => {
    const { page, expectErrors } = await visit('desk');
    expectErrors(/status of 40[13]/, /status of 422/);
    await page.goto('/console/');
    await giveSignIn(page, 'fang.yuan');
    await page.getByRole('heading', { name: '设好第二步' }).waitFor();
    await page.locator('.qr').waitFor();
    await look(page, 'J20-setup');
    await page.goto('/console/account');
    await page.getByRole('heading', { name: '设好第二步' }).waitFor();
    await page.getByLabel('验证器显示的六位数').fill('000000');
    await page.getByRole('button', { name: '设好了' }).click();
    await page.getByText('验证码不对').waitFor();
    const { secret, codes } = await setUp(page);
    expect(codes).toHaveLength(10);
    await look(page, 'J20-recovery');
    await page.getByRole('button', { name: '收好了，继续' }).click();
    await page.getByRole('heading', { name: '方远' }).waitFor();
    await page.getByText('已开，从').waitFor();
    await look(page, 'J20-account');
    await page.getByRole('button', { name: '退出登录' }).click();

    const code = nextCode(secret);
    await giveSignIn(page, 'fang.yuan');
    await page.getByLabel('验证码').fill(code);
    await look(page, 'J20-code');
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByRole('heading', { name: '收件箱' }).waitFor();

    const again = await visit('phone');
    again.expectErrors(/status of 40[13]/, /status of 422/);
    await again.page.goto('/sign-in');
    await giveSignIn(again.page, 'fang.yuan');
    await again.page.getByLabel('验证码').fill(code);
    await again.page.getByRole('button', { name: '进入' }).click();
    await again.page.getByText('已经用过').waitFor();
    await look(again.page, 'J20-phone-code');
    await again.page.getByLabel('验证码').fill(codes[0] ?? '');
    await again.page.getByRole('button', { name: '进入' }).click();
    await again.page.getByRole('link', { name: '我的', exact: true }).click();
    await again.page.getByRole('link', { name: '两步登录和通行密钥' }).click();
    await again.page.getByText('还有 9 个恢复码没用过').waitFor();
    await look(again.page, 'J20-phone-security');
  });

  it('J21 a passkey opens the door without password or code, is named, and is removed', async () => {
    const { page, context, expectErrors } = await visit('desk');
    expectErrors(/status of 40[13]/, /status of 422/);
    await context.grantPermissions([]);
    const client = await context.newCDPSession(page);
    await client.send('WebAuthn.enable');
    await client.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
        ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    await page.goto('/console/account');
    await giveSignIn(page, 'lin.dan');
    await setUp(page);
    await page.getByRole('button', { name: '收好了，继续' }).click();
    await page.getByRole('button', { name: '加一个通行密钥' }).click();
    await page.getByLabel('登录密码').fill('wrong-one');
    await page.getByRole('button', { name: '加上' }).click();
    await page.getByText('现在的密码不对').waitFor();
    await page.getByLabel('登录密码').fill(password);
    await page.getByRole('button', { name: '加上' }).click();
    await page.getByText('通行密钥加好了').waitFor();
    await look(page, 'J21-passkey');
    await page.getByRole('button', { name: '退出登录' }).click();

    await page.getByRole('button', { name: '用通行密钥登录' }).click();
    await page.getByRole('heading', { name: '收件箱' }).waitFor();
    await page.goto('/console/account');
    await page.getByText('上次使用').first().waitFor();
    await page.getByRole('button', { name: '改名' }).click();
    await page.getByLabel('叫什么名字').fill('办公室的电脑');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('办公室的电脑').waitFor();
    await page.getByRole('button', { name: '去掉', exact: true }).click();
    await page.getByLabel('登录密码').fill(password);
    await page.getByRole('button', { name: '去掉这个通行密钥' }).click();
    await page.getByText('办公室的电脑').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '用通行密钥登录' }).click();
    await page.getByText('这个通行密钥没有通过').waitFor();
    await look(page, 'J21-refused');
  });
});
