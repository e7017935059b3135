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
  temporaryPassword: boolean;
  totpSince: string | null;
  passkeySince: string | null;
}

export const accountColumns = sql`a.id, a.login, a.name, a.salutation, a.password_hash as "passwordHash", a.language, a.elder_mode as "elderMode",
  a.home_area_id as "homeAreaId", a.disabled_at as "disabledAt", a.demonstration, a.password_temporary as "temporaryPassword",
  a.totp_since as "totpSince", a.passkey_since as "passkeySince"`;

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

export function contactOf(tx: Tx, accountId: string): Promise<{ phoneCipher: Buffer } | undefined> {
  return tx.maybe(
    sql`select phone_cipher as "phoneCipher" from account_contact where tenant_id = app.tenant() and account_id = ${accountId}`,
  );
}

export function updatePassword(tx: Tx, id: string, passwordHash: string, temporary: boolean): Promise<number> {
  return tx.run(sql`update account set password_hash = ${passwordHash}, password_temporary = ${temporary}
    where tenant_id = app.tenant() and id = ${id}`);
}

/** Since when the account has an app that shows codes, or a passkey; null: it has none (any more). */
export function markSecondStep(tx: Tx, id: string, kind: 'totp' | 'passkey', since: Date | null): Promise<number> {
  const column = kind === 'totp' ? sql`totp_since` : sql`passkey_since`;
  return tx.run(sql`update account set ${column} = ${since} where tenant_id = app.tenant() and id = ${id}`);
}

/** When the session passed its second step; null takes that back. */
export function markSession(tx: Tx, sessionId: string, secondStepAt: Date | null): Promise<number> {
  return tx.run(
    sql`update session set second_step_at = ${secondStepAt} where tenant_id = app.tenant() and id = ${sessionId}`,
  );
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
  session: {
    id: string;
    accountId: string;
    tokenHash: Buffer;
    device: string;
    at: Date;
    expiresAt: Date;
    secondStepAt: Date | null;
  },
): Promise<number> {
  const { id, accountId, tokenHash, device, at, expiresAt, secondStepAt } = session;
  return tx.run(sql`
    insert into session (tenant_id, id, account_id, token_hash, device, created_at, last_seen_at, expires_at, second_step_at)
    values (app.tenant(), ${id}, ${accountId}, ${tokenHash}, ${device}, ${at}, ${at}, ${expiresAt}, ${secondStepAt})`);
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
  passed: boolean;
  hasTotp: boolean;
  hasPasskey: boolean;
  temporaryPassword: boolean;
}

/** The account and session behind a token, if both are still good. */
export function sessionByToken(tx: Tx, tokenHash: Buffer, now: Date): Promise<SignedInRow | undefined> {
  return tx.maybe(sql`
    select s.id as "sessionId", a.id as "accountId", a.name, a.language, a.demonstration, s.last_seen_at as "lastSeenAt",
      s.second_step_at is not null as passed, a.totp_since is not null as "hasTotp", a.passkey_since is not null as "hasPasskey",
      a.password_temporary as "temporaryPassword"
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
