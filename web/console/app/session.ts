import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { Me, RoleSet } from '../../../contract/accounts.ts';
import { meQuery } from '../../client/queries/me.ts';

/** The person signed in; only for screens inside the frame, which opens after this is known. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('A screen of the frame was drawn without a session');
  return data;
}

const staffSets: readonly RoleSet[] = ['grid_worker', 'handler', 'community_staff', 'street_officer', 'administrator'];
const deskSets: readonly RoleSet[] = ['community_staff', 'street_officer', 'administrator'];

const holds = (person: Me, sets: readonly RoleSet[]) => person.grants.some((grant) => sets.includes(grant.roleSet));

/** Somebody who works here; a resident uses the other face. */
export const isStaff = (person: Me) => holds(person, staffSets);
/** Somebody at a desk of the community or the street: accepts, assigns, registers, sees the overview. */
export const isAtDesk = (person: Me) => holds(person, deskSets);
export const isAdministrator = (person: Me) => holds(person, ['administrator']);

/** The grant a person works under, the widest first: names the desk and the area in the frame. */
export function mainGrant(person: Me) {
  const order = [...staffSets].reverse();
  return [...person.grants].sort((a, b) => order.indexOf(a.roleSet) - order.indexOf(b.roleSet))[0];
}

export async function startSession(client: QueryClient, person: Me) {
  client.clear();
  client.setQueryData(meQuery.queryKey, person);
}
