import type { Actor } from '../../api/kernel/actor.ts';
import type { Tx } from '../../api/kernel/db.ts';
import type { World } from '../../api/kernel/world.ts';
import type { NewArea } from '../../api/modules/areas/index.ts';
import { createAccount, grantRole } from '../../api/modules/roles/index.ts';
import type { RoleSet } from '../../contract/accounts.ts';
import type { Seeded } from '../seeds/index.ts';
import { roles } from '../seeds/roles.ts';

/** Hashes made once for everybody: the password the sign-in page shows, and one that nobody knows. */
export interface Passwords {
  shown: string;
  unknown: string;
}

export interface Person {
  login: string;
  name: string;
  salutation?: string;
  home?: NewArea;
  /** Offered on the sign-in page. */
  offered?: boolean;
  /** Names of roles as seeded. */
  role: string;
  area: NewArea;
  organizationId?: string;
}

export type Hire = (person: Person) => Promise<Actor>;

/** Makes accounts with one role each, in force since `since`; mobile numbers count up from 138 0000 0001. */
export function openCast(tx: Tx, world: World, seeded: Seeded, passwords: Passwords, since: Date): Hire {
  const setOf = new Map(roles.map(({ label, roleSet }): [string, RoleSet] => [label, roleSet]));
  const tenantId = tx.context.tenantId;
  let made = 0;
  return async ({ login, name, salutation, home, offered = false, role, area, organizationId }) => {
    const roleSet = setOf.get(role);
    const roleId = seeded.roles.get(role);
    if (!roleSet || !roleId) throw new Error(`no such role: ${role}`);
    made++;
    const words = { login, name, salutation, homeAreaId: home?.id, demonstration: offered, password: '' };
    const phone = `138${String(made).padStart(8, '0')}`;
    const passwordHash = offered ? passwords.shown : passwords.unknown;
    const accountId = await createAccount(tx, world, { ...words, phone, passwordHash }, since);
    const grant = { roleId, areaId: area.id, organizationId, since: since.toISOString() };
    await grantRole(tx, world, accountId, grant, since);
    const held = { roleSet, areaId: area.id, tier: area.tier, organizationId: organizationId ?? null };
    return { tenantId, accountId, sessionId: accountId, name, language: 'zh-Hans', grants: [held] };
  };
}
