import type { CaseMetric } from '../../../contract/cases.ts';
import type { Rate } from '../../../contract/figures.ts';

interface Scope {
  wholeStreet: boolean;
  communities: readonly string[];
  grids: readonly string[];
}

/** The three rates (DOMAIN §3.4), each numerator over denominator. */
export const rateMetrics = {
  responded: ['case_responded', 'case_dispatched'],
  solved: ['case_solved', 'case_confirmed'],
  satisfied: ['case_satisfied', 'case_rated'],
} as const satisfies Record<string, readonly [CaseMetric, CaseMetric]>;

export function rateOf(name: keyof typeof rateMetrics, totals: Readonly<Record<string, number>>): Rate {
  const [numeratorMetric, denominatorMetric] = rateMetrics[name];
  return {
    numerator: totals[numeratorMetric] ?? 0,
    denominator: totals[denominatorMetric] ?? 0,
    numeratorMetric,
    denominatorMetric,
  };
}

/** Figures are given for the street, a community or a grid within the reader's reach. */
export function mayReadFigures(scope: Scope, area: { id: string; tier: string; communityId: string | null }): boolean {
  if (scope.wholeStreet) return area.tier === 'street' || area.tier === 'community' || area.tier === 'grid';
  if (area.tier === 'community') return scope.communities.includes(area.id);
  return area.tier === 'grid' && (scope.grids.includes(area.id) || scope.communities.includes(area.communityId ?? ''));
}

/** The area a reader starts with: the widest they may see. */
export function startingArea(scope: Scope, streetId: string): string | undefined {
  return scope.wholeStreet ? streetId : (scope.communities[0] ?? scope.grids[0]);
}
