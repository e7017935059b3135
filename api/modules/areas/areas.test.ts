import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AreaDetail,
  AreaHistory,
  AreaKind,
  AreaMatches,
  Areas,
  DrawnBoundary,
  Located,
} from '../../../contract/areas.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';

let street: TestStreet;
let kinds: Map<string, string>;
beforeAll(async () => {
  street = await openTestStreet();
  const { body } = await street.as('chen').get<{ kinds: AreaKind[] }>('/area-kinds');
  kinds = new Map(body.kinds.map(({ code, id }) => [code, id]));
});
afterAll(() => street.close());

const list = async (query: string) => (await street.as('chen').get<Areas>(`/areas?${query}`)).body.areas;
const detail = async (id: string, person: Person = 'xu') =>
  (await street.as(person).get<AreaDetail>(`/areas/${id}`)).body;
const etag = (version: number) => ({ 'if-match': `"${version}"` });
const add = (person: Person, parent: string, kind: string, name: string, more = {}) =>
  street.as(person).post<AreaDetail>('/areas', { parentId: parent, kindId: kinds.get(kind), name, ...more });
const edit = async (person: Person, id: string, body: unknown) =>
  street.as(person).patch<AreaDetail>(`/areas/${id}`, body, etag((await detail(id)).version));

describe('the tree of areas', () => {
  it('does not show another street', async () => {
    const foreign = street.other.areas.get('wenti') ?? '';
    expect((await street.as('chen').get(`/areas/${foreign}`)).code).toBe('areas.not_found');
    expect(await list(`parent=${foreign}`)).toEqual([]);
    expect((await list('tier=community')).map(({ name }) => name)).toEqual(['平湖社区', '文体社区']);
  });

  it('opens level by level, with kinds in the reader’s language', async () => {
    const communities = await list('');
    expect(communities.map(({ tier, kind, hasChildren }) => ({ tier, kind, hasChildren }))).toEqual([
      { tier: 'community', kind: '社区', hasChildren: true },
      { tier: 'community', kind: '社区', hasChildren: true },
    ]);
    const grids = await list(`parent=${street.area('wenti')}`);
    expect(grids.map(({ id }) => id)).toEqual([street.area('wenti.1'), street.area('wenti.2')]);
    expect(await list(`parent=${street.area('wenti.1.unit.1')}`)).toEqual([]);
    expect((await list(`parent=${street.area('wenti')}&tier=unit`)).length).toBe(4);
    const english = await street.as('chen').get<Areas>('/areas', { 'accept-language': 'en' });
    expect(english.body.areas[0]?.kind).toBe('Community');
  });

  it('says where an area lies, from the street down, and what is in it', async () => {
    const unit = await detail(street.area('wenti.1.unit.1'), 'chen');
    expect(unit.ancestors.map(({ tier }) => tier)).toEqual(['street', 'community', 'grid', 'micro_grid', 'building']);
    expect((await detail(street.area('pinghu'))).counts).toEqual({ grid: 2, micro_grid: 2, building: 2, unit: 4 });
  });

  it('names who answers for it, or who does nearest above', async () => {
    const grid = await detail(street.area('wenti.1'), 'chen');
    expect(grid.responsible).toMatchObject({
      area: { tier: 'grid' },
      people: [{ name: '李网格', roleName: '网格员' }],
    });
    const unit = await detail(street.area('pinghu.1.unit.1'), 'chen');
    expect(unit.responsible).toMatchObject({ area: { name: '平湖社区' }, people: [{ name: '孙社工' }] });
  });

  it('is found by name, by place and by code, with the line above', async () => {
    const { matches } = (await street.as('chen').get<AreaMatches>(`/areas/matches?q=${encodeURIComponent('1号楼2')}`))
      .body;
    expect(matches).toHaveLength(2);
    expect(matches[0]?.ancestors.map(({ tier }) => tier)).toEqual(['community', 'grid', 'micro_grid', 'building']);
    const byCode = await street.as('chen').get<AreaMatches>('/areas/matches?q=WENTI.2.micro');
    expect(byCode.body.matches.map(({ id }) => id)).toEqual([street.area('wenti.2.micro')]);
  });
});

describe('adding an area', () => {
  it('is refused to residents and handlers, outside one’s community, and above buildings to community staff', async () => {
    const grid = street.area('wenti.1');
    for (const person of ['chen', 'zhou', 'li'] as const)
      expect((await add(person, grid, 'building', '9号楼')).code).toBe('request.forbidden');
    expect((await add('sun', grid, 'building', '9号楼')).code).toBe('areas.not_yours');
    expect((await add('wu', street.area('wenti'), 'grid', '第三网格')).code).toBe('areas.not_yours');
    expect((await add('gao', grid, 'building', '9号楼')).code).toBe('areas.not_found');
  });

  it('is refused above its own level, beside its own name, and with a code used before', async () => {
    const micro = street.area('wenti.1.micro');
    expect((await add('wu', street.area('wenti.1.unit.1'), 'building', '9号楼')).code).toBe('areas.wrong_level');
    expect((await add('wu', micro, 'building', '1号楼')).code).toBe('areas.name_taken');
    expect((await add('wu', micro, 'building', '9号楼', { code: 'wenti.1.building' })).code).toBe('areas.code_taken');
    expect((await add('wu', micro, 'building', '9号楼', { code: '九号' })).code).toBe('request.invalid');
  });

  it('gets the next code, its place in the tree and its written place', async () => {
    const building = (await add('wu', street.area('wenti.1.micro'), 'building', '9号楼')).body;
    expect(building).toMatchObject({
      code: 'wentiB00001',
      tier: 'building',
      version: 1,
      parentId: street.area('wenti.1.micro'),
    });
    const unit = (await add('wu', building.id, 'unit', '3单元')).body;
    expect(unit.code).toBe('wentiB00001U3');
    const raised = await street.as('chen').post<{ place: string }>('/cases', { body: '灯不亮', areaId: unit.id });
    expect(raised.body.place).toBe('9号楼3单元');
    expect((await add('xu', street.area('wenti'), 'grid', '第三网格')).body.code).toBe('wenti101');
    expect((await add('zheng', street.area('street'), 'community', '新社区')).body.code).toMatch(/^350702001\d{3}$/);
  });

  it('proposes the code beforehand', async () => {
    const address = (area: string, kind: string) => `/areas/${street.area(area)}/next-code?kindId=${kinds.get(kind)}`;
    const proposed = await street.as('wu').get<{ code: string }>(address('wenti.2', 'micro_grid'));
    expect(proposed.body.code).toBe('wenti.201');
    expect((await street.as('wu').get(address('wenti.1.unit.1', 'grid'))).code).toBe('areas.wrong_level');
  });

  it('gives two who add at once two codes', async () => {
    const added = await Promise.all(
      Array.from({ length: 6 }, (_, at) => add('xu', street.area('pinghu.2.micro'), 'building', `${at + 20}号楼`)),
    );
    expect(new Set(added.map(({ body }) => body.code)).size).toBe(6);
  });
});

describe('renaming and labels', () => {
  it('asks for the version that was read, and for a name nobody beside it has', async () => {
    const id = street.area('pinghu.1');
    expect((await street.as('sun').patch(`/areas/${id}`, { name: '东网格' })).code).toBe(
      'request.precondition_required',
    );
    expect((await street.as('sun').patch(`/areas/${id}`, { name: '东网格' }, etag(99))).code).toBe(
      'request.precondition_failed',
    );
    expect((await edit('sun', id, { name: '平湖社区第2网格' })).code).toBe('areas.name_taken');
    expect((await edit('sun', street.area('pinghu'), { name: '平湖' })).code).toBe('areas.not_yours');
  });

  it('changes the name everywhere it is written, and is on record', async () => {
    const id = street.area('pinghu.1.building');
    const renamed = await edit('sun', id, { name: '甲1号楼' });
    expect(renamed.body).toMatchObject({ name: '甲1号楼', code: 'pinghu.1.building', version: 2 });
    const areaId = street.area('pinghu.1.unit.2');
    const raised = await street.as('wang').post<{ place: string }>('/cases', { body: '门坏了', areaId });
    expect(raised.body.place).toBe('甲1号楼2单元');
    expect((await street.as('wang').get(`/areas/${id}/history`)).code).toBe('request.forbidden');
    const { entries } = (await street.as('wu').get<AreaHistory>(`/areas/${id}/history`)).body;
    expect(entries[0]).toMatchObject({
      verb: 'rename',
      actor: '孙社工',
      details: { before: '1号楼', after: '甲1号楼' },
    });
  });

  it('puts exactly the labels given, and an estate keeps its type', async () => {
    const id = street.area('wenti.1.building');
    const estate = { kind: 'estate', name: '文体苑', estateType: 'old' };
    const group = { kind: 'residents_group', name: '第1居民小组' };
    const first = await edit('wu', id, { labels: [estate, group] });
    expect(first.body.labels).toEqual([estate, { ...group, estateType: null }]);
    const second = await edit('wu', street.area('wenti.2.building'), { labels: [{ kind: 'estate', name: '文体苑' }] });
    expect(second.body.labels).toEqual([estate]);
    expect((await edit('wu', id, { labels: [] })).body.labels).toEqual([]);
    expect((await edit('xu', street.area('street'), { labels: [group] })).code).toBe('areas.not_yours');
  });
});

const ring = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const polygon = (...where: [number, number, number]) => ({ type: 'Polygon', coordinates: [ring(...where)] });
const draw = async (person: Person, id: string, body: unknown) =>
  street.as(person).patch<DrawnBoundary>(`/areas/${id}/boundary`, body, etag((await detail(id)).version));

describe('a boundary', () => {
  it('is refused with the reason in the reader’s language, and to whom it does not belong', async () => {
    const id = street.area('pinghu.1.micro');
    const open = { type: 'Polygon', coordinates: [ring(118.1, 26.6, 0.01).slice(0, 4)] };
    const refused = await draw('sun', id, { boundary: open });
    expect(refused).toMatchObject({ code: 'areas.broken_boundary' });
    expect(refused.text).toContain('没有合上');
    expect((await draw('wu', id, { boundary: polygon(118.1, 26.6, 0.01) })).code).toBe('areas.not_yours');
    expect((await draw('sun', id, { boundary: { type: 'Point', coordinates: [1, 2] } })).code).toBe('request.invalid');
  });

  it('is kept with a warning where it leaves its parent or lies over its neighbour', async () => {
    const id = street.area('pinghu.1.micro');
    const inside = await draw('sun', id, { boundary: polygon(118.125, 26.6445, 0.002) });
    expect(inside.body.warnings).toEqual([]);
    const outside = await draw('sun', id, { boundary: polygon(118.15, 26.6445, 0.002) });
    expect(outside.body.warnings).toMatchObject([{ code: 'outside_parent', area: { tier: 'grid' } }]);
    const over = await draw('sun', street.area('pinghu.1'), { boundary: polygon(118.126, 26.6445, 0.003) });
    expect(over.body.warnings).toMatchObject([{ code: 'overlaps_sibling', area: { id: street.area('pinghu.2') } }]);
    const located = await street.as('wang').get<Located>('/areas/locate?lon=118.1265&lat=26.6465');
    expect(located.body.grid?.id).toBe(street.area('pinghu.1'));
  });

  it('drawn in GCJ-02 or BD-09 is kept in WGS-84, as 600 m apart as they are, and says what it came in', async () => {
    const id = street.area('wenti.2.micro');
    const gcj = { type: 'MultiPolygon', coordinates: [[ring(118.183584, 26.638502, 0.001)]] };
    const drawn = await draw('wu', id, { boundary: gcj, crs: 'GCJ-02' });
    const feature = await street.as('chen').get<{ geometry: { coordinates: number[][][][] } }>(`/areas/${id}/boundary`);
    const [lon = 0, lat = 0] = feature.body.geometry.coordinates[0]?.[0]?.[0] ?? [];
    expect(Math.abs(lon - 118.1786)).toBeLessThan(1e-6);
    expect(Math.abs(lat - 26.6418)).toBeLessThan(1e-6);
    expect(await detail(id)).toMatchObject({ sourceCrs: 'GCJ-02', version: drawn.body.version });
    await draw('wu', id, { boundary: null });
    expect((await street.as('chen').get(`/areas/${id}/boundary`)).code).toBe('areas.not_found');
  });
});

describe('the place of a device', () => {
  const at = async (lon: number, lat: number) =>
    (await street.as('chen').get<Located>(`/areas/locate?lon=${lon}&lat=${lat}`)).body;
  it('is the grid around it, the nearest within 500 m, or none', async () => {
    expect((await at(118.126, 26.642)).grid?.id).toBe(street.area('wenti.1'));
    expect((await at(118.13, 26.642)).grid?.id).toBe(street.area('wenti.2'));
    expect((await at(118.1225, 26.642)).grid?.id).toBe(street.area('wenti.1'));
    expect((await at(118.2, 26.8)).grid).toBeNull();
    expect((await street.as('chen').get('/areas/locate?lon=181&lat=0')).code).toBe('request.invalid');
  });

  it('lies under nothing outside of every community, however near the next one is', async () => {
    const names = async (lon: number, lat: number) => (await at(lon, lat)).under.map(({ name }) => name);
    expect(await names(118.1225, 26.642)).toEqual([]);
    expect(await names(118.2, 26.8)).toEqual([]);
    const strange = await street.as('qian').get<Located>('/areas/locate?lon=118.126&lat=26.642');
    expect(strange.body.under.map(({ id }) => id)).not.toContain(street.area('wenti.1'));
  });

  it('lies under the smallest area drawn around it, a house that nobody drew within 20 m of its middle', async () => {
    const [building] = (await at(118.1261, 26.642)).buildings;
    const house = await detail(building?.id ?? '');
    const { lon = 0, lat = 0 } = house.center ?? {};
    const grid = ['wenti', 'wenti.1'].map((key) => street.area(key));
    const ids = async (east: number, north: number) => (await at(east, north)).under.map(({ id }) => id);
    expect(await ids(lon + 0.0003, lat)).toEqual(grid);
    expect(await ids(lon + 0.0001, lat)).toEqual([...grid, street.area('wenti.1.micro'), house.id]);
    const drawn = await draw('wu', house.id, { boundary: polygon(lon + 0.0002, lat - 0.0002, 0.0004) });
    expect(drawn.status, drawn.text).toBe(200);
    expect((await ids(lon + 0.0003, lat)).at(-1)).toBe(house.id);
    expect(await ids(lon - 0.0001, lat)).toEqual(grid);
    await draw('wu', house.id, { boundary: null });
  });

  it('is answered in WGS-84, whatever the device counts in', async () => {
    const gcj = await street.as('chen').get<Located>('/areas/locate?lon=118.183584&lat=26.638502&crs=gcj02');
    expect(gcj.body.position.lon).toBeCloseTo(118.1786, 6);
    expect(gcj.body.position.lat).toBeCloseTo(26.6418, 6);
    expect((await at(118.126, 26.642)).position).toEqual({ lon: 118.126, lat: 26.642 });
  });

  it('has its buildings beside it, nearest first', async () => {
    const { buildings } = await at(118.1261, 26.642);
    expect(buildings[0]).toMatchObject({ id: street.area('wenti.1.building'), tier: 'building' });
    expect(buildings.map(({ metres }) => metres)).toEqual(buildings.map(({ metres }) => metres).sort((a, b) => a - b));
  });
});
