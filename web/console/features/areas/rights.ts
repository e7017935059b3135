import type { AreaDetail } from '../../../../contract/areas.ts';
import { may, useMe } from '../../app/session.ts';

export interface Rights {
  /** Rename, label, draw, add buildings. */
  readonly edit: boolean;
  /** Add, split, merge, move and close grids and above. */
  readonly arrange: boolean;
}

/** What the person may change about an area; the server decides again. */
export function useRights({ id, ancestors, until }: AreaDetail): Rights {
  const person = useMe();
  const arrange = may(person, 'area.arrange') && until === null;
  const line = new Set([id, ...ancestors.map((area) => area.id)]);
  const mine = person.grants.some(({ roleSet, area }) => roleSet === 'community_staff' && line.has(area.id));
  return { arrange, edit: arrange || (may(person, 'area.edit') && mine && until === null) };
}
