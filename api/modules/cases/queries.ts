import type { AreaRef } from '../../../contract/areas.ts';
import type { TimeUnit } from '../../../contract/calendar.ts';
import type { CaseKind, CaseLevel, CaseSource, CaseState } from '../../../contract/cases.ts';
import type { Photo } from '../../../contract/photos.ts';
import type { Position } from '../../../contract/wire.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';
import type { Reachable } from '../../kernel/permissions.ts';
import type { CaseDeadline } from '../deadlines/index.ts';
import { isOpen } from './rules.ts';

/** What a verb needs to know of a case. */
export interface CaseRow extends Reachable {
  helperIds: string[];
  id: string;
  number: string;
  title: string;
  state: CaseState;
  danger: boolean;
  level: CaseLevel;
  /** What was asked and not decided, or the suspension in force. */
  pauseId: string | null;
  categoryId: string | null;
  areaId: string;
  handlerAccountId: string | null;
  raisedAt: string;
  /** When it reached the street: its class counts from then. */
  receivedAt: string;
  /** 办理时限: no deadline that a class gives is later. */
  wantedBy: string | null;
  dueAt: string | null;
  nearAt: string | null;
  /** By which clock the deadline runs. */
  deadlineUnit: TimeUnit;
  /** 首接负责: the body that signed for it first. */
  firstReceiverId: string | null;
  assignedAt: string | null;
  signedAt: string | null;
  /** Whoever acts has signed for it, written to the raiser, refused it or said it is done. */
  answered: boolean;
  closedAt: string | null;
  publishedAt: string | null;
  anonymous: boolean;
  joinedTimes: number;
  /** What its followers know it by while it is not public; read only where there are followers. */
  categoryLabels: Labels | null;
  version: number;
}

const helperIds = sql`array(select h.organization_id from case_helper h where h.tenant_id = c.tenant_id and h.case_id = c.id) as "helperIds"`;
const caseColumns = sql`c.id, c.number, c.title, c.state, c.danger, c.level, c.pause_id as "pauseId", c.category_id as "categoryId", c.area_id as "areaId",
  c.raiser_id as "raiserId", c.handler_organization_id as "handlerOrganizationId", c.handler_account_id as "handlerAccountId",
  c.community_id as "communityId", c.grid_id as "gridId", c.micro_grid_id as "microGridId", c.building_id as "buildingId",
  c.raised_at as "raisedAt", coalesce(c.received_at, c.raised_at) as "receivedAt", c.wanted_by as "wantedBy",
  c.due_at as "dueAt", c.near_at as "nearAt", c.deadline_unit as "deadlineUnit", c.first_receiver_id as "firstReceiverId",
  c.assigned_at as "assignedAt", c.signed_at as "signedAt", (c.first_answered_at is not null or c.first_receiver_id is not null or c.reopened_times > 0) as answered,
   c.closed_at as "closedAt",
  c.published_at as "publishedAt", c.anonymous, c.joined_times as "joinedTimes", case when c.joined_times > 0 then (
    select k.labels from case_category k where k.tenant_id = c.tenant_id and k.id = c.category_id) end as "categoryLabels", c.version, ${helperIds}`;

/** The case, locked until the verb is done: two verbs on one case come one after the other. */
export function lockCase(tx: Tx, id: string): Promise<CaseRow | undefined> {
  return tx.maybe(
    sql`select ${caseColumns} from case_record c where c.tenant_id = app.tenant() and c.id = ${id} for update`,
  );
}

export function findCase(tx: Tx, id: string): Promise<CaseRow | undefined> {
  return tx.maybe(sql`select ${caseColumns} from case_record c where c.tenant_id = app.tenant() and c.id = ${id}`);
}

export interface NewCase {
  id: string;
  number: string;
  title: string;
  body: string;
  kind: CaseKind;
  categoryId: string | null;
  source: CaseSource;
  areaId: string | null;
  place: string;
  lon: number | null;
  lat: number | null;
  positionCrs: 'wgs84' | 'gcj02' | null;
  raiserId: string | null;
  registeredBy: string;
  published: boolean;
  anonymous: boolean;
  /** Seen and raised by a grid worker: it starts in the grid. */
  onTheSpot: boolean;
  /** Its words say so; a category says so besides. */
  danger: boolean;
  raisedAt: Date;
}

export interface PlacedCase {
  /** Null where the class counts working time, which takes the street's calendar. */
  dueAt: string | null;
  communityId: string | null;
  gridId: string | null;
  danger: boolean;
  place: string;
}

/** Files the case under its area with all ancestors, with what its class allows by the clock; undefined when area or category is not of this street, or in use no longer. */
export function insertCase(tx: Tx, one: NewCase): Promise<PlacedCase | undefined> {
  // Texts of their own for each combination: with `coalesce` and `is null` PostgreSQL planned the statement anew each time, at half its cost.
  const where = one.areaId
    ? sql`${one.areaId}`
    : sql`(select acc.home_area_id from account acc where acc.tenant_id = app.tenant() and acc.id = app.account())`;
  const category = one.categoryId
    ? sql`join case_category k on k.tenant_id = a.tenant_id and k.id = ${one.categoryId} and k.until is null
        join deadline_class d on d.tenant_id = k.tenant_id and d.id = k.deadline_class_id`
    : sql`cross join (select null::uuid as id, false as danger) k join deadline_class d on d.tenant_id = a.tenant_id and d.usual`;
  return tx.maybe(sql`
    insert into case_record as c (tenant_id, id, number, title, body, kind, category_id, source, danger, state, open, area_id, community_id, grid_id,
      micro_grid_id, building_id, place, lon, lat, raiser_id, registered_by, raised_at, due_at, near_at, watch_at, deadline_unit, level,
      position_crs, published_at, anonymous)
    select a.tenant_id, ${one.id}, ${one.number}, ${one.title}, ${one.body}, ${one.kind}, k.id, ${one.source}, k.danger or ${one.danger}, 'submitted', true,
      a.id, a.community_id, a.grid_id, a.micro_grid_id, a.building_id, concat_ws(' ', nullif(a.place_name, ''), nullif(${one.place}, '')),
      ${one.lon}, ${one.lat}, ${one.raiserId}, ${one.registeredBy}, ${one.raisedAt}, ${one.raisedAt}::timestamptz + allowed.time,
      ${one.raisedAt}::timestamptz + allowed.time * 0.8, ${one.raisedAt}::timestamptz + allowed.time * 0.8, d.unit,
      case when ${one.onTheSpot} and a.grid_id is not null then 'grid' else 'community' end, ${one.positionCrs},
      case when ${one.published} then ${one.raisedAt}::timestamptz end, ${one.anonymous}
    from area a ${category}
      cross join lateral (select case d.unit when 'hour' then make_interval(hours => d.amount) when 'day' then make_interval(days => d.amount) end as time) allowed
    where a.tenant_id = app.tenant() and a.until is null and a.id = ${where}
    returning c.community_id as "communityId", c.grid_id as "gridId", c.danger, c.place, c.due_at as "dueAt"`);
}

export function insertSearch(tx: Tx, id: string, raisedAt: Date | string, folded: string, pieces: string[]): void {
  tx.send(sql`insert into case_search (tenant_id, id, folded, keys)
    values (app.tenant(), ${id}, ${folded}, app.search_keys(app.tenant(), app.month_of(${raisedAt}), ${pieces}))
    on conflict (tenant_id, id) do update set folded = excluded.folded, keys = excluded.keys`);
}

export function insertContact(tx: Tx, id: string, placed: PlacedCase, name: string, phoneCipher: Buffer | null): void {
  tx.send(sql`insert into case_contact (tenant_id, id, community_id, grid_id, name, phone_cipher)
    values (app.tenant(), ${id}, ${placed.communityId}, ${placed.gridId}, ${name}, ${phoneCipher})`);
}

/** Hangs the actor's own, not yet used uploads on a case; gives back how many were found. */
export function attachPhotos(
  tx: Tx,
  caseId: string,
  photoIds: readonly string[],
  phase: string,
  internal: boolean,
  at: Date,
): Promise<number> {
  return tx.run(sql`
    insert into case_photo (tenant_id, id, case_id, phase, internal, position, at)
    select f.tenant_id, f.id, ${caseId}, ${phase}, ${internal}, array_position(${photoIds}::uuid[], f.id), ${at}
    from file f where f.tenant_id = app.tenant() and f.id = any (${photoIds}::uuid[]) and f.uploaded_by = app.account()
      and not exists (select 1 from case_photo p where p.tenant_id = f.tenant_id and p.id = f.id)`);
}

/** Moves a case on; `sets` adds columns. The version counts every move. */
export function moveCase(tx: Tx, id: string, to: CaseState, sets: Sql): void {
  const ends = isOpen(to) && to !== 'resolved' ? sql`` : sql`, pause_id = null`;
  tx.send(
    sql`update case_record set state = ${to}, open = ${isOpen(to)}, version = version + 1 ${ends}${sets} where tenant_id = app.tenant() and id = ${id}`,
  );
}

/** Columns of a deadline of its own: what was told of the one before will be told of this one again. */
export function newDeadline({ dueAt, nearAt, unit }: CaseDeadline): Sql {
  return sql`, due_at = ${dueAt}, near_at = ${nearAt}, watch_at = ${nearAt}, deadline_unit = ${unit}, deadline_round = deadline_round + 1`;
}

/** Columns of the same deadline after a pause: what was told of it is not told again. */
export function movedDeadline({ dueAt, nearAt }: { dueAt: Date; nearAt: Date }): Sql {
  return sql`, due_at = ${dueAt}, near_at = ${nearAt}, watch_at = ${nearAt}`;
}

export function setDeadline(tx: Tx, id: string, deadline: CaseDeadline): void {
  tx.send(
    sql`update case_record set version = version ${newDeadline(deadline)} where tenant_id = app.tenant() and id = ${id}`,
  );
}

export interface CaseEdit {
  title?: string | undefined;
  categoryId?: string | undefined;
  areaId?: string | undefined;
  place?: string | undefined;
}

/** Where the case lies afterwards; undefined when area or category is not of this street. */
export function editCase(
  tx: Tx,
  id: string,
  { title, categoryId, areaId, place }: CaseEdit,
): Promise<Line | undefined> {
  return tx.maybe(sql`
    update case_record c set title = coalesce(${title}, c.title), category_id = coalesce(${categoryId}, c.category_id),
      danger = coalesce((select k.danger from case_category k where k.tenant_id = c.tenant_id and k.id = ${categoryId}), c.danger),
      area_id = a.id, community_id = a.community_id, grid_id = a.grid_id, micro_grid_id = a.micro_grid_id, building_id = a.building_id,
      place = case when ${areaId}::uuid is null and ${place}::text is null then c.place else concat_ws(' ', nullif(a.place_name, ''), nullif(${place}, '')) end,
      version = c.version + 1
    from area a where c.tenant_id = app.tenant() and c.id = ${id} and a.tenant_id = c.tenant_id and a.id = coalesce(${areaId}, c.area_id)
      and (${categoryId}::uuid is null or exists (select 1 from case_category k where k.tenant_id = c.tenant_id and k.id = ${categoryId}
        and (k.until is null or k.id = c.category_id)))
    returning c.community_id as "communityId", c.grid_id as "gridId", c.micro_grid_id as "microGridId", c.building_id as "buildingId"`);
}

/** Where it was seen, if anybody said so. */
export function positionOf(tx: Tx, id: string): Promise<Position | undefined> {
  return tx.maybe(
    sql`select lon, lat from case_record where tenant_id = app.tenant() and id = ${id} and lon is not null and lat is not null`,
  );
}

type Line = Pick<Reachable, 'communityId' | 'gridId' | 'microGridId' | 'buildingId'>;

/** Files the case under an area with its ancestors of today; the words of its place stay. */
export function fileUnder(tx: Tx, id: string, areaId: string): Promise<Line> {
  return tx.one(sql`
    update case_record c set area_id = a.id, community_id = a.community_id, grid_id = a.grid_id, micro_grid_id = a.micro_grid_id, building_id = a.building_id
    from area a where c.tenant_id = app.tenant() and c.id = ${id} and a.tenant_id = c.tenant_id and a.id = ${areaId}
    returning c.community_id as "communityId", c.grid_id as "gridId", c.micro_grid_id as "microGridId", c.building_id as "buildingId"`);
}

/** The contact lies behind the wall of the area its case lies in. */
export function moveContact(tx: Tx, id: string, communityId: string | null, gridId: string | null): void {
  tx.send(
    sql`update case_contact set community_id = ${communityId}, grid_id = ${gridId} where tenant_id = app.tenant() and id = ${id}`,
  );
}

/** Whether a category is there, and offered still. */
export function categoryOf(tx: Tx, id: string): Promise<{ ended: boolean } | undefined> {
  return tx.maybe(
    sql`select until is not null as ended from case_category where tenant_id = app.tenant() and id = ${id}`,
  );
}

export function wordsOf(tx: Tx, id: string): Promise<{ number: string; title: string; body: string; place: string }> {
  return tx.one(sql`select number, title, body, place from case_record where tenant_id = app.tenant() and id = ${id}`);
}

export interface CategoryRow {
  id: string;
  parentId: string | null;
  code: string;
  labels: Labels;
  danger: boolean;
  callFirst: string | null;
  amount: number;
  unit: TimeUnit;
  ended: boolean;
}

export function categories(tx: Tx, ended: boolean): Promise<CategoryRow[]> {
  return tx.many(sql`select k.id, k.parent_id as "parentId", k.code, k.labels, k.danger, k.call_first as "callFirst", d.amount, d.unit,
      k.until is not null as ended
    from case_category k join deadline_class d on d.tenant_id = k.tenant_id and d.id = k.deadline_class_id
    where k.tenant_id = app.tenant() and (${ended} or k.until is null) order by k.position, k.code`);
}

/** The file of a photo, if its case is within reach or the actor uploaded it. */
export function photoWithin(tx: Tx, id: string, reading: Sql, working: Sql): Promise<{ id: string } | undefined> {
  return tx.maybe(sql`
    select f.id from file f where f.tenant_id = app.tenant() and f.id = ${id} and (f.uploaded_by = app.account() or exists (
      select 1 from case_photo p join case_record c on c.tenant_id = p.tenant_id and c.id = p.case_id
      where p.tenant_id = f.tenant_id and p.id = f.id and ${reading} and (not p.internal or ${working})))`);
}

export interface SummaryRow {
  id: string;
  number: string;
  title: string;
  kind: CaseKind;
  state: CaseState;
  source: CaseSource;
  danger: boolean;
  place: string;
  raisedAt: string;
  dueAt: string | null;
  nearAt: string | null;
  level: CaseLevel;
  suspendedUntil: string | null;
  supervisedAt: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  version: number;
  raiserId: string | null;
  categoryId: string | null;
  categoryLabels: Labels | null;
  communityId: string | null;
  communityName: string | null;
  gridId: string | null;
  gridName: string | null;
  handlerOrganizationId: string | null;
  handlerName: string | null;
  handlerAccountId: string | null;
  assignedAt: string | null;
  signedAt: string | null;
  microGridId: string | null;
  buildingId: string | null;
}

const ownColumns = sql`c.id, c.number, c.title, c.kind, c.state, c.source, c.danger, c.place, c.raised_at as "raisedAt", c.due_at as "dueAt",
  c.near_at as "nearAt", c.level, c.suspended_until as "suspendedUntil", c.supervised_at as "supervisedAt",
  c.resolved_at as "resolvedAt", c.closed_at as "closedAt", c.assigned_at as "assignedAt", c.signed_at as "signedAt", c.version,
  c.raiser_id as "raiserId", c.category_id as "categoryId", c.community_id as "communityId", c.grid_id as "gridId",
  c.micro_grid_id as "microGridId", c.building_id as "buildingId", c.handler_organization_id as "handlerOrganizationId",
  c.handler_account_id as "handlerAccountId"`;

/** Summaries of the cases (table `c`) that fit; `tail` is the order and limit. */
export function summaries(tx: Tx, where: Sql, tail: Sql): Promise<SummaryRow[]> {
  return tx.many(sql`
    select ${ownColumns}, k.labels as "categoryLabels", community.name as "communityName", grid.name as "gridName", o.name as "handlerName"
    from case_record c
      left join case_category k on k.tenant_id = c.tenant_id and k.id = c.category_id
      left join area community on community.tenant_id = c.tenant_id and community.id = c.community_id
      left join area grid on grid.tenant_id = c.tenant_id and grid.id = c.grid_id
      left join organization o on o.tenant_id = c.tenant_id and o.id = c.handler_organization_id
    where c.tenant_id = app.tenant() and ${where} ${tail}`);
}

export interface DetailRow extends Omit<SummaryRow, 'communityName' | 'gridName'>, Pick<CaseRow, 'helperIds'> {
  body: string;
  /** From the street down. */
  places: (AreaRef & { phone: string })[];
  lon: number | null;
  lat: number | null;
  contactName: string | null;
  phoneCipher: Buffer | null;
  /** Names of the raiser and the handling person by their ids. */
  people: Record<string, string> | null;
  handlerPhone: string | null;
  streetPhone: string;
  acceptedAt: string | null;
  reopenedTimes: number;
  urgedTimes: number;
  joinedTimes: number;
  publishedAt: string | null;
  anonymous: boolean;
  mergedInto: { id: string; number: string } | null;
  pause: { kind: 'suspension' | 'extension'; until: string; words: string; asked: boolean } | null;
  firstReceiver: { id: string; name: string } | null;
  resolution: string | null;
  refusal: string | null;
  confirmation: { solved: boolean; satisfaction: number | null; words: string | null; at: string } | null;
  photos: (Photo & { internal: boolean })[] | null;
}

const raiserPhone = sql`coalesce(contact.phone_cipher,
  (select ac.phone_cipher from account_contact ac where ac.tenant_id = c.tenant_id and ac.account_id = c.raiser_id))`;

/** The encrypted number of whoever raised it, where there is one. */
export async function phoneOf(tx: Tx, id: string): Promise<Buffer | null> {
  const { phoneCipher } = await tx.one<{ phoneCipher: Buffer | null }>(sql`
    select ${raiserPhone} as "phoneCipher" from case_record c
      left join case_contact contact on contact.tenant_id = c.tenant_id and contact.id = c.id
    where c.tenant_id = app.tenant() and c.id = ${id}`);
  return phoneCipher;
}

// Every verb answers with this, so each table stands in it once: areas and people come as one set each, not as a join per role.
/** All of one case. */
export function detailOf(tx: Tx, id: string, where: Sql): Promise<DetailRow | undefined> {
  return tx.maybe(sql`
    select ${ownColumns}, ${helperIds}, k.labels as "categoryLabels", o.name as "handlerName", o.phone as "handlerPhone",
      c.body, c.lon, c.lat, c.accepted_at as "acceptedAt", c.reopened_times as "reopenedTimes", c.urged_times as "urgedTimes",
      c.joined_times as "joinedTimes", c.published_at as "publishedAt", c.anonymous,
      (select json_build_object('id', m.id, 'number', m.number) from case_record m where m.tenant_id = c.tenant_id and m.id = c.merged_into) as "mergedInto",
      (select json_build_object('kind', p.kind, 'until', (to_jsonb(p.until at time zone 'UTC') #>> '{}') || 'Z', 'words', p.words, 'asked', p.decided_at is null)
        from case_pause p where p.tenant_id = c.tenant_id and p.id = c.pause_id) as pause,
      (select json_build_object('id', first.id, 'name', first.name) from organization first
        where first.tenant_id = c.tenant_id and first.id = c.first_receiver_id) as "firstReceiver",
      street.phone as "streetPhone",
      contact.name as "contactName", ${raiserPhone} as "phoneCipher",
      (select json_agg(json_build_object('id', a.id, 'name', a.name, 'tier', a.tier, 'phone', a.phone) order by nlevel(a.path)) from area a
        where a.tenant_id = c.tenant_id and a.id in (c.community_id, c.grid_id, c.micro_grid_id, c.building_id, here.parent_id, here.id)) as places,
      (select json_object_agg(p.id, p.name) from account p where p.tenant_id = c.tenant_id and p.id in (c.raiser_id, c.handler_account_id)) as people,
      (select s.words from case_resolution s where s.tenant_id = c.tenant_id and s.case_id = c.id order by s.at desc limit 1) as resolution,
      (select f.reason from case_refusal f where f.tenant_id = c.tenant_id and f.case_id = c.id order by f.at desc limit 1) as refusal,
      (select json_build_object('solved', k.solved, 'satisfaction', k.satisfaction, 'words', k.words, 'at', (to_jsonb(k.at at time zone 'UTC') #>> '{}') || 'Z')
        from case_confirmation k where k.tenant_id = c.tenant_id and k.case_id = c.id order by k.at desc limit 1) as confirmation,
      (select json_agg(json_build_object('id', p.id, 'phase', p.phase, 'internal', p.internal, 'width', f.width, 'height', f.height,
          'takenAt', (to_jsonb(p.at at time zone 'UTC') #>> '{}') || 'Z') order by p.at, p.position)
        from case_photo p join file f on f.tenant_id = p.tenant_id and f.id = p.id where p.tenant_id = c.tenant_id and p.case_id = c.id) as photos
    from case_record c
      join tenant street on street.id = c.tenant_id
      join area here on here.tenant_id = c.tenant_id and here.id = c.area_id
      left join case_category k on k.tenant_id = c.tenant_id and k.id = c.category_id
      left join organization o on o.tenant_id = c.tenant_id and o.id = c.handler_organization_id
      left join case_contact contact on contact.tenant_id = c.tenant_id and contact.id = c.id
    where c.tenant_id = app.tenant() and c.id = ${id} and ${where}`);
}

/** A category and all below it, however deep the street's tree is. */
export const categoriesFrom = (id: string): Sql => sql`(
  with recursive below as (
    select ${id}::uuid as id
    union select k.id from case_category k join below on k.parent_id = below.id where k.tenant_id = app.tenant())
  select id from below)`;
