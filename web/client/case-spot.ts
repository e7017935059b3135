import type { AreaRef } from '../../contract/areas.ts';
import type { Case } from '../../contract/cases.ts';
import { outlineOf, usePlanAreas } from './plan-areas.ts';

/** What a plan shows of a case: a pin where somebody pointed, else its house or the outline of its area. */
export function useCaseSpot({ areas, position }: Pick<Case, 'areas' | 'position'>) {
  const community = areas.find(({ tier }) => tier === 'community');
  const plan = usePlanAreas(community ? [community.id] : []);
  const isDrawn = ({ id }: AreaRef) =>
    plan.marks.some((mark) => mark.id === id) || plan.shapes.some((shape) => shape.id === id);
  const here = areas.findLast(isDrawn);
  const house = plan.marks.find(({ id }) => id === here?.id);
  return {
    ...plan,
    here,
    start: house ? [house.at] : outlineOf(plan.shapes, here?.id),
    pin: position ?? undefined,
  };
}
