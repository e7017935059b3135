import { useSyncExternalStore } from 'react';
import type { Me, RoleSet } from '../../../contract/accounts.ts';

/** resident = one's own requests; worker = what one has to do; desk = work that belongs on the console. */
export type Face = 'resident' | 'worker' | 'desk';

const faceOfRole: Readonly<Record<RoleSet, Face>> = {
  resident: 'resident',
  grid_worker: 'worker',
  handler: 'worker',
  community_staff: 'desk',
  street_officer: 'desk',
  administrator: 'desk',
};
const order: readonly Face[] = ['worker', 'desk', 'resident'];
const storageKey = 'linju.face';
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Faces this person has, by their roles; work first. */
export function facesOf(me: Me): Face[] {
  const held = new Set(me.grants.map((grant) => faceOfRole[grant.roleSet]));
  return order.filter((face) => held.has(face));
}

export function faceOf(me: Me, chosen: string | null): Face {
  const faces = facesOf(me);
  return faces.find((face) => face === chosen) ?? faces[0] ?? 'resident';
}

export const useFace = (me: Me): Face =>
  faceOf(
    me,
    useSyncExternalStore(subscribe, () => localStorage.getItem(storageKey)),
  );

export function chooseFace(face: Face) {
  localStorage.setItem(storageKey, face);
  for (const listener of listeners) listener();
}
