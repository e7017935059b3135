import { uuidv7 } from 'uuidv7';
import { casesProblems } from '../../../contract/cases.ts';
import {
  type AnswerCall,
  type CallBodies,
  type CallOff,
  type Score,
  type TurnoutVerb,
  whistlesProblems,
} from '../../../contract/whistles.ts';
import { appendEvents } from '../../kernel/audit.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { announce, type CaseRow, caseFor, count, isOpen, lockCase, record } from '../cases/index.ts';
import { insertHelpers, settleHelpers } from '../joint/index.ts';
import { deskAt, personOf } from '../notices/index.ts';
import { type Handler, handlerOf, handlersOf } from '../organizations/index.ts';
import * as queries from './queries.ts';
import * as rules from './rules.ts';

/** Calls bodies to a place at a time. A department that leads and is whistled for has the case at its own level. */
export async function whistle(
  deed: Deed,
  world: World,
  id: string,
  { organizationIds, meetAt, place, words }: CallBodies,
): Promise<void> {
  const { tx, now } = deed;
  const row = await caseFor(deed, world, id, 'whistle');
  if (Date.parse(meetAt) <= now.getTime()) throw fail(whistlesProblems, 'whistles.time_past');
  const called = [...new Set(organizationIds)];
  const bodies = new Map<string, Handler>();
  for (const organizationId of called) {
    const body = await handlerOf(tx, organizationId, null, now);
    if (!body) throw fail(whistlesProblems, 'whistles.unknown_body');
    bodies.set(organizationId, body);
  }
  const whistleId = uuidv7();
  queries.insertWhistle(tx, { id: whistleId, caseId: id, meetAt, place, words, at: now });
  const turnouts = called.map((organizationId) => ({ id: uuidv7(), organizationId }));
  queries.insertTurnouts(tx, id, whistleId, turnouts);
  insertHelpers(tx, id, called, now);
  for (const organizationId of called) {
    record(tx, id, 'whistle', now, { row: whistleId, organization: organizationId, meetAt });
    announce(deed, handlersOf(organizationId, null, now), 'case.whistled', row, { place, meetAt, words });
  }
  if (bodies.get(row.handlerOrganizationId ?? '')?.department) queries.putAtDepartment(tx, id);
  count(tx, row, ['case_whistled'], now);
}

/** Nobody need come any more; the bodies called are told why. */
export async function callOff(
  deed: Deed,
  world: World,
  id: string,
  whistleId: string,
  { reason }: CallOff,
): Promise<void> {
  const row = await caseFor(deed, world, id, 'whistle');
  const whistle = (await queries.whistlesOf(deed.tx, id)).find((one) => one.id === whistleId);
  if (!whistle) throw fail(whistlesProblems, 'whistles.not_found');
  const called = (await queries.turnoutsOf(deed.tx, id)).filter((one) => one.whistleId === whistleId);
  if (!rules.mayCallOff(called, deed.now)) throw fail(whistlesProblems, 'whistles.moved_on');
  endWhistle(deed, row, whistle, called, reason);
}

/** Before a case leaves the hands of those who work on it: what nobody came to yet and is still to come need not be come to. */
export async function callOffAll(deed: Deed, row: CaseRow, reason: string): Promise<void> {
  const turnouts = await queries.turnoutsOf(deed.tx, row.id);
  if (turnouts.length === 0) return;
  for (const whistle of await queries.whistlesOf(deed.tx, row.id)) {
    const called = turnouts.filter(({ whistleId }) => whistleId === whistle.id);
    if (rules.mayCallOff(called, deed.now)) endWhistle(deed, row, whistle, called, reason);
  }
}

function endWhistle(
  deed: Deed,
  row: CaseRow,
  { id, place, meetAt }: queries.WhistleRow,
  called: readonly queries.TurnoutRow[],
  reason: string,
): void {
  const { tx, now } = deed;
  queries.callOff(tx, id, reason, now);
  record(tx, row.id, 'call_off', now, { row: id });
  const bodies = called.map(({ organizationId }) => organizationId);
  for (const body of bodies)
    announce(deed, handlersOf(body, null, now), 'case.called_off', row, { place, meetAt, words: reason });
  settleHelpers(tx, row.id, bodies);
}

interface OneTurnout {
  row: CaseRow;
  turnout: queries.TurnoutRow;
}

/** The turnout, if it is the actor's body's own (to score it: if the case is theirs to whistle for) and the verb is legal now. */
async function turnoutFor(
  deed: Deed,
  world: World,
  id: string,
  turnoutId: string,
  verb: TurnoutVerb,
): Promise<OneTurnout> {
  const row = await caseFor(deed, world, id, 'note');
  const turnout = (await queries.turnoutsOf(deed.tx, id)).find((one) => one.id === turnoutId);
  if (!turnout) throw fail(whistlesProblems, 'whistles.not_found');
  if (verb !== 'score' && !deed.scope.helping.includes(turnout.organizationId))
    throw fail(casesProblems, 'cases.not_yours_to_move');
  if (!rules.isTurnoutLegal(verb, rules.turnoutStateOf(turnout, deed.now), turnout))
    throw fail(whistlesProblems, 'whistles.moved_on');
  return { row, turnout };
}

/** Coming, or not coming and why. */
export async function answerCall(
  deed: Deed,
  world: World,
  id: string,
  turnoutId: string,
  { coming, words = '' }: AnswerCall,
): Promise<void> {
  const { tx, now } = deed;
  const { row, turnout } = await turnoutFor(deed, world, id, turnoutId, 'answer');
  if (!coming && !words)
    throw fail(whistlesProblems, 'whistles.reason_needed', {}, { fields: [{ path: 'words', message: '' }] });
  queries.moveTurnout(
    tx,
    turnoutId,
    sql`coming = ${coming}, answer = ${words || null}, answered_by = app.account(), answered_at = ${now}`,
  );
  record(tx, id, 'answer_call', now, { row: turnoutId, organization: turnout.organizationId, coming });
  announce(deed, personOf(turnout.calledById), coming ? 'case.call_accepted' : 'case.call_declined', row, {
    organization: turnout.organization,
    words,
  });
  settleHelpers(tx, id, [turnout.organizationId]);
}

export async function turnUp(deed: Deed, world: World, id: string, turnoutId: string): Promise<void> {
  const { tx, now } = deed;
  const { row, turnout } = await turnoutFor(deed, world, id, turnoutId, 'arrive');
  queries.moveTurnout(tx, turnoutId, sql`arrived_by = app.account(), arrived_at = ${now}`);
  record(tx, id, 'turn_up', now, { row: turnoutId, organization: turnout.organizationId });
  if (rules.isInTime(turnout.meetAt, now)) count(tx, row, ['case_turned_up'], now);
  announce(deed, personOf(turnout.calledById), 'case.turned_up', row, { organization: turnout.organization });
  settleHelpers(tx, id, [turnout.organizationId]);
}

/** What the caller thought of the turnout; kept with the case, added up into no list of bodies. */
export async function scoreTurnout(
  deed: Deed,
  world: World,
  id: string,
  turnoutId: string,
  said: Score,
): Promise<void> {
  const { tx, now } = deed;
  const { row, turnout } = await turnoutFor(deed, world, id, turnoutId, 'score');
  queries.moveTurnout(
    tx,
    turnoutId,
    sql`score = ${said.score}, score_words = ${said.words || null}, scored_by = app.account(), scored_at = ${now}`,
  );
  record(tx, id, 'score_turnout', now, { row: turnoutId, organization: turnout.organizationId, score: said.score });
  announce(deed, handlersOf(turnout.organizationId, null, now), 'case.turnout_scored', row, {
    words: said.words ?? '',
  });
}

/** What the called body thought of the call. */
export async function scoreCall(deed: Deed, world: World, id: string, turnoutId: string, said: Score): Promise<void> {
  const { tx, now } = deed;
  const { row, turnout } = await turnoutFor(deed, world, id, turnoutId, 'score_call');
  queries.moveTurnout(
    tx,
    turnoutId,
    sql`call_score = ${said.score}, call_words = ${said.words || null}, call_scored_by = app.account(), call_scored_at = ${now}`,
  );
  record(tx, id, 'score_call', now, { row: turnoutId, organization: turnout.organizationId, score: said.score });
  announce(deed, personOf(turnout.calledById), 'case.call_scored', row, {
    organization: turnout.organization,
    words: said.words ?? '',
  });
}

/**
 * Looks once after the time of a whistle and its grace who came: the caller and the street hear of those who did not. The mark and what is
 * told are one commit. Of a case that is over nobody need hear. Gives back how many whistles it looked at.
 */
export async function tellAbsences(tx: Tx, now: Date, limit: number): Promise<number> {
  const ended = await queries.endedWhistles(tx, rules.graceOver(now), limit);
  for (const { id, caseId, calledById, absent } of ended) {
    const row = absent ? await lockCase(tx, caseId) : undefined;
    const told = row !== undefined && isOpen(row.state);
    queries.markLookedAt(tx, id, now, told);
    if (!row || !absent || !told) continue;
    appendEvents(
      tx,
      absent.map((body) => ({
        subjectKind: 'case',
        subjectId: caseId,
        verb: 'stay_away',
        at: now,
        data: { row: id, organization: body.id },
      })),
    );
    const people = sql`select ${calledById}::uuid as account_id union all ${deskAt('street', row, now)}`;
    const organization = absent.map(({ name }) => name).join('、');
    announce({ tx, now }, people, 'case.stayed_away', row, { organization });
  }
  return ended.length;
}
