import { uuidv7 } from 'uuidv7';
import { sql, type Tx } from '../../kernel/db.ts';
import type { Known, Label } from './rules.ts';

export interface KnownRow extends Known {
  path: string;
}

interface LabelRow extends Label {
  areaId: string;
}

/**
 * Every area at or below one, closed ones too, with its labels. Two questions put together here: as one, and before the tables were
 * analysed, PostgreSQL looked through all labels once for each area (measured: more than 20 s for 8,700 areas).
 */
export async function knownAreas(tx: Tx, rootId: string): Promise<KnownRow[]> {
  const areas = await tx.many<Omit<KnownRow, 'labels'>>(sql`
    select a.id, a.code, a.name, a.kind_id as "kindId", a.tier, a.parent_id as "parentId", a.phone, a.lon, a.lat, a.until is not null as closed, a.path
    from area a where a.tenant_id = app.tenant() and a.path <@ (select r.path from area r where r.tenant_id = app.tenant() and r.id = ${rootId})`);
  const labels = await tx.many<LabelRow>(sql`select m.area_id as "areaId", l.kind, l.name, l.estate_type as "estateType"
    from area_label l join area_label_member m on m.tenant_id = l.tenant_id and m.label_id = l.id where l.tenant_id = app.tenant() order by l.name`);
  const byArea = Map.groupBy(labels, ({ areaId }) => areaId);
  return areas.map((area) => ({
    ...area,
    labels: (byArea.get(area.id) ?? []).map(({ areaId: _, ...label }) => label),
  }));
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
