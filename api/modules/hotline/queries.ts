import type { TimeUnit } from '../../../contract/calendar.ts';
import type { CaseKind, CaseState } from '../../../contract/cases.ts';
import { sql, type Tx } from '../../kernel/db.ts';

export interface ImportRow {
  id: string;
  startedAt: string;
}

export function importOf(tx: Tx, areaId: string, fingerprint: Buffer): Promise<ImportRow | undefined> {
  return tx.maybe(sql`select id, started_at as "startedAt" from hotline_import
    where tenant_id = app.tenant() and area_id = ${areaId} and fingerprint = ${fingerprint}`);
}

/** The import of this file for this area, begun now unless it was before. */
export async function beginImport(
  tx: Tx,
  id: string,
  areaId: string,
  fingerprint: Buffer,
  at: Date,
): Promise<ImportRow> {
  await tx.run(sql`insert into hotline_import (tenant_id, id, area_id, fingerprint, started_by, started_at)
    values (app.tenant(), ${id}, ${areaId}, ${fingerprint}, app.account(), ${at})
    on conflict (tenant_id, area_id, fingerprint) do nothing`);
  return (await importOf(tx, areaId, fingerprint)) as ImportRow;
}

/** The body at the desk of the area, which answers for the list from the first moment on 首接负责. */
export async function receiverOf(tx: Tx, areaId: string): Promise<string | null> {
  const row = await tx.maybe<{ id: string }>(sql`
    select o.id from organization o join organization_duty d on d.tenant_id = o.tenant_id and d.organization_id = o.id
    where o.tenant_id = app.tenant() and d.area_id = ${areaId} and o.kind in ('community', 'street_office') and o.until is null
    order by o.id limit 1`);
  return row?.id ?? null;
}

export interface NewOrder {
  id: string;
  number: string;
  externalKey: string;
  orderNumber: string;
  title: string;
  body: string;
  kind: CaseKind;
  categoryId: string | null;
  areaId: string;
  place: string;
  raisedAt: string;
  dueAt: string;
  nearAt: string;
  unit: TimeUnit;
  wantedBy: string | null;
  /** Its words say so; its category may as well. */
  danger: boolean;
  anonymous: boolean;
  caller: string;
  /** Base64. */
  phoneCipher: string | null;
  folded: string;
  pieces: string[];
}

export interface Filed {
  id: string;
  communityId: string | null;
  gridId: string | null;
}

/** Files open cases with search words, contact and number; one whose number is in already is left out. Gives back the new ones. */
export function insertOrders(
  tx: Tx,
  { importId, receiverId, receivedAt }: { importId: string; receiverId: string | null; receivedAt: string },
  rows: readonly NewOrder[],
): Promise<Filed[]> {
  return tx.many(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, number text, "externalKey" text, "orderNumber" text, title text,
        body text, kind text, "categoryId" uuid, "areaId" uuid, place text, "raisedAt" timestamptz, "dueAt" timestamptz, "nearAt" timestamptz,
        unit text, "wantedBy" timestamptz, danger boolean, anonymous boolean, caller text, "phoneCipher" text, folded text, pieces jsonb)),
    filed as (
      insert into case_record (tenant_id, id, number, external_key, title, body, kind, category_id, source, danger, state, open, area_id, community_id,
        grid_id, micro_grid_id, building_id, place, registered_by, raised_at, received_at, wanted_by, due_at, near_at, watch_at, deadline_unit, level,
        anonymous, first_receiver_id)
      select a.tenant_id, j.id, j.number, j."externalKey", j.title, j.body, j.kind, j."categoryId", 'hotline', j.danger or coalesce(k.danger, false), 'submitted',
        true, a.id, a.community_id, a.grid_id, a.micro_grid_id, a.building_id, concat_ws(' ', nullif(a.place_name, ''), nullif(j.place, '')),
        app.account(), j."raisedAt", ${receivedAt}, j."wantedBy", j."dueAt", j."nearAt", j."nearAt", j.unit,
        case when a.community_id is null then 'street' else 'community' end, j.anonymous, ${receiverId}
      from given j join area a on a.tenant_id = app.tenant() and a.id = j."areaId"
        left join case_category k on k.tenant_id = a.tenant_id and k.id = j."categoryId"
      on conflict (tenant_id, external_key) do nothing
      returning id, community_id, grid_id),
    searched as (
      insert into case_search (tenant_id, id, folded, keys)
      select app.tenant(), j.id, j.folded, app.search_keys(app.tenant(), app.month_of(j."raisedAt"), array(select jsonb_array_elements_text(j.pieces)))
      from given j join filed on filed.id = j.id),
    ordered as (
      insert into hotline_order (tenant_id, id, import_id, number)
      select app.tenant(), j.id, ${importId}, j."orderNumber" from given j join filed on filed.id = j.id),
    called as (
      insert into case_contact (tenant_id, id, community_id, grid_id, name, phone_cipher)
      select app.tenant(), filed.id, filed.community_id, filed.grid_id, j.caller, decode(j."phoneCipher", 'base64')
      from given j join filed on filed.id = j.id where j.caller <> '' or j."phoneCipher" is not null)
    select id, community_id as "communityId", grid_id as "gridId" from filed`);
}

export interface ToTell {
  accountId: string;
  cases: number;
  late: number;
}

/** Marks the orders nobody was told of as told, and gives back who is to hear of how many: the desk of their place, once each. */
export function takeUntold(tx: Tx, importId: string, now: Date): Promise<ToTell[]> {
  return tx.many(sql`
    with fresh as (
      update hotline_order set told = true where tenant_id = app.tenant() and import_id = ${importId} and not told returning id)
    select g.account_id as "accountId", count(distinct c.id) as cases, count(distinct c.id) filter (where c.due_at <= ${now}) as late
    from fresh join case_record c on c.tenant_id = app.tenant() and c.id = fresh.id
      join role_grant g on g.tenant_id = c.tenant_id and g.since <= ${now} and (g.until is null or g.until > ${now})
      join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
      join hotline_import i on i.tenant_id = c.tenant_id and i.id = ${importId}
    where ((r.role_set = 'community_staff' and g.area_id = c.community_id) or (r.role_set = 'grid_worker' and g.area_id = c.grid_id)
        or (r.role_set = 'street_officer' and c.community_id is null)) and g.account_id is distinct from i.started_by
    group by g.account_id order by g.account_id`);
}

export interface ListedImport extends ImportRow {
  areaId: string;
  areaName: string;
  startedBy: string | null;
  cases: number;
  open: number;
}

const listed = sql`
  select i.id, i.started_at as "startedAt", i.area_id as "areaId", a.name as "areaName", p.name as "startedBy",
    (select count(*) from hotline_order o where o.tenant_id = i.tenant_id and o.import_id = i.id) as cases,
    (select count(*) from hotline_order o join case_record c on c.tenant_id = o.tenant_id and c.id = o.id
      where o.tenant_id = i.tenant_id and o.import_id = i.id and c.open) as open
  from hotline_import i join area a on a.tenant_id = i.tenant_id and a.id = i.area_id
    left join account p on p.tenant_id = i.tenant_id and p.id = i.started_by`;

export function importById(tx: Tx, id: string): Promise<ListedImport | undefined> {
  return tx.maybe(sql`${listed} where i.tenant_id = app.tenant() and i.id = ${id}`);
}

/** The newest imports of the areas; of the whole street where they are not given. */
export function latestImports(tx: Tx, areaIds: readonly string[] | undefined, limit: number): Promise<ListedImport[]> {
  const within = areaIds ? sql`and i.area_id = any (${areaIds}::uuid[])` : sql``;
  return tx.many(
    sql`${listed} where i.tenant_id = app.tenant() ${within} order by i.started_at desc, i.id desc limit ${limit}`,
  );
}

export interface ReplyRow {
  id: string;
  orderNumber: string;
  number: string;
  title: string;
  body: string;
  kind: CaseKind;
  category: string | null;
  community: string | null;
  place: string;
  raisedAt: string;
  wantedBy: string | null;
  state: CaseState;
  handler: string | null;
  resolution: string | null;
  refusal: string | null;
  resolvedAt: string | null;
  solved: boolean | null;
  satisfaction: number | null;
}

/** What became of the orders of an import, in the order of their numbers, a page after the last. */
export function replies(tx: Tx, importId: string, after: string, limit: number): Promise<ReplyRow[]> {
  return tx.many(sql`
    select c.id, o.number as "orderNumber", c.number, c.title, c.body, c.kind, k.labels ->> 'zh-Hans' as category, a.name as community, c.place,
      c.raised_at as "raisedAt", c.wanted_by as "wantedBy", c.state, h.name as handler, c.resolved_at as "resolvedAt",
      (select s.words from case_resolution s where s.tenant_id = c.tenant_id and s.case_id = c.id order by s.at desc limit 1) as resolution,
      (select f.reason from case_refusal f where f.tenant_id = c.tenant_id and f.case_id = c.id order by f.at desc limit 1) as refusal,
      last.solved, last.satisfaction
    from hotline_order o join case_record c on c.tenant_id = o.tenant_id and c.id = o.id
      left join case_category k on k.tenant_id = c.tenant_id and k.id = c.category_id
      left join area a on a.tenant_id = c.tenant_id and a.id = c.community_id
      left join organization h on h.tenant_id = c.tenant_id and h.id = c.handler_organization_id
      left join lateral (select f.solved, f.satisfaction from case_confirmation f where f.tenant_id = c.tenant_id and f.case_id = c.id
        order by f.at desc limit 1) last on true
    where o.tenant_id = app.tenant() and o.import_id = ${importId} and o.number > ${after} order by o.number limit ${limit}`);
}
