import { uuidv7 } from 'uuidv7';
import type { Actor } from '../../api/kernel/actor.ts';
import type { Tx } from '../../api/kernel/db.ts';
import type { NewArea } from '../../api/modules/areas/index.ts';
import type { Body } from './bodies.ts';
import type { Hire } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Community } from './communities.ts';
import { inventNames } from './names.ts';
import { insertOrganizations, type OrganizationRow } from './queries.ts';
import type { StreetPlan } from './streets.ts';
import type { Terrain } from './terrain.ts';

/** A body with whoever signs for its work. */
export interface Crew {
  organizationId: string;
  people: Actor[];
}

export interface Resident {
  actor: Actor;
  /** The stairwell they live at. */
  unit: NewArea;
}

export interface Neighbourhood {
  plan: Community;
  terrain: Terrain;
  committee: Crew;
  property: Crew;
  staff: Actor[];
  /** By the grid (not micro-grid) they work in. */
  gridWorkers: Map<string, Actor[]>;
  residents: Resident[];
}

export interface Society {
  neighbourhoods: Neighbourhood[];
  bodies: Map<Body, Crew>;
  officer: Actor;
}

const residentsEach = 12;

/** Founds the bodies of a street and gives everybody a name, a role and a place; whom the sign-in page offers comes first. */
export async function settle(
  tx: Tx,
  hire: Hire,
  plan: StreetPlan,
  terrains: readonly Terrain[],
  chance: Chance,
  since: Date,
): Promise<Society> {
  const street = streetOf(tx, terrains);
  const founded: (OrganizationRow & { areaId: string })[] = [];
  const found = (kind: string, name: string, phone: string, areaId: string): Crew => {
    const id = uuidv7();
    founded.push({ id, kind, name, phone, areaId });
    return { organizationId: id, people: [] };
  };
  const bodies = new Map<Body, Crew>(
    plan.bodies.map(({ key, kind, name, phone }) => [key, found(kind, name, phone, street.id)]),
  );
  const neighbourhoods = plan.communities.flatMap((community, index): Neighbourhood[] => {
    const terrain = terrains[index];
    if (!terrain) return [];
    const { id } = terrain.community;
    const committee = found('community', `${community.name}居委会`, community.phone, id);
    const property = found('property', community.property, `6880${1301 + index}`, id);
    return [{ plan: community, terrain, committee, property, staff: [], gridWorkers: new Map(), residents: [] }];
  });
  await insertOrganizations(tx, founded, since);

  const officer = await offer(hire, plan, street, neighbourhoods, bodies);
  const taken = plan.communities.flatMap(({ secretary, staff }) => [secretary, ...staff]);
  const name = inventNames(chance, [...taken, ...plan.bodies.flatMap(({ people }) => people)]);
  for (const { key, people } of plan.bodies) {
    const crew = bodies.get(key);
    for (const [index, person] of people.entries()) {
      const job = { role: '职能部门', area: street, organizationId: crew?.organizationId };
      crew?.people.push(await hire({ login: `${key}-${index + 1}`, name: person, ...job }));
    }
  }
  for (const place of neighbourhoods) await people(place, hire, name, chance);
  return { neighbourhoods, bodies, officer };
}

function streetOf(tx: Tx, terrains: readonly Terrain[]): NewArea {
  const below = terrains[0]?.community;
  if (!below) throw new Error('a street without a community');
  return { ...below, id: tx.context.tenantId, tier: 'street', communityId: null, parentId: null };
}

/** One person a role, in the order in which the sign-in page shows them; gives back the street officer. */
async function offer(
  hire: Hire,
  { offered, communities }: StreetPlan,
  street: NewArea,
  neighbourhoods: readonly Neighbourhood[],
  bodies: ReadonlyMap<Body, Crew>,
): Promise<Actor> {
  const first = neighbourhoods[0];
  const { resident, gridWorker, handler, staff, officer, administrator } = offered;
  const grid = first?.terrain.grids[gridWorker.grid - 1];
  const unit = first && homeOf(first.terrain, resident.home);
  const staffName = communities[0]?.staff[0];
  if (!first || !grid || !unit || !staffName) throw new Error('the plan has no room for whom it offers');
  const { community } = first.terrain;
  const committee = first.committee.organizationId;
  const shown = { offered: true } as const;
  const { home: _, ...neighbour } = resident;
  first.residents.push({
    actor: await hire({ ...neighbour, ...shown, home: unit, role: '居民', area: first.terrain.community }),
    unit,
  });
  const worker = { login: gridWorker.login, name: gridWorker.name, role: '网格员', area: grid };
  first.gridWorkers.set(grid.id, [await hire({ ...worker, ...shown, organizationId: committee })]);
  const job = { role: '物业', area: community, organizationId: first.property.organizationId };
  first.property.people.push(await hire({ ...handler, salutation: handler.name, ...shown, ...job }));
  const desk = { name: staffName, role: '社区工作者', area: community, organizationId: committee };
  first.staff.push(await hire({ ...staff, ...desk, ...shown }));
  const office = { role: '街道治理办', area: street, organizationId: bodies.get('office')?.organizationId };
  const officerActor = await hire({ ...officer, ...office, ...shown });
  bodies.get('office')?.people.push(officerActor);
  await hire({ ...administrator, role: '系统管理员', area: street, ...shown });
  return officerActor;
}

function homeOf(terrain: Terrain, home: { grid: number; building: string; unit: string }): NewArea | undefined {
  const grid = terrain.grids[home.grid - 1];
  const building = terrain.buildings.find(({ gridId, name }) => gridId === grid?.id && name === home.building);
  return terrain.units.find(({ parentId, name }) => parentId === building?.id && name === home.unit);
}

async function people(place: Neighbourhood, hire: Hire, name: () => string, chance: Chance): Promise<void> {
  const { plan, terrain, committee, property, staff, gridWorkers, residents } = place;
  const { community, grids, microGrids, dwellings, units } = terrain;
  const desk = { area: community, organizationId: committee.organizationId };
  const clerks = plan.staff.slice(staff.length);
  for (const [index, clerk] of clerks.entries()) {
    staff.push(await hire({ login: `staff-${plan.key}-${index + 1}`, name: clerk, role: '社区工作者', ...desk }));
  }
  staff.push(await hire({ login: `secretary-${plan.key}`, name: plan.secretary, role: '社区书记', ...desk }));
  for (let number = property.people.length; number < 2; number++) {
    const job = { role: '物业', area: community, organizationId: property.organizationId };
    property.people.push(await hire({ login: `property-${plan.key}-${number}`, name: name(), ...job }));
  }
  for (const [index, beat] of (microGrids.length > 0 ? microGrids : grids).entries()) {
    const gridId = beat.gridId ?? beat.id;
    const known = gridWorkers.get(gridId) ?? [];
    if (microGrids.length === 0 && known.length > 0) continue;
    const login = `grid-${plan.key}-${String(index + 1).padStart(2, '0')}`;
    const job = { role: '网格员', area: beat, organizationId: committee.organizationId };
    gridWorkers.set(gridId, [...known, await hire({ login, name: name(), ...job })]);
  }
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  while (residents.length < Math.min(residentsEach, units.length)) {
    const home = chance.pick(dwellings);
    const unit = unitOf.get(home.parentId ?? '');
    if (!unit) continue;
    const login = `home-${plan.key}-${String(residents.length).padStart(2, '0')}`;
    residents.push({ actor: await hire({ login, name: name(), home, role: '居民', area: community }), unit });
  }
}
