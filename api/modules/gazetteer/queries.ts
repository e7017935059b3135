import { uuidv7 } from 'uuidv7';
import { sql, type Tx } from '../../kernel/db.ts';
import type { Known, Label } from './rules.ts';

export interface KnownRow extends Known {
  path: string;
}

/** Every area at or below one, closed ones too, with its labels; the whole street's in a few milliseconds a thousand. */
export function knownAreas(tx: Tx, rootId: string): Promise<KnownRow[]> {
  return tx.many(sql`
    select a.id, a.code, a.name, a.kind_id as "kindId", a.tier, a.parent_id as "parentId", a.phone, a.lon, a.lat, a.until is not null as closed, a.path,
      coalesce(l.labels, '[]') as labels
    from area a
      join area r on r.tenant_id = a.tenant_id and r.id = ${rootId}
      left join (
        select m.tenant_id, m.area_id, jsonb_agg(jsonb_build_object('kind', l.kind, 'name', l.name, 'estateType', l.estate_type) order by l.name) as labels
        from area_label_member m join area_label l on l.tenant_id = m.tenant_id and l.id = m.label_id
        where m.tenant_id = app.tenant() group by m.tenant_id, m.area_id) l on l.tenant_id = a.tenant_id and l.area_id = a.id
    where a.tenant_id = app.tenant() and a.path <@ r.path`);
}

export interface Change {
  id: string;
  name: string;
  phone: string;
  lon: number | null;
  lat: number | null;
}

/** Writes names, phones and positions of many areas. */
export function changeAreas(tx: Tx, changes: readonly Change[]): Promise<number> {
  return tx.run(sql`
    update area a set name = j.name, phone = j.phone, lon = j.lon, lat = j.lat, version = a.version + 1
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as j (id uuid, name text, phone text, lon double precision, lat double precision)
    where a.tenant_id = app.tenant() and a.id = j.id`);
}

/** Puts exactly these labels on each of the areas; a community makes a label it does not have. */
export async function putAllLabels(tx: Tx, areas: readonly { id: string; labels: readonly Label[] }[]): Promise<void> {
  const rows = JSON.stringify(
    areas.flatMap(({ id, labels }) => labels.map((label) => ({ areaId: id, id: uuidv7(), ...label }))),
  );
  const wanted = sql`jsonb_to_recordset(${rows}::jsonb) as j (id uuid, "areaId" uuid, kind text, name text, "estateType" text)
    join area a on a.tenant_id = app.tenant() and a.id = j."areaId" and a.community_id is not null`;
  await tx.run(sql`
    insert into area_label (tenant_id, id, kind, name, community_id, estate_type)
    select distinct on (j.kind, j.name, a.community_id) app.tenant(), j.id, j.kind, j.name, a.community_id, j."estateType"
    from ${wanted} order by j.kind, j.name, a.community_id, j."estateType" nulls last
    on conflict (tenant_id, community_id, kind, name) do update set estate_type = coalesce(excluded.estate_type, area_label.estate_type)`);
  await tx.run(
    sql`delete from area_label_member where tenant_id = app.tenant() and area_id = any (${areas.map(({ id }) => id)}::uuid[])`,
  );
  await tx.run(sql`
    insert into area_label_member (tenant_id, id, label_id, area_id)
    select app.tenant(), app.uuid7(), l.id, a.id from ${wanted}
      join area_label l on l.tenant_id = app.tenant() and l.community_id = a.community_id and l.kind = j.kind and l.name = j.name
    on conflict (tenant_id, label_id, area_id) do nothing`);
}

/** The official phone and name line of whoever fills the sheet in. */
export async function nameOf(tx: Tx, accountId: string | null): Promise<string> {
  const row = await tx.maybe<{ name: string }>(
    sql`select name from account where tenant_id = app.tenant() and id = ${accountId}`,
  );
  return row?.name ?? '';
}
