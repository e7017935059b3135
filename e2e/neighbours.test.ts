import { describe, expect, it } from 'vitest';
import type { Case, Categories } from '../contract/cases.ts';
import type { Cases } from '../contract/inbox.ts';
import { as } from './browser.ts';
import { newcomer } from './newcomers.ts';
import { person } from './people.ts';
import { look } from './screen-checks.ts';

async function gasLeak(): Promise<Case> {
  const resident = await person('resident');
  const { categories } = await resident.get<Categories>('/case-categories');
  const categoryId = categories.find(({ code }) => code === 'safety.gas_leak')?.id;
  return resident.post<Case>('/cases', { body: '我家门口闻到煤气，孩子头晕', categoryId });
}

describe('neighbours', () => {
  it('a danger is raised twice: the second is offered the first, staff merge them, both are told', async () => {
    const first = await gasLeak();
    const { page } = await newcomer('何秀英', 'phone');
    await page.goto('/raise');
    await page.getByRole('textbox', { name: '出了什么事' }).fill('楼道里燃气泄漏，味道很大');
    await page.getByText('有危险，请先打 119').waitFor();
    const offer = page.getByRole('region', { name: '是不是这件事？' });
    await offer.getByText('燃气泄漏').first().waitFor();
    expect(await offer.textContent()).not.toContain('孩子头晕');
    await look(page, 'neighbours-offer');
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText(/编号 \d{4}-\d{4}/).waitFor();

    const desk = await as('staff', 'desk');
    await desk.page.goto(`/console/?state=submitted`);
    for (const title of [first.title, '楼道里燃气泄漏，味道很大'])
      await desk.page
        .getByRole('checkbox', { name: new RegExp(title) })
        .first()
        .check();
    await desk.page.getByRole('button', { name: '并案' }).click();
    await desk.page.getByText('哪一件接着办，其余并到它').waitFor();
    await desk.page.getByLabel('为什么是同一件事').fill('同一单元同一处漏气');
    await look(desk.page, 'neighbours-merge-inbox');
    await desk.page.locator('form.merge-chosen').getByRole('button', { name: '并案' }).click();
    await desk.page.getByText('已并案 1 件').waitFor();

    await page.goto('/notices');
    await page.getByText('和邻居反映的是同一件事，并在一起办').click();
    await page.getByRole('link', { name: /并在一起办，看进展/ }).tap();
    await page.getByRole('heading', { name: '燃气泄漏' }).waitFor();
    await look(page, 'neighbours-followed');
    const resident = await as('resident', 'phone');
    await resident.page.goto('/notices');
    await resident.page.getByText('邻居也反映了').first().waitFor();
    const mine = await (await person('resident')).get<Case>(`/cases/${first.id}`);
    expect(mine.joinedTimes).toBe(1);
  });

  it('我也是: she follows instead of writing, hears of each step, and can let go', async () => {
    const resident = await person('resident');
    const { categories } = await resident.get<Categories>('/case-categories');
    const categoryId = categories.find(({ code }) => code === 'facility.stairwell_light')?.id;
    const one = await resident.post<Case>('/cases', { body: '夜里楼道黑，差点摔了', categoryId });
    const { page } = await newcomer('何秀英', 'phone');
    await page.goto('/raise');
    await page.getByRole('textbox', { name: '出了什么事' }).fill('楼道照明的灯坏了');
    const offer = page.getByRole('region', { name: '是不是这件事？' });
    const row = offer.getByRole('listitem').first();
    await row.getByRole('button', { name: '我也是' }).tap();
    await row.getByText('记下了，有进展会告诉您').waitFor();
    await row.getByRole('link', { name: '看进展' }).tap();
    await page.getByRole('heading', { name: '楼道照明' }).waitFor();
    await page.goto('/mine');
    await page.getByRole('link', { name: '我关注的' }).tap();
    await page.getByRole('link', { name: /楼道照明/ }).waitFor();
    await look(page, 'neighbours-followed-list');
    await (await person('staff')).post(`/cases/${one.id}/acceptance`);
    await page.goto('/notices');
    await page.getByText('您也遇到的“楼道照明”，社区收到了').click();
    await page.getByRole('button', { name: '不再关注' }).tap();
    await page.getByText('您还没有关注邻居的事').waitFor();
    expect((await resident.get<Case>(`/cases/${one.id}`)).joinedTimes).toBe(0);
  });

  it('from the case page: what looks alike is found, shown side by side, merged, and taken apart again', async () => {
    const resident = await person('resident');
    const lead = await resident.post<Case>('/cases', { body: '单元门口的井盖松了，一踩就响' });
    const one = await resident.post<Case>('/cases', { body: '井盖松了，单元门口一踩就响' });
    const { page } = await as('staff', 'desk');
    await page.goto(`/console/cases/${one.id}`);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: '并案' }).click();
    await page.getByRole('radio', { name: new RegExp(lead.number) }).check();
    await page.getByText('主件（接着办）').waitFor();
    await page.getByRole('textbox', { name: '为什么是同一件事' }).fill('同一个井盖');
    await look(page, 'neighbours-merge-page');
    await page.locator('footer').getByRole('button', { name: '并案' }).click();
    await page.getByText(`${one.number} 已并案`).waitFor();
    await page.getByRole('button', { name: '拆开' }).click();
    await page.getByText(`${one.number} 已拆开`).waitFor();
    const { items } = await (await person('staff')).get<Cases>(`/cases?state=submitted&q=${one.number}`);
    expect(items.map(({ id }) => id)).toEqual([one.id]);
  });
});
