import { type Context, sql, type Tx } from '../../api/kernel/db.ts';

export interface LabelRow {
  id: string;
  kind: 'estate' | 'residents_group';
  name: string;
  communityId: string;
  estateType: string | null;
}

export function insertLabels(tx: Tx, rows: readonly LabelRow[]): Promise<number> {
  return tx.run(sql`
    insert into area_label (tenant_id, id, kind, name, community_id, estate_type)
    select app.tenant(), j.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, kind text, name text, "communityId" uuid,
      "estateType" text)`);
}

export function insertLabelMembers(tx: Tx, rows: readonly { labelId: string; areaId: string }[]): Promise<number> {
  return tx.run(sql`
    insert into area_label_member (tenant_id, id, label_id, area_id)
    select app.tenant(), app.uuid7(), j.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j ("labelId" uuid, "areaId" uuid)`);
}

export interface OrganizationRow {
  id: string;
  kind: string;
  name: string;
  phone: string;
}

/** Bodies with the one area each is on duty for. */
export async function insertOrganizations(
  tx: Tx,
  rows: readonly (OrganizationRow & { areaId: string })[],
  since: Date,
): Promise<void> {
  await tx.run(sql`
    insert into organization (tenant_id, id, kind, name, phone, since)
    select app.tenant(), j.id, j.kind, j.name, j.phone, ${since}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, kind text, name text, phone text)`);
  await tx.run(sql`
    insert into organization_duty (tenant_id, id, organization_id, area_id)
    select app.tenant(), app.uuid7(), j.id, j."areaId" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, "areaId" uuid)`);
}

/** The same transaction in the name of one person, or of nobody, from here on. */
export function actingAs(tx: Tx, accountId: string | null): Tx {
  const context: Context = { ...tx.context, accountId };
  tx.send(sql`select set_config('app.account_id', ${accountId ?? ''}, true)`);
  return Object.create(tx, { context: { value: context } }) as Tx;
}

/** What people have had days to read, they have read. */
export function readNoticesBefore(tx: Tx, before: Date): Promise<number> {
  return tx.run(
    sql`update notice set read_at = at + interval '3 hours' where tenant_id = app.tenant() and at < ${before}`,
  );
}

/** Whether this transaction is the only one that fills the database now; it stays so until it ends. */
export async function isFirst(tx: Tx): Promise<boolean> {
  const { first } = await tx.one<{ first: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('linju demonstration')) as first`,
  );
  return first;
}

const newest = sql`order by id desc limit 1`;

/** The part that a body has of a case. */
export async function partOf(tx: Tx, caseId: string, organizationId: string): Promise<string> {
  const { id } = await tx.one<{ id: string }>(sql`select id from case_part
    where tenant_id = app.tenant() and case_id = ${caseId} and organization_id = ${organizationId} ${newest}`);
  return id;
}

/** The turnout that a body was called to for a case. */
export async function turnoutOf(tx: Tx, caseId: string, organizationId: string): Promise<string> {
  const { id } = await tx.one<{ id: string }>(sql`select id from case_turnout
    where tenant_id = app.tenant() and case_id = ${caseId} and organization_id = ${organizationId} ${newest}`);
  return id;
}

/** The checks that a case has at other places. */
export function checksOf(tx: Tx, originId: string): Promise<{ id: string; areaId: string }[]> {
  return tx.many(sql`select c.id, c.area_id as "areaId" from case_check k join case_record c on c.tenant_id = k.tenant_id and c.id = k.id
    where k.tenant_id = app.tenant() and k.origin_id = ${originId}`);
}
