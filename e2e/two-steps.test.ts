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

describe('the administrator', () => {
  it('J22 renames a role, and its holder reads the new name; adds and retires one', async () => {
    const { page } = await as('administrator', 'desk');
    const staff = await as('staff', 'desk');
    await staff.page.goto('/console/account');
    await staff.page.getByText('社区工作者', { exact: true }).waitFor();
    await page.goto('/console/roles');
    await page.getByRole('button', { name: '改名：社区工作者' }).click();
    await page.getByLabel('名称', { exact: true }).fill('');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('请填名称').waitFor();
    await page.getByLabel('名称', { exact: true }).fill('社区专员');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已改成“社区专员”').waitFor();
    await staff.page.reload();
    await staff.page.getByText('社区专员', { exact: true }).waitFor();
    await page.getByRole('button', { name: '改名：社区专员' }).click();
    await page.getByLabel('名称', { exact: true }).fill('社区工作者');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已改成“社区工作者”').waitFor();
    const workers = page.getByRole('region', { name: '网格员' });
    await workers.getByRole('button', { name: '加一个名称' }).click();
    await workers.getByLabel('名称', { exact: true }).fill('单元长');
    await workers.getByRole('button', { name: '保存' }).click();
    const made = workers.getByRole('listitem').filter({ hasText: '单元长' });
    await made.getByRole('button', { name: '停用' }).click();
    await look(page, 'J22-roles');
    await made.getByRole('button', { name: '停用' }).click();
    await page.getByText('“单元长”已停用').waitFor();
  });

  it('J23 finds a person by role, makes an account, gives and ends a role, and hands over a password that must be changed', async () => {
    const { page, expectErrors } = await as('administrator', 'desk');
    expectErrors(/status of 422/);
    await page.goto('/console/people');
    await page.getByLabel('角色', { exact: true }).selectOption({ label: '街道治理办' });
    await page.getByRole('link', { name: /许建平/ }).waitFor();
    await look(page, 'J23-people');
    await page.getByRole('button', { name: '新建账号' }).click();
    const login = `lu.${Date.now().toString(36)}`;
    await page.getByRole('textbox', { name: /^姓名/ }).fill('陆文');
    await page.getByRole('textbox', { name: /^账号/ }).fill(login);
    await page.getByLabel('初始密码').fill('Admin@123');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByText('这个密码很多人在用').first().waitFor();
    await page.getByLabel('初始密码').fill('xinren-2026');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByRole('heading', { name: '陆文' }).waitFor();
    await page.getByText('还没有角色').waitFor();
    await page.getByRole('button', { name: '重设密码' }).click();
    await page.getByRole('button', { name: '重设密码' }).click();
    const handed = (await page.locator('.handed code').textContent()) ?? '';
    await look(page, 'J23-person');

    const other = await as('nobody', 'phone');
    other.expectErrors(/status of 40[13]/, /status of 422/);
    await other.page.goto('/sign-in');
    await other.page.getByText('用账号和密码登录').click();
    await other.page.getByLabel('账号或手机号').fill(login);
    await other.page.getByRole('textbox', { name: '密码', exact: true }).fill(handed);
    await other.page.getByRole('button', { name: '登录', exact: true }).click();
    await other.page.getByRole('heading', { name: '换成自己的密码' }).waitFor();
    await other.page.getByLabel('别人给的密码').fill(handed);
    await other.page.getByLabel('自己的新密码').fill('short');
    await other.page.getByRole('button', { name: '换好' }).click();
    await other.page.getByText('密码至少 8 位，还差 3 位').waitFor();
    await look(other.page, 'J23-phone-password');
    await other.page.getByLabel('自己的新密码').fill('Luwen-2026');
    await other.page.getByRole('button', { name: '换好' }).click();
    await other.page.getByRole('link', { name: '我的', exact: true }).waitFor();

    await page.reload();
    await page.getByText('改密码').first().waitFor();
    await page.getByRole('button', { name: '停用账号' }).click();
    await page.getByRole('button', { name: '停用账号' }).click();
    await page.getByText('账号已停用，立即生效').waitFor();
    await page.getByRole('button', { name: '重新启用' }).click();
    await page.getByText('账号已启用').waitFor();
  });
});
