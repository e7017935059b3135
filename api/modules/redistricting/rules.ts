import type { Tier } from '../../../contract/areas.ts';

export function isDivisible(tier: Tier): boolean {
  return tier === 'community' || tier === 'grid' || tier === 'micro_grid';
}

interface Below {
  id: string;
  parentId: string | null;
  name: string;
}

export type Shares = { ok: true } | { leftOver: readonly Below[] } | { wrong: string };

/** Whether every area directly below the old one is given to exactly one part, and nothing is given that does not lie in it. */
export function judgeShares(oldId: string, below: readonly Below[], shares: readonly (readonly string[])[]): Shares {
  const known = new Map(below.filter(({ id }) => id !== oldId).map((area) => [area.id, area]));
  const given = new Set<string>();
  for (const id of shares.flat()) {
    const area = known.get(id);
    if (!area || given.has(id)) return { wrong: area?.name ?? id };
    given.add(id);
  }
  const leftOver = [...known.values()].filter(({ id, parentId }) => parentId === oldId && !given.has(id));
  return leftOver.length > 0 ? { leftOver } : { ok: true };
}

/**
 * What a change of the map does to each table that carries the ancestors of an area: `moves` = its rows follow the area, `open` = those of
 * cases not yet closed do, `keeps` = what was counted or recorded stays where it was. A table that is missing here is a row left behind:
 * redistricting.test.ts compares this list with the catalogue.
 */
export const tablesByArea: Readonly<Record<string, 'moves' | 'open' | 'keeps'>> = {
  account_contact: 'moves',
  area: 'moves',
  case_contact: 'open',
  case_record: 'open',
  fact: 'keeps',
};
