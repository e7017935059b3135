import { expect } from 'vitest';
import type { Account, Me } from '../contract/accounts.ts';
import { as, type Device, type Visit } from './browser.ts';
import { person, streetCode } from './people.ts';

const given = 'tongxin-2026';
const own = 'tongxin-2027';

export interface Post {
  /** The name of the role, 居民 where nothing else is said. */
  role?: string;
  /** The body they work for. */
  organizationId?: string;
  /** Over the whole street and not one community alone. */
  wholeStreet?: boolean;
}

/** Somebody new at their own device, with an account the administrator made: a resident of the stairwell of 陈女士, or with a post. */
export async function newcomer(
  name: string,
  device: Device,
  { role = '居民', organizationId, wholeStreet = false }: Post = {},
): Promise<Visit> {
  const [resident, administrator] = await Promise.all([person('resident'), person('administrator')]);
  const me = await resident.get<Me>('/me');
  const login = `newcomer-${crypto.randomUUID().slice(0, 8)}`;
  const homeAreaId = me.home.find(({ tier }) => tier === 'unit')?.id;
  const made = await administrator.post<Account>('/accounts', { login, name, password: given, homeAreaId });
  const { roles } = await administrator.get<{ roles: { id: string; name: string }[] }>('/roles');
  await administrator.post(`/accounts/${made.id}/grants`, {
    roleId: roles.find((one) => one.name === role)?.id,
    areaId: wholeStreet ? me.street.id : me.community?.id,
    ...(organizationId ? { organizationId } : {}),
  });
  const visit = await as('nobody', device);
  const { request } = visit.context;
  const signedIn = await request.post('/api/v1/sessions', { data: { street: streetCode, login, password: given } });
  expect(signedIn.status()).toBe(201);
  // Whoever is given an account sets a password of their own first.
  const changed = await request.post('/api/v1/me/password-changes', { data: { current: given, next: own } });
  expect(changed.status()).toBe(204);
  return visit;
}
