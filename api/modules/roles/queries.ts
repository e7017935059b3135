import { uuidv7 } from 'uuidv7';
import type { RoleSet } from '../../../contract/accounts.ts';
import type { AccountVerb } from '../../../contract/roles.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';
import { type AccountRow, accountColumns } from '../accounts/index.ts';

export interface NewAccount {
  id: string;
  login: string;
  name: string;
  salutation: string;
  passwordHash: string | null;
  homeAreaId: string | null;
  demonstration: boolean;
  temporaryPassword: boolean;
}

export function insertAccount(tx: Tx, account: NewAccount): Promise<number> {
  const { id, login, name, salutation, passwordHash, homeAreaId, demonstration, temporaryPassword } = account;
  return tx.run(sql`
    insert into account (tenant_id, id, login, name, salutation, password_hash, home_area_id, demonstration, password_temporary)
    values (app.tenant(), ${id}, ${login}, ${name}, ${salutation}, ${passwordHash}, ${homeAreaId}, ${demonstration}, ${temporaryPassword})`);
}

export function insertContact(tx: Tx, accountId: string, cipher: Buffer, index: Buffer): Promise<number> {
  return tx.run(sql`insert into account_contact (tenant_id, id, account_id, community_id, grid_id, phone_cipher, phone_index)
    select a.tenant_id, ${uuidv7()}, a.id, h.community_id, h.grid_id, ${cipher}, ${index}
    from account a left join area h on h.tenant_id = a.tenant_id and h.id = a.home_area_id
    where a.tenant_id = app.tenant() and a.id = ${accountId}`);
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

/** 0 when role, area or organization is not of this street, or the role is retired. */
// The lock waits for a retirement of the role that is under way, and a retirement for this.
export function insertGrant(tx: Tx, grant: NewGrant): Promise<number> {
  return tx.run(sql`
    insert into role_grant (tenant_id, id, account_id, role_id, area_id, organization_id, since, until, granted_by)
    select r.tenant_id, ${grant.id}, ${grant.accountId}, r.id, a.id, o.id, ${grant.since}, ${grant.until}, app.account()
    from role r join area a on a.tenant_id = r.tenant_id and a.id = ${grant.areaId}
      left join organization o on o.tenant_id = r.tenant_id and o.id = ${grant.organizationId}
    where r.tenant_id = app.tenant() and r.id = ${grant.roleId} and r.retired_at is null and (${grant.organizationId}::uuid is null or o.id is not null)
    for share of r`);
}

/** 0 when there is no such account, or it is suspended already. */
export function disableAccount(tx: Tx, id: string, at: Date): Promise<number> {
  return tx.run(
    sql`update account set disabled_at = ${at} where tenant_id = app.tenant() and id = ${id} and disabled_at is null`,
  );
}

export function enableAccount(tx: Tx, id: string): Promise<number> {
  return tx.run(
    sql`update account set disabled_at = null where tenant_id = app.tenant() and id = ${id} and disabled_at is not null`,
  );
}

export interface AccountFilter {
  q?: string | undefined;
  role?: string | undefined;
  area?: string | undefined;
}

/** Accounts in the order they were made; by a role or an area only where a grant has not ended. */
export function listAccounts(
  tx: Tx,
  { q, role, area }: AccountFilter,
  now: Date,
  after: string | undefined,
  limit: number,
): Promise<AccountRow[]> {
  const words = q ? sql`and (a.login like ${`%${q.toLowerCase()}%`} or a.name like ${`%${q}%`})` : sql``;
  const ofRole = role ? sql`and g.role_id = ${role}` : sql``;
  const inArea = area
    ? sql`and (g.area_id = ${area} or ${area} in (p.community_id, p.grid_id, p.micro_grid_id, p.building_id, p.tenant_id))`
    : sql``;
  const granted =
    role || area
      ? sql`and exists (select from role_grant g join area p on p.tenant_id = g.tenant_id and p.id = g.area_id
          where g.tenant_id = a.tenant_id and g.account_id = a.id and (g.until is null or g.until > ${now}) ${ofRole} ${inArea})`
      : sql``;
  const onwards = after ? sql`and a.id > ${after}` : sql``;
  return tx.many(
    sql`select ${accountColumns} from account a where a.tenant_id = app.tenant() ${words} ${granted} ${onwards} order by a.id limit ${limit}`,
  );
}

export function madeAt(tx: Tx, id: string): Promise<{ createdAt: string }> {
  return tx.one(sql`select created_at as "createdAt" from account where tenant_id = app.tenant() and id = ${id}`);
}

export function endGrant(tx: Tx, accountId: string, grantId: string, at: Date): Promise<number> {
  return tx.run(sql`update role_grant set until = ${at} where tenant_id = app.tenant() and id = ${grantId} and account_id = ${accountId}
    and (until is null or until > ${at})`);
}

/** One at a time may take administrators away: two who end each other's role would else leave none. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(app.tenant()::text, 2))`);
}

export async function isAdministration(tx: Tx, grantId: string): Promise<boolean> {
  const found = await tx.maybe(sql`
    select g.id from role_grant g join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
    where g.tenant_id = app.tenant() and g.id = ${grantId} and r.role_set = 'administrator'`);
  return found !== undefined;
}

/** Accounts that are administrators now without the grant; open ones only. */
export async function administratorsBeside(tx: Tx, { grantId }: { grantId?: string }, now: Date): Promise<string[]> {
  const without = grantId ? sql`and g.id <> ${grantId}` : sql``;
  const rows = await tx.many<{ id: string }>(sql`
    select distinct g.account_id as id from role_grant g
      join role r on r.tenant_id = g.tenant_id and r.id = g.role_id and r.role_set = 'administrator'
      join account a on a.tenant_id = g.tenant_id and a.id = g.account_id and a.disabled_at is null
    where g.tenant_id = app.tenant() and g.since <= ${now} and (g.until is null or g.until > ${now}) ${without}`);
  return rows.map(({ id }) => id);
}

export interface EventRow {
  id: string;
  seq: number;
  at: string;
  verb: AccountVerb;
  by: string | null;
  labels: Labels | null;
  area: string | null;
}

/** What was done to and by an account, the newest first. */
export function eventsOf(tx: Tx, accountId: string, before: number | undefined, limit: number): Promise<EventRow[]> {
  const onwards = before === undefined ? sql`` : sql`and e.seq < ${before}`;
  return tx.many(sql`
    select e.id, e.seq, e.at, e.verb, who.name as by, r.labels, p.name as area from event e
      left join account who on who.tenant_id = e.tenant_id and who.id = e.actor_id
      left join role_grant g on g.tenant_id = e.tenant_id and g.id = (e.data ->> 'grant')::uuid
      left join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
      left join area p on p.tenant_id = g.tenant_id and p.id = g.area_id
    where e.tenant_id = app.tenant() and e.subject_kind = 'account' and e.subject_id = ${accountId} ${onwards}
    order by e.seq desc limit ${limit}`);
}

export function rolesOf(tx: Tx): Promise<{ id: string; roleSet: RoleSet; labels: Labels }[]> {
  return tx.many(sql`select id, role_set as "roleSet", labels from role
    where tenant_id = app.tenant() and retired_at is null order by id`);
}

export interface RoleRow {
  id: string;
  roleSet: RoleSet;
  labels: Labels;
  retiredAt: string | null;
  holders: number;
}

/** Every role, those that were retired too, with how many people hold it. */
export function listRoles(tx: Tx, now: Date): Promise<RoleRow[]> {
  return tx.many(sql`
    select r.id, r.role_set as "roleSet", r.labels, r.retired_at as "retiredAt", count(distinct g.account_id) as holders from role r
      left join role_grant g on g.tenant_id = r.tenant_id and g.role_id = r.id and (g.until is null or g.until > ${now})
    where r.tenant_id = app.tenant() group by r.tenant_id, r.id order by r.id`);
}

export function roleById(tx: Tx, id: string): Promise<{ labels: Labels; retiredAt: string | null } | undefined> {
  return tx.maybe(
    sql`select labels, retired_at as "retiredAt" from role where tenant_id = app.tenant() and id = ${id}`,
  );
}

export async function isNameTaken(tx: Tx, name: string, exceptId: string): Promise<boolean> {
  const found = await tx.maybe(sql`
    select id from role where tenant_id = app.tenant() and labels ->> 'zh-Hans' = ${name} and id <> ${exceptId} and retired_at is null`);
  return found !== undefined;
}

export function insertRole(tx: Tx, id: string, roleSet: RoleSet, labels: Labels): Promise<number> {
  return tx.run(
    sql`insert into role (tenant_id, id, role_set, labels) values (app.tenant(), ${id}, ${roleSet}, ${JSON.stringify(labels)}::jsonb)`,
  );
}

export function renameRole(tx: Tx, id: string, labels: Labels): Promise<number> {
  return tx.run(
    sql`update role set labels = ${JSON.stringify(labels)}::jsonb where tenant_id = app.tenant() and id = ${id} and retired_at is null`,
  );
}

export function retireRole(tx: Tx, id: string, at: Date): Promise<number> {
  return tx.run(sql`update role set retired_at = ${at} where tenant_id = app.tenant() and id = ${id}`);
}

export async function holdersOf(tx: Tx, roleId: string, now: Date): Promise<number> {
  const { holders } = await tx.one<{ holders: number }>(sql`
    select count(distinct account_id) as holders from role_grant
    where tenant_id = app.tenant() and role_id = ${roleId} and (until is null or until > ${now})`);
  return holders;
}
