import { uuidv7 } from 'uuidv7';
import type { Tx } from '../../api/kernel/db.ts';
import { insertAreas, type NewArea, pathLabel } from '../../api/modules/areas/index.ts';
import type { Seeded } from '../seeds/index.ts';
import type { Chance } from './chance.ts';
import type { Community } from './communities.ts';
import { insertLabelMembers, insertLabels, type LabelRow } from './queries.ts';
import type { StreetPlan } from './streets.ts';
import { growCommunity, type Terrain } from './terrain.ts';

const chunk = 2_000;
/** The day the demonstration street was last divided anew. */
const since = new Date('2024-03-01T00:00:00+08:00');

/** Lays out every community of a street, with estates and residents' groups as labels across the tree. */
export async function layGround(tx: Tx, plan: StreetPlan, seeded: Seeded, chance: Chance): Promise<Terrain[]> {
  const street = rootOf(tx.context.tenantId, plan, seeded);
  const terrains: Terrain[] = [];
  for (const [index, community] of plan.communities.entries()) {
    const terrain = growCommunity(street, seeded.kinds, community, index, chance);
    const { grids, microGrids, buildings, units, dwellings } = terrain;
    const areas = [terrain.community, ...grids, ...microGrids, ...buildings, ...units, ...dwellings];
    for (let from = 0; from < areas.length; from += chunk) {
      const some = areas.slice(from, from + chunk).map((area) => ({ ...area, since }));
      await insertAreas(tx, some);
    }
    await label(tx, community, terrain);
    terrains.push(terrain);
  }
  return terrains;
}

function rootOf(id: string, { code, name, phone }: StreetPlan, { kinds }: Seeded): NewArea {
  const above = { communityId: null, gridId: null, microGridId: null, buildingId: null };
  const kindId = kinds.get('street') ?? '';
  const place = { placeName: '', boundary: null, lon: null, lat: null };
  return { id, parentId: null, kindId, tier: 'street', code, name, path: pathLabel(id), ...above, ...place, phone };
}

async function label(tx: Tx, plan: Community, { community, grids, buildings }: Terrain): Promise<void> {
  const rows: LabelRow[] = [];
  const members: { labelId: string; areaId: string }[] = [];
  const add = (row: Omit<LabelRow, 'id' | 'communityId'>, houses: readonly NewArea[]) => {
    const id = uuidv7();
    rows.push({ id, communityId: community.id, ...row });
    members.push(...houses.map((house) => ({ labelId: id, areaId: house.id })));
  };
  grids.forEach((grid, index) => {
    const houses = buildings.filter((house) => house.gridId === grid.id);
    const estates = plan.estates.filter((estate) => estate.grid === index + 1);
    estates.forEach(({ name, type }, place) => {
      const mine = houses.filter((_, number) => number % estates.length === place);
      add({ kind: 'estate', name, estateType: type }, mine);
    });
  });
  for (let group = 0; group < plan.residentsGroups; group++) {
    const [from, to] = [group, group + 1].map((edge) => Math.round((edge * buildings.length) / plan.residentsGroups));
    add({ kind: 'residents_group', name: `第${group + 1}居民小组`, estateType: null }, buildings.slice(from, to));
  }
  await insertLabels(tx, rows);
  await insertLabelMembers(tx, members);
}
