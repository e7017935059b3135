import type { Area } from '../../../../contract/areas.ts';

export interface BuildingGroup {
  /** Name of the grid the buildings stand in; empty when they hang directly below the area asked about. */
  readonly grid: string;
  readonly buildings: readonly Area[];
}

/** Name of the grid above a building, through a micro-grid if there is one. */
export function gridOf(building: Pick<Area, 'parentId'>, above: readonly Area[]): string {
  const parent = above.find(({ id }) => id === building.parentId);
  if (!parent) return '';
  return parent.tier === 'grid' ? parent.name : gridOf(parent, above) || parent.name;
}

/**
 * Buildings by grid, because every estate has its own 2号楼. `above` holds grids and micro-grids; the grid called
 * `first` (one's own) leads, the others keep the order of `above`.
 */
export function groupBuildings(buildings: readonly Area[], above: readonly Area[], first?: string): BuildingGroup[] {
  const names = [...new Set([first ?? '', ...above.map(({ name }) => name), ''])];
  return names
    .map((grid) => ({ grid, buildings: buildings.filter((building) => gridOf(building, above) === grid) }))
    .filter((group) => group.buildings.length > 0);
}

/** Keeps what matches 3 or 三网格2号; groups without a match go. */
export function searchBuildings(groups: readonly BuildingGroup[], text: string): BuildingGroup[] {
  const wanted = text.replace(/\s/g, '').toLowerCase();
  return groups
    .map(({ grid, buildings }) => ({
      grid,
      buildings: buildings.filter(({ name }) => `${grid}${name}`.toLowerCase().includes(wanted)),
    }))
    .filter((group) => group.buildings.length > 0);
}
