import { type Sql, sql, type Tx } from '../../kernel/db.ts';

export { handlerOf, handlersOf } from '../organizations/index.ts';

/** A row of its own for each verb keeps who and when. */
export function insertRefusal(tx: Tx, id: string, caseId: string, reason: string, at: Date): void {
  tx.send(
    sql`insert into case_refusal (tenant_id, id, case_id, reason, refused_by, at) values (app.tenant(), ${id}, ${caseId}, ${reason}, app.account(), ${at})`,
  );
}

export interface NewAssignment {
  id: string;
  caseId: string;
  organizationId: string;
  accountId: string | null;
  words: string;
  dueAt: Date | string;
  at: Date;
}

export function insertAssignment(
  tx: Tx,
  { id, caseId, organizationId, accountId, words, dueAt, at }: NewAssignment,
): void {
  tx.send(sql`insert into case_assignment (tenant_id, id, case_id, organization_id, account_id, words, due_at, assigned_by, at)
    values (app.tenant(), ${id}, ${caseId}, ${organizationId}, ${accountId}, ${words}, ${dueAt}, app.account(), ${at})`);
}

export function signAssignment(tx: Tx, caseId: string, at: Date): void {
  tx.send(sql`update case_assignment set signed_by = app.account(), signed_at = ${at} where tenant_id = app.tenant() and id = (
    select l.id from case_assignment l where l.tenant_id = app.tenant() and l.case_id = ${caseId} order by l.at desc, l.id desc limit 1)`);
}

/** Whether anybody signed for the case before, and the name of the body that has it now. */
export function signingOf(
  tx: Tx,
  caseId: string,
  organizationId: string | null,
): Promise<{ before: boolean; organization: string | null }> {
  return tx.one(sql`
    select exists (select 1 from case_assignment where tenant_id = app.tenant() and case_id = ${caseId} and signed_at is not null) as before,
      (select o.name from organization o where o.tenant_id = app.tenant() and o.id = ${organizationId}) as organization`);
}

export function insertNote(tx: Tx, id: string, caseId: string, audience: string, words: string, at: Date): void {
  tx.send(sql`insert into case_note (tenant_id, id, case_id, audience, words, written_by, at)
    values (app.tenant(), ${id}, ${caseId}, ${audience}, ${words}, app.account(), ${at})`);
}

export function insertResolution(tx: Tx, id: string, caseId: string, words: string, at: Date): void {
  tx.send(sql`insert into case_resolution (tenant_id, id, case_id, words, resolved_by, at)
    values (app.tenant(), ${id}, ${caseId}, ${words}, app.account(), ${at})`);
}

export interface NewConfirmation {
  id: string;
  caseId: string;
  solved: boolean;
  satisfaction: number | null;
  words: string | null;
  at: Date;
}

export function insertConfirmation(tx: Tx, { id, caseId, solved, satisfaction, words, at }: NewConfirmation): void {
  tx.send(sql`insert into case_confirmation (tenant_id, id, case_id, solved, satisfaction, words, confirmed_by, at)
    values (app.tenant(), ${id}, ${caseId}, ${solved}, ${satisfaction}, ${words}, app.account(), ${at})`);
}

/** Column of the first answer, which stays. */
export function answeredAt(now: Date): Sql {
  return sql`, first_answered_at = coalesce(first_answered_at, ${now})`;
}

/** An answer in words, which moves nothing. */
export function markAnswered(tx: Tx, id: string, at: Date): void {
  tx.send(sql`update case_record set first_answered_at = ${at} where tenant_id = app.tenant() and id = ${id}`);
}
