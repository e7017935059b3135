import type { TimeUnit } from '../../../contract/calendar.ts';
import type { EditDeadlineClass, Windows } from '../../../contract/deadlines.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

export interface ClassRow {
  id: string;
  labels: Labels;
  amount: number;
  unit: TimeUnit;
  answerHours: number;
  basis: string;
  usual: boolean;
  version: number;
}

/** A class with what is in it. */
export interface ListedClass extends ClassRow {
  categoryIds: string[];
}

const columns = sql`k.id, k.labels, k.amount, k.unit, k.answer_hours as "answerHours", k.basis, k.usual, k.version`;

const listed = sql`${columns}, array(select c.id from case_category c where c.tenant_id = k.tenant_id and c.deadline_class_id = k.id
  order by c.id) as "categoryIds"`;

export function classes(tx: Tx): Promise<ListedClass[]> {
  return tx.many(
    sql`select ${listed} from deadline_class k where k.tenant_id = app.tenant() order by k.position, k.id`,
  );
}

export function classById(tx: Tx, id: string): Promise<ListedClass | undefined> {
  return tx.maybe(
    sql`select ${listed} from deadline_class k where k.tenant_id = app.tenant() and k.id = ${id} for update of k`,
  );
}

/** The class of a category, the usual one where there is no category. */
export function classFor(tx: Tx, categoryId: string | null): Promise<ClassRow> {
  return tx.one(
    categoryId
      ? sql`select ${columns} from case_category c join deadline_class k on k.tenant_id = c.tenant_id and k.id = c.deadline_class_id
          where c.tenant_id = app.tenant() and c.id = ${categoryId}`
      : sql`select ${columns} from deadline_class k where k.tenant_id = app.tenant() and k.usual`,
  );
}

export interface Allowance {
  code: string;
  usual: boolean;
  amount: number;
  unit: TimeUnit;
  categoryIds: string[];
}

/** What every class allows, with the categories in it: for whoever gives many deadlines at once. */
export function allowances(tx: Tx): Promise<Allowance[]> {
  return tx.many(sql`select k.code, k.usual, k.amount, k.unit, array(select c.id from case_category c
      where c.tenant_id = k.tenant_id and c.deadline_class_id = k.id) as "categoryIds"
    from deadline_class k where k.tenant_id = app.tenant() order by k.position`);
}

export interface NewClass {
  id: string;
  code: string;
  labels: Labels;
  amount: number;
  unit: TimeUnit;
  answerHours: number;
  basis: string;
  usual: boolean;
}

/** Adds classes after those that are there. */
export function insertClasses(tx: Tx, rows: readonly NewClass[]): Promise<number> {
  return tx.run(sql`
    insert into deadline_class (tenant_id, id, code, labels, amount, unit, answer_hours, basis, usual, position)
    select app.tenant(), j.id, j.code, j.labels, j.amount, j.unit, j."answerHours", j.basis, j.usual,
      (select coalesce(max(position), 0) from deadline_class where tenant_id = app.tenant()) + j.place
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (id uuid, code text, labels jsonb, amount integer, unit text,
      "answerHours" integer, basis text, usual boolean)) with ordinality as j (id, code, labels, amount, unit, "answerHours", basis, usual, place)`);
}

export function updateClass(tx: Tx, id: string, edit: Omit<EditDeadlineClass, 'name'>, labels: Labels | null): void {
  tx.send(sql`
    update deadline_class set labels = coalesce(${labels === null ? null : JSON.stringify(labels)}::jsonb, labels), amount = coalesce(${edit.amount ?? null}, amount),
      unit = coalesce(${edit.unit ?? null}, unit), answer_hours = coalesce(${edit.answerHours ?? null}, answer_hours),
      basis = coalesce(${edit.basis ?? null}, basis), version = version + 1
    where tenant_id = app.tenant() and id = ${id}`);
}

/** Whether category and class are both of this street. */
export async function classify(tx: Tx, categoryId: string, classId: string): Promise<boolean> {
  return (
    (await tx.run(sql`
      update case_category c set deadline_class_id = k.id, version = c.version + 1 from deadline_class k
      where c.tenant_id = app.tenant() and c.id = ${categoryId} and k.tenant_id = c.tenant_id and k.id = ${classId}`)) ===
    1
  );
}

export async function keptWindows(tx: Tx): Promise<Partial<Windows>> {
  const { kept } = await tx.one<{ kept: Partial<Windows> }>(sql`
    select jsonb_strip_nulls(jsonb_build_object('reopenHours', settings -> 'reopenHours', 'confirmDays', settings -> 'confirmDays',
      'archiveDays', settings -> 'archiveDays')) as kept from tenant where id = app.tenant()`);
  return kept;
}

export function keepWindows(tx: Tx, windows: Windows): void {
  tx.send(sql`update tenant set settings = settings || ${JSON.stringify(windows)}::jsonb where id = app.tenant()`);
}
