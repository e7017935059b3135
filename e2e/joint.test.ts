import { expect, it } from 'vitest';
import type { Case } from '../contract/cases.ts';
import type { CaseParts } from '../contract/joint.ts';
import type { Whistles } from '../contract/whistles.ts';
import { as } from './browser.ts';
import { newcomer } from './newcomers.ts';
import { caseAt, organizationNamed, person } from './people.ts';
import { look } from './screen-checks.ts';

/** Somebody of a department of the street. */
const fromDepartment = async (name: string, body: string) =>
  newcomer(name, 'phone', { role: '职能部门', wholeStreet: true, organizationId: await organizationNamed(body) });

it('a case goes to three bodies with one lead; a department is whistled for, turns up and is scored', async () => {
  const [staff, handler] = await Promise.all([person('staff'), person('handler')]);
  const one = await caseAt('accepted', '3号楼2单元水管漏水，楼道都湿了');
  const desk = await as('staff', 'desk');
  await desk.page.goto(`/console/cases/${one.id}`);
  await desk.page.getByRole('combobox', { name: /承办单位/ }).fill('邻安');
  await desk.page.keyboard.press('Enter');
  for (const [nth, [body, task]] of [
    ['供水所', '配合停水，查总阀压力'],
    ['燃气', '看看燃气管有没有受潮'],
  ].entries()) {
    await desk.page.getByRole('button', { name: '添加单位' }).click();
    await desk.page
      .getByRole('combobox', { name: '单位', exact: true })
      .nth(nth)
      .fill(body as string);
    await desk.page.keyboard.press('Enter');
    await desk.page
      .getByRole('textbox', { name: '办什么' })
      .nth(nth)
      .fill(task as string);
  }
  await look(desk.page, 'joint-assign');
  await desk.page.getByRole('button', { name: '派单', exact: true }).click();
  const hands = desk.page.getByRole('region', { name: '承办单位' });
  await hands.getByText('配合停水，查总阀压力').waitFor();
  await expect.poll(() => hands.getByRole('listitem').count()).toBe(3);
  await look(desk.page, 'joint-hands');

  const water = await fromDepartment('鲁大勇', '供水所');
  await water.page.goto('/');
  await water.page.getByRole('link', { name: new RegExp(`协办：${one.title}`) }).click();
  await water.page.getByRole('button', { name: '签收' }).tap();
  await water.page.getByRole('button', { name: '办好了' }).tap();
  await water.page.getByRole('textbox', { name: '办了什么' }).fill('总阀关了，压力正常');
  await look(water.page, 'joint-finish');
  await water.page.getByRole('button', { name: '提交' }).tap();
  await water.page.getByText('总阀关了，压力正常').first().waitFor();
  await look(water.page, 'joint-finished');

  await handler.post(`/cases/${one.id}/receipt`);
  await desk.page.reload();
  await desk.page.getByRole('button', { name: '更多' }).click();
  await desk.page.getByRole('button', { name: '吹哨' }).click();
  await desk.page.getByRole('combobox', { name: /请谁来/ }).fill('城管');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Escape');
  await desk.page.getByRole('textbox', { name: /来做什么/ }).fill('总管该谁来修');
  await look(desk.page, 'joint-whistle');
  await staff.post(`/cases/${one.id}/whistles`, {
    organizationIds: [await organizationNamed('城管')],
    meetAt: new Date(Date.now() + 3_600_000).toISOString(),
    place: '3号楼前',
    words: '总管该谁来修',
  });
  const enforcement = await fromDepartment('侯振宇', '城管');
  await enforcement.page.goto(`/cases/${one.id}`);
  await enforcement.page.getByRole('button', { name: '我们到了' }).tap();
  await enforcement.page.getByText('已到场').waitFor();
  await look(enforcement.page, 'joint-arrived');

  await desk.page.reload();
  await hands.getByRole('button', { name: '评价到场' }).click();
  await hands.getByRole('radio', { name: '很满意' }).check();
  await hands.getByRole('button', { name: '评价到场' }).click();
  await hands.getByText('到场评价：很满意').waitFor();

  await expect(handler.post(`/cases/${one.id}/resolution`, { words: '修好了' })).rejects.toThrow('joint.parts_open');
  const { parts } = await staff.get<CaseParts>(`/cases/${one.id}/parts`);
  expect(parts.map(({ state }) => state).sort()).toEqual(['asked', 'finished']);
  const done = await handler.post<Case>(`/cases/${one.id}/resolution`, { words: '修好了', withoutParts: '燃气管没湿' });
  expect(done.state).toBe('resolved');
  const { whistles } = await staff.get<Whistles>(`/cases/${one.id}/whistles`);
  expect(whistles[0]?.turnouts[0]).toMatchObject({ state: 'arrived', score: { score: 5 } });
});
