import bundle from 'gcoord';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Areas, Located } from '../contract/areas.ts';
import type { Case } from '../contract/cases.ts';
import type { Cases } from '../contract/inbox.ts';
import { as } from './browser.ts';
import { person } from './people.ts';
import { look, settled } from './screen-checks.ts';

const { transform, WGS84, GCJ02 } = bundle as unknown as typeof bundle.default;

async function boxOf(page: Page) {
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('there is no plan');
  return box;
}

/** Taps so far from the middle of the plan, in shares of its size. */
async function tapAt(page: Page, right: number, down: number): Promise<void> {
  const { x, y, width, height } = await boxOf(page);
  await page.mouse.click(x + width * (0.5 + right), y + height * (0.5 + down));
}

async function caseNamed(words: string): Promise<Case> {
  const officer = await person('officer');
  const [found] = (await officer.get<Cases>(`/cases?q=${encodeURIComponent(words)}`)).items;
  if (!found) throw new Error(`no case says ${words}`);
  return officer.get<Case>(`/cases/${found.id}`);
}

/** Opens the plan of the raise form; the sheet grows from below while the buildings arrive, so they are waited for. */
async function openPlan(page: Page, name = '在地图上指'): Promise<void> {
  await page.locator('.place-button').first().tap();
  await page.locator('.category-group').first().waitFor();
  await settled(page);
  await page.getByRole('button', { name }).tap();
}

describe('a place that is pointed at', () => {
  it('J30 a resident puts the pin on the plan, and the request lies in the area under it; outside nothing is taken and nothing lost', async () => {
    const { page } = await as('resident', 'phone');
    await page.goto('/raise');
    await page.getByRole('textbox', { name: '出了什么事' }).fill('公园长椅断了一条腿，坐上去会摔');
    await openPlan(page);
    await page.getByRole('application').waitFor();
    const confirm = page.getByRole('button', { name: '就是这里' });
    expect(await confirm.isDisabled()).toBe(true);
    await settled(page);
    await look(page, 'place-plan');

    for (let times = 0; times < 4; times += 1) await page.getByRole('button', { name: '缩小' }).tap();
    await tapAt(page, -0.45, 0.45);
    await page.getByText('这里不在我们街道的社区里').waitFor();
    expect(await confirm.isDisabled()).toBe(true);
    await look(page, 'place-outside');
    await page.getByRole('button', { name: '从名单里选' }).tap();
    await page.locator('.category-group').first().waitFor();
    await settled(page);
    await page.getByRole('button', { name: '在地图上指' }).tap();
    await page.getByRole('application').waitFor();
    await tapAt(page, 0, 0);
    await page.locator('.place-plan-answer b').waitFor();
    for (let times = 0; times < 2; times += 1) await page.getByRole('button', { name: '放大' }).tap();
    await page.getByRole('application').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
    await page.waitForTimeout(400);
    const shown = await page.locator('.place-plan-answer b').textContent();
    await look(page, 'place-pinned');
    await confirm.tap();
    await page.locator('.place-button', { hasText: shown ?? '' }).waitFor();
    expect(await page.getByRole('textbox', { name: '出了什么事' }).inputValue()).toContain('公园长椅');
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText(/编号 \d{4}-\d{4}/).waitFor();

    const one = await caseNamed('公园长椅断了');
    expect(one.areas.map(({ name }) => name).join(' ')).toBe(shown);
    const officer = await person('officer');
    const { lon, lat } = one.position ?? { lon: 0, lat: 0 };
    const located = await officer.get<Located>(`/areas/locate?lon=${lon}&lat=${lat}`);
    expect(located.under.map(({ id }) => id)).toEqual(one.areas.map(({ id }) => id));

    await page.goto(`/cases/${one.id}`);
    await page.getByRole('button', { name: '看地图' }).tap();
    await page.getByText('针指着反映时说的地方').waitFor();
    await look(page, 'place-case');
  });

  it('in 长辈版 and in English the plan is as easy to hit and to read', async () => {
    const { page } = await as('resident', 'phone');
    await page.goto('/');
    await page.getByRole('button', { name: '长辈版' }).tap();
    await page.goto('/raise');
    await openPlan(page);
    await page.getByRole('application').waitFor();
    await tapAt(page, 0.1, 0.1);
    await page.locator('.place-plan-answer b').waitFor();
    for (const button of await page.locator('.plan-zoom button, .place-plan-acts button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(60);
    await look(page, 'place-elder');

    const abroad = await as('resident', 'phone', { locale: 'en-GB' });
    await abroad.page.goto('/raise');
    await openPlan(abroad.page, 'Show it on the map');
    await abroad.page.getByRole('application').waitFor();
    await tapAt(abroad.page, 0.1, 0.1);
    await abroad.page.locator('.place-plan-answer b').waitFor();
    await look(abroad.page, 'place-english');
  });

  it('fingers drag the pin and the plan, and two of them bring it closer', async () => {
    const { page, context } = await as('resident', 'phone');
    await page.goto('/raise');
    await openPlan(page);
    await page.getByRole('application').waitFor();
    const answer = page.locator('.place-plan-answer b');
    await tapAt(page, 0, 0);
    await answer.waitFor();
    const client = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    const { x, y, width, height } = await boxOf(page);
    const [left, top] = [x + width / 2, y + height / 2];
    const pin = page.locator('.plan-pin');
    const before = await answer.textContent();
    await touch('touchStart', [left, top - 20]);
    for (const share of [1, 2, 3, 4]) await touch('touchMove', [left + 30 * share, top - 20 - 15 * share]);
    await touch('touchEnd');
    await expect.poll(() => pin.getAttribute('transform')).toMatch(/^translate\(29[0-9.]+ 1\d\d/);
    await expect.poll(() => answer.textContent()).not.toBe(before);

    const shown = await answer.textContent();
    await touch('touchStart', [left, top + 60]);
    for (const share of [1, 2, 3, 4]) await touch('touchMove', [left - 20 * share, top + 60]);
    await touch('touchEnd');
    await expect.poll(() => pin.getAttribute('transform')).toMatch(/^translate\(21[0-9.]+ 1\d\d/);
    expect(await answer.textContent()).toBe(shown);

    expect(await page.locator('.plan-mark text').count()).toBe(0);
    await touch('touchStart', [left - 20, top], [left + 20, top]);
    for (const share of [1, 2, 3, 4])
      await touch('touchMove', [left - 20 - 30 * share, top], [left + 20 + 30 * share, top]);
    await touch('touchEnd');
    await expect.poll(() => page.locator('.plan-mark text').count()).toBeGreaterThan(3);
    expect(await answer.textContent()).toBe(shown);
  });

  it('the list of buildings is there when the plan cannot be fetched', async () => {
    const { page, expectErrors } = await as('resident', 'phone');
    expectErrors(/ERR_FAILED|Failed to fetch/);
    await page.route(/place-plan.*\.js/, (route) => route.abort());
    await page.goto('/raise');
    await openPlan(page);
    await page.getByText('地图打不开，请从名单里选').waitFor();
    await look(page, 'place-no-plan');
    await page.getByRole('button', { name: '从名单里选' }).tap();
    await page.getByRole('searchbox', { name: '找楼栋' }).waitFor();
  });

  it('the desk points for a caller, and the case shows the place on its page and in the panel', async () => {
    const { page } = await as('staff', 'desk');
    await page.goto('/console/register');
    await page.getByRole('textbox', { name: /姓名/ }).fill('林先生');
    await page
      .getByRole('textbox', { name: /说了什么|内容|反映/ })
      .first()
      .fill('停车场出口的栏杆砸下来，差点砸到人');
    await page.getByRole('button', { name: '在地图上指' }).click();
    await page.getByRole('application').waitFor();
    await tapAt(page, 0.05, 0.05);
    await page.locator('.place-plan-answer b').waitFor();
    await look(page, 'place-desk');
    const shown = await page.locator('.place-plan-answer b').textContent();
    await page.getByRole('button', { name: '就是这里' }).click();
    await page.getByText('地图上指好了').waitFor();
    await look(page, 'place-pointed');
    await page.getByRole('button', { name: '登记' }).last().click();
    await page.getByText('针指着反映时说的地方').waitFor();
    await look(page, 'place-desk-case');
    const one = await caseNamed('停车场出口的栏杆');
    expect(one.areas.map(({ name }) => name).join(' ')).toBe(shown);
    expect(one.position).not.toBeNull();

    await page.goto(`/console/?case=${one.id}`);
    await page.getByRole('complementary').getByRole('button', { name: '看地图' }).click();
    await page.getByText('针指着反映时说的地方').waitFor();
    await look(page, 'place-desk-panel');
  });

  it('a phone that counts in GCJ-02 says so, the pin stands where she is, and what is kept is WGS-84', async () => {
    const officer = await person('officer');
    const communities: Areas = await officer.get('/areas?tier=community');
    const community = communities.areas.find(({ name }) => name === '文苑社区');
    const houses: Areas = await officer.get(`/areas?tier=building&parent=${community?.id}`);
    const house = houses.areas.find(({ center }) => center !== null);
    const { lon = 0, lat = 0 } = house?.center ?? {};
    const { page, context } = await as('resident', 'phone');
    await context.grantPermissions(['geolocation']);
    const [longitude, latitude] = transform([lon, lat], WGS84, GCJ02);
    await context.setGeolocation({ longitude, latitude });
    const weChat = 'Mozilla/5.0 (Linux; Android 13; V2231A; wv) Chrome/116.0 Mobile MicroMessenger/8.0.50 Weixin';
    await page.addInitScript(`Object.defineProperty(navigator, 'userAgent', { get: () => '${weChat}' })`);
    await page.goto('/raise');
    await page.getByRole('textbox', { name: '出了什么事' }).fill('单元门的闭门器坏了，门一直开着');
    await page.locator('.place-button').first().tap();
    await page.getByRole('button', { name: '就在我现在的地方' }).tap();
    await page.getByRole('button', { name: '在地图上看看对不对' }).tap();
    await page.locator('.place-plan-answer b', { hasText: house?.name ?? '' }).waitFor();
    await look(page, 'place-device');
    await page.getByRole('button', { name: '就是这里' }).tap();
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText(/编号 \d{4}-\d{4}/).waitFor();
    const one = await caseNamed('闭门器坏了');
    expect(one.areas.at(-1)?.id).toBe(house?.id);
    const { position } = one;
    expect(Math.abs((position?.lon ?? 0) - lon)).toBeLessThan(2e-5);
    expect(Math.abs((position?.lat ?? 0) - lat)).toBeLessThan(2e-5);
  });
});
