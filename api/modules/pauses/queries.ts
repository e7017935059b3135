import { type Sql, sql, type Tx } from '../../kernel/db.ts';

export interface PauseRow {
  id: string;
  caseId: string;
  kind: 'suspension' | 'extension';
  until: string;
  words: string;
  askedBy: string;
  decidedAt: string | null;
}

export interface NewPause {
  id: string;
  caseId: string;
  kind: PauseRow['kind'];
  until: string;
  words: string;
  at: Date;
}

export function insertPause(tx: Tx, { id, caseId, kind, until, words, at }: NewPause): void {
  tx.send(sql`insert into case_pause (tenant_id, id, case_id, kind, until, words, asked_by, asked_at)
    values (app.tenant(), ${id}, ${caseId}, ${kind}, ${until}, ${words}, app.account(), ${at})`);
}

export function pauseOf(tx: Tx, caseId: string): Promise<PauseRow | undefined> {
  return tx.maybe(sql`
    select p.id, p.case_id as "caseId", p.kind, p.until, p.words, p.asked_by as "askedBy", p.decided_at as "decidedAt"
    from case_record c join case_pause p on p.tenant_id = c.tenant_id and p.id = c.pause_id
    where c.tenant_id = app.tenant() and c.id = ${caseId}`);
}

/** The suspension that nobody ended, whether or not the case still names it. */
export function unendedSuspension(tx: Tx, caseId: string): Promise<Pick<PauseRow, 'id' | 'until'> | undefined> {
  return tx.maybe(sql`select p.id, p.until from case_pause p
    where p.tenant_id = app.tenant() and p.case_id = ${caseId} and p.kind = 'suspension' and p.approved and p.ended_at is null
    order by p.decided_at desc limit 1`);
}

export function decidePause(tx: Tx, id: string, approved: boolean, words: string, at: Date): void {
  tx.send(sql`update case_pause set approved = ${approved}, decision = ${words}, decided_by = app.account(), decided_at = ${at}
    where tenant_id = app.tenant() and id = ${id}`);
}

export function endPause(tx: Tx, id: string, at: Date): void {
  tx.send(sql`update case_pause set ended_at = ${at} where tenant_id = app.tenant() and id = ${id}`);
}

/** Names what stands still or waits for a decision without moving the case; the version counts it. */
export function touchCase(tx: Tx, id: string, sets: Sql): void {
  tx.send(sql`update case_record set version = version + 1 ${sets} where tenant_id = app.tenant() and id = ${id}`);
}

export interface Clockwork {
  since: string | null;
  dueAt: string | null;
  nearAt: string | null;
  unit: 'hour' | 'day' | 'working_hour' | 'working_day';
}

/** By which clock the deadline of a case runs, and when the suspension in force began. */
export function clockworkOf(tx: Tx, caseId: string): Promise<Clockwork> {
  return tx.one(sql`
    select p.decided_at as since, c.due_at as "dueAt", c.near_at as "nearAt", c.deadline_unit as unit
    from case_record c left join case_pause p on p.tenant_id = c.tenant_id and p.id = c.pause_id
    where c.tenant_id = app.tenant() and c.id = ${caseId}`);
}
