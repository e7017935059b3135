import {
  type Account,
  accountsProblems,
  type DemoPeople,
  type Grant,
  type Me,
  type Session,
  type Street,
  type Streets,
} from '../../../contract/accounts.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Actor } from '../../kernel/actor.ts';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { fail } from '../../kernel/problem.ts';
import type { World } from '../../kernel/world.ts';
import { ancestorsOf } from '../areas/index.ts';
import * as queries from './queries.ts';

export { rolesOf } from './queries.ts';

/** One password for every demonstration person; accounts made outside demonstration mode never have it. */
export const demonstrationPassword = 'linju-2026';

export async function streetsView(world: World): Promise<Streets> {
  const streets = await world.db.outside<Street>(sql`select id, code, name, phone from app.streets()`);
  return { streets, demonstration: world.config.demo };
}

export async function demonstrationPeople(world: World, language: Language, now: Date): Promise<DemoPeople> {
  if (!world.config.demo) throw fail(accountsProblems, 'accounts.not_demonstration');
  const { streets } = await streetsView(world);
  const people = await Promise.all(
    streets.map(({ id, code }) =>
      world.db.transaction({ tenantId: id, accountId: null, reach: [] }, async (tx) => {
        const rows = await queries.demonstrationPeople(tx, now);
        return rows.map(({ labels, ...row }) => ({ ...row, roleName: labelIn(labels, language), street: code }));
      }),
    ),
  );
  return { people: people.flat(), password: demonstrationPassword };
}

function grantView(row: queries.GrantRow, language: Language): Grant {
  const { id, roleSet, labels, areaId, areaName, tier, organizationId, organizationName, since, until } = row;
  const organization = organizationId ? { id: organizationId, name: organizationName ?? '' } : null;
  return {
    id,
    roleSet,
    roleName: labelIn(labels, language),
    area: { id: areaId, name: areaName, tier },
    organization,
    since,
    until,
  };
}

export async function meView(tx: Tx, world: World, actor: Actor, language: Language): Promise<Me> {
  const account = await queries.accountById(tx, actor.accountId);
  if (!account) throw fail(accountsProblems, 'accounts.not_found');
  const [street, grants, home] = [
    await queries.streetOf(tx),
    await queries.grantsOf(tx, [account.id], world.clock.now()),
    account.homeAreaId ? await ancestorsOf(tx, account.homeAreaId) : [],
  ];
  const working = grants.find((grant) => grant.tier !== 'street');
  const around = home.length > 0 ? home : working ? await ancestorsOf(tx, working.areaId) : [];
  const community = around.find((area) => area.tier === 'community');
  return {
    id: account.id,
    name: account.name,
    salutation: account.salutation,
    language: account.language,
    elderMode: account.elderMode,
    street,
    community: community ? { id: community.id, name: community.name, phone: community.phone || street.phone } : null,
    home: home.filter((area) => area.tier !== 'street' && area.tier !== 'community'),
    grants: grants.map((grant) => grantView(grant, language)),
    permissions: world.permissionsOf(grants),
    demonstration: account.demonstration && world.config.demo,
  };
}

export async function sessionList(tx: Tx, actor: Actor, now: Date): Promise<Session[]> {
  const rows = await queries.sessionsOf(tx, actor.accountId, now);
  return rows.map((row) => ({ ...row, current: row.id === actor.sessionId }));
}

export async function accountView(tx: Tx, id: string, language: Language): Promise<Account> {
  const account = await queries.accountById(tx, id);
  if (!account) throw fail(accountsProblems, 'accounts.not_found');
  const grants = await queries.grantsOf(tx, [id], null);
  const { login, name, disabledAt } = account;
  return { id, login, name, disabledAt, grants: grants.map((grant) => grantView(grant, language)) };
}

export async function accountPage(
  tx: Tx,
  { q, cursor, limit }: { q?: string | undefined; cursor?: string | undefined; limit: number },
  language: Language,
): Promise<{ items: Account[]; nextCursor: string | null }> {
  const [after] = cursor ? decodeCursor(cursor, ['id']) : [];
  const rows = await queries.listAccounts(tx, q, after, limit + 1);
  const shown = rows.slice(0, limit);
  const grants = await queries.grantsOf(
    tx,
    shown.map((row) => row.id),
    null,
  );
  const items = shown.map(({ id, login, name, disabledAt }) => ({
    id,
    login,
    name,
    disabledAt,
    grants: grants.filter((grant) => grant.accountId === id).map((grant) => grantView(grant, language)),
  }));
  const last = shown.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}
