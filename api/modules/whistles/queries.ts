import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { TurnoutScores, TurnoutTimes } from './rules.ts';

export interface WhistleRow {
  id: string;
  meetAt: string;
  place: string;
  words: string;
  calledById: string;
  calledBy: string;
  at: string;
  calledOffAt: string | null;
  calledOffBy: string | null;
  calledOffReason: string | null;
  absenceToldAt: string | null;
}

export function whistlesOf(tx: Tx, caseId: string): Promise<WhistleRow[]> {
  return tx.many(sql`
    select w.id, w.meet_at as "meetAt", w.place, w.words, w.called_by as "calledById", acc.name as "calledBy", w.at,
      w.called_off_at as "calledOffAt", off.name as "calledOffBy", w.called_off_reason as "calledOffReason",
      case when w.absence_told then w.looked_at end as "absenceToldAt"
    from case_whistle w join account acc on acc.tenant_id = w.tenant_id and acc.id = w.called_by
      left join account off on off.tenant_id = w.tenant_id and off.id = w.called_off_by
    where w.tenant_id = app.tenant() and w.case_id = ${caseId} order by w.at desc, w.id desc`);
}

export interface NewWhistle {
  id: string;
  caseId: string;
  meetAt: string;
  place: string;
  words: string;
  at: Date;
}

export function insertWhistle(tx: Tx, { id, caseId, meetAt, place, words, at }: NewWhistle): void {
  tx.send(sql`insert into case_whistle (tenant_id, id, case_id, meet_at, place, words, called_by, at)
    values (app.tenant(), ${id}, ${caseId}, ${meetAt}, ${place}, ${words}, app.account(), ${at})`);
}

export function insertTurnouts(
  tx: Tx,
  caseId: string,
  whistleId: string,
  turnouts: readonly { id: string; organizationId: string }[],
): void {
  tx.send(sql`
    insert into case_turnout (tenant_id, id, whistle_id, case_id, organization_id)
    select app.tenant(), j.id, ${whistleId}, ${caseId}, j."organizationId"
    from jsonb_to_recordset(${JSON.stringify(turnouts)}::jsonb) as j (id uuid, "organizationId" uuid)`);
}

export interface TurnoutRow extends TurnoutTimes, TurnoutScores {
  id: string;
  whistleId: string;
  organizationId: string;
  organization: string;
  calledById: string;
  answer: string | null;
  scoreWords: string | null;
  callWords: string | null;
}

export function turnoutsOf(tx: Tx, caseId: string): Promise<TurnoutRow[]> {
  return tx.many(sql`
    select t.id, t.whistle_id as "whistleId", t.organization_id as "organizationId", o.name as organization, w.called_by as "calledById",
      w.meet_at as "meetAt", w.called_off_at as "calledOffAt", t.coming, t.answer, t.arrived_at as "arrivedAt", t.score, t.score_words as "scoreWords",
      t.call_score as "callScore", t.call_words as "callWords"
    from case_turnout t
      join case_whistle w on w.tenant_id = t.tenant_id and w.id = t.whistle_id
      join organization o on o.tenant_id = t.tenant_id and o.id = t.organization_id
    where t.tenant_id = app.tenant() and t.case_id = ${caseId} order by o.name`);
}

export function moveTurnout(tx: Tx, id: string, sets: Sql): void {
  tx.send(sql`update case_turnout set ${sets} where tenant_id = app.tenant() and id = ${id}`);
}

export function callOff(tx: Tx, id: string, reason: string, at: Date): void {
  tx.send(sql`update case_whistle set called_off_by = app.account(), called_off_at = ${at}, called_off_reason = ${reason}
    where tenant_id = app.tenant() and id = ${id}`);
}

export interface EndedWhistle {
  id: string;
  caseId: string;
  calledById: string;
  /** The bodies that did not come, in the order of their names. */
  absent: { id: string; name: string }[] | null;
}

/** Whistles whose time and grace are over and that nobody looked at yet, locked; another process takes others. */
export function endedWhistles(tx: Tx, before: Date, limit: number): Promise<EndedWhistle[]> {
  return tx.many(sql`
    select w.id, w.case_id as "caseId", w.called_by as "calledById",
      (select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name) from case_turnout t
          join organization o on o.tenant_id = t.tenant_id and o.id = t.organization_id
        where t.tenant_id = w.tenant_id and t.whistle_id = w.id and t.arrived_at is null) as absent
    from case_whistle w where w.tenant_id = app.tenant() and w.meet_at < ${before} and w.called_off_at is null and w.looked_at is null
    order by w.meet_at limit ${limit} for update of w skip locked`);
}

export function markLookedAt(tx: Tx, id: string, at: Date, told: boolean): void {
  tx.send(
    sql`update case_whistle set looked_at = ${at}, absence_told = ${told} where tenant_id = app.tenant() and id = ${id}`,
  );
}

export function putAtDepartment(tx: Tx, caseId: string): void {
  tx.send(
    sql`update case_record set level = 'department', version = version + 1 where tenant_id = app.tenant() and id = ${caseId}`,
  );
}
