import { describe, expect, it } from 'vitest';
import { as } from './browser.ts';
import { caseAt } from './people.ts';
import { look } from './screen-checks.ts';

const broken = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    status: 503,
    code: 'server.database_away',
    title: '暂时连不上数据库，请稍后再试。',
  }),
};

describe('on a bad day', () => {
  it('J16 on the phone: no network and a failing server are said in words, with a way on', async () => {
    const visit = await as('resident', 'phone');
    visit.expectErrors(/ERR_INTERNET_DISCONNECTED/, /status of 503/);
    const { page, context } = visit;
    await page.goto('/');
    await page.getByRole('link', { name: '我的事' }).tap();
    await page.getByRole('heading', { level: 1, name: '我的事' }).waitFor();
    await context.setOffline(true);
    await page.getByText('没有网络').first().waitFor();
    await look(page, 'J16-offline');
    await page.getByRole('link', { name: '首页' }).tap();
    await page.getByRole('heading', { level: 1, name: /陈女士/ }).waitFor();
    await context.setOffline(false);
    await page.getByText('没有网络').first().waitFor({ state: 'hidden' });
    await page.route('**/api/v1/cases?*', (route) => route.fulfill(broken));
    await page.goto('/mine');
    await page.getByRole('button', { name: '再试一次' }).waitFor();
    await look(page, 'J16-failed');
    await page.unroute('**/api/v1/cases?*');
    await page.getByRole('button', { name: '再试一次' }).tap();
    await page.getByRole('button', { name: '再试一次' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '办完' }).tap();
    await look(page, 'J16-again');
  });

  it('J16 the session ended meanwhile: she signs in again, and what she wrote is still there', async () => {
    const visit = await as('resident', 'phone');
    visit.expectErrors(/status of 401/);
    const { page, context } = visit;
    await page.goto('/raise');
    await page.getByRole('textbox', { name: '出了什么事' }).fill('楼前的树枝快压到电线了');
    await page.getByText('第三网格').first().waitFor();
    await context.request.delete('/api/v1/sessions/current');
    await page.goto('/mine');
    await page.getByRole('button', { name: /居民 陈桂华/ }).tap();
    await page.getByRole('heading', { level: 1, name: '我的事' }).waitFor();
    await page.goto('/raise');
    const words = page.getByRole('textbox', { name: '出了什么事' });
    await expect.poll(() => words.inputValue()).toBe('楼前的树枝快压到电线了');
  });

  it('J16 at the desk: no network, a failing list, a case that is not hers to see', async () => {
    const visit = await as('staff', 'desk');
    visit.expectErrors(/ERR_INTERNET_DISCONNECTED/, /status of (404|503)/);
    const { page, context } = visit;
    await page.goto('/console/');
    await page.getByRole('heading', { level: 1, name: '收件箱' }).waitFor();
    await context.setOffline(true);
    await page.getByText('没有网络').first().waitFor();
    await look(page, 'J16-desk-offline');
    await context.setOffline(false);
    await page.route('**/api/v1/cases?*', (route) => route.fulfill(broken));
    await page.goto('/console/?state=closed');
    await page.getByRole('button', { name: '再试一次' }).waitFor();
    await look(page, 'J16-desk-failed');
    await page.unroute('**/api/v1/cases?*');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('table').waitFor();
    await page.goto('/console/cases/019ab000-0000-7000-8000-000000000000');
    await page.getByText('没有找到这件事，或您不能查看').waitFor();
    await look(page, 'J16-desk-missing');
  });

  it('J16 what is not hers reads as not there on the phone too', async () => {
    const one = await caseAt('submitted', '健身器材的螺丝松了，晃得厉害');
    const visit = await as('handler', 'phone');
    visit.expectErrors(/status of 404/);
    await visit.page.goto(`/cases/${one.id}`);
    await visit.page.getByText('没有找到这件事，或您不能查看').waitFor();
    await look(visit.page, 'J16-missing');
  });
});
