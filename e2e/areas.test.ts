import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AreaDetail, Areas } from '../contract/areas.ts';
import type { Overview } from '../contract/figures.ts';
import { as } from './browser.ts';
import { person } from './people.ts';
import { look, settled } from './screen-checks.ts';

const lastWeeks = { from: '2026-09-01', to: '2026-10-31' };

describe('the map of the street', () => {
  it('a grid is renamed, given a boundary and split by the street, and last month’s figure stays and opens to its records', async () => {
    const officer = await person('officer');
    const communities: Areas = await officer.get('/areas?tier=community');
    const community = communities.areas.find(({ name }) => name === '农园社区');
    const grids: Areas = await officer.get(`/areas?parent=${community?.id}`);
    const grid = grids.areas.find(({ name }) => name === '第四网格');
    const period = `from=${lastWeeks.from}&to=${lastWeeks.to}`;
    const figures = async (area: string | undefined) =>
      (await officer.get<Overview>(`/case-overview?area=${area}&${period}`)).totals;
    const before = [await figures(grid?.id), await figures(community?.id)];
    expect(before[0]?.case_raised).toBeGreaterThan(0);

    const { page, expectErrors } = await as('officer', 'desk');
    expectErrors(/status of 422/);
    await page.goto('/console/areas');
    await page.getByRole('searchbox', { name: '搜名称、地点、编码' }).fill(grid?.code ?? '');
    await page.getByRole('button', { name: /^第四网格/ }).click();
    await page.getByRole('heading', { level: 1, name: '第四网格' }).waitFor();
    await look(page, 'areas-grid');

    await page.getByRole('button', { name: '改名称与标签' }).click();
    await page.getByRole('textbox', { name: /^名称/ }).fill('农园东网格');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 1, name: '农园东网格' }).waitFor();

    await page.getByRole('button', { name: '用文件或文字' }).click();
    await page
      .getByRole('textbox', { name: /贴上文字/ })
      .fill('{"type":"Polygon","coordinates":[[[118,26],[118.1,26]]]}');
    await page.getByRole('button', { name: '存下边界' }).click();
    await page.getByText('有一圈没有合上').waitFor();
    const [west, south] = [118.19, 26.65];
    const ring = [
      [west, south],
      [west + 0.01, south],
      [west + 0.01, south + 0.01],
      [west, south],
    ];
    const geojson = JSON.stringify({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] } });
    const file = { name: '农园东.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(geojson) };
    await page.getByLabel('GeoJSON 文件').setInputFiles(file);
    await page.getByRole('button', { name: '存下边界' }).click();
    await page.getByText('边界已存').waitFor();
    await look(page, 'areas-boundary');

    await page.getByRole('button', { name: '拆分' }).click();
    await page.getByRole('radio', { name: /^1号楼 → 农园东网格（西）/ }).check();
    await page.getByRole('button', { name: '拆分' }).last().click();
    await page.getByText('请写明原因').waitFor();
    await look(page, 'areas-split');
    await page.getByRole('textbox', { name: /^原因/ }).fill('户数太多');
    await page.getByRole('button', { name: '拆分' }).last().click();
    await page.getByRole('heading', { level: 1, name: '农园东网格（东）' }).waitFor();
    const old: AreaDetail = await officer.get(`/areas/${grid?.id}`);
    expect(old.until).not.toBeNull();
    expect(old.successors).toHaveLength(2);
    expect([await figures(grid?.id), await figures(community?.id)]).toEqual(before);

    const made = new URL(page.url()).searchParams.get('area');
    await page.goto(`/console/overview?area=${made}&${period}`);
    await page.getByRole('checkbox', { name: '前身的数据一起算' }).check();
    await page.getByText('几片不能相加').waitFor();
    await settled(page);
    const raised = page.getByRole('link', { name: String(before[0]?.case_raised), exact: true }).first();
    await look(page, 'areas-overview');
    await raised.click();
    await page.getByText(`${before[0]?.case_raised} 件`).first().waitFor();
    await page.locator('main table tbody tr').first().waitFor();
  }, 120_000);

  it('goes out as a workbook, and says what would change before anything does', async () => {
    const { page } = await as('officer', 'desk');
    await page.goto('/console/areas');
    const waiting = page.waitForEvent('download', { timeout: 30_000 });
    await page.getByRole('link', { name: '导出 Excel' }).click();
    const file = await (await waiting).path();
    const buffer = fs.readFileSync(file);
    const name = 'areas.xlsx';
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.getByLabel('导入').setInputFiles({ name, mimeType, buffer });
    await page.getByRole('button', { name: '先看看会怎样' }).click();
    await page.getByText(/新增 0，修改 0，没变 [\d,]+，有问题 0/).waitFor({ timeout: 30_000 });
    expect(await page.getByRole('button', { name: '就这样写入' }).count()).toBe(0);
    await look(page, 'areas-sheet');
  }, 60_000);

  it('shows the bodies of the street, to be changed by the street', async () => {
    const { page } = await as('officer', 'desk');
    await page.goto('/console/organizations');
    await page.getByRole('radio', { name: '物业' }).check();
    await page.getByRole('button', { name: '邻安物业' }).click();
    const body = page.getByRole('article', { name: '邻安物业' });
    await body.getByText('文苑社区').waitFor();
    await look(page, 'organizations');
    await body.getByRole('button', { name: '改一改' }).click();
    await page.getByRole('button', { name: '加一个电话' }).click();
    await page.getByRole('textbox', { name: '号码' }).fill('68801399');
    await page.getByRole('textbox', { name: /做什么用/ }).fill('夜间值班');
    await look(page, 'organizations-edit');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('68801399').waitFor();
    const staff = await as('staff', 'desk');
    await staff.page.goto('/console/organizations');
    await staff.page.getByRole('article').waitFor();
    expect(await staff.page.getByRole('button', { name: '改一改' }).count()).toBe(0);
  }, 60_000);
});
