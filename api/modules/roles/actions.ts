import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { accountsProblems, type CreateAccount, type CreateGrant } from '../../../contract/accounts.ts';
import { type CreateRole, type RenameRole, rolesProblems } from '../../../contract/roles.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';
import { tell } from '../../kernel/notices.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import { toTraditional } from '../../kernel/traditional.ts';
import type { World } from '../../kernel/world.ts';
import {
  accountById,
  audited,
  hashPassword,
  refuseWeakPassword,
  revokeSessions,
  salutationOf,
  setPassword,
} from '../accounts/index.ts';
import * as queries from './queries.ts';
import { isReversed, oneTimePassword } from './rules.ts';

function isTaken(error: unknown): boolean {
  return (error as { code?: string }).code === '23505';
}

function isNowhere(error: unknown): boolean {
  return (error as { code?: string }).code === '23503';
}

export type AccountWords = CreateAccount & {
  demonstration?: boolean;
  passwordHash?: string;
  /** The password is somebody else's choice: it has to be changed at the first sign-in. */
  temporaryPassword?: boolean;
};

/** Makes an account with its phone encrypted; gives back its id. */
export async function createAccount(tx: Tx, world: World, words: AccountWords, now: Date): Promise<string> {
  const id = uuidv7();
  const { login, name, salutation = '', phone, homeAreaId = null, demonstration = false } = words;
  const { temporaryPassword = false } = words;
  if (!words.passwordHash) refuseWeakPassword(words.password, [login, phone]);
  const passwordHash = words.passwordHash ?? (await hashPassword(words.password));
  try {
    await queries.insertAccount(tx, {
      id,
      login,
      name,
      salutation: salutationOf(name, salutation),
      passwordHash,
      homeAreaId,
      demonstration,
      temporaryPassword,
    });
    if (phone)
      await queries.insertContact(
        tx,
        id,
        world.secrets.encrypt(phone, 'phone'),
        world.secrets.blindIndex(phone, 'phone'),
      );
  } catch (error) {
    if (isTaken(error)) throw fail(accountsProblems, 'accounts.login_taken');
    if (isNowhere(error)) throw fail(accountsProblems, 'accounts.unknown_role_or_area');
    throw error;
  }
  audited(tx, 'create', id, now, { login });
  return id;
}

/** Gives a role on an area; in force at once, or from `since`. */
export async function grantRole(
  tx: Tx,
  world: World,
  accountId: string,
  grant: CreateGrant,
  now: Date,
): Promise<string> {
  if (!(await accountById(tx, accountId))) throw fail(accountsProblems, 'accounts.not_found');
  if (isReversed(grant.since ?? now, grant.until)) throw fail(rolesProblems, 'roles.period_reversed');
  const id = uuidv7();
  const { roleId, areaId, organizationId = null, since, until = null } = grant;
  const made = await queries.insertGrant(tx, {
    id,
    accountId,
    roleId,
    areaId,
    organizationId,
    since: since ?? now,
    until,
  });
  if (made === 0) throw fail(accountsProblems, 'accounts.unknown_role_or_area');
  audited(tx, 'grant', accountId, now, { grant: id, role: roleId, area: areaId });
  tx.afterCommit(() => world.forgetActors(accountId));
  return id;
}

/** Ends a grant now. Whoever ends one of their own keeps an administrator's role if they had one, and so does the street. */
export async function endGrant(
  { tx, actor, now }: Deed,
  world: World,
  accountId: string,
  grantId: string,
): Promise<void> {
  await queries.lockAdministrators(tx);
  if (await queries.isAdministration(tx, grantId)) {
    const others = await queries.administratorsBeside(tx, { grantId }, now);
    if (accountId === actor.accountId && !others.includes(accountId))
      throw fail(accountsProblems, 'accounts.own_rights');
    if (others.length === 0) throw fail(rolesProblems, 'roles.last_administrator');
  }
  if ((await queries.endGrant(tx, accountId, grantId, now)) === 0) throw fail(accountsProblems, 'accounts.not_found');
  audited(tx, 'end_grant', accountId, now, { grant: grantId });
  tx.afterCommit(() => world.forgetActors(accountId));
}

/** Closes an account: every session of it ends with the same commit. */
export async function suspendAccount({ tx, actor, now }: Deed, world: World, accountId: string): Promise<void> {
  if (accountId === actor.accountId) throw fail(accountsProblems, 'accounts.own_rights');
  await queries.lockAdministrators(tx);
  if ((await queries.disableAccount(tx, accountId, now)) === 0) throw fail(accountsProblems, 'accounts.not_found');
  if ((await queries.administratorsBeside(tx, {}, now)).length === 0)
    throw fail(rolesProblems, 'roles.last_administrator');
  await revokeSessions(tx, accountId, null, null, now);
  audited(tx, 'suspend', accountId, now);
  tx.afterCommit(() => world.forgetActors(accountId));
}

/** Opens a suspended account again, with the roles that have not ended meanwhile. */
export async function reinstateAccount({ tx, now }: Deed, world: World, accountId: string): Promise<void> {
  if ((await queries.enableAccount(tx, accountId)) === 0) throw fail(accountsProblems, 'accounts.not_found');
  audited(tx, 'reinstate', accountId, now);
  tx.afterCommit(() => world.forgetActors(accountId));
}

/** A password to hand over, good for one sign-in. The second step stays: whoever has the password alone does not get in. */
export async function resetPassword({ tx, actor, now }: Deed, world: World, accountId: string): Promise<string> {
  await otherAccount(tx, actor.accountId, accountId);
  const password = oneTimePassword(randomInt);
  await setPassword(tx, accountId, password, null, now, true);
  tellAbout(tx, accountId, 'account.password_reset', now);
  tx.afterCommit(() => world.forgetActors(accountId));
  return password;
}

/** Signs somebody out on one device. */
export async function endSessionOf(
  { tx, now }: Deed,
  world: World,
  accountId: string,
  sessionId: string,
): Promise<void> {
  if ((await revokeSessions(tx, accountId, sessionId, null, now)) === 0)
    throw fail(accountsProblems, 'accounts.session_not_found');
  audited(tx, 'end_session', accountId, now, { session: sessionId });
  tx.afterCommit(() => world.forgetActors(accountId));
}

/** @throws accounts.not_found, or roles.not_on_yourself: what is one's own is changed with one's own password. */
export async function otherAccount(tx: Tx, own: string, accountId: string): Promise<void> {
  if (accountId === own) throw fail(rolesProblems, 'roles.not_on_yourself');
  if (!(await accountById(tx, accountId))) throw fail(accountsProblems, 'accounts.not_found');
}

/** Tells the person that somebody touched how they sign in. */
export function tellAbout(tx: Tx, accountId: string, code: string, at: Date): void {
  tell(tx, sql`select ${accountId}::uuid as account_id`, {
    code,
    params: {},
    subjectKind: 'account',
    subjectId: accountId,
    at,
  });
}

/** A new name over one of the fixed permission sets. */
export async function createRole({ tx, now }: Deed, { roleSet, nameZh, nameEn }: CreateRole): Promise<string> {
  const id = uuidv7();
  if (await queries.isNameTaken(tx, nameZh, id)) throw fail(rolesProblems, 'roles.name_taken');
  await queries.insertRole(tx, id, roleSet, labelsOf(nameZh, nameEn));
  roleAudited(tx, 'create', id, now, { roleSet, name: nameZh });
  return id;
}

/** Everybody who holds the role reads its new name from their next request on. */
export async function renameRole({ tx, now }: Deed, id: string, { nameZh, nameEn }: RenameRole): Promise<void> {
  if (await queries.isNameTaken(tx, nameZh, id)) throw fail(rolesProblems, 'roles.name_taken');
  const before = await queries.roleById(tx, id);
  if (!before || (await queries.renameRole(tx, id, labelsOf(nameZh, nameEn))) === 0)
    throw fail(rolesProblems, 'roles.not_found');
  roleAudited(tx, 'rename', id, now, { before: before.labels['zh-Hans'], after: nameZh });
}

/** Takes a role off the list of what can be given; past grants keep its name. */
export async function retireRole({ tx, now }: Deed, id: string): Promise<void> {
  const role = await queries.roleById(tx, id);
  if (!role || role.retiredAt) throw fail(rolesProblems, 'roles.not_found');
  // Locks the role, so that nobody is given it between the count and the end.
  await queries.retireRole(tx, id, now);
  const holders = await queries.holdersOf(tx, id, now);
  if (holders > 0) throw fail(rolesProblems, 'roles.in_use', { count: String(holders) });
  roleAudited(tx, 'retire', id, now, {});
}

function labelsOf(nameZh: string, nameEn: string | undefined): Labels {
  return { 'zh-Hans': nameZh, 'zh-Hant': toTraditional(nameZh), ...(nameEn ? { en: nameEn } : {}) };
}

function roleAudited(tx: Tx, verb: string, id: string, at: Date, data: Record<string, unknown>): void {
  appendEvent(tx, { subjectKind: 'role', subjectId: id, verb, at, data });
}
