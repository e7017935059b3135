import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Case } from '../contract/cases.ts';
import type { Cases } from '../contract/inbox.ts';
import { as, photoFile } from './browser.ts';
import { person } from './people.ts';
import { look } from './screen-checks.ts';

/** Counts what the person taps from now on. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset.taps = '0';
    const count = ({ isTrusted }: Event) => {
      const { dataset } = document.documentElement;
      if (isTrusted) dataset.taps = String(Number(dataset.taps) + 1);
    };
    addEventListener('pointerup', count, { capture: true });
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.taps));
}

async function takePhoto(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(await photoFile());
  await page.getByRole('img', { name: /第 1 张照片/ }).waitFor();
}

const raisedBy = async (words: string): Promise<Cases['items']> => {
  const resident = await person('resident');
  return (await resident.get<Cases>(`/cases?view=mine&q=${encodeURIComponent(words)}`)).items;
};

describe('raising a request', () => {
  it('J1 a resident signs in and raises a request with a photo, in at most three taps after it', async () => {
    const { page } = await as('nobody', 'phone');
    await page.goto('/');
    await page.getByRole('button', { name: /居民 陈桂华/ }).waitFor();
    await look(page, 'J1-sign-in');
    await page.getByRole('button', { name: /居民 陈桂华/ }).tap();
    await page.getByRole('heading', { level: 1, name: /陈女士/ }).waitFor();
    await look(page, 'J1-home');
    await page.getByRole('link', { name: /我要反映/ }).tap();
    await page.getByRole('heading', { level: 1, name: '我要反映' }).waitFor();
    await look(page, 'J1-raise');
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('还没写内容，说一两句就行').waitFor();
    await takePhoto(page);
    const taps = await countTaps(page);
    await page.getByRole('textbox', { name: '出了什么事' }).tap();
    await page.keyboard.insertText('三楼楼梯间的灯坏了好几天，晚上看不清');
    await page.getByRole('button', { name: '提交' }).tap();
    expect(await taps()).toBeLessThanOrEqual(3);
    const number = await page.getByText(/编号 \d{4}-\d{4}/).textContent();
    await look(page, 'J1-sent');
    await page.getByRole('link', { name: '看这件事' }).tap();
    await page.getByText('社区收到后会告诉您').first().waitFor();
    await look(page, 'J1-case');
    await page.goto('/mine');
    await page.getByRole('link', { name: /三楼楼梯间的灯坏了好几天/ }).waitFor();
    await look(page, 'J1-mine');
    const [one] = await raisedBy('三楼楼梯间的灯坏了好几天');
    expect(number).toContain(one?.number);
    expect(one?.place).toContain('2号楼4单元');
  });

  it('J2 the same in 长辈版, large enough to read and to hit', async () => {
    const { page } = await as('resident', 'phone');
    await page.goto('/');
    await page.getByRole('button', { name: '长辈版' }).tap();
    await page.getByRole('link', { name: /给社区打电话/ }).waitFor();
    await look(page, 'J2-home');
    const call = page.getByRole('link', { name: /给社区打电话/ });
    expect(await call.getAttribute('href')).toMatch(/^tel:\d/);
    expect(await smallestOf(page)).toEqual({ text: [], targets: [] });
    await page.getByRole('link', { name: /我要反映/ }).tap();
    await page.getByRole('textbox', { name: '出了什么事' }).waitFor();
    await takePhoto(page);
    const taps = await countTaps(page);
    await page.getByRole('textbox', { name: '出了什么事' }).tap();
    await page.keyboard.insertText('小区东门的路灯不亮，老人晚上出门怕摔');
    expect(await page.getByRole('button', { name: '只给社区看' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: '公开给邻居看' }).tap();
    expect(await page.getByRole('button', { name: '只给社区看' }).getAttribute('aria-pressed')).toBe('false');
    await look(page, 'J2-raise');
    expect(await smallestOf(page)).toEqual({ text: [], targets: [] });
    await page.getByRole('button', { name: '提交' }).tap();
    expect(await taps()).toBeLessThanOrEqual(3);
    await page.getByText(/编号 \d{4}-\d{4}/).waitFor();
    await look(page, 'J2-sent');
    const [one] = await raisedBy('老人晚上出门怕摔');
    expect((await (await person('resident')).get<Case>(`/cases/${one?.id}`)).published).toBe(true);
    await page.goto('/');
    await page.getByRole('button', { name: '标准版' }).tap();
    await page.getByRole('link', { name: '12345 热线' }).waitFor();
  });

  it('J3 a send that fails keeps everything, and is sent once when the network is back', async () => {
    const visit = await as('resident', 'phone');
    const { page, context } = visit;
    visit.expectErrors(/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/);
    await page.goto('/raise');
    await takePhoto(page);
    await page.getByRole('textbox', { name: '出了什么事' }).fill('下水道堵了，一楼厨房往上冒水');
    await context.setOffline(true);
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('您写的内容还在').waitFor();
    await look(page, 'J3-failed');
    await page.getByRole('link', { name: /打/ }).first().waitFor();
    await context.setOffline(false);
    await page.getByText(/编号 \d{4}-\d{4}/).waitFor();
    expect(await raisedBy('一楼厨房往上冒水')).toHaveLength(1);

    await page.goto('/raise');
    await page.getByRole('textbox', { name: '出了什么事' }).fill('信箱门被撞坏，信件掉了一地');
    let requests = 0;
    await page.route('**/api/v1/cases', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      requests += 1;
      if (requests > 1) return route.fallback();
      // The server has it; only its answer is lost.
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText(/编号 \d{4}-\d{4}/).waitFor({ timeout: 40_000 });
    expect(requests).toBeGreaterThan(1);
    expect(await raisedBy('信箱门被撞坏')).toHaveLength(1);
  });
});

/** In 长辈版: words below 18 px, and targets below 60 px in height. */
function smallestOf(page: Page): Promise<{ text: string[]; targets: string[] }> {
  return page.evaluate(() => {
    const shown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
    const said = (element: Element) =>
      element.getAttribute('aria-label') ?? (element.textContent ?? '').trim().slice(0, 20);
    const texts = [...document.querySelectorAll('main *, nav *')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    );
    const small = texts.filter((one) => shown(one) && Number.parseFloat(getComputedStyle(one).fontSize) < 18);
    const targets = [...document.querySelectorAll('a[href], button, select, summary')];
    const low = targets.filter((one) => shown(one) && one.getBoundingClientRect().height < 60);
    return { text: small.map(said), targets: low.map(said) };
  });
}
