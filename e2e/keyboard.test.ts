import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Case } from '../contract/cases.ts';
import type { Cases } from '../contract/inbox.ts';
import { as, photoFile } from './browser.ts';
import { typist } from './by-keyboard.ts';
import { caseAt, logins, password, person } from './people.ts';
import { look } from './screen-checks.ts';

const stateOf = async (id: string): Promise<string> => (await (await person('staff')).get<Case>(`/cases/${id}`)).state;

/** Photos are chosen in a window of the system; Enter on the control has to open it. */
async function choosePhoto(page: Page): Promise<void> {
  // The browser hands choosing over from the first listener on; the question after it has the answer that it does.
  page.on('filechooser', () => undefined);
  await page.locator('*:focus').waitFor({ state: 'attached' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  const file = await photoFile();
  await Promise.all([page.waitForResponse('**/api/v1/photos'), chooser.setFiles(file)]);
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
}

describe('without a mouse, the focus seen at every stop', () => {
  it('J19 signing in at the desk', async () => {
    const { page } = await as('nobody', 'desk');
    const { write } = typist(page);
    await page.goto('/console/');
    await write(page.getByRole('textbox', { name: /账号/ }), logins.staff);
    await write(page.getByLabel('密码'), password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '收件箱' }).waitFor();
  });

  it('J19 raising a request with a photo and another building', async () => {
    const { page } = await as('resident', 'phone');
    const { reach, enter, write } = typist(page);
    await page.goto('/');
    await enter(page.getByRole('link', { name: /我要反映/ }));
    await page.getByRole('heading', { level: 1, name: '我要反映' }).waitFor();
    await reach(page.locator('input[type=file]'));
    await choosePhoto(page);
    await page.getByRole('img', { name: /第 1 张照片/ }).waitFor();
    await write(page.getByRole('textbox', { name: '出了什么事' }), '单元门口的扶手松了，一拉就晃');
    await enter(page.getByRole('button', { name: /换/ }));
    const sheet = page.getByRole('dialog');
    await enter(sheet.getByRole('button', { name: /^3号楼/ }).first());
    await enter(sheet.getByRole('button', { name: /1单元/ }).first());
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /3号楼 ?1单元/ }).waitFor();
    await look(page, 'J19-raise');
    await enter(page.getByRole('button', { name: '提交' }));
    await page.getByText(/编号 \d{4}-\d{4}/).waitFor();
    const resident = await person('resident');
    const { items } = await resident.get<Cases>(`/cases?view=mine&q=${encodeURIComponent('一拉就晃')}`);
    expect(items.map(({ place }) => place)).toEqual([expect.stringMatching(/3号楼.*1单元/)]);
  });

  it('J19 confirming that it is done', async () => {
    const one = await caseAt('resolved', '花坛边的石板翘起来了，绊脚');
    const { page } = await as('resident', 'phone');
    const { reach, enter, write } = typist(page);
    await page.goto(`/cases/${one.id}`);
    await enter(page.getByRole('button', { name: '已解决' }));
    await reach(page.getByRole('radio', { name: '很满意', exact: true }));
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await write(page.getByRole('textbox', { name: /还想说几句/ }), '走着稳了');
    await look(page, 'J19-confirm');
    await enter(page.getByRole('button', { name: '提交' }));
    await expect.poll(() => stateOf(one.id)).toBe('closed');
    const closed = await (await person('resident')).get<Case>(`/cases/${one.id}`);
    expect(closed.confirmation).toMatchObject({ solved: true, satisfaction: 4, words: '走着稳了' });
  });

  it('J19 changing to 长辈版 and back', async () => {
    const { page } = await as('resident', 'phone');
    const { enter } = typist(page);
    await page.goto('/');
    await enter(page.getByRole('button', { name: '长辈版' }));
    await page.getByRole('link', { name: /给社区打电话/ }).waitFor();
    await enter(page.getByRole('button', { name: '标准版' }));
    await page.getByRole('link', { name: '12345 热线' }).waitFor();
  });

  it('J19 accepting and assigning from the list', async () => {
    const one = await caseAt('submitted', '宣传栏的玻璃裂了，怕掉下来');
    const { page } = await as('staff', 'desk');
    const { reach, enter, write } = typist(page);
    await page.goto(`/console/?state=submitted&q=${encodeURIComponent('宣传栏')}`);
    await enter(page.getByRole('link', { name: one.title }));
    const panel = page.getByRole('complementary', { name: '事项详情' });
    await panel.getByRole('heading', { name: one.title }).waitFor();
    await enter(panel.getByRole('button', { name: /^受理/ }).first());
    await expect.poll(() => stateOf(one.id)).toBe('accepted');
    await reach(panel.getByRole('combobox', { name: /承办单位/ }));
    await page.keyboard.type('邻安');
    await page.keyboard.press('Enter');
    await write(panel.getByRole('textbox', { name: /交办的话/ }), '先围起来');
    await enter(panel.getByRole('button', { name: /^派单/ }));
    await expect.poll(() => stateOf(one.id)).toBe('assigned');
  });

  it('J19 signing for it and resolving it on the phone', async () => {
    const one = await caseAt('assigned', '垃圾桶盖掉了，味道很大');
    const { page } = await as('handler', 'phone');
    const { reach, enter, write } = typist(page);
    await page.goto('/');
    await enter(page.getByRole('link', { name: new RegExp(`签收：${one.title}`) }));
    await enter(page.getByRole('region', { name: '下一步' }).getByRole('button', { name: '签收' }));
    await expect.poll(() => stateOf(one.id)).toBe('in_progress');
    await enter(page.getByRole('button', { name: '办好了' }));
    await reach(page.getByRole('dialog').locator('input[type=file]'));
    await choosePhoto(page);
    await write(page.getByRole('textbox', { name: '怎么办的' }), '换了新盖子');
    await enter(page.getByRole('button', { name: '提交' }));
    await expect.poll(() => stateOf(one.id)).toBe('resolved');
  });

  it('J19 searching and opening what was found', async () => {
    const one = await caseAt('submitted', '喷泉池里的水发绿，长了蚊子');
    const { page } = await as('staff', 'desk');
    const { enter, write } = typist(page);
    await page.goto('/console/');
    await write(page.getByRole('searchbox', { name: '搜索全部事项' }), '喷泉');
    await page.keyboard.press('Enter');
    await enter(page.getByRole('link', { name: one.title }));
    await page.getByRole('complementary', { name: '事项详情' }).getByText('长了蚊子').first().waitFor();
  });

  it('J19 opening a figure of the overview to its records', async () => {
    const one = await caseAt('closed', '健身角的转盘卡住不动');
    const { page } = await as('staff', 'desk');
    const { enter } = typist(page);
    await page.goto('/console/overview');
    await enter(page.getByRole('button', { name: '近 7 天' }));
    await enter(page.getByRole('region', { name: '解决率' }).getByRole('link').first());
    await enter(page.getByRole('link', { name: one.title }).first());
    await page.getByText(one.number).first().waitFor();
  });

  it('J19 registering a call', async () => {
    const { page } = await as('staff', 'desk');
    const { reach, enter, write } = typist(page);
    await page.goto('/console/');
    await enter(page.getByRole('link', { name: '登记来电来访' }).first());
    await reach(page.getByRole('radio', { name: '电话' }));
    await page.keyboard.press('ArrowRight');
    await write(page.getByRole('textbox', { name: /^姓名/ }), '何秀英');
    await write(page.getByRole('textbox', { name: /^诉求内容/ }), '楼上空调外机滴水，打在雨棚上整夜响');
    await enter(page.getByRole('button', { name: '登记', exact: true }));
    await page.waitForURL('**/console/cases/*');
    await page.getByText('打在雨棚上整夜响').first().waitFor();
  });
});
