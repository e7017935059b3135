import type { CaseLevel, CaseState } from '../../../contract/cases.ts';
import type { Rung } from '../../../contract/escalation.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Reachable } from '../../kernel/permissions.ts';

export function rungs(tx: Tx): Promise<Rung[]> {
  return tx.many(sql`select after_hours as "afterHours", role_set as "roleSet", level from escalation_rung
    where tenant_id = app.tenant() order by after_hours, level, role_set`);
}

export async function replaceRungs(tx: Tx, ladder: readonly Rung[]): Promise<void> {
  await tx.run(sql`delete from escalation_rung where tenant_id = app.tenant()`);
  await tx.run(sql`
    insert into escalation_rung (tenant_id, id, after_hours, role_set, level)
    select app.tenant(), app.uuid7(), j.* from jsonb_to_recordset(${JSON.stringify(ladder)}::jsonb) as j ("afterHours" integer, "roleSet" text, level text)`);
}

/** Looks again at what is late, because the ladder has changed. */
export function watchLateAgain(tx: Tx, now: Date): void {
  tx.send(sql`update case_record set watch_at = ${now} where tenant_id = app.tenant() and open and due_at < ${now} and watch_at is null
    and state <> 'resolved'`);
}

export interface WatchedRow extends Reachable {
  id: string;
  number: string;
  title: string;
  state: CaseState;
  level: CaseLevel;
  categoryId: string | null;
  handlerAccountId: string | null;
  firstReceiverId: string | null;
  dueAt: string | null;
  nearAt: string | null;
  round: number;
  stoodMs: number;
  told: string[];
}

// What a suspension or a lead case holds up is left alone until it runs on by itself again.
/** Cases whose next step has come, locked; another process takes others. */
export function casesToWatch(tx: Tx, now: Date, limit: number): Promise<WatchedRow[]> {
  return tx.many(sql`
    select c.id, c.number, c.title, c.state, c.level, c.category_id as "categoryId", c.raiser_id as "raiserId",
      c.handler_organization_id as "handlerOrganizationId", c.handler_account_id as "handlerAccountId", c.first_receiver_id as "firstReceiverId",
      c.community_id as "communityId", c.grid_id as "gridId", c.micro_grid_id as "microGridId", c.building_id as "buildingId",
      c.due_at as "dueAt", c.near_at as "nearAt", c.deadline_round as round,
      (select coalesce(sum(extract(epoch from p.ended_at - p.decided_at) * 1000), 0)::float8 from case_pause p where p.tenant_id = c.tenant_id
        and p.case_id = c.id and p.kind = 'suspension' and p.approved and p.decided_at >= c.due_at) as "stoodMs",
      array(select m.step from case_mark m where m.tenant_id = c.tenant_id and m.case_id = c.id and m.round = c.deadline_round) as told
    from case_record c where c.tenant_id = app.tenant() and c.watch_at <= ${now} and c.state not in ('suspended', 'merged')
    order by c.watch_at limit ${limit} for update of c skip locked`);
}

export function mark(tx: Tx, caseId: string, round: number, steps: readonly string[], at: Date): void {
  tx.send(sql`insert into case_mark (tenant_id, id, case_id, round, step, at)
    select app.tenant(), app.uuid7(), ${caseId}, ${round}, step, ${at} from unnest(${steps}::text[]) step`);
}

/** When to look at the case again; no move of its own, so its version stays. */
export function watchAgain(tx: Tx, caseId: string, at: Date | null): void {
  tx.send(sql`update case_record set watch_at = ${at} where tenant_id = app.tenant() and id = ${caseId}`);
}

/** The next instant at which a step comes. */
export async function nextWatch(tx: Tx): Promise<string | null> {
  const { next } = await tx.one<{ next: string | null }>(sql`
    select min(watch_at) as next from case_record
    where tenant_id = app.tenant() and watch_at is not null and state not in ('suspended', 'merged')`);
  return next;
}

/** The people of a rung: those of the set who stand there to the case; in the body that has it, everybody. */
export function peopleOf({ roleSet, level }: Rung, row: Reachable, now: Date): Sql {
  const active = sql`g.tenant_id = app.tenant() and g.since <= ${now} and (g.until is null or g.until > ${now})`;
  if (level === 'handled') {
    return sql`select g.account_id from role_grant g where ${active} and g.organization_id = ${row.handlerOrganizationId}`;
  }
  const areaId = { grid: sql`${row.gridId}`, community: sql`${row.communityId}`, street: sql`app.tenant()` }[level];
  return sql`select g.account_id from role_grant g join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
    where ${active} and r.role_set = ${roleSet} and g.area_id = ${areaId}`;
}

/** When the actor urged the case last. */
export async function lastUrge(tx: Tx, caseId: string): Promise<string | null> {
  const { at } = await tx.one<{ at: string | null }>(sql`select max(u.at) as at from case_urge u
    where u.tenant_id = app.tenant() and u.case_id = ${caseId} and u.urged_by = app.account()`);
  return at;
}

export function insertUrge(tx: Tx, id: string, caseId: string, words: string, at: Date): void {
  tx.send(sql`insert into case_urge (tenant_id, id, case_id, words, urged_by, at)
    values (app.tenant(), ${id}, ${caseId}, ${words}, app.account(), ${at})`);
  tx.send(
    sql`update case_record set urged_times = urged_times + 1, version = version + 1 where tenant_id = app.tenant() and id = ${caseId}`,
  );
}

export interface NewSupervision {
  id: string;
  caseId: string;
  lifts: boolean;
  words: string;
  dueAt: Date | null;
  at: Date;
}

export function insertSupervision(tx: Tx, { id, caseId, lifts, words, dueAt, at }: NewSupervision): void {
  tx.send(sql`insert into case_supervision (tenant_id, id, case_id, lifts, words, due_at, supervised_by, at)
    values (app.tenant(), ${id}, ${caseId}, ${lifts}, ${words}, ${dueAt}, app.account(), ${at})`);
}

export async function isSupervised(tx: Tx, caseId: string): Promise<boolean> {
  const { watched } = await tx.one<{ watched: boolean }>(
    sql`select supervised_at is not null as watched from case_record where tenant_id = app.tenant() and id = ${caseId}`,
  );
  return watched;
}
