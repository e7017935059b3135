import { sql, type Tx } from '../../kernel/db.ts';

/** What hangs on areas, over the borders of the modules: a change of the map is one transaction for all of it. */

export async function openCasesWithin(tx: Tx, areaId: string): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    select count(*) as count from case_record c
    where c.tenant_id = app.tenant() and c.open and c.area_id in (
      select a.id from area a join area r on r.tenant_id = a.tenant_id and r.id = ${areaId} where a.tenant_id = app.tenant() and a.path <@ r.path)`);
  return count;
}

/** People who work for the area or one below it; the roles of residents hang on no work. */
export async function staffWithin(tx: Tx, areaId: string, now: Date): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    select count(distinct g.account_id) as count from role_grant g
      join role k on k.tenant_id = g.tenant_id and k.id = g.role_id and k.role_set <> 'resident'
    where g.tenant_id = app.tenant() and (g.until is null or g.until > ${now}) and g.area_id in (
      select a.id from area a join area r on r.tenant_id = a.tenant_id and r.id = ${areaId} where a.tenant_id = app.tenant() and a.path <@ r.path)`);
  return count;
}

/** Files what lay directly under the old areas under the one that takes the rest. */
export async function refile(tx: Tx, oldIds: readonly string[], restId: string): Promise<void> {
  await tx.run(
    sql`update case_record set area_id = ${restId} where tenant_id = app.tenant() and open and area_id = any (${oldIds}::uuid[])`,
  );
  await tx.run(
    sql`update account set home_area_id = ${restId} where tenant_id = app.tenant() and home_area_id = any (${oldIds}::uuid[])`,
  );
}

/** Lets everything that follows an area know where it stands now (`tablesByArea`); gives back how many open cases moved. */
export async function followAreas(tx: Tx, rootIds: readonly string[]): Promise<number> {
  const within = sql`(select a.id from area a join area r on r.tenant_id = a.tenant_id and r.id = any (${rootIds}::uuid[])
    where a.tenant_id = app.tenant() and a.path <@ r.path)`;
  const moved = await tx.many<{ id: string }>(sql`
    update case_record c set community_id = a.community_id, grid_id = a.grid_id, micro_grid_id = a.micro_grid_id, building_id = a.building_id,
      version = c.version + 1
    from area a where c.tenant_id = app.tenant() and c.open and a.tenant_id = c.tenant_id and a.id = c.area_id and c.area_id in ${within}
      and (c.community_id, c.grid_id, c.micro_grid_id, c.building_id) is distinct from (a.community_id, a.grid_id, a.micro_grid_id, a.building_id)
    returning c.id`);
  await tx.run(sql`
    update case_contact k set community_id = c.community_id, grid_id = c.grid_id
    from case_record c where k.tenant_id = app.tenant() and c.tenant_id = k.tenant_id and c.id = k.id and k.id = any (${moved.map(({ id }) => id)}::uuid[])`);
  await tx.run(sql`
    update account_contact k set community_id = h.community_id, grid_id = h.grid_id
    from account acc join area h on h.tenant_id = acc.tenant_id and h.id = acc.home_area_id
    where k.tenant_id = app.tenant() and acc.tenant_id = k.tenant_id and acc.id = k.account_id and acc.home_area_id in ${within}`);
  return moved.length;
}

/** Labels are kept by community: what moved to another takes its labels along. */
export async function followLabels(tx: Tx, rootIds: readonly string[]): Promise<void> {
  const strayed = sql`area_label_member m join area_label l on l.tenant_id = m.tenant_id and l.id = m.label_id
    join area a on a.tenant_id = m.tenant_id and a.id = m.area_id join area r on r.tenant_id = a.tenant_id and r.id = any (${rootIds}::uuid[])
    where m.tenant_id = app.tenant() and a.path <@ r.path and l.community_id <> a.community_id`;
  await tx.run(sql`
    insert into area_label (tenant_id, id, kind, name, community_id, estate_type)
    select app.tenant(), app.uuid7(), kind, name, community_id, estate_type
    from (select distinct l.kind, l.name, a.community_id, l.estate_type from ${strayed}) labels
    on conflict (tenant_id, community_id, kind, name) do nothing`);
  await tx.run(sql`
    insert into area_label_member (tenant_id, id, label_id, area_id)
    select app.tenant(), app.uuid7(), n.id, s.area_id
    from (select m.area_id, l.kind, l.name, a.community_id from ${strayed}) s
      join area_label n on n.tenant_id = app.tenant() and n.community_id = s.community_id and n.kind = s.kind and n.name = s.name
    on conflict (tenant_id, label_id, area_id) do nothing`);
  await tx.run(
    sql`delete from area_label_member where tenant_id = app.tenant() and id in (select m.id from ${strayed})`,
  );
}

/** Bodies on duty for the old areas are on duty for what they became. */
export async function followDuties(tx: Tx, oldIds: readonly string[], newIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    insert into organization_duty (tenant_id, id, organization_id, area_id)
    select app.tenant(), app.uuid7(), d.organization_id, n.id
    from (select distinct organization_id from organization_duty where tenant_id = app.tenant() and area_id = any (${oldIds}::uuid[])) d
      cross join unnest(${newIds}::uuid[]) as n (id)
    on conflict (tenant_id, organization_id, area_id) do nothing`);
  await tx.run(sql`delete from organization_duty where tenant_id = app.tenant() and area_id = any (${oldIds}::uuid[])`);
}

/** Grants in force on the areas, but those of residents. */
export function grantsOn(tx: Tx, areaIds: readonly string[], now: Date): Promise<{ id: string }[]> {
  return tx.many(sql`
    select g.id from role_grant g join role k on k.tenant_id = g.tenant_id and k.id = g.role_id and k.role_set <> 'resident'
    where g.tenant_id = app.tenant() and g.area_id = any (${areaIds}::uuid[]) and (g.until is null or g.until > ${now})`);
}

/** Ends these grants on the old areas and gives the same roles on the new one from now on; whose they are comes back. */
export function moveGrants(
  tx: Tx,
  grantIds: readonly string[],
  oldIds: readonly string[],
  areaId: string,
  now: Date,
): Promise<{ accountId: string; grantId: string; before: string }[]> {
  return tx.many(sql`
    with moving as (
      select g.*, app.uuid7() as new_id from role_grant g where g.tenant_id = app.tenant() and g.id = any (${grantIds}::uuid[])
        and g.area_id = any (${oldIds}::uuid[]) and (g.until is null or g.until > ${now}) for update),
    ended as (
      update role_grant g set until = greatest(${now}, g.since) from moving where g.tenant_id = app.tenant() and g.id = moving.id),
    made as (
      insert into role_grant (tenant_id, id, account_id, role_id, area_id, organization_id, since, until, granted_by)
      select tenant_id, new_id, account_id, role_id, ${areaId}, organization_id, greatest(${now}, since), until, app.account() from moving)
    select account_id as "accountId", new_id as "grantId", id as before from moving`);
}
