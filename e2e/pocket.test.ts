import { describe, expect, it } from 'vitest';
import type { Case } from '../contract/cases.ts';
import type { Cases } from '../contract/inbox.ts';
import { as, photoFile } from './browser.ts';
import { caseAt, organizationNamed, person } from './people.ts';
import { look } from './screen-checks.ts';

describe('in the pocket', () => {
  it('J12 a grid worker raises on the spot and handles it from 今天', async () => {
    const { page } = await as('gridWorker', 'phone');
    await page.goto('/');
    await page.getByRole('link', { name: '现场上报' }).waitFor();
    await look(page, 'J12-today');
    await page.getByRole('link', { name: '现场上报' }).tap();
    const words = '垃圾房门锁坏了，夜里有人翻垃圾';
    await page.locator('input[type=file]').setInputFiles(await photoFile());
    await page.getByRole('textbox', { name: '出了什么事' }).fill(words);
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText(/编号 \d{4}-\d{4}/).waitFor();
    const staff = await person('staff');
    const { items } = await staff.get<Cases>(`/cases?q=${encodeURIComponent('垃圾房门锁')}`);
    const [one] = items;
    expect(one).toMatchObject({ source: 'grid_worker', state: 'submitted' });
    await staff.post(`/cases/${one?.id}/acceptance`);
    await staff.post(`/cases/${one?.id}/assignments`, { organizationId: await organizationNamed('文苑社区居委会') });
    await page.goto('/');
    const row = page.getByRole('listitem').filter({ hasText: one?.title });
    await row.getByRole('button', { name: '签收' }).tap();
    await row.getByRole('link', { name: /打开/ }).tap();
    await page.getByRole('button', { name: '办好了' }).tap();
    await page.getByRole('textbox', { name: '怎么办的' }).fill('换了新锁');
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('办好了，等您确认').first().waitFor();
    expect((await staff.get<Case>(`/cases/${one?.id}`)).state).toBe('resolved');
    await page.goto('/handling');
    await page.getByRole('heading', { level: 1, name: '我办的' }).waitFor();
    await look(page, 'J12-handling');
    await page.goto('/grid');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, 'J12-grid');
  });

  it('J17 a notice comes while she is elsewhere, and is gone from the count when read', async () => {
    const one = await caseAt('submitted', '信报箱钥匙打不开了');
    await (await person('resident')).post('/notices/reading');
    const { page } = await as('resident', 'phone');
    await page.goto('/');
    await page.getByRole('link', { name: '通知', exact: true }).waitFor();
    await (await person('staff')).post(`/cases/${one.id}/acceptance`);
    await page.getByRole('link', { name: /通知.*1 条没看/ }).tap();
    await page.getByRole('heading', { level: 1, name: '通知' }).waitFor();
    await look(page, 'J17-notices');
    await page.getByRole('link', { name: new RegExp(`社区收到了.*${one.title}`) }).tap();
    await page.getByRole('heading', { name: one.title }).waitFor();
    await page.goto('/');
    await page.getByRole('link', { name: '通知', exact: true }).waitFor();
  });

  it('J18 another device is signed out, and asked to sign in on its next request', async () => {
    const [here, there] = [await as('resident', 'phone'), await as('resident', 'desk')];
    there.expectErrors(/status of 401/);
    await there.page.goto('/');
    await there.page.getByRole('heading', { level: 1, name: /陈女士/ }).waitFor();
    await here.page.goto('/me');
    await look(here.page, 'J18-me');
    await here.page.getByRole('link', { name: '登录过的设备' }).tap();
    const devices = here.page.getByRole('listitem');
    await devices.getByText('这台设备').waitFor();
    await look(here.page, 'J18-devices');
    const others = devices.getByRole('button', { name: '让它退出' });
    for (let left = await others.count(); left > 0; left -= 1) {
      await others.first().tap();
      await expect.poll(() => others.count()).toBe(left - 1);
    }
    await there.page.getByRole('link', { name: '我的事' }).click();
    await there.page.waitForURL(/\/sign-in/);
    await there.page.getByRole('heading', { level: 1, name: '邻聚' }).waitFor();
    expect((await here.context.request.get('/api/v1/me')).status()).toBe(200);
    expect((await there.context.request.get('/api/v1/me')).status()).toBe(401);
  });
});
