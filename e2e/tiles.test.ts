import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestTileServer, type TestTileServer } from '../tools/test-tile-server.ts';
import { as } from './browser.ts';
import { type OwnServer, openDemoServer } from './own-server.ts';
import { look, settled } from './screen-checks.ts';

const key = 'f00dfeedf00dfeedf00dfeedf00dfeed';
let tiles: TestTileServer;
let server: OwnServer;
beforeAll(async () => {
  tiles = await openTestTileServer(key);
  server = await openDemoServer({
    LINJU_TIANDITU_KEY: key,
    LINJU_TIANDITU_URL: tiles.url,
    LINJU_TIANDITU_NOTICE: '天地图 © 国家基础地理信息中心 审图号 GS(2099)0001号',
  });
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await tiles?.close();
});

const visit = (who: 'resident' | 'officer', device: 'phone' | 'desk') => as(who, device, { baseURL: server.baseUrl });

describe('tiles under the maps of a street with a key', () => {
  it('lie under the plan of the phone, asked for as the service documents it, with the notice on them', async () => {
    const { page } = await visit('resident', 'phone');
    await page.goto('/raise');
    await page.locator('.place-button').first().tap();
    await page.locator('.category-group').first().waitFor();
    await settled(page);
    await page.getByRole('button', { name: '在地图上指' }).tap();
    await page.locator('.plan-tiles image').first().waitFor({ state: 'attached' });
    await page.getByText('审图号 GS(2099)0001号').waitFor();
    await page.waitForLoadState('load');
    await expect.poll(() => new Set(tiles.asked.map(({ layer }) => layer)).size).toBe(2);
    await look(page, 'tiles-phone');
    expect(tiles.wrong).toEqual([]);
    // The demonstration street lies around 118.17 E, 26.65 N.
    const { level = 0 } = tiles.asked[0] ?? {};
    const column = Math.floor((118.17 / 360 + 0.5) * 2 ** level);
    expect(tiles.asked.every((tile) => Math.abs(tile.column - column) <= 2 ** Math.max(0, level - 13))).toBe(true);
    expect(new Set(tiles.asked.map(({ referer }) => referer))).toEqual(new Set([`${server.baseUrl}/`]));
  });

  it('lie under the map of the desk on which boundaries are drawn', async () => {
    tiles.asked.length = 0;
    const { page } = await visit('officer', 'desk');
    await page.goto('/console/areas');
    await page.getByRole('searchbox', { name: '搜名称、地点、编码' }).fill('文苑社区');
    await page
      .getByRole('button', { name: /^文苑社区/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '文苑社区' }).waitFor();
    await page.getByRole('button', { name: '在图上画' }).click();
    await expect.poll(() => tiles.asked.length, { timeout: 15_000 }).toBeGreaterThan(3);
    await page.getByText('审图号 GS(2099)0001号').waitFor();
    await look(page, 'tiles-desk');
    expect(tiles.wrong).toEqual([]);
  });

  it('that fail leave the plan as it is without any', async () => {
    tiles.fail();
    const { page, expectErrors } = await visit('resident', 'phone');
    expectErrors(/status of 500/);
    await page.goto('/raise');
    await page.locator('.place-button').first().tap();
    await page.locator('.category-group').first().waitFor();
    await settled(page);
    await page.getByRole('button', { name: '在地图上指' }).tap();
    const plan = page.getByRole('application');
    await plan.waitFor();
    await expect.poll(() => page.locator('.plan-tiles image').count()).toBe(0);
    await plan.tap();
    await page.locator('.place-plan-answer b').waitFor();
    expect(await page.getByRole('button', { name: '就是这里' }).isEnabled()).toBe(true);
    await look(page, 'tiles-failed');
  });

  it('are asked of nobody where there is no key, and the pages stay shut', async () => {
    const { page } = await as('resident', 'phone');
    const answer = await page.goto('/');
    expect(answer?.headers()['content-security-policy']).toContain("img-src 'self' data: blob:;");
    const told = await page.request.get('/api/v1/base-map');
    expect(await told.json()).toEqual({ baseMap: null });
  });
});
