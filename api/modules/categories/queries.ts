import type { EditCategory } from '../../../contract/categories.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';
import type { Knot } from './rules.ts';

export interface NodeRow extends Knot {
  labels: Labels;
  position: number;
  danger: boolean;
  callFirst: string | null;
  shared: boolean;
  deadlineClassId: string;
  deadlineClassLabels: Labels;
  endedAt: string | null;
  version: number;
}

/** The whole tree, ended ones too, as the street orders it. */
export function nodes(tx: Tx): Promise<NodeRow[]> {
  return tx.many(sql`
    select k.id, k.parent_id as "parentId", k.code, coalesce(k.labels ->> 'zh-Hans', '') as name, k.until is not null as ended, k.labels, k.position,
      k.danger, k.call_first as "callFirst", k.shared, k.deadline_class_id as "deadlineClassId", d.labels as "deadlineClassLabels",
      k.until as "endedAt", k.version
    from case_category k join deadline_class d on d.tenant_id = k.tenant_id and d.id = k.deadline_class_id
    where k.tenant_id = app.tenant() order by k.position, k.code`);
}

/** Open cases (table `c`) of each category, of those that fit. */
export function openCases(tx: Tx, where: Sql): Promise<{ id: string; count: number }[]> {
  return tx.many(sql`select c.category_id as id, count(*) as count from case_record c
    where c.tenant_id = app.tenant() and c.open and c.category_id is not null and ${where} group by c.category_id`);
}

/** One at a time may change the tree: names, places and order are judged against all of it. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(app.tenant()::text, 3))`);
}

export interface NewNode {
  id: string;
  parentId: string | null;
  code: string;
  labels: Labels;
  danger: boolean;
  callFirst: string | null;
  shared: boolean;
  deadlineClassId: string;
  position: number;
}

export function insertNodes(tx: Tx, rows: readonly NewNode[]): Promise<number> {
  return tx.run(sql`
    insert into case_category (tenant_id, id, parent_id, code, labels, danger, call_first, shared, deadline_class_id, position)
    select app.tenant(), j.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, "parentId" uuid, code text, labels jsonb,
      danger boolean, "callFirst" text, shared boolean, "deadlineClassId" uuid, position integer)`);
}

export function updateNode(tx: Tx, id: string, labels: Labels, said: Omit<EditCategory, 'names'>): Promise<number> {
  const { danger, callFirst, shared, deadlineClassId } = said;
  return tx.run(sql`update case_category set labels = ${JSON.stringify(labels)}::jsonb, danger = ${danger}, call_first = ${callFirst},
    shared = ${shared}, deadline_class_id = ${deadlineClassId}, version = version + 1 where tenant_id = app.tenant() and id = ${id}`);
}

export function hangNode(tx: Tx, id: string, parentId: string | null): Promise<number> {
  return tx.run(sql`update case_category set parent_id = ${parentId}, version = version + 1
    where tenant_id = app.tenant() and id = ${id}`);
}

/** Numbers the whole tree in the order of the ids, so that any list by position has each one after its parent. */
export function orderNodes(tx: Tx, ids: readonly string[]): Promise<number> {
  return tx.run(sql`update case_category k set position = j.place::integer
    from unnest(${ids}::uuid[]) with ordinality as j (id, place)
    where k.tenant_id = app.tenant() and k.id = j.id and k.position <> j.place`);
}

export function endNodes(tx: Tx, ids: readonly string[], at: Date): Promise<number> {
  return tx.run(sql`update case_category set until = ${at}, version = version + 1
    where tenant_id = app.tenant() and id = any (${ids}::uuid[]) and until is null`);
}

export function reinstateNodes(tx: Tx, ids: readonly string[]): Promise<number> {
  return tx.run(sql`update case_category set until = null, version = version + 1
    where tenant_id = app.tenant() and id = any (${ids}::uuid[])`);
}

export async function usualClass(tx: Tx): Promise<string> {
  const { id } = await tx.one<{ id: string }>(
    sql`select id from deadline_class where tenant_id = app.tenant() and usual`,
  );
  return id;
}

export async function isDeadlineClass(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run(sql`select 1 from deadline_class where tenant_id = app.tenant() and id = ${id}`)) > 0;
}
