import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRows } from '../api/kernel/spreadsheet.ts';
import { writeRows } from '../api/kernel/spreadsheet-writer.ts';
import type { HotlineImports } from '../contract/hotline.ts';
import type { Cases } from '../contract/inbox.ts';
import type { Notices } from '../contract/notices.ts';
import { as } from './browser.ts';
import { person } from './people.ts';
import { look } from './screen-checks.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linju-hotline-e2e-'));
});
afterAll(() => rm(folder, { recursive: true }));

const headers = ['甲列', '诉求内容', '来电人', '联系电话', '来电时间', '诉求分类', '地址'];
const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
const called = shanghai.format(new Date(Date.now() - 3_600_000));

async function list(): Promise<string> {
  const rows = Array.from({ length: 620 }, (_, at) => [
    ...[`E${String(at).padStart(4, '0')}`, '楼道灯坏了三天，老人上下楼看不见。', '孙桂英', '13900001234'],
    ...[at === 7 ? '去年夏天' : called, '楼道照明', '文苑社区门口'],
  ]);
  const file = path.join(folder, '工单.xlsx');
  const columns = headers.map((header) => ({ header }));
  await writeRows(file, { name: '工单', title: '12345 热线工单', byline: '填报单位：热线中心', columns }, rows);
  return file;
}

describe('a list of the hotline', () => {
  it('J31 is looked at, comes in though the line breaks, is found in the inbox and goes back', async () => {
    const { page, expectErrors } = await as('staff', 'desk');
    expectErrors(/status of 422/, /ERR_FAILED|Failed to load/);
    await page.goto('/console/');
    await page.getByRole('link', { name: '导入热线工单' }).click();
    const file = page.getByLabel(/^工单表格/);
    await look(page, 'hotline-empty');
    await file.setInputFiles({ name: '坏的.xlsx', mimeType: 'text/plain', buffer: Buffer.from('\0\0') });
    await page.getByText('这不是 Excel 工作簿').waitFor();

    await file.setInputFiles(await list());
    await page.getByText('有几列没认出来').waitFor();
    await page.getByLabel(/^工单编号/).selectOption('甲列');
    const found = page.getByRole('status', { name: '看过了：共 620 行' });
    await found.getByText('第 11 行：来电时间无法识别').waitFor();
    await look(page, 'hotline-found');

    let sent = 0;
    await page.route('**/hotline-imports?*dryRun=false*', (route) => (++sent === 2 ? route.abort() : route.continue()));
    await found.getByRole('button', { name: '导入 619 件' }).click();
    await page.getByText('已导入 500 件，共 619 件').waitFor({ timeout: 30_000 });
    await page.getByText('停在这里了').waitFor();
    await look(page, 'hotline-stopped');
    await page.getByRole('button', { name: '接着导入剩下的' }).click();
    await page.getByRole('heading', { name: '导入了 619 件' }).waitFor({ timeout: 30_000 });
    await look(page, 'hotline-done');
    await page.getByRole('link', { name: '看这批工单' }).click();
    await page.getByText('一批热线工单').waitFor();
    await page.getByText('12345').first().waitFor();
    await look(page, 'hotline-inbox');

    const staff = await person('staff');
    const [{ id = '' } = {}] = (await staff.get<HotlineImports>('/hotline-imports')).imports;
    const { items } = await staff.get<Cases>(`/cases?import=${id}&limit=1`);
    expect(items[0]).toMatchObject({ state: 'submitted', source: 'hotline', category: { name: '楼道照明' } });
    const heard = (await (await person('gridWorker')).get<Notices>('/notices?limit=100')).items;
    expect(heard.filter(({ subjectId }) => subjectId === id).length).toBeLessThanOrEqual(1);

    await page.goto('/console/hotline');
    const replies = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载回填表' }).first().click();
    const saved = path.join(folder, 'replies.xlsx');
    await (await replies).saveAs(saved);
    let rows = 0;
    for await (const { cells } of readRows(saved)) rows += String(cells[0]).startsWith('E0') ? 1 : 0;
    expect(rows).toBe(619);
    await page.getByLabel(/^工单表格/).setInputFiles(await list());
    await page.getByLabel(/^工单编号/).selectOption('甲列');
    await page.getByText('没有新的工单可导入').waitFor();
  }, 180_000);
});
