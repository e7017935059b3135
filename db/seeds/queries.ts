import { sql, type Tx } from '../../api/kernel/db.ts';
import type { Labels } from '../../api/kernel/language.ts';
import type { RoleSet } from '../../contract/accounts.ts';
import type { Tier } from '../../contract/areas.ts';

/** The tenant's id is the one of the transaction. */
export function insertTenant(tx: Tx, code: string, name: string, phone: string): Promise<number> {
  return tx.run(sql`insert into tenant (id, code, name, phone) values (app.tenant(), ${code}, ${name}, ${phone})`);
}

export interface KindRow {
  id: string;
  code: string;
  tier: Tier;
  labels: Labels;
}

export function insertKinds(tx: Tx, rows: readonly KindRow[]): Promise<number> {
  return tx.run(sql`
    insert into area_kind (tenant_id, id, code, tier, labels)
    select app.tenant(), j.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, code text, tier text, labels jsonb)`);
}

export interface RoleRow {
  id: string;
  roleSet: RoleSet;
  labels: Labels;
}

export function insertRoles(tx: Tx, rows: readonly RoleRow[]): Promise<number> {
  return tx.run(sql`
    insert into role (tenant_id, id, role_set, labels)
    select app.tenant(), j.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, "roleSet" text, labels jsonb)`);
}

export interface CategoryRow {
  id: string;
  parentId: string | null;
  code: string;
  labels: Labels;
  danger: boolean;
  callFirst: string | null;
  deadlineClassId: string;
  shared: boolean;
  position: number;
}

export function insertCategories(tx: Tx, rows: readonly CategoryRow[]): Promise<number> {
  return tx.run(sql`
    insert into case_category (tenant_id, id, parent_id, code, labels, danger, call_first, deadline_class_id, shared, position)
    select app.tenant(), j.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, "parentId" uuid, code text, labels jsonb,
      danger boolean, "callFirst" text, "deadlineClassId" uuid, shared boolean, position integer)`);
}
