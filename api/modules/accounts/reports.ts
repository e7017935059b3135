import {
  accountsProblems,
  type DemoPeople,
  type Grant,
  type Me,
  type Session,
  type SignedIn,
  type Standing,
  type Street,
  type Streets,
} from '../../../contract/accounts.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Actor } from '../../kernel/actor.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { fail } from '../../kernel/problem.ts';
import type { World } from '../../kernel/world.ts';
import { ancestorsOf } from '../areas/index.ts';
import { findActor, nextStepOf, nobody } from './actions.ts';
import * as queries from './queries.ts';

/** One password for every demonstration person; accounts made outside demonstration mode never have it. */
export const demonstrationPassword = 'linju-2026';

export async function streetsView(world: World): Promise<Streets> {
  const streets = await world.db.outside<Street>(sql`select id, code, name, phone from app.streets()`);
  return { streets, demonstration: world.config.demo, passkeyDomain: world.config.passkeys?.domain ?? null };
}

/** The street somebody wants to sign in to: the one named by its code, or the first. */
export async function tenantFor(world: World, code: string | undefined): Promise<string> {
  const { streets } = await streetsView(world);
  const street = code ? streets.find((one) => one.code === code) : streets[0];
  if (!street) throw fail(accountsProblems, 'accounts.unknown_street');
  return street.id;
}

/** What a sign-in is answered with: who one is, or what has to come first. */
export async function signedIn(world: World, token: string, language: Language): Promise<SignedIn> {
  const actor = await findActor(world, token);
  if (!actor) throw fail(accountsProblems, 'accounts.sign_in_failed');
  const next = nextStepOf(actor);
  if (next) return { next };
  return { me: await world.db.transaction(nobody(actor.tenantId), (tx) => meView(tx, world, actor, language)) };
}

export async function standingView(tx: Tx, actor: Actor): Promise<Standing> {
  const account = await queries.accountById(tx, actor.accountId);
  if (!account) throw fail(accountsProblems, 'accounts.not_found');
  const { login, name, totpSince, passkeySince } = account;
  return { next: nextStepOf(actor) ?? null, login, name, totp: totpSince !== null, passkey: passkeySince !== null };
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

export function grantView(row: queries.GrantRow, language: Language): Grant {
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
