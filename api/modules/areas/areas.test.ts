import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaDetail, Areas, Located } from '../../../contract/areas.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

const list = async (query: string) => (await street.as('chen').get<Areas>(`/areas?${query}`)).body.areas;

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

  it('says where an area lies, from the street down', async () => {
    const { body } = await street.as('chen').get<AreaDetail>(`/areas/${street.area('wenti.1.unit.1')}`);
    expect(body.ancestors.map(({ tier }) => tier)).toEqual(['street', 'community', 'grid', 'micro_grid', 'building']);
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

  it('has its buildings beside it, nearest first', async () => {
    const { buildings } = await at(118.1261, 26.642);
    expect(buildings[0]).toMatchObject({ id: street.area('wenti.1.building'), tier: 'building' });
    expect(buildings.map(({ metres }) => metres)).toEqual(buildings.map(({ metres }) => metres).sort((a, b) => a - b));
  });
});
