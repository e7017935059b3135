import type { SplitArea } from '../../../../contract/redistricting.ts';

/** Which part each thing goes to, by its id; what is not there goes to the first, -1 to none. */
export type Shares = Readonly<Record<string, number>>;

/** What a split sends: every child in one part, people only where they were given to one. */
export function splitBody(
  names: readonly string[],
  childIds: readonly string[],
  shares: Shares,
  people: Shares,
  reason: string,
): SplitArea {
  const inPart = (id: string, at: number) => Math.min(shares[id] ?? 0, names.length - 1) === at;
  return {
    parts: names.map((name, at) => ({
      name: name.trim(),
      areaIds: childIds.filter((id) => inPart(id, at)),
      grantIds: Object.keys(people).filter((id) => people[id] === at),
    })),
    reason,
  };
}
