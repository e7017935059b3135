import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Case, Categories } from '../contract/cases.ts';
import type { CategoryNode, CategoryTree } from '../contract/categories.ts';
import { as } from './browser.ts';
import { typist } from './by-keyboard.ts';
import { person } from './people.ts';
import { look } from './screen-checks.ts';

async function nodeNamed(name: string): Promise<CategoryNode> {
  const { nodes }: CategoryTree = await (await person('officer')).get('/case-categories/tree');
  const found = nodes.find((node) => node.name === name);
  if (!found) throw new Error(`no category ${name}`);
  return found;
}
const beside = async (above: string): Promise<string[]> => {
  const { nodes }: CategoryTree = await (await person('officer')).get('/case-categories/tree');
  const parent = nodes.find(({ name }) => name === above);
  return nodes.filter(({ parentId }) => parentId === parent?.id).map(({ name }) => name);
};

describe('the tree of categories', () => {
  it('J28 a category is added, put right while somebody else changes it, ended and brought back', async () => {
    const { page, expectErrors } = await as('officer', 'desk');
    expectErrors(/status of 412/);
    await page.goto('/console/settings');
    await page.getByRole('navigation', { name: '类别与规则' }).getByRole('link', { name: '事项类别' }).click();
    await page.getByText('点一类，看看它是怎么定的').waitFor();
    await look(page, 'categories');
    await page.getByRole('treeitem', { name: /^环境卫生与绿化/ }).click();
    await page.getByRole('button', { name: '在下面加一类' }).click();
    const adding = page.getByRole('region', { name: '在“环境卫生与绿化”下面加一类' });
    await adding.getByRole('button', { name: '保存' }).click();
    await adding.getByText('请写名称').waitFor();
    await adding.getByRole('textbox', { name: /^名称/ }).fill('河面漂浮物');
    await adding.getByRole('checkbox', { name: '有危险，要先打电话' }).check();
    await adding.getByRole('textbox', { name: '先拨打' }).fill('一一九');
    await adding.getByRole('button', { name: '保存' }).click();
    await adding.getByText('请填 3 到 12 位数字').waitFor();
    await look(page, 'categories-adding');
    await adding.getByRole('checkbox', { name: '有危险，要先打电话' }).uncheck();
    await adding.getByRole('button', { name: '保存' }).click();
    const one = page.getByRole('article', { name: '河面漂浮物' });
    await one.waitFor();

    const made = await nodeNamed('河面漂浮物');
    await one.getByRole('textbox', { name: /^英文名称/ }).fill('Floating rubbish');
    const headers = { 'if-match': `"${made.version}"`, origin: new URL(page.url()).origin };
    const { names, danger, callFirst, deadlineClass } = made;
    const data = { names, danger, callFirst, shared: true, deadlineClassId: deadlineClass.id };
    const meanwhile = await page.context().request.patch(`/api/v1/case-categories/${made.id}`, { headers, data });
    expect(meanwhile.status()).toBe(200);
    await one.getByRole('button', { name: '保存' }).click();
    await one.getByText('别人刚刚改过这一类').waitFor();
    expect(await one.getByRole('textbox', { name: /^英文名称/ }).inputValue()).toBe('Floating rubbish');
    await look(page, 'categories-meanwhile');
    await one.getByRole('button', { name: '保存' }).click();
    await page.getByText('“河面漂浮物”保存好了').waitFor();
    expect((await nodeNamed('河面漂浮物')).names.en).toBe('Floating rubbish');

    const resident = await person('resident');
    const raised: Case = await resident.post('/cases', { body: '河面上漂着塑料袋', categoryId: made.id });
    await page.reload();
    await one.getByText('没办完的 1 件').waitFor();
    await one.getByRole('button', { name: '停用' }).click();
    const asked = page.getByRole('dialog', { name: '停用“河面漂浮物”？' });
    await asked.getByText('没办完的诉求里有 1 件用着它').waitFor();
    await look(page, 'categories-ending');
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    await one.getByRole('button', { name: '停用' }).click();
    await asked.getByRole('button', { name: '停用' }).click();
    await one.getByRole('button', { name: '恢复使用' }).waitFor();
    await look(page, 'categories-ended');
    const offered: Categories = await resident.get('/case-categories');
    expect(offered.categories.map(({ name }) => name)).not.toContain('河面漂浮物');
    expect((await resident.get<Case>(`/cases/${raised.id}`)).category?.name).toBe('河面漂浮物');

    await one.getByRole('link', { name: '没办完的 1 件' }).click();
    await page.getByRole('row', { name: /河面上漂着塑料袋/ }).waitFor();
    await page.getByRole('button', { name: /^类别.*已停用/ }).waitFor();
    await page.goto(`/console/settings/categories?category=${made.id}`);
    await one.getByRole('button', { name: '恢复使用' }).click();
    await page.getByText('“河面漂浮物”恢复了').waitFor();
    await one.getByRole('button', { name: '停用' }).waitFor();
  }, 120_000);

  it('J28 the order is changed without a mouse, and a category goes under another', async () => {
    const { page } = await as('officer', 'desk');
    const { reach, enter, write } = typist(page);
    await page.goto('/console/settings/categories');
    const head = page.getByRole('treeitem', { name: /^就业与社保/ });
    await reach(page.getByRole('treeitem').first());
    await page.keyboard.press('End');
    while (!(await head.evaluate((one) => one === document.activeElement))) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const first = (await beside('就业与社保'))[0] ?? '';
    const moving = page.getByRole('treeitem', { name: new RegExp(`^${first}`) });
    await Promise.all([page.waitForResponse('**/placement'), page.keyboard.press('Alt+ArrowDown')]);
    await page.waitForFunction(
      (name) => document.querySelectorAll('[aria-selected][aria-level="2"]')[1]?.textContent?.startsWith(name),
      first,
    );
    expect((await beside('就业与社保'))[1]).toBe(first);
    expect(await moving.evaluate((one) => one === document.activeElement)).toBe(true);
    await Promise.all([page.waitForResponse('**/placement'), page.keyboard.press('Alt+ArrowUp')]);
    await page.waitForFunction(
      (name) => document.querySelectorAll('[aria-selected][aria-level="2"]')[0]?.textContent?.startsWith(name),
      first,
    );

    await page.keyboard.press('Enter');
    const one = page.getByRole('article', { name: first });
    await one.waitFor();
    await enter(one.getByRole('button', { name: '移到别处' }));
    await write(one.getByRole('combobox', { name: /^移到哪一类下面/ }), '政策咨询');
    await page.getByTitle('政策咨询与证明').waitFor();
    await page.keyboard.press('Enter');
    await look(page, 'categories-moving');
    await enter(one.getByRole('form', { name: '移到别处' }).getByRole('button', { name: '移到别处' }));
    await page.getByText(`“${first}”移好了`).waitFor();
    expect((await beside('政策咨询与证明')).at(-1)).toBe(first);
    await one.getByRole('button', { name: '政策咨询与证明' }).waitFor();
  }, 120_000);

  it('J28 it is searched, and goes out and comes in as a workbook', async () => {
    const { page } = await as('officer', 'desk');
    await page.goto('/console/settings/categories');
    await page.getByRole('searchbox', { name: '找类别' }).fill('漏水');
    await page.getByText(/^找到 \d+ 类$/).waitFor();
    await page.getByRole('treeitem', { name: /^漏水纠纷/ }).waitFor();
    await look(page, 'categories-found');
    await page.getByRole('button', { name: 'Excel 导入导出' }).click();
    const waiting = page.waitForEvent('download', { timeout: 30_000 });
    await page.getByRole('link', { name: '导出 Excel' }).click();
    const buffer = fs.readFileSync(await (await waiting).path());
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.getByLabel('导入', { exact: true }).setInputFiles({ name: 'categories.xlsx', mimeType, buffer });
    await page.getByRole('button', { name: '先看看会怎样' }).click();
    await page.getByText(/新增 0 行（0 类），已有 \d+ 行，有问题 0 行。还没有写入/).waitFor({ timeout: 30_000 });
    expect(await page.getByRole('button', { name: '就这样写入' }).count()).toBe(0);
    await look(page, 'categories-sheet');
  }, 60_000);

  it('J28 the community reads it and changes nothing', async () => {
    const { page } = await as('staff', 'desk');
    await page.goto('/console/settings/categories');
    await page.getByRole('treeitem', { name: /^公共设施/ }).click();
    await page.getByRole('article', { name: '公共设施' }).getByText('办理时限').waitFor();
    expect(await page.getByRole('button', { name: /停用|加一级类别|移到别处/ }).count()).toBe(0);
    await look(page, 'categories-read');
  }, 60_000);

  it('J28 it fits a narrow window and another language', async () => {
    const { page } = await as('officer', 'phone', { locale: 'en-US' });
    await page.goto('/console/settings/categories');
    await page.getByRole('treeitem', { name: /^Fire and electrical safety/ }).click();
    await page.getByRole('article', { name: 'Fire and electrical safety' }).waitFor();
    await look(page, 'categories-narrow');
    await page.getByRole('button', { name: 'Excel in and out' }).click();
    await look(page, 'categories-narrow-sheet');
    await page.goto('/console/settings');
    await page.getByRole('heading', { level: 1, name: 'Routing rules' }).waitFor();
    await look(page, 'rules-narrow');
  }, 60_000);
});

describe('a routing rule', () => {
  it('J28 is taken away only after a second word', async () => {
    const { page } = await as('officer', 'desk');
    const { organizations }: { organizations: { id: string }[] } = await (await person('officer')).get(
      '/organizations',
    );
    const category = await nodeNamed('垃圾分类');
    const rule = { areaId: null, categoryId: category.id, accountId: null, automatic: false };
    await (await person('officer')).post('/routing-rules', { ...rule, organizationId: organizations[0]?.id ?? '' });
    await page.goto('/console/settings');
    const row = page.getByRole('row', { name: /垃圾分类/ });
    await row.getByRole('button', { name: '删除' }).click();
    const asked = page.getByRole('dialog', { name: '删除“垃圾分类”这条规则？' });
    await look(page, 'rule-removing');
    await asked.getByRole('button', { name: '取消' }).click();
    await row.waitFor();
    await row.getByRole('button', { name: '删除' }).click();
    await asked.getByRole('button', { name: '删除' }).click();
    await page.getByText('“垃圾分类”这条规则删掉了').waitFor();
    await row.waitFor({ state: 'detached' });
  }, 60_000);
});
