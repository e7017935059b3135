import type { z } from 'zod';
import type { OrganizationKind } from '../../../contract/organizations.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { PartTimes } from './rules.ts';

export interface PartRow extends PartTimes {
  id: string;
  organizationId: string;
  organization: string;
  person: string | null;
  task: string;
  dueAt: string;
  askedBy: string;
  askedAt: string;
  words: string | null;
  reason: string | null;
  photoIds: string[];
}

/** The parts of a case, oldest first. */
export function partsOf(tx: Tx, caseId: string): Promise<PartRow[]> {
  return tx.many(sql`
    select p.id, p.organization_id as "organizationId", o.name as organization, acc.name as person, p.task, p.due_at as "dueAt",
      p.asked_by as "askedBy", p.asked_at as "askedAt", p.signed_at as "signedAt", p.finished_at as "finishedAt",
      p.declined_at as "declinedAt", p.withdrawn_at as "withdrawnAt", p.words, p.reason, p.photo_ids as "photoIds"
    from case_part p
      join organization o on o.tenant_id = p.tenant_id and o.id = p.organization_id
      left join account acc on acc.tenant_id = p.tenant_id and acc.id = coalesce(p.signed_by, p.account_id)
    where p.tenant_id = app.tenant() and p.case_id = ${caseId} order by p.asked_at, p.id`);
}

export interface NewPartRow {
  id: string;
  organizationId: string;
  accountId: string | null;
  task: string;
  dueAt: string;
}

export function insertParts(tx: Tx, caseId: string, parts: readonly NewPartRow[], at: Date): void {
  tx.send(sql`
    insert into case_part (tenant_id, id, case_id, organization_id, account_id, task, due_at, asked_by, asked_at)
    select app.tenant(), j.id, ${caseId}, j."organizationId", j."accountId", j.task, j."dueAt", app.account(), ${at}
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as j (id uuid, "organizationId" uuid, "accountId" uuid, task text, "dueAt" timestamptz)`);
}

export function movePart(tx: Tx, id: string, sets: Sql): void {
  tx.send(sql`update case_part set ${sets} where tenant_id = app.tenant() and id = ${id}`);
}

/** Whoever has an open part of the case in hand: the person it was given to, else everybody of the body. */
export function helpersOf(caseId: string, now: Date): Sql {
  return sql`select g.account_id from case_part p
      join role_grant g on g.tenant_id = p.tenant_id and g.organization_id = p.organization_id and (p.account_id is null or g.account_id = p.account_id)
    where p.tenant_id = app.tenant() and p.case_id = ${caseId} and p.finished_at is null and p.declined_at is null and p.withdrawn_at is null
      and g.since <= ${now} and (g.until is null or g.until > ${now})`;
}

/** From now on the bodies reach the case and find it among what they have to do. */
export function insertHelpers(tx: Tx, caseId: string, organizationIds: readonly string[], at: Date): void {
  tx.send(sql`
    insert into case_helper (tenant_id, id, case_id, organization_id, working, since)
    select app.tenant(), app.uuid7(), ${caseId}, one, true, ${at} from unnest(${organizationIds}::uuid[]) one
    on conflict (tenant_id, case_id, organization_id) do update set working = true`);
}

/** After what was written: whether the bodies have anything left to do, or never had anything that was not withdrawn. */
export function settleHelpers(tx: Tx, caseId: string, organizationIds: readonly string[]): void {
  const here = sql`h.tenant_id = app.tenant() and h.case_id = ${caseId} and h.organization_id = any (${organizationIds}::uuid[])`;
  tx.send(sql`
    delete from case_helper h where ${here}
      and not exists (select from case_part p where p.tenant_id = h.tenant_id and p.case_id = h.case_id
        and p.organization_id = h.organization_id and p.withdrawn_at is null)
      and not exists (select from case_turnout t join case_whistle w on w.tenant_id = t.tenant_id and w.id = t.whistle_id
        where t.tenant_id = h.tenant_id and t.case_id = h.case_id and t.organization_id = h.organization_id and w.called_off_at is null)`);
  tx.send(sql`
    update case_helper h set working = exists (select from case_part p where p.tenant_id = h.tenant_id and p.case_id = h.case_id
        and p.organization_id = h.organization_id and p.finished_at is null and p.declined_at is null and p.withdrawn_at is null)
      or exists (select from case_turnout t join case_whistle w on w.tenant_id = t.tenant_id and w.id = t.whistle_id
        where t.tenant_id = h.tenant_id and t.case_id = h.case_id and t.organization_id = h.organization_id and w.called_off_at is null
          and t.arrived_at is null and t.coming is not false)
    where ${here}`);
}

export interface BodyRow {
  id: string;
  name: string;
  kind: z.infer<typeof OrganizationKind>;
  onDuty: boolean;
  leads: boolean;
}

/** Every body of the street: on duty for the place of the case or above it first, then the departments, then the others. */
export function bodiesFor(tx: Tx, caseId: string): Promise<BodyRow[]> {
  return tx.many(sql`
    select o.id, o.name, o.kind, duty.depth is not null as "onDuty", o.id = c.handler_organization_id is true as leads
    from case_record c
      join area here on here.tenant_id = c.tenant_id and here.id = c.area_id
      join organization o on o.tenant_id = c.tenant_id and o.until is null
      left join lateral (
        select max(nlevel(a.path)) as depth from organization_duty d join area a on a.tenant_id = d.tenant_id and a.id = d.area_id
        where d.tenant_id = o.tenant_id and d.organization_id = o.id and a.path @> here.path) duty on true
    where c.tenant_id = app.tenant() and c.id = ${caseId}
    order by duty.depth desc nulls last, o.kind = 'department' desc, o.name`);
}
