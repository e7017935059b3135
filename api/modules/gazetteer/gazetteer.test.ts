import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaDetail, AreaMatches } from '../../../contract/areas.ts';
import type { GazetteerOutcome } from '../../../contract/gazetteer.ts';
import { openTestSheets } from '../../../tools/test-sheets.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';
import type { Cell } from '../../kernel/spreadsheet.ts';

let street: TestStreet;
const sheets = openTestSheets();
const { cellsOf } = sheets;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(async () => {
  await street.close();
  sheets.close();
});

const headers = ['编码', '名称', '类型', '上级编码', '小区', '小区类型', '居民小组', '电话', '经度', '纬度'];
const sheet = (rows: Cell[][], columns = headers): Promise<Buffer> =>
  sheets.written({ name: '名册', columns: columns.map((header) => ({ header, text: true })) }, rows);

const bring = async (bytes: Buffer, dryRun: boolean) =>
  street.as('xu').upload<GazetteerOutcome>(`/area-imports?dryRun=${dryRun}`, bytes);
async function exported(area: string): Promise<Buffer> {
  const token = await street.token('xu');
  const answer = await street.app.inject({
    url: `/api/v1/area-exports?area=${street.area(area)}`,
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}
const found = async (q: string) =>
  (await street.as('xu').get<AreaMatches>(`/areas/matches?q=${encodeURIComponent(q)}`)).body.matches;
const detail = async (id: string) => (await street.as('xu').get<AreaDetail>(`/areas/${id}`)).body;

describe('the sheet of areas', () => {
  it('is not taken from community staff, nor when it is no workbook or lacks a column', async () => {
    expect((await street.as('wu').post('/area-imports')).code).toBe('request.forbidden');
    expect((await street.as('xu').post('/area-imports')).code).toBe('file.missing');
    expect((await bring(Buffer.from('name,code'), true)).code).toBe('gazetteer.unreadable');
    const lacking = await bring(await sheet([], ['名称', '编码']), true);
    expect(lacking.code).toBe('gazetteer.columns_missing');
    expect(lacking.text).toContain('类型、上级编码');
  });

  it('goes out in the office’s layout, each area after its parent, codes as text', async () => {
    const rows = await cellsOf(await exported('wenti'));
    expect(rows[0]?.[0]).toBe('区域名册');
    expect(String(rows[1]?.[0])).toMatch(/^填报单位：文体社区　填报人：徐主任　时间：\d{4}-/);
    expect(rows[2]).toEqual(headers);
    expect(rows[3]?.slice(0, 4)).toEqual(['wenti', '文体社区', '社区', '350702001000']);
    expect(rows.slice(4).map(([code]) => code)).toEqual([
      ...['wenti.1', 'wenti.1.micro', 'wenti.1.building', 'wenti.1.unit.1', 'wenti.1.unit.2'],
      ...['wenti.2', 'wenti.2.micro', 'wenti.2.building', 'wenti.2.unit.1', 'wenti.2.unit.2'],
    ]);
  });

  it('says nothing new when it comes back as it went out', async () => {
    const outcome = await bring(await exported('street'), false);
    expect(outcome.body, outcome.text).toMatchObject({
      rows: 22,
      added: 0,
      changed: 0,
      same: 22,
      faulty: 0,
      returned: null,
    });
  });
});

describe('an import', () => {
  const rows: Cell[][] = [
    ['wenti.9', '第九网格', '网格', 'wenti', '', '', '', '', '', ''],
    ['', '901号楼', '楼栋', 'wenti.9', '文体新苑', '商品房小区', '第9居民小组', '', '118.13', '26.65'],
    ['wentiB00077U1', '1单元', '单元', 'wenti.9', '', '', '', '', '', ''],
    ['wenti.1.building', '甲1号楼', '楼栋', 'wenti.1.micro', '', '', '', '0599-1', '', ''],
    ['wenti.2.building', '2号楼', '楼栋', 'wenti.1.micro', '', '', '', '', '', ''],
    ['wenti.8', '第八网格', '网络', 'wenti', '', '', '', '', '', ''],
    ['wenti.8.x', '801号楼', '楼栋', 'wenti.8', '', '', '', '', '', ''],
    ['wenti.9', '又一个', '网格', 'wenti', '', '', '', '', '', ''],
  ];

  it('tried first writes nothing and gives every faulty row back with its reason', async () => {
    const dry = await bring(await sheet(rows), true);
    expect(dry.body).toMatchObject({ rows: 8, added: 3, changed: 1, same: 0, faulty: 4, applied: false });
    expect(dry.body.faults.map(({ row, words }) => `${row} ${words}`)).toEqual([
      '6 上级和系统里的不一样，请在系统里划转',
      '7 没有这种类型：网络',
      '8 没有上级编码 wenti.8 的区域，或那一行有错',
      '9 编码与第2行重复',
    ]);
    const returned = await cellsOf(Buffer.from(dry.body.returned ?? '', 'base64'));
    expect(returned[0]).toEqual([...headers, '错误原因']);
    expect(returned[2]?.[1]).toBe('第八网格');
    expect(returned[2]?.at(-1)).toBe('没有这种类型：网络');
    expect(await found('第九网格')).toEqual([]);
  });

  it('adds and changes everything else at once, with labels, place and record; again it changes nothing', async () => {
    const done = await bring(await sheet(rows), false);
    expect(done.body, done.text).toMatchObject({ added: 3, changed: 1, faulty: 4, applied: true });
    const [house] = await found('901号楼');
    expect(house?.ancestors.map(({ name }) => name)).toEqual(['文体社区', '第九网格']);
    expect(await detail(house?.id ?? '')).toMatchObject({
      code: 'wentiB00001',
      center: { lon: 118.13, lat: 26.65 },
      labels: [
        { kind: 'estate', name: '文体新苑', estateType: 'commercial' },
        { kind: 'residents_group', name: '第9居民小组' },
      ],
    });
    const unit = street.area('wenti.1.unit.2');
    const raised = await street.as('chen').post<{ place: string }>('/cases', { body: '灯不亮', areaId: unit });
    expect(raised.body.place).toBe('甲1号楼2单元');
    const again = await bring(await sheet(rows), false);
    expect(again.body).toMatchObject({ added: 0, changed: 0, same: 4, faulty: 4 });
  });

  it('puts right what came back, in the returned workbook itself', async () => {
    const dry = await bring(await sheet(rows), true);
    const returned = await cellsOf(Buffer.from(dry.body.returned ?? '', 'base64'));
    const [header = [], , grid = [], building = []] = returned;
    grid[2] = '网格';
    const mended = await bring(await sheet([grid, building], header.map(String)), false);
    expect(mended.body).toMatchObject({ added: 2, faulty: 0 });
    expect((await found('801号楼'))[0]?.ancestors.at(-1)?.name).toBe('第八网格');
  });
});
