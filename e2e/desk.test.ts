import fs from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readRows } from '../api/kernel/spreadsheet.ts';
import type { Case } from '../contract/cases.ts';
import type { Cases } from '../contract/inbox.ts';
import { as } from './browser.ts';
import { caseAt, person } from './people.ts';
import { look, settled } from './screen-checks.ts';

/** Numerator and denominator as they stand on the screen. */
/** Numerator and denominator; what nobody answered to has a link of its own after them. */
async function rate(page: Page, name: string): Promise<[number, number]> {
  const figures = await page.getByRole('region', { name }).getByRole('link').allTextContents();
  return figures.slice(0, 2).map((text) => Number(text.replaceAll(',', ''))) as [number, number];
}

/** Opens a list and goes down to the choice, as a hand on the keyboard does. */
async function choose(list: Locator, choice: string): Promise<void> {
  const page = list.page();
  await list.click();
  const active = page.locator('.ant-select-dropdown:visible .ant-select-item-option-active');
  for (let step = 0; step < 60; step += 1) {
    await active.waitFor();
    if ((await active.textContent())?.trim() === choice) {
      await list.press('Enter');
      // The next list must not open over this one.
      return active.waitFor({ state: 'detached' });
    }
    await list.press('ArrowDown');
  }
  throw new Error(`the list offers no ${choice}`);
}

const titlesListed = async (page: Page): Promise<string[]> => {
  await settled(page);
  return page.locator('table[aria-label="事项"] tbody a, main table tbody a').allTextContents();
};

describe('at the desk', () => {
  it('J8 the three rates move with a confirmation, and a figure opens to exactly its cases', async () => {
    const { page } = await as('staff', 'desk');
    await page.goto('/console/overview');
    await page.getByRole('button', { name: '近 7 天' }).click();
    await page.getByRole('region', { name: '解决率' }).waitFor();
    await settled(page);
    const names = ['响应率', '解决率', '满意率'];
    const before = await Promise.all(names.map((name) => rate(page, name)));
    const one = await caseAt('closed', '三号楼电梯按钮失灵，按了没反应');
    await page.reload();
    await expect
      .poll(() => Promise.all(names.map((name) => rate(page, name))))
      .toEqual(before.map(([numerator, denominator]) => [numerator + 1, denominator + 1]));
    await look(page, 'J8-overview');
    const [solved] = await rate(page, '解决率');
    await page.getByRole('region', { name: '解决率' }).getByRole('link').first().click();
    await page.getByText(`${solved} 件`).first().waitFor();
    await look(page, 'J8-figure');
    const more = page.getByRole('button', { name: '再列一些' });
    while ((await more.count()) > 0) {
      await more.click();
      await settled(page);
    }
    const listed = await page.locator('main table tbody tr').count();
    expect(listed).toBe(solved);
    await page.getByRole('link', { name: one.title }).first().click();
    await page.getByText(one.number).first().waitFor();
  });

  it('J8 a period without records says so', async () => {
    const { page } = await as('officer', 'desk');
    await page.goto('/console/overview?from=2001-01-01&to=2001-01-07');
    const region = page.getByRole('region', { name: '解决率' });
    await region.getByText('—').waitFor();
    expect(await rate(page, '解决率')).toEqual([0, 0]);
    await look(page, 'J8-nothing');
  });

  it('J9 a call is registered; the number opens with a reason, and that stands in the record', async () => {
    const { page } = await as('staff', 'desk');
    await page.goto('/console/register');
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByText('请写下反映了什么事').waitFor();
    await page.getByRole('textbox', { name: /^姓名/ }).fill('何秀英');
    await page.getByRole('textbox', { name: /^电话/ }).fill('139000067');
    await page.getByRole('textbox', { name: /^诉求内容/ }).fill('楼下烧烤摊半夜还在吵，睡不着觉');
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByText('请核对电话').waitFor();
    await look(page, 'J9-register');
    await page.getByRole('textbox', { name: /^电话/ }).fill('13900006789');
    await page.getByRole('button', { name: '登记' }).click();
    await page.waitForURL('**/console/cases/*');
    await page.getByText('139****6789').waitFor();
    expect(await page.locator('body').textContent()).not.toContain('13900006789');
    await page.getByRole('button', { name: '查看完整电话' }).click();
    await page.getByRole('button', { name: '查看', exact: true }).click();
    await page.getByText('请写明原因，至少两个字').waitFor();
    await page.getByRole('textbox', { name: /为什么要看完整电话/ }).fill('回电话问具体位置');
    await page.getByRole('button', { name: '查看', exact: true }).click();
    await page.getByRole('link', { name: '13900006789' }).waitFor();
    await page.reload();
    await page.getByText('查看了完整电话').waitFor();
    await page.getByText('回电话问具体位置').waitFor();
    await page.getByText('139****6789').waitFor();
    await look(page, 'J9-case');
  });

  it('J10 two characters find it, simplified or traditional, and so does one', async () => {
    const one = await caseAt('submitted', '图书馆门口的台阶缺了一块，走路绊脚');
    const { page } = await as('staff', 'desk');
    await page.goto('/console/');
    const box = page.getByRole('searchbox', { name: '搜索全部事项' });
    const found: string[][] = [];
    for (const words of ['图书', '圖書', one.number, '缺']) {
      await box.fill(words);
      await box.press('Enter');
      await page.getByRole('link', { name: one.title }).waitFor();
      found.push(await titlesListed(page));
    }
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual([one.title]);
    expect(found[3]).toContain(one.title);
    await look(page, 'J10-found');
    await box.fill('飞碟降落');
    await box.press('Enter');
    await page.getByText('没有找到“飞碟降落”').waitFor();
    await look(page, 'J10-nothing');
  });

  it('J11 a filter is kept under a name, and its list taken home as a workbook', async () => {
    const { page } = await as('staff', 'desk');
    await page.goto('/console/?state=closed&source=phone');
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: '存为筛选' }).click();
    await page.getByRole('textbox', { name: '叫什么名字' }).fill('电话办结的');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('link', { name: /电话办结的/ }).waitFor();
    await page.goto('/console/');
    await page.getByRole('link', { name: /电话办结的/ }).click();
    await page.waitForURL(/source=phone/);
    await settled(page);
    await look(page, 'J11-filter');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出' }).click(),
    ]);
    const file = await download.path();
    const rows: string[][] = [];
    for await (const { cells } of readRows(file)) rows.push(cells.map((cell) => String(cell ?? '')));
    const header = rows.findIndex((cells) => cells.includes('编号'));
    const staff = await person('staff');
    const numbers: string[] = [];
    let cursor = '';
    do {
      const query = `state=closed&source=phone&limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: Cases = await staff.get(`/cases?${query}`);
      numbers.push(...page.items.map((one) => one.number));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    const column = rows[header]?.indexOf('编号') ?? -1;
    expect(numbers.length).toBeGreaterThan(0);
    expect(rows.slice(header + 1).map((cells) => cells[column])).toEqual(numbers);
    expect(fs.statSync(file).size).toBeGreaterThan(1_000);
    expect(rows.flat().filter((cell) => /1[3-9]\d{9}/.test(cell))).toEqual([]);
    await page.getByRole('button', { name: /删掉筛选“电话办结的”/ }).click();
    await page.getByRole('link', { name: /电话办结的/ }).waitFor({ state: 'detached' });
  });

  it('J13 a role given and ended holds on the very next request', async () => {
    const { page } = await as('administrator', 'desk');
    const handler = await person('handler');
    expect(await handler.status('/case-overview')).toBe(403);
    await page.goto('/console/people');
    const find = page.getByRole('searchbox', { name: '搜姓名或账号' });
    await find.fill('周师傅');
    await page.getByRole('button', { name: '搜索' }).click();
    const listed = page.getByRole('link', { name: /周师傅/ });
    await listed.waitFor();
    await look(page, 'J13-people');
    await listed.click();
    await page.getByRole('heading', { name: '周师傅' }).waitFor();
    const zhou = page.getByRole('main');
    await zhou.getByRole('button', { name: '给角色' }).click();
    await zhou.getByRole('button', { name: '给这个角色' }).click();
    await zhou.getByText('请选一项').first().waitFor();
    await choose(zhou.getByRole('combobox', { name: /^角色/ }), '社区工作者');
    await choose(zhou.getByRole('combobox', { name: /^在哪一片/ }), '文苑社区');
    await look(page, 'J13-grant');
    await zhou.getByRole('button', { name: '给这个角色' }).click();
    await expect.poll(() => handler.status('/case-overview')).toBe(200);
    await zhou
      .getByRole('listitem')
      .filter({ hasText: '文苑社区' })
      .filter({ hasText: '社区工作者' })
      .first()
      .getByRole('button', { name: '结束' })
      .click();
    await look(page, 'J13-end');
    await zhou.getByRole('alert').getByRole('button', { name: '结束' }).click();
    await page.getByText('这个角色已结束，立即生效').waitFor();
    expect(await handler.status('/case-overview')).toBe(403);
    await page.getByText('已结束的').waitFor();
    await page.goto('/console/people');
    await find.fill('郑宏');
    await find.press('Enter');
    await page.getByRole('link', { name: /郑宏 zheng\.hong/ }).click();
    await page.getByRole('heading', { name: '郑宏' }).waitFor();
    expect(await page.getByRole('button', { name: '停用账号' }).count()).toBe(0);
  });

  it('shows the whole case with its trail, on a page that prints', async () => {
    const one: Case = await caseAt('resolved', '楼道堆了旧家具，消防通道走不通');
    const { page } = await as('staff', 'desk');
    await page.goto(`/console/cases/${one.id}`);
    await page.getByText('报办结').first().waitFor();
    await look(page, 'case-page');
    await page.goto('/console/account');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, 'account');
  });
});
