import type { AreaRef } from '../../../contract/areas.ts';
import type { WriteRule } from '../../../contract/routing.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

export interface RuleRow {
  id: string;
  area: AreaRef | null;
  category: { id: string; labels: Labels } | null;
  organization: { id: string; name: string };
  person: { id: string; name: string } | null;
  automatic: boolean;
  version: number;
}

const columns = sql`r.id, r.automatic, r.version, jsonb_build_object('id', o.id, 'name', o.name) as organization,
  case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name, 'tier', a.tier) end as area,
  case when k.id is not null then jsonb_build_object('id', k.id, 'labels', k.labels) end as category,
  case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as person`;

/** A rule with its names. A person counts only while they work in the body. */
const named = (now: Date): Sql => sql`
    join organization o on o.tenant_id = r.tenant_id and o.id = r.organization_id
    left join area a on a.tenant_id = r.tenant_id and a.id = r.area_id
    left join case_category k on k.tenant_id = r.tenant_id and k.id = r.category_id
    left join account p on p.tenant_id = r.tenant_id and p.id = r.account_id and p.disabled_at is null and exists (
      select from role_grant g where g.tenant_id = p.tenant_id and g.account_id = p.id and g.organization_id = r.organization_id
        and g.since <= ${now} and (g.until is null or g.until > ${now}))`;

export function rules(tx: Tx, now: Date): Promise<RuleRow[]> {
  return tx.many(sql`select ${columns} from routing_rule r ${named(now)} where r.tenant_id = app.tenant()
    order by a.code nulls last, k.position nulls last, r.id`);
}

export function ruleById(tx: Tx, id: string, now: Date): Promise<RuleRow | undefined> {
  return tx.maybe(
    sql`select ${columns} from routing_rule r ${named(now)} where r.tenant_id = app.tenant() and r.id = ${id} for update of r`,
  );
}

/** The rule that decides: the nearest category first, among those the nearest place. A body that was closed gets nothing. */
export function ruleFor(
  tx: Tx,
  areaId: string | null,
  categoryId: string | null,
  now: Date,
): Promise<RuleRow | undefined> {
  return tx.maybe(sql`
    with recursive place as (
      select id, parent_id, 0 as depth from area where tenant_id = app.tenant() and id = ${areaId}
      union all
      select u.id, u.parent_id, place.depth + 1 from place join area u on u.tenant_id = app.tenant() and u.id = place.parent_id),
    kind as (
      select id, parent_id, 0 as depth from case_category where tenant_id = app.tenant() and id = ${categoryId}
      union all
      select u.id, u.parent_id, kind.depth + 1 from kind join case_category u on u.tenant_id = app.tenant() and u.id = kind.parent_id)
    select ${columns} from routing_rule r ${named(now)}
      left join place on place.id = r.area_id
      left join kind on kind.id = r.category_id
    where r.tenant_id = app.tenant() and o.until is null and (r.area_id is null or place.id is not null)
      and (r.category_id is null or kind.id is not null)
    order by kind.depth nulls last, place.depth nulls last limit 1`);
}

/** Whether everything the rule names is there now. */
export async function isThere(tx: Tx, words: WriteRule, now: Date): Promise<boolean> {
  const { areaId, categoryId, organizationId, accountId } = words;
  const { there } = await tx.one<{ there: boolean }>(sql`
    select (${areaId}::uuid is null or exists (select from area where tenant_id = app.tenant() and id = ${areaId} and until is null))
      and (${categoryId}::uuid is null or exists (select from case_category where tenant_id = app.tenant() and id = ${categoryId} and until is null))
      and exists (select from organization where tenant_id = app.tenant() and id = ${organizationId} and until is null)
      and (${accountId}::uuid is null or exists (select from role_grant where tenant_id = app.tenant() and account_id = ${accountId}
        and organization_id = ${organizationId} and since <= ${now} and (until is null or until > ${now}))) as there`);
  return there;
}

/** 0 when a rule for the same place and category is there. */
export function insertRule(tx: Tx, id: string, words: WriteRule): Promise<number> {
  const { areaId, categoryId, organizationId, accountId, automatic } = words;
  return tx.run(sql`insert into routing_rule (tenant_id, id, area_id, category_id, organization_id, account_id, automatic)
    values (app.tenant(), ${id}, ${areaId}, ${categoryId}, ${organizationId}, ${accountId}, ${automatic}) on conflict do nothing`);
}

export async function isTaken(tx: Tx, { areaId, categoryId }: WriteRule, but: string): Promise<boolean> {
  const found = await tx.run(sql`select 1 from routing_rule where tenant_id = app.tenant() and id <> ${but}
    and area_id is not distinct from ${areaId} and category_id is not distinct from ${categoryId}`);
  return found > 0;
}

export function updateRule(tx: Tx, id: string, words: WriteRule): Promise<number> {
  const { areaId, categoryId, organizationId, accountId, automatic } = words;
  return tx.run(sql`update routing_rule set area_id = ${areaId}, category_id = ${categoryId}, organization_id = ${organizationId},
    account_id = ${accountId}, automatic = ${automatic}, version = version + 1 where tenant_id = app.tenant() and id = ${id}`);
}

export function deleteRule(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`delete from routing_rule where tenant_id = app.tenant() and id = ${id}`);
}
