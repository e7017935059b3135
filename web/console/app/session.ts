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

/** Somebody who works here; a resident uses the other face. */
export const isStaff = (person: Me) => person.grants.some((grant) => staffSets.includes(grant.roleSet));

/** What the navigation and the screens ask about; the server decides again at every call. */
export const may = (person: Me, permission: Permission) => person.permissions.includes(permission);
export type Permission =
  | 'account.read'
  | 'area.arrange'
  | 'area.edit'
  | 'area.export'
  | 'area.history'
  | 'area.import'
  | 'case.assign'
  | 'case.export'
  | 'case.merge'
  | 'case.note_internal'
  | 'case.read_parts'
  | 'calendar.read'
  | 'calendar.write'
  | 'case.register'
  | 'category.read'
  | 'category.write'
  | 'deadline.read'
  | 'deadline.write'
  | 'escalation.read'
  | 'escalation.write'
  | 'figure.read'
  | 'hotline.import'
  | 'organization.edit'
  | 'organization.read'
  | 'routing.read'
  | 'routing.write';

const deskOrder: readonly RoleSet[] = ['street_officer', 'community_staff', 'administrator', 'handler', 'grid_worker'];

/** The grant a person mostly works under: names the desk and the area in the frame. */
export const mainGrant = (person: Me) =>
  deskOrder.flatMap((set) => person.grants.filter((grant) => grant.roleSet === set))[0];

export async function startSession(client: QueryClient, person: Me) {
  client.clear();
  client.setQueryData(meQuery.queryKey, person);
}
