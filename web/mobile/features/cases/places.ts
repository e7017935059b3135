import type { Me } from '../../../../contract/accounts.ts';
import type { DraftPlace } from '../../../client/drafts.ts';

/** Names joined the way an address is read: 文苑社区 第三网格 2号楼 4单元. */
export const placeLabel = (names: readonly string[]): string => names.filter(Boolean).join(' ');

/**
 * Where a request is taken to be unless the person says otherwise: at home, down to the stairway but never to the
 * dwelling; for those without a home here the grid they work in.
 */
export function usualPlace(me: Me): DraftPlace | null {
  const home = me.home.filter(({ tier }) => tier !== 'dwelling');
  const smallest = home.at(-1);
  if (smallest) return { areaId: smallest.id, label: placeLabel(home.map(({ name }) => name)) };
  const area = me.grants.find(({ roleSet }) => roleSet === 'grid_worker' || roleSet === 'handler')?.area;
  if (area) return { areaId: area.id, label: area.name };
  return me.community ? { areaId: me.community.id, label: me.community.name } : null;
}

/** The area whose buildings are offered: one's grid when working there, else the community. */
export const searchRoot = (me: Me): { id: string; name: string } | undefined =>
  me.community ?? me.grants.find(({ area }) => area.tier !== 'street')?.area ?? me.grants[0]?.area;
