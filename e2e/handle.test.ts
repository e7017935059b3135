import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Case } from '../contract/cases.ts';
import { as, photoFile } from './browser.ts';
import { caseAt, person } from './people.ts';
import { look } from './screen-checks.ts';

const stateOf = async (id: string): Promise<string> => (await (await person('staff')).get<Case>(`/cases/${id}`)).state;

/** Tab after Tab, as far as the control with this name. */
async function tabTo(page: Page, role: string, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const at = page.locator('*:focus');
    if ((await at.count()) > 0 && (await at.and(page.getByRole(role as 'button', { name })).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no ${role} ${name} is reached by Tab`);
}

describe('handling a request', () => {
  it('J4 community staff accept and assign with the keyboard alone', async () => {
    const one = await caseAt('submitted', '车棚顶漏雨，电动车都淋湿了');
    const { page } = await as('staff', 'desk');
    await page.goto('/console/?state=submitted');
    await page.getByRole('link', { name: one.title }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await look(page, 'J4-keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const here = page.locator('[aria-current=true]').and(page.getByRole('link', { name: one.title }));
    for (let row = 0; row < 20 && (await here.count()) === 0; row += 1) {
      await page.keyboard.press('j');
      await page.locator('table [aria-current=true]').waitFor();
    }
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: '事项详情' });
    await panel.getByRole('heading', { name: one.title }).waitFor();
    await look(page, 'J4-panel');
    await page.keyboard.press('c');
    await expect.poll(() => stateOf(one.id)).toBe('accepted');
    await panel.getByRole('combobox', { name: /承办单位/ }).waitFor();
    await tabTo(page, 'combobox', /承办单位/);
    await page.keyboard.type('邻安');
    await page.keyboard.press('Enter');
    await tabTo(page, 'textbox', /交办的话/);
    await page.keyboard.insertText('请今天去看看');
    await look(page, 'J4-assign');
    await tabTo(page, 'button', /^派单/);
    await page.keyboard.press('Enter');
    await expect.poll(() => stateOf(one.id)).toBe('assigned');
    await page.getByText(`${one.number} 已派给`).waitFor();
    const resident = await person('resident');
    const { items } = await resident.get<{ items: { code: string; subjectId: string }[] }>('/notices');
    expect(items.filter(({ subjectId }) => subjectId === one.id).map(({ code }) => code)).toEqual([
      'case.dispatched',
      'case.accepted',
    ]);
  });

  it('J4 a colleague was quicker: the move is refused in words, and the panel shows how it stands', async () => {
    const one = await caseAt('submitted', '楼顶水箱盖子被风吹开了');
    const visit = await as('staff', 'desk');
    visit.expectErrors(/status of (409|412)/);
    const { page } = visit;
    await page.goto(`/console/?state=submitted&case=${one.id}`);
    const panel = page.getByRole('complementary', { name: '事项详情' });
    await panel.getByRole('button', { name: /受理/ }).first().waitFor();
    await page.route('**/notices/stream', (route) => route.abort());
    await (await person('staff')).post(`/cases/${one.id}/acceptance`);
    await panel
      .getByRole('button', { name: /^受理/ })
      .click()
      .catch(() => undefined);
    await panel.getByText('待派单').first().waitFor();
    expect(await stateOf(one.id)).toBe('accepted');
  });

  it('J5 the handler signs for it, writes a note and resolves it with an after-photo', async () => {
    const one = await caseAt('assigned', '楼梯扶手松了，老人不敢扶');
    const { page } = await as('handler', 'phone');
    await page.goto('/');
    await page.getByRole('link', { name: new RegExp(`签收：${one.title}`) }).waitFor();
    await look(page, 'J5-today');
    await page.getByRole('link', { name: new RegExp(`签收：${one.title}`) }).tap();
    await page.getByRole('region', { name: '下一步' }).getByRole('button', { name: '签收' }).tap();
    await expect.poll(() => stateOf(one.id)).toBe('in_progress');
    await page.getByRole('button', { name: '记一笔' }).tap();
    await page.getByRole('textbox', { name: '想补充什么' }).fill('约好明天上午上门');
    await look(page, 'J5-note');
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('约好明天上午上门').waitFor();
    await page.getByRole('button', { name: '办好了' }).tap();
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('请写一两句').waitFor();
    const after = await photoFile('#5a7a66');
    await Promise.all([
      page.waitForResponse('**/api/v1/photos'),
      page.getByRole('dialog').locator('input[type=file]').setInputFiles(after),
    ]);
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: '怎么办的' }).fill('扶手重新焊牢，试过了');
    await look(page, 'J5-resolve');
    await page.getByRole('button', { name: '提交' }).tap();
    await expect.poll(() => stateOf(one.id)).toBe('resolved');
    await page.getByText('处理后').first().waitFor();
    await look(page, 'J5-resolved');
    const done = await (await person('staff')).get<Case>(`/cases/${one.id}`);
    expect(done.photos.map(({ phase }) => phase)).toEqual(['resolved']);
  });

  it('J6 the resident hears of it without reloading, and confirms with a satisfaction', async () => {
    const one = await caseAt('in_progress', '单元门的门禁刷卡没反应');
    const { page } = await as('resident', 'phone');
    await page.goto(`/cases/${one.id}`);
    await page.getByText('正在办').first().waitFor();
    await (await person('handler')).post(`/cases/${one.id}/resolution`, { words: '换了读卡器' });
    await page.getByRole('button', { name: '已解决' }).waitFor();
    await look(page, 'J6-to-confirm');
    await page.getByRole('button', { name: '已解决' }).tap();
    await page.getByText('很满意', { exact: true }).tap();
    await page.getByRole('textbox', { name: /还想说几句/ }).fill('来得很快，谢谢');
    await look(page, 'J6-confirm');
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('您说解决了，办结').first().waitFor();
    await look(page, 'J6-closed');
    const after = await (await person('resident')).get<Case>(`/cases/${one.id}`);
    expect(after.confirmation).toMatchObject({ solved: true, satisfaction: 5, words: '来得很快，谢谢' });
  });

  it('J7 not solved, done again, confirmed, and opened again within the hours', async () => {
    const one = await caseAt('resolved', '地下车库的灯只修好了一半');
    const [handler, resident] = [await person('handler'), await person('resident')];
    const { page } = await as('resident', 'phone');
    await page.goto(`/cases/${one.id}`);
    await page.getByRole('button', { name: '没解决' }).tap();
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('请说一句还差什么').waitFor();
    await page.getByRole('textbox', { name: '请说说还差什么' }).fill('B 区的灯还是不亮');
    await look(page, 'J7-unsolved');
    await page.getByRole('button', { name: '提交' }).tap();
    await expect.poll(() => stateOf(one.id)).toBe('reopened');
    await handler.post(`/cases/${one.id}/resolution`, { words: 'B 区也换了' });
    await page.getByRole('button', { name: '已解决' }).tap();
    const said = page.getByRole('textbox', { name: /还想说几句/ });
    await said.waitFor();
    expect(await said.inputValue(), 'what was said the first time').toBe('');
    await page.getByRole('button', { name: '提交' }).tap();
    await expect.poll(() => stateOf(one.id)).toBe('closed');
    await page.getByRole('button', { name: '没解决，要求重新办' }).tap();
    await page.getByRole('textbox', { name: '哪里没解决' }).fill('今天又灭了');
    await page.getByRole('button', { name: '提交' }).tap();
    await expect.poll(() => stateOf(one.id)).toBe('reopened');
    await page.getByText('今天又灭了').first().waitFor();
    await look(page, 'J7-timeline');
    expect((await resident.get<Case>(`/cases/${one.id}`)).reopenedTimes).toBe(1);
  });

  it('J15 refused with the reason, which the resident reads', async () => {
    const one = await caseAt('submitted', '想让社区给我家装一部私人电梯');
    const reason = '私人电梯要业主自己申请，可以找街道便民中心 3 号窗口';
    const staff = await as('staff', 'desk');
    await staff.page.goto(`/console/?state=submitted&case=${one.id}`);
    const panel = staff.page.getByRole('complementary', { name: '事项详情' });
    await panel.getByRole('button', { name: '不予受理' }).click();
    await panel.getByRole('button', { name: '不予受理' }).click();
    await panel.getByText('请写明原因，好让反映人知道该找谁').waitFor();
    await panel.getByRole('textbox', { name: /为什么办不了/ }).fill(reason);
    await look(staff.page, 'J15-refuse');
    await panel.getByRole('button', { name: '不予受理' }).click();
    await expect.poll(() => stateOf(one.id)).toBe('refused');
    const { page } = await as('resident', 'phone');
    await page.goto(`/cases/${one.id}`);
    await page.getByText(reason).first().waitFor();
    await look(page, 'J15-refused');
    await page.goto('/notices');
    await page.getByText(new RegExp(`社区办不了.*${one.title}`)).waitFor();
  });
});
