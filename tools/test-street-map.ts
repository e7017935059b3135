import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { Tx } from '../api/kernel/db.ts';
import { sql } from '../api/kernel/db.ts';
import { insertAreas, type NewArea, pathLabel } from '../api/modules/areas/index.ts';
import type { Tier } from '../contract/areas.ts';
import type { OrganizationKind } from '../contract/organizations.ts';
import type { Seeded } from '../db/seeds/index.ts';

const tierLetters: Record<string, [kind: string, tier: Tier]> = {
  community: ['community', 'community'],
  grid: ['grid', 'grid'],
  micro: ['micro_grid', 'micro_grid'],
  building: ['building', 'building'],
  unit: ['unit', 'unit'],
};

const side = 0.004;

/**
 * Two communities of two grids; in each grid a micro-grid with one building of two units, and a square boundary. Names of the ids
 * given back: `wenti`, `wenti.1`, `wenti.1.micro`, `wenti.1.building`, `wenti.1.unit.1` …; `street` is the street itself.
 */
export async function drawMap(
  tx: Tx,
  seeded: Seeded,
  origin: { lon: number; lat: number },
): Promise<Map<string, string>> {
  const street = tx.context.tenantId;
  const ids = new Map([['street', street]]);
  const areas: NewArea[] = [];
  const add = (key: string, level: string, parentKey: string, name: string, more: Partial<NewArea>): NewArea => {
    const [kind, tier] = tierLetters[level] ?? ['', 'unit'];
    const parent = areas.find(({ id }) => id === ids.get(parentKey));
    const id = uuidv7();
    ids.set(key, id);
    const above = parent ?? {
      path: pathLabel(street),
      communityId: null,
      gridId: null,
      microGridId: null,
      buildingId: null,
    };
    const { communityId, gridId, microGridId, buildingId } = above;
    const area: NewArea = {
      ...{
        id,
        parentId: parent?.id ?? street,
        kindId: seeded.kinds.get(kind) ?? '',
        tier,
        code: key,
        name,
        placeName: '',
      },
      ...{ path: `${above.path}.${pathLabel(id)}`, communityId, gridId, microGridId, buildingId },
      ...{ boundary: null, lon: null, lat: null, phone: '', ...more },
    };
    if (tier === 'community') area.communityId = id;
    if (tier === 'grid') area.gridId = id;
    if (tier === 'micro_grid') area.microGridId = id;
    if (tier === 'building') area.buildingId = id;
    areas.push(area);
    return area;
  };
  for (const [row, [code, name]] of [['wenti', '文体社区'] as const, ['pinghu', '平湖社区'] as const].entries()) {
    add(code, 'community', 'street', name, { phone: `0599-000${row}` });
    for (const number of [1, 2]) {
      const grid = `${code}.${number}`;
      const [lon, lat] = [origin.lon + number * side, origin.lat + row * side];
      const boundary = { type: 'Polygon' as const, coordinates: [square(lon, lat)] };
      add(grid, 'grid', code, `${name}第${number}网格`, { boundary, lon: lon + side / 2, lat: lat + side / 2 });
      add(`${grid}.micro`, 'micro', grid, `微网格${number}`, {});
      const position = { lon: lon + side / 2, lat: lat + side / 2 };
      add(`${grid}.building`, 'building', `${grid}.micro`, `${number}号楼`, {
        placeName: `${number}号楼`,
        ...position,
      });
      for (const unit of [1, 2]) {
        const placeName = `${number}号楼${unit}单元`;
        add(`${grid}.unit.${unit}`, 'unit', `${grid}.building`, `${unit}单元`, { placeName });
      }
    }
  }
  await insertAreas(tx, areas);
  return ids;
}

function square(lon: number, lat: number): [number, number][] {
  const [east, north] = [lon + side, lat + side];
  return [
    [lon, lat],
    [east, lat],
    [east, north],
    [lon, north],
    [lon, lat],
  ];
}

/** A body on duty for an area. */
export async function addBody(
  tx: Tx,
  kind: z.infer<typeof OrganizationKind>,
  name: string,
  areaId: string | undefined,
): Promise<string> {
  const id = uuidv7();
  await tx.run(
    sql`insert into organization (tenant_id, id, kind, name, phone) values (app.tenant(), ${id}, ${kind}, ${name}, '0599-8888')`,
  );
  await tx.run(
    sql`insert into organization_duty (tenant_id, id, organization_id, area_id) values (app.tenant(), ${uuidv7()}, ${id}, ${areaId})`,
  );
  return id;
}
