import { uuidv7 } from 'uuidv7';
import { type NewArea, pathLabel } from '../../api/modules/areas/index.ts';
import type { Chance } from './chance.ts';
import type { Community, House } from './communities.ts';
import {
  centreOf,
  drawPlots,
  moved,
  type Plot,
  type Point,
  partOf,
  polygonOf,
  positionOf,
  type Quad,
  within,
} from './plan.ts';
import { wenyuanPlots, wenyuanRing } from './wenyuan-plan.ts';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const planSize: Point = [760, 512];

/** What stands in a community, by tier, in the order of their numbers. */
export interface Terrain {
  community: NewArea;
  grids: NewArea[];
  microGrids: NewArea[];
  buildings: NewArea[];
  units: NewArea[];
  dwellings: NewArea[];
}

type Kinds = ReadonlyMap<string, string>;

/** Grows one community from its plan: grids, micro-grids, buildings, stairwells, dwellings, each with its place in the tree. */
export function growCommunity(street: NewArea, kinds: Kinds, plan: Community, index: number, chance: Chance): Terrain {
  const { plots, ring } =
    plan.key === 'wenyuan'
      ? { plots: wenyuanPlots, ring: wenyuanRing }
      : drawPlots(plan.columns, plan.rows, planSize, chance);
  const code = `${street.code.slice(0, 9)}${String(index + 1).padStart(3, '0')}`;
  const below = (parent: NewArea, tier: NewArea['tier'], part: Pick<NewArea, 'code' | 'name'> & Partial<NewArea>) =>
    child(kinds, parent, tier, part);
  const community = below(street, 'community', {
    ...{ code, name: plan.name, phone: plan.phone },
    ...drawn(moved(ring, plan.at)),
  });
  const terrain: Terrain = { community, grids: [], microGrids: [], buildings: [], units: [], dwellings: [] };
  let built = 0;

  function build(parent: NewArea, yard: Quad, houses: readonly House[], from: number): void {
    const across = Math.ceil(Math.sqrt(houses.length * 1.5));
    const down = Math.ceil(houses.length / across);
    houses.forEach((house, place) => {
      const spot = within(yard, ((place % across) + 0.5) / across, (Math.floor(place / across) + 0.5) / down);
      built++;
      const name = `${from + place}号楼`;
      const number = `${code}B${String(built).padStart(5, '0')}`;
      raise(below(parent, 'building', { code: number, name, placeName: name, ...positionOf(spot) }), house);
    });
  }

  function raise(building: NewArea, [stairwells, floors]: House): void {
    terrain.buildings.push(building);
    const { lon, lat } = building;
    for (let stairwell = 1; stairwell <= stairwells; stairwell++) {
      const name = `${stairwell}单元`;
      const placeName = `${building.name}${name}`;
      const unit = below(building, 'unit', { code: `${building.code}U${stairwell}`, name, placeName, lon, lat });
      terrain.units.push(unit);
      for (let floor = 1; floor <= floors; floor++) {
        for (const door of ['01', '02']) {
          const room = `${floor}${door}室`;
          const place = { placeName: `${placeName}${room}`, lon, lat };
          terrain.dwellings.push(
            below(unit, 'dwelling', { code: `${unit.code}R${floor}${door}`, name: room, ...place }),
          );
        }
      }
    }
  }

  plots
    .map((plot) => shifted(plot, plan.at))
    .forEach(({ ring: outline, yard }, at) => {
      const number = String(at + 1).padStart(2, '0');
      const name = `第${numerals[at]}网格`;
      const grid = below(community, 'grid', { code: `${code}1${number}`, name, ...drawn(outline) });
      terrain.grids.push(grid);
      if (plan.microGridsPerGrid === 0) build(grid, yard, plan.houses(at + 1), 1);
      for (let part = 0; part < plan.microGridsPerGrid; part++) {
        const across = plan.microGridsPerGrid / 2;
        const [u, v] = [(part % across) / across, Math.floor(part / across) / 2];
        const piece = partOf(yard, u, v, u + 0.94 / across, v + 0.46);
        const own = { code: `${grid.code}${String(part + 1).padStart(2, '0')}`, name: `${at + 1}-${part + 1}微网格` };
        const microGrid = below(grid, 'micro_grid', { ...own, ...drawn(piece) });
        terrain.microGrids.push(microGrid);
        const houses = plan.houses(at + 1);
        build(microGrid, piece, houses, part * houses.length + 1);
      }
    });
  return terrain;
}

function shifted({ ring, yard }: Plot, by: Point): Plot {
  const [a, b, c, d] = moved(yard, by);
  return { ring: moved(ring, by), yard: a && b && c && d ? [a, b, c, d] : yard };
}

function drawn(ring: readonly Point[]): Pick<NewArea, 'boundary' | 'lon' | 'lat'> {
  return { boundary: polygonOf(ring), ...positionOf(centreOf(ring)) };
}

function child(
  kinds: Kinds,
  parent: NewArea,
  tier: NewArea['tier'],
  part: Pick<NewArea, 'code' | 'name'> & Partial<NewArea>,
): NewArea {
  const id = uuidv7();
  const { communityId, gridId, microGridId, buildingId } = parent;
  const empty = { placeName: '', boundary: null, lon: null, lat: null, phone: '' };
  const line = { communityId, gridId, microGridId, buildingId };
  if (tier === 'community') line.communityId = id;
  if (tier === 'grid') line.gridId = id;
  if (tier === 'micro_grid') line.microGridId = id;
  if (tier === 'building') line.buildingId = id;
  const kindId = kinds.get(tier) ?? '';
  return { id, parentId: parent.id, kindId, tier, path: `${parent.path}.${pathLabel(id)}`, ...line, ...empty, ...part };
}
