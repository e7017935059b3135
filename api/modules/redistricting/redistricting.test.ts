import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaDetail, AreaHistory, AreaKind, Areas } from '../../../contract/areas.ts';
import type { Case } from '../../../contract/cases.ts';
import type { Overview } from '../../../contract/figures.ts';
import type { Cases } from '../../../contract/inbox.ts';
import type { Redistricted } from '../../../contract/redistricting.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';
import { dayOf } from '../../kernel/clock.ts';
import { sql } from '../../kernel/db.ts';
import { rollUp } from '../../kernel/facts.ts';
import { tablesByArea } from './rules.ts';

let street: TestStreet;
let kinds: Map<string, string>;
beforeAll(async () => {
  street = await openTestStreet();
  const { body } = await street.as('chen').get<{ kinds: AreaKind[] }>('/area-kinds');
  kinds = new Map(body.kinds.map(({ code, id }) => [code, id]));
});
afterAll(() => street.close());

const detail = async (id: string) => (await street.as('xu').get<AreaDetail>(`/areas/${id}`)).body;
const below = async (id: string) => (await street.as('xu').get<Areas>(`/areas?parent=${id}`)).body.areas;
const changed = async (person: Person, id: string, noun: string, body: unknown) =>
  street
    .as(person)
    .post<Redistricted>(`/areas/${id}/${noun}`, body, { 'if-match': `"${(await detail(id)).version ?? 1}"` });
const raise = async (areaId: string, person: Person = 'wang') =>
  (await street.as(person).post<Case>('/cases', { body: '楼道灯不亮', areaId })).body;
const seen = async (id: string) => (await street.as('xu').get<Case>(`/cases/${id}`)).body;
const add = async (parentId: string, kind: string, name: string) =>
  (await street.as('xu').post<AreaDetail>('/areas', { parentId, kindId: kinds.get(kind), name })).body.id;

/** A grid of its own with two micro-grids of two buildings each. */
async function newGrid(community: string, name: string) {
  const grid = await add(street.area(community), 'grid', name);
  const micros = [await add(grid, 'micro_grid', '甲'), await add(grid, 'micro_grid', '乙')];
  const buildings = [
    await add(micros[0] ?? '', 'building', '1号楼'),
    await add(micros[0] ?? '', 'building', '2号楼'),
    await add(micros[1] ?? '', 'building', '3号楼'),
    await add(micros[1] ?? '', 'building', '4号楼'),
  ];
  return { grid, micros, buildings } as {
    grid: string;
    micros: [string, string];
    buildings: [string, string, string, string];
  };
}

it('says what happens to the rows of every table that carries the ancestors of an area', async () => {
  const tables = await street.inside((tx) =>
    tx.many<{ name: string }>(
      sql`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'grid_id' order by 1`,
    ),
  );
  expect(
    tables.map(({ name }) => name),
    'add the table to tablesByArea and, unless it keeps, to followAreas',
  ).toEqual(Object.keys(tablesByArea).sort());
});

describe('splitting', () => {
  it('is the street’s alone, of areas that can be, and nothing is left over or given twice', async () => {
    const { grid, micros, buildings } = await newGrid('pinghu', '拆不动网格');
    const parts = (a: string[], b: string[]) => ({
      parts: [
        { name: '东', areaIds: a },
        { name: '西', areaIds: b },
      ],
      reason: '户数太多',
    });
    expect((await changed('sun', grid, 'split', parts([micros[0]], [micros[1]]))).code).toBe('request.forbidden');
    expect((await changed('xu', grid, 'split', parts([micros[0]], []))).code).toBe('redistricting.left_over');
    expect((await changed('xu', grid, 'split', parts([...micros], [micros[1]]))).code).toBe(
      'redistricting.given_twice',
    );
    const elsewhere = [street.area('wenti.1.building')];
    expect((await changed('xu', grid, 'split', parts([...micros], elsewhere))).code).toBe('redistricting.given_twice');
    expect((await changed('xu', buildings[0], 'split', parts([], []))).code).toBe('redistricting.not_divisible');
    const unread = await street.as('xu').post(`/areas/${grid}/split`, parts([micros[0]], [micros[1]]));
    expect(unread.code).toBe('request.precondition_required');
    expect((await below(grid)).length).toBe(2);
  });

  it('moves buildings, open cases and chosen people; closed cases and the old grid’s record stay', async () => {
    const { grid, micros, buildings } = await newGrid('pinghu', '第九网格');
    const [onGrid, inHouse, done] = [await raise(grid), await raise(buildings[3]), await raise(buildings[0])];
    await street.as('sun').post(`/cases/${done.id}/refusal`, { reason: '不属于本社区' });
    const grant = { roleId: street.role('网格员'), areaId: grid };
    const granted = await street
      .as('zheng')
      .post<{ grants: { id: string; area: { id: string } }[] }>(`/accounts/${street.account('zhao')}/grants`, grant);
    const grantId = granted.body.grants.find(({ area }) => area.id === grid)?.id;
    const answer = await changed('xu', grid, 'split', {
      parts: [
        { name: '第九网格', areaIds: [micros[0]] },
        { name: '第十网格', areaIds: [micros[1]], grantIds: [grantId] },
      ],
      reason: '户数太多',
    });
    expect(answer.status, answer.text).toBe(201);
    expect(answer.body).toMatchObject({ cases: 2, grants: 1 });
    const [east, west] = answer.body.areas;
    expect((await seen(onGrid.id)).grid?.id).toBe(east?.id);
    expect((await seen(inHouse.id)).grid?.id).toBe(west?.id);
    expect((await seen(done.id)).grid?.id).toBe(grid);
    expect((await detail(west?.id ?? '')).responsible).toMatchObject({
      area: { id: west?.id },
      people: [{ name: '赵网格' }],
    });
    expect((await street.as('zhao').get(`/cases/${inHouse.id}`)).status).toBe(200);
    const old = await detail(grid);
    expect(old).toMatchObject({ successors: [{ kind: 'split' }, { kind: 'split' }], counts: {} });
    expect(old.until).not.toBeNull();
    expect((await detail(east?.id ?? '')).predecessors).toMatchObject([{ area: { id: grid } }]);
    const { entries } = (await street.as('xu').get<AreaHistory>(`/areas/${grid}/history`)).body;
    expect(entries[0]).toMatchObject({ verb: 'split', details: { reason: '户数太多', cases: '2' } });
    expect((await changed('xu', grid, 'closure', { reason: '再来一次' })).code).toBe('areas.closed');
    const again = { parentId: street.area('pinghu'), kindId: kinds.get('grid'), name: '新网格', code: old.code };
    expect((await street.as('xu').post('/areas', again)).code).toBe('areas.code_taken');
  });

  it('files a case that is opened again where its place lies today, not in the grid that is no more', async () => {
    const { grid, micros, buildings } = await newGrid('pinghu', '再开网格');
    const [west, east] = [118.3, 118.31];
    const at = (lon: number) => ({ position: { lon, lat: 26.605 } });
    const report = async (areaId: string, more = {}) =>
      (await street.as('wang').post<Case>('/cases', { body: '楼道灯不亮', areaId, ...more })).body.id;
    const ids = [await report(buildings[3]), await report(grid, at(east + 0.005)), await report(grid)];
    for (const id of ids) await street.as('sun').post(`/cases/${id}/refusal`, { reason: '不属于本社区' });
    const parts = micros.map((id, part) => ({ name: `再开${part}`, areaIds: [id] }));
    const made = (await changed('xu', grid, 'split', { parts, reason: '户数太多' })).body.areas;
    for (const [part, lon] of [west, east].entries()) {
      const corners = [0, 1, 2].map((step) => [lon + (step > 0 ? 0.009 : 0), 26.6 + (step > 1 ? 0.009 : 0)]);
      const ring = [...corners, [lon, 26.609], corners[0]];
      const drawn = { boundary: { type: 'Polygon', coordinates: [ring] } };
      await street.as('xu').patch(`/areas/${made[part]?.id}/boundary`, drawn, { 'if-match': '"1"' });
    }
    expect((await seen(ids[0] ?? '')).grid?.id).toBe(grid);
    const reopened = await Promise.all(
      ids.map(async (id) => (await street.as('wang').post<Case>(`/cases/${id}/reopening`, { words: '没修好' })).body),
    );
    expect(reopened.map((one) => one.grid?.name)).toEqual(['再开1', '再开1', '再开0']);
    expect(reopened[0]?.place).toContain('4号楼');
    const inbox = await street.as('xu').get<Cases>(`/cases?area=${made[1]?.id}`);
    expect(inbox.body.items.map(({ id }) => id).sort()).toEqual(ids.slice(0, 2).sort());
    expect((await changed('xu', made[0]?.id ?? '', 'closure', { reason: '撤销' })).code).toBe(
      'redistricting.open_cases',
    );
  });

  it('lets a single building go another way than its micro-grid, with its stairwells', async () => {
    const { grid, micros, buildings } = await newGrid('wenti', '第八网格');
    const unit = await add(buildings[0], 'unit', '1单元');
    const answer = await changed('xu', grid, 'split', {
      parts: [
        { name: '南片', areaIds: [...micros] },
        { name: '北片', areaIds: [buildings[0]] },
      ],
      reason: '隔着一条路',
    });
    const line = (await detail(unit)).ancestors;
    expect(line.map(({ name }) => name)).toEqual(['同心街道', '文体社区', '北片', '1号楼']);
    expect((await detail(answer.body.areas[0]?.id ?? '')).counts).toEqual({ micro_grid: 2, building: 3 });
  });
});

describe('merging', () => {
  it('takes areas of one kind, side by side', async () => {
    const merge = (person: Person, areaIds: (string | undefined)[]) =>
      street.as(person).post('/area-mergers', { areaIds, name: '合并网格', reason: '人少了' });
    const [one, two] = [street.area('wenti.1'), street.area('wenti.2')];
    expect((await merge('wu', [one, two])).code).toBe('request.forbidden');
    expect((await merge('xu', [one, street.area('pinghu.1')])).code).toBe('redistricting.not_alike');
    expect((await merge('xu', [one, one])).code).toBe('redistricting.not_alike');
    expect((await merge('xu', [one, street.other.areas.get('wenti.2')])).code).toBe('areas.not_found');
  });

  it('gives the new one everybody, everything open and the outlines of the old ones', async () => {
    const [one, two] = [await newGrid('pinghu', '东二'), await newGrid('pinghu', '东三')];
    for (const { grid } of [one, two]) {
      const ring = [118.2, 118.21, 118.21].map((lon, at) => [lon, 26.6 + at / 100]);
      const body = { boundary: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } };
      await street.as('xu').patch(`/areas/${grid}/boundary`, body, { 'if-match': '"1"' });
    }
    const open = await raise(two.buildings[1]);
    const body = { areaIds: [one.grid, two.grid], name: '东二', reason: '人少了' };
    const merged = await street.as('xu').post<Redistricted>('/area-mergers', body);
    expect(merged.status, merged.text).toBe(201);
    const area = await detail(merged.body.areas[0]?.id ?? '');
    expect(area).toMatchObject({ counts: { micro_grid: 4, building: 8 }, boundary: { type: 'MultiPolygon' } });
    expect((await seen(open.id)).grid?.id).toBe(area.id);
  });
});

describe('moving and closing', () => {
  it('lets community staff move a building inside their community only', async () => {
    const { micros, buildings } = await newGrid('wenti', '第七网格');
    const target = street.area('wenti.2.micro');
    const open = await raise(buildings[0]);
    expect((await changed('sun', buildings[0], 'moves', { parentId: target })).code).toBe('areas.not_yours');
    expect((await changed('wu', buildings[0], 'moves', { parentId: street.area('pinghu.1') })).code).toBe(
      'areas.not_yours',
    );
    expect((await changed('wu', micros[0], 'moves', { parentId: street.area('wenti.2') })).code).toBe(
      'areas.not_yours',
    );
    expect((await changed('wu', buildings[0], 'moves', { parentId: micros[0] })).code).toBe('redistricting.same_place');
    expect((await changed('wu', buildings[0], 'moves', { parentId: buildings[1] })).code).toBe('areas.wrong_level');
    const moved = await changed('wu', buildings[0], 'moves', { parentId: target });
    expect(moved.body).toMatchObject({ cases: 1 });
    expect((await seen(open.id)).grid?.id).toBe(street.area('wenti.2'));
  });

  it('takes homes, their numbers and labels along to another community', async () => {
    const building = street.area('pinghu.2.building');
    const label = { labels: [{ kind: 'estate', name: '平湖苑', estateType: 'old' }] };
    await street.as('sun').patch(`/areas/${building}`, label, { 'if-match': `"${(await detail(building)).version}"` });
    const words = {
      login: 'fang',
      name: '方居民',
      password: 'tongxin-2026',
      phone: '13800000077',
      homeAreaId: building,
    };
    const made = await street.as('zheng').post<{ id: string }>('/accounts', words);
    await changed('xu', building, 'moves', { parentId: street.area('wenti.1.micro'), reason: '道路以东划给文体' });
    const moved = await detail(building);
    expect(moved.ancestors.map(({ name }) => name)).toContain('文体社区');
    expect(moved.labels).toEqual(label.labels);
    const [row] = await street.inside((tx) =>
      tx.many<{ communityId: string }>(
        sql`select community_id as "communityId" from account_contact where account_id = ${made.body.id}`,
      ),
    );
    expect(row?.communityId).toBe(street.area('wenti'));
  });

  it('closes nothing where cases are open or people work', async () => {
    const { grid, buildings } = await newGrid('wenti', '第六网格');
    const open = await raise(buildings[0]);
    expect((await changed('wu', buildings[0], 'closure', { reason: '拆除' })).code).toBe('redistricting.open_cases');
    await street.as('wu').post(`/cases/${open.id}/refusal`, { reason: '不属于本社区' });
    expect((await changed('wu', buildings[0], 'closure', { reason: '拆除' })).status).toBe(201);
    expect((await street.as('wang').post('/cases', { body: '灯不亮', areaId: buildings[0] })).code).toBe(
      'cases.unknown_place',
    );
    expect((await changed('xu', street.area('wenti.1'), 'closure', { reason: '撤销' })).code).toMatch(
      /^redistricting\./,
    );
    expect((await changed('wu', grid, 'closure', { reason: '撤销' })).code).toBe('areas.not_yours');
    expect((await changed('xu', street.area('street'), 'closure', { reason: '撤销' })).code).toBe('areas.not_yours');
  });
});

describe('figures', () => {
  const shown = async (area: string, query: string) =>
    (await street.as('xu').get<Overview>(`/case-overview?area=${area}&${query}`)).body;
  const past = ({ totals, rates, course, byCategory, byArea }: Overview) => ({
    ...{ totals, rates, course },
    byCategory: byCategory.map(({ category, raised }) => [category.id, raised]).filter(([, raised]) => raised !== 0),
    byArea: byArea
      .filter(({ raised }) => raised > 0)
      .map(({ area, raised }) => [area.id, raised])
      .sort(),
  });

  it('of last month stay what they were, whatever is split and merged afterwards', async () => {
    const { grid, buildings } = await newGrid('wenti', '历史网格');
    const places = [
      grid,
      ...buildings,
      street.area('wenti.1.unit.1'),
      street.area('wenti.2.building'),
      street.area('wenti'),
    ];
    for (const [at, place] of places.entries()) {
      const one = await raise(place);
      if (at % 2 === 0) await street.as('wu').post(`/cases/${one.id}/refusal`, { reason: '不属于本社区' });
      if (at === 4) await street.inside((tx) => rollUp(tx));
    }
    const today = dayOf(street.clock.now());
    const month = `from=${today}&to=${today}`;
    const watched = ['street', 'wenti', 'wenti.1', 'wenti.2'].map((key) => street.area(key)).concat(grid);
    const before = await Promise.all(watched.map(async (area) => past(await shown(area, month))));
    street.clock.advance(20 * 86_400_000);

    let turn = 0;
    async function splitOne(pick: number): Promise<void> {
      const grids = (await below(street.area('wenti'))).filter(({ tier }) => tier === 'grid');
      const old = grids[pick % grids.length];
      const inside = await below(old?.id ?? '');
      const parts = [0, 1].map((share) => ({
        name: `片${++turn}`,
        areaIds: inside.filter((_, at) => (at + pick) % 2 === share).map(({ id }) => id),
      }));
      expect((await changed('xu', old?.id ?? '', 'split', { parts, reason: '调整' })).status).toBe(201);
    }
    async function mergeTwo(pick: number): Promise<void> {
      const grids = (await below(street.area('wenti'))).filter(({ tier }) => tier === 'grid');
      const two = [grids[pick % grids.length], grids[(pick + 1) % grids.length]].map((area) => area?.id);
      if (new Set(two).size < 2) return;
      const body = { areaIds: two, name: `片${++turn}`, reason: '调整' };
      const merged = await street.as('xu').post<Redistricted>('/area-mergers', body);
      expect(merged.status, merged.text).toBe(201);
      const area = merged.body.areas[0]?.id ?? '';
      const span = `from=${today}&to=${dayOf(street.clock.now())}`;
      const parts = await Promise.all(two.map((id) => shown(id ?? '', `${span}&predecessors=true`)));
      const whole = await shown(area, `${span}&predecessors=true`);
      const pasts = new Set(parts.flatMap(({ predecessors }) => predecessors.map(({ id }) => id)));
      const shared = pasts.size < parts.flatMap(({ predecessors }) => predecessors).length;
      const sum = parts.reduce((total, { totals }) => total + (totals.case_raised ?? 0), 0);
      // Two parts of one old area share its past, which the whole counts once.
      if (shared) expect(whole.totals.case_raised).toBeLessThanOrEqual(sum);
      else expect(whole.totals.case_raised).toBe(sum);
      expect((await shown(area, month)).totals.case_raised).toBe(0);
    }

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.nat(7), fc.boolean()), { minLength: 2, maxLength: 4 }),
        async (steps) => {
          for (const [splits, pick, rolls] of steps) {
            await (splits ? splitOne(pick) : mergeTwo(pick));
            await raise(buildings[pick % 4] ?? grid);
            if (rolls) await street.inside((tx) => rollUp(tx));
          }
          expect(await Promise.all(watched.map(async (area) => past(await shown(area, month))))).toEqual(before);
          const whole = await shown(street.area('wenti'), `from=${today}&to=${dayOf(street.clock.now())}`);
          const direct = 1;
          expect(whole.byArea.reduce((sum, { raised }) => sum + raised, direct)).toBe(whole.totals.case_raised);
          expect(whole.byArea.reduce((sum, { open }) => sum + open, 0)).toBeLessThanOrEqual(whole.open);
        },
      ),
      { numRuns: 5 },
    );
  }, 120_000);
});
