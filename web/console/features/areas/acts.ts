import type { Tier } from '../../../../contract/areas.ts';
import type { Rights } from './rights.ts';

export const acts = ['add', 'edit', 'split', 'merge', 'move', 'close'] as const;
export type Act = (typeof acts)[number];

const ofStreet: readonly Tier[] = ['community', 'grid', 'micro_grid'];

/** What may be done with an area of a tier, in the order of the buttons. */
export function actsFor(tier: Tier, { edit, arrange }: Rights): Act[] {
  const divides = arrange && ofStreet.includes(tier);
  const moves = tier !== 'street' && tier !== 'community' && (arrange || (edit && !ofStreet.includes(tier)));
  const closes = tier !== 'street' && (arrange || (edit && !ofStreet.includes(tier)));
  const given: Record<Act, boolean> = {
    add: edit && tier !== 'dwelling',
    edit: edit && tier !== 'street',
    split: divides,
    merge: divides,
    move: moves,
    close: closes,
  };
  return acts.filter((act) => given[act]);
}
