import { uuidv7 } from 'uuidv7';
import type { RoleSet } from '../../../contract/accounts.ts';
import type { Tier } from '../../../contract/areas.ts';
import type { Language } from '../../../contract/wire.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

export interface AccountRow {
  id: string;
  login: string;
  name: string;
  salutation: string;
  passwordHash: string | null;
  language: Language;
  elderMode: boolean;
  homeAreaId: string | null;
  disabledAt: string | null;
  demonstration: boolean;
}

const accountColumns = sql`a.id, a.login, a.name, a.salutation, a.password_hash as "passwordHash", a.language, a.elder_mode as "elderMode",
  a.home_area_id as "homeAreaId", a.disabled_at as "disabledAt", a.demonstration`;

export function accountById(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return tx.maybe(sql`select ${accountColumns} from account a where a.tenant_id = app.tenant() and a.id = ${id}`);
}

export function accountByLogin(tx: Tx, login: string): Promise<AccountRow | undefined> {
  return tx.maybe(sql`select ${accountColumns} from account a where a.tenant_id = app.tenant() and a.login = ${login}`);
}

export function accountByPhone(tx: Tx, phoneIndex: Buffer): Promise<AccountRow | undefined> {
  return tx.maybe(
    sql`select ${accountColumns} from account a where a.tenant_id = app.tenant() and a.id = app.account_by_phone(${phoneIndex})`,
  );
}

export function listAccounts(
  tx: Tx,
  q: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<AccountRow[]> {
  const words = q ? sql`and (a.login like ${`%${q.toLowerCase()}%`} or a.name like ${`%${q}%`})` : sql``;
  const onwards = after ? sql`and a.id > ${after}` : sql``;
  return tx.many(
    sql`select ${accountColumns} from account a where a.tenant_id = app.tenant() ${words} ${onwards} order by a.id limit ${limit}`,
  );
}

export interface NewAccount {
  id: string;
  login: string;
  name: string;
  salutation: string;
  passwordHash: string | null;
  homeAreaId: string | null;
  demonstration: boolean;
}

export function insertAccount(tx: Tx, account: NewAccount): Promise<number> {
  const { id, login, name, salutation, passwordHash, homeAreaId, demonstration } = account;
  return tx.run(sql`insert into account (tenant_id, id, login, name, salutation, password_hash, home_area_id, demonstration)
    values (app.tenant(), ${id}, ${login}, ${name}, ${salutation}, ${passwordHash}, ${homeAreaId}, ${demonstration})`);
}

export function insertContact(tx: Tx, accountId: string, cipher: Buffer, index: Buffer): Promise<number> {
  return tx.run(sql`insert into account_contact (tenant_id, id, account_id, community_id, grid_id, phone_cipher, phone_index)
    select a.tenant_id, ${uuidv7()}, a.id, h.community_id, h.grid_id, ${cipher}, ${index}
    from account a left join area h on h.tenant_id = a.tenant_id and h.id = a.home_area_id
    where a.tenant_id = app.tenant() and a.id = ${accountId}`);
}

export function contactOf(tx: Tx, accountId: string): Promise<{ phoneCipher: Buffer } | undefined> {
  return tx.maybe(
    sql`select phone_cipher as "phoneCipher" from account_contact where tenant_id = app.tenant() and account_id = ${accountId}`,
  );
}

export function updatePassword(tx: Tx, id: string, passwordHash: string): Promise<number> {
  return tx.run(sql`update account set password_hash = ${passwordHash} where tenant_id = app.tenant() and id = ${id}`);
}

export function updatePreferences(
  tx: Tx,
  id: string,
  language: Language | null,
  elderMode: boolean | null,
): Promise<number> {
  return tx.run(sql`update account set language = coalesce(${language}, language), elder_mode = coalesce(${elderMode}, elder_mode)
    where tenant_id = app.tenant() and id = ${id}`);
}

export function disableAccount(tx: Tx, id: string, at: Date): Promise<number> {
  return tx.run(
    sql`update account set disabled_at = ${at} where tenant_id = app.tenant() and id = ${id} and disabled_at is null`,
  );
}

export interface GrantRow {
  id: string;
  accountId: string;
  roleSet: RoleSet;
  labels: Labels;
  areaId: string;
  areaName: string;
  tier: Tier;
  organizationId: string | null;
  organizationName: string | null;
  since: string;
  until: string | null;
}

/** Grants of the accounts; only those in force at `now` unless `now` is null. */
export function grantsOf(tx: Tx, accountIds: readonly string[], now: Date | null): Promise<GrantRow[]> {
  const inForce = now ? sql`and g.since <= ${now} and (g.until is null or g.until > ${now})` : sql``;
  return tx.many(sql`
    select g.id, g.account_id as "accountId", r.role_set as "roleSet", r.labels, g.area_id as "areaId", a.name as "areaName", a.tier,
      g.organization_id as "organizationId", o.name as "organizationName", g.since, g.until
    from role_grant g
      join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
      join area a on a.tenant_id = g.tenant_id and a.id = g.area_id
      left join organization o on o.tenant_id = g.tenant_id and o.id = g.organization_id
    where g.tenant_id = app.tenant() and g.account_id = any (${accountIds}::uuid[]) ${inForce} order by g.since, g.id`);
}

export interface NewGrant {
  id: string;
  accountId: string;
  roleId: string;
  areaId: string;
  organizationId: string | null;
  since: Date | string;
  until: Date | string | null;
}

/** 0 when role, area or organization is not of this street. */
export function insertGrant(tx: Tx, grant: NewGrant): Promise<number> {
  return tx.run(sql`
    insert into role_grant (tenant_id, id, account_id, role_id, area_id, organization_id, since, until, granted_by)
    select r.tenant_id, ${grant.id}, ${grant.accountId}, r.id, a.id, o.id, ${grant.since}, ${grant.until}, app.account()
    from role r join area a on a.tenant_id = r.tenant_id and a.id = ${grant.areaId}
      left join organization o on o.tenant_id = r.tenant_id and o.id = ${grant.organizationId}
    where r.tenant_id = app.tenant() and r.id = ${grant.roleId} and (${grant.organizationId}::uuid is null or o.id is not null)`);
}

export function endGrant(tx: Tx, accountId: string, grantId: string, at: Date): Promise<number> {
  return tx.run(sql`update role_grant set until = ${at} where tenant_id = app.tenant() and id = ${grantId} and account_id = ${accountId}
    and (until is null or until > ${at})`);
}

export function rolesOf(tx: Tx): Promise<{ id: string; roleSet: RoleSet; labels: Labels }[]> {
  return tx.many(sql`select id, role_set as "roleSet", labels from role where tenant_id = app.tenant() order by id`);
}

export interface StreetRow {
  id: string;
  code: string;
  name: string;
  phone: string;
}

export function streetOf(tx: Tx): Promise<StreetRow> {
  return tx.one(sql`select id, code, name, phone from tenant where id = app.tenant()`);
}

export interface DemoRow {
  login: string;
  name: string;
  roleSet: RoleSet;
  labels: Labels;
  area: string;
  tier: Tier;
}

export function demonstrationPeople(tx: Tx, now: Date): Promise<DemoRow[]> {
  return tx.many(sql`
    select acc.login, acc.name, r.role_set as "roleSet", r.labels, a.name as area, a.tier from account acc
      join role_grant g on g.tenant_id = acc.tenant_id and g.account_id = acc.id and g.since <= ${now} and (g.until is null or g.until > ${now})
      join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
      join area a on a.tenant_id = g.tenant_id and a.id = g.area_id
    where acc.tenant_id = app.tenant() and acc.demonstration and acc.disabled_at is null order by acc.id`);
}

export function insertSession(
  tx: Tx,
  session: { id: string; accountId: string; tokenHash: Buffer; device: string; at: Date; expiresAt: Date },
): Promise<number> {
  const { id, accountId, tokenHash, device, at, expiresAt } = session;
  return tx.run(sql`insert into session (tenant_id, id, account_id, token_hash, device, created_at, last_seen_at, expires_at)
    values (app.tenant(), ${id}, ${accountId}, ${tokenHash}, ${device}, ${at}, ${at}, ${expiresAt})`);
}

export interface SessionRow {
  id: string;
  device: string;
  createdAt: string;
  lastSeenAt: string;
}

export function sessionsOf(tx: Tx, accountId: string, now: Date): Promise<SessionRow[]> {
  return tx.many(sql`select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt" from session
    where tenant_id = app.tenant() and account_id = ${accountId} and revoked_at is null and expires_at > ${now} order by created_at desc`);
}

export interface SignedInRow {
  sessionId: string;
  accountId: string;
  name: string;
  language: Language;
  demonstration: boolean;
  lastSeenAt: string;
}

/** The account and session behind a token, if both are still good. */
export function sessionByToken(tx: Tx, tokenHash: Buffer, now: Date): Promise<SignedInRow | undefined> {
  return tx.maybe(sql`
    select s.id as "sessionId", a.id as "accountId", a.name, a.language, a.demonstration, s.last_seen_at as "lastSeenAt"
    from session s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = app.tenant() and s.token_hash = ${tokenHash} and s.revoked_at is null and s.expires_at > ${now}
      and a.disabled_at is null`);
}

export function touchSession(tx: Tx, id: string, now: Date, expiresAt: Date): void {
  tx.send(
    sql`update session set last_seen_at = ${now}, expires_at = ${expiresAt} where tenant_id = app.tenant() and id = ${id}`,
  );
}

/** Ends one session, or with `sessionId` null all of the account but `keep`. */
export function revokeSessions(
  tx: Tx,
  accountId: string,
  sessionId: string | null,
  keep: string | null,
  at: Date,
): Promise<number> {
  return tx.run(sql`update session set revoked_at = ${at} where tenant_id = app.tenant() and account_id = ${accountId} and revoked_at is null
    and (${sessionId}::uuid is null or id = ${sessionId}) and (${keep}::uuid is null or id <> ${keep})`);
}

export async function failuresSince(tx: Tx, origin: Buffer, since: Date): Promise<number> {
  const { failures } = await tx.one<{ failures: number }>(
    sql`select count(*) as failures from sign_in_failure where tenant_id = app.tenant() and origin = ${origin} and at > ${since}`,
  );
  return failures;
}

export function insertFailure(tx: Tx, origin: Buffer, at: Date): Promise<number> {
  return tx.run(
    sql`insert into sign_in_failure (tenant_id, id, origin, at) values (app.tenant(), ${uuidv7()}, ${origin}, ${at})`,
  );
}

export function forgetFailures(tx: Tx, origin: Buffer): void {
  tx.send(sql`delete from sign_in_failure where tenant_id = app.tenant() and origin = ${origin}`);
}
