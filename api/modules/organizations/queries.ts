import type { Organization } from '../../../contract/organizations.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

export interface OrganizationRow extends Omit<Organization, 'staff'> {
  staff: { id: string; name: string; labels: Labels }[];
}

/** Bodies on duty for the area or one above it, the nearest duty first; all bodies where `areaId` is null. */
export function organizationsFor(tx: Tx, areaId: string | null, now: Date): Promise<OrganizationRow[]> {
  return tx.many(sql`
    with recursive line as (
      select a.tenant_id, a.id, a.parent_id, 0 as depth from area a where a.tenant_id = app.tenant() and a.id = ${areaId}
      union all
      select p.tenant_id, p.id, p.parent_id, line.depth + 1 from line join area p on p.tenant_id = line.tenant_id and p.id = line.parent_id),
    duty as (
      select d.organization_id, min(line.depth) as depth from organization_duty d join line on line.tenant_id = d.tenant_id and line.id = d.area_id
      where d.tenant_id = app.tenant() group by d.organization_id)
    select o.id, o.name, o.kind, o.phone,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', acc.id, 'name', acc.name, 'labels', r.labels))
        from role_grant g
          join account acc on acc.tenant_id = g.tenant_id and acc.id = g.account_id and acc.disabled_at is null
          join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
        where g.tenant_id = o.tenant_id and g.organization_id = o.id and g.since <= ${now} and (g.until is null or g.until > ${now})), '[]') as staff
    from organization o left join duty on duty.organization_id = o.id
    where o.tenant_id = app.tenant() and o.until is null and (${areaId}::uuid is null or duty.depth is not null)
    order by duty.depth nulls last, o.name`);
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
