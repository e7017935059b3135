import { uuidv7 } from 'uuidv7';
import type { Organization, OrganizationKind } from '../../../contract/organizations.ts';
import { all, type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

export interface OrganizationRow extends Omit<Organization, 'staff'> {
  staff: { id: string; name: string; labels: Labels; since: string }[];
}

export interface BodiesAsked {
  area?: string | undefined;
  kind?: OrganizationKind | undefined;
  q?: string | undefined;
  closed?: boolean;
  id?: string;
}

const isoTime = (column: Sql) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Bodies on duty for the area or one above it, the nearest duty first; all bodies where no area is asked for. */
export function organizationsFor(tx: Tx, asked: BodiesAsked, now: Date): Promise<OrganizationRow[]> {
  const { area = null, kind, q, closed = false, id } = asked;
  const wanted = all([
    sql`(${area}::uuid is null or duty.depth is not null)`,
    ...(closed || id ? [] : [sql`o.until is null`]),
    ...(kind ? [sql`o.kind = ${kind}`] : []),
    ...(q ? [sql`position(${q} in o.name) > 0`] : []),
    ...(id ? [sql`o.id = ${id}`] : []),
  ]);
  return tx.many(sql`
    with recursive line as (
      select a.tenant_id, a.id, a.parent_id, 0 as depth from area a where a.tenant_id = app.tenant() and a.id = ${area}
      union all
      select p.tenant_id, p.id, p.parent_id, line.depth + 1 from line join area p on p.tenant_id = line.tenant_id and p.id = line.parent_id),
    duty as (
      select d.organization_id, min(line.depth) as depth from organization_duty d join line on line.tenant_id = d.tenant_id and line.id = d.area_id
      where d.tenant_id = app.tenant() group by d.organization_id)
    select o.id, o.name, o.kind, o.phone, o.phones, o.since, o.until, o.version,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'labels', labels, 'since', ${isoTime(sql`since`)}) order by since, name)
        from (select acc.id, acc.name, r.labels, min(g.since) as since
          from role_grant g
            join account acc on acc.tenant_id = g.tenant_id and acc.id = g.account_id and acc.disabled_at is null
            join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
          where g.tenant_id = o.tenant_id and g.organization_id = o.id and g.since <= ${now} and (g.until is null or g.until > ${now})
          group by acc.id, acc.name, r.labels) people), '[]') as staff,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'tier', a.tier) order by a.code)
        from organization_duty d join area a on a.tenant_id = d.tenant_id and a.id = d.area_id
        where d.tenant_id = o.tenant_id and d.organization_id = o.id), '[]') as duties
    from organization o left join duty on duty.organization_id = o.id
    where o.tenant_id = app.tenant() and ${wanted}
    order by duty.depth nulls last, o.until is not null, o.name`);
}

export function organizationById(tx: Tx, id: string): Promise<{ id: string; name: string; phone: string } | undefined> {
  return tx.maybe(
    sql`select id, name, phone from organization where tenant_id = app.tenant() and id = ${id} and until is null`,
  );
}

export interface Handler {
  name: string;
  department: boolean;
  personFits: boolean;
}

/** The body, and whether the person (if one is named) works in it now. */
export function handlerOf(
  tx: Tx,
  organizationId: string,
  accountId: string | null,
  now: Date,
): Promise<Handler | undefined> {
  return tx.maybe(sql`
    select o.name, o.kind = 'department' as department, (${accountId}::uuid is null or exists (
      select 1 from role_grant g where g.tenant_id = o.tenant_id and g.account_id = ${accountId} and g.organization_id = o.id
        and g.since <= ${now} and (g.until is null or g.until > ${now}))) as "personFits"
    from organization o where o.tenant_id = app.tenant() and o.id = ${organizationId} and o.until is null`);
}

/** Query of the accounts that work in a body now, or of the one among them who was named. */
export function handlersOf(organizationId: string, accountId: string | null, now: Date): Sql {
  return sql`select g.account_id from role_grant g where g.tenant_id = app.tenant() and g.organization_id = ${organizationId}
    and (${accountId}::uuid is null or g.account_id = ${accountId}) and g.since <= ${now} and (g.until is null or g.until > ${now})`;
}

export interface BodyRow {
  id: string;
  name: string;
  kind: OrganizationKind;
  phone: string;
  phones: Organization['phones'];
  until: string | null;
  version: number;
}

export function lockOrganization(tx: Tx, id: string): Promise<BodyRow | undefined> {
  return tx.maybe(
    sql`select id, name, kind, phone, phones, until, version from organization where tenant_id = app.tenant() and id = ${id} for update`,
  );
}

export async function isNameTaken(tx: Tx, name: string, but: string | null): Promise<boolean> {
  const found = await tx.run(
    sql`select 1 from organization where tenant_id = app.tenant() and name = ${name} and id is distinct from ${but}`,
  );
  return found > 0;
}

type BodyWords = Pick<BodyRow, 'id' | 'name' | 'kind' | 'phone' | 'phones'>;

export function insertOrganization(tx: Tx, body: BodyWords, since: Date): Promise<number> {
  const { id, kind, name, phone, phones } = body;
  return tx.run(sql`insert into organization (tenant_id, id, kind, name, phone, phones, since)
    values (app.tenant(), ${id}, ${kind}, ${name}, ${phone}, ${JSON.stringify(phones)}::jsonb, ${since})`);
}

export function updateOrganization(tx: Tx, body: BodyWords): Promise<number> {
  const { id, kind, name, phone, phones } = body;
  return tx.run(sql`update organization set kind = ${kind}, name = ${name}, phone = ${phone}, phones = ${JSON.stringify(phones)}::jsonb,
    version = version + 1 where tenant_id = app.tenant() and id = ${id}`);
}

export function closeOrganization(tx: Tx, id: string, at: Date): Promise<number> {
  return tx.run(
    sql`update organization set until = ${at}, version = version + 1 where tenant_id = app.tenant() and id = ${id}`,
  );
}

/** Puts a body on duty for exactly these areas; gives back how many of them are there. */
export async function putDuties(tx: Tx, id: string, areaIds: readonly string[]): Promise<number> {
  await tx.run(sql`delete from organization_duty where tenant_id = app.tenant() and organization_id = ${id}`);
  const rows = JSON.stringify(areaIds.map((areaId) => ({ id: uuidv7(), areaId })));
  return tx.run(sql`
    insert into organization_duty (tenant_id, id, organization_id, area_id)
    select a.tenant_id, j.id, ${id}, a.id from jsonb_to_recordset(${rows}::jsonb) as j (id uuid, "areaId" uuid)
      join area a on a.tenant_id = app.tenant() and a.id = j."areaId" and a.until is null`);
}

/** What a body still has on its hands. */
export function burdenOf(tx: Tx, id: string, now: Date): Promise<{ cases: number; people: number }> {
  return tx.one(sql`
    select (select count(*) from case_record c where c.tenant_id = app.tenant() and c.handler_organization_id = ${id} and c.open) as cases,
      (select count(distinct g.account_id) from role_grant g
        where g.tenant_id = app.tenant() and g.organization_id = ${id} and (g.until is null or g.until > ${now})) as people`);
}
