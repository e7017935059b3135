import { uuidv7 } from 'uuidv7';
import type { CaseMetric } from '../../../contract/cases.ts';
import {
  escalationProblems,
  type Ladder,
  type Rung,
  type SuperviseCase,
  type UrgeCase,
} from '../../../contract/escalation.ts';
import { appendEvent, appendEvents } from '../../kernel/audit.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { announce, caseFor, count, isOpen, moveCase, newDeadline, record } from '../cases/index.ts';
import { deadlineAt } from '../deadlines/index.ts';
import { helpersOf } from '../joint/index.ts';
import { deskAt, personOf } from '../notices/index.ts';
import { handlersOf } from '../organizations/index.ts';
import * as queries from './queries.ts';
import { mayUrge, type Step, stepsNow, stepsOf } from './rules.ts';

type Concerned = Pick<
  queries.WatchedRow,
  'id' | 'handlerOrganizationId' | 'handlerAccountId' | 'level' | 'communityId' | 'gridId' | 'microGridId'
>;

/** Whoever has the case in hand: its handler and those who help, else the desk it stands at. */
function inHand(row: Concerned, now: Date): Sql {
  if (!row.handlerOrganizationId) return deskAt(row.level, row, now);
  return sql`${handlersOf(row.handlerOrganizationId, row.handlerAccountId, now)} union all ${helpersOf(row.id, now)}`;
}

const verbs = { near: 'come_near', overdue: 'fall_overdue', rung: 'escalate' } as const;
const metrics: Readonly<Record<Step['kind'], CaseMetric>> = {
  near: 'case_came_near',
  overdue: 'case_fell_overdue',
  rung: 'case_escalated',
};

function tellStep(deed: Pick<Deed, 'tx' | 'now'>, { kind, rung }: Step, row: queries.WatchedRow): void {
  const { now } = deed;
  if (kind === 'near') announce(deed, inHand(row, now), 'case.came_near', row);
  if (kind === 'overdue') {
    const desk = deskAt(row.level, row, now);
    const first = row.firstReceiverId ? handlersOf(row.firstReceiverId, null, now) : desk;
    announce(deed, sql`${inHand(row, now)} union all ${desk} union all ${first}`, 'case.fell_overdue', row);
  }
  if (rung) {
    const people =
      rung.level === 'handled' && !row.handlerOrganizationId ? inHand(row, now) : queries.peopleOf(rung, row, now);
    announce(deed, people, 'case.escalated', row);
  }
}

/**
 * Takes up to `limit` cases whose next step has come: near, overdue, each rung of the ladder, each once for one deadline. The mark, what is
 * told and counted, and when to look again are one commit: a process killed in between has told nobody. Gives back how many cases it took.
 */
export async function watchDeadlines(tx: Tx, now: Date, limit: number): Promise<number> {
  const ladder = await queries.rungs(tx);
  const rows = await queries.casesToWatch(tx, now, limit);
  for (const row of rows) watchOne({ tx, now }, row, ladder);
  return rows.length;
}

function watchOne(deed: Pick<Deed, 'tx' | 'now'>, row: queries.WatchedRow, ladder: readonly Rung[]): void {
  const { tx, now } = deed;
  const over = !isOpen(row.state) || row.state === 'resolved' || row.dueAt === null || row.nearAt === null;
  if (over) {
    queries.watchAgain(tx, row.id, null);
    return;
  }
  const { nearAt, dueAt, stoodMs } = row;
  const steps = stepsOf({ nearAt: new Date(nearAt ?? now), dueAt: new Date(dueAt ?? now), stoodMs }, ladder);
  const { due, next } = stepsNow(steps, new Set(row.told), now);
  if (due.length > 0) {
    queries.mark(
      tx,
      row.id,
      row.round,
      due.map(({ name }) => name),
      now,
    );
    // Several events of one chain: one after the other, for each carries the hash of the one before.
    appendEvents(
      tx,
      due.map(({ kind, rung }) => ({
        subjectKind: 'case',
        subjectId: row.id,
        verb: verbs[kind],
        at: now,
        data: { ...rung },
      })),
    );
    for (const { kind } of due) count(tx, row, [metrics[kind]], now);
    // Whoever hears that it is late need not hear that it was going to be.
    const late = due.some(({ kind }) => kind === 'overdue');
    for (const step of due) if (step.kind !== 'near' || !late) tellStep(deed, step, row);
  }
  queries.watchAgain(tx, row.id, next);
}

/** 催办: whoever has the case in hand hears that somebody is waiting. Its raiser may once a day. */
export async function urgeCase(deed: Deed, world: World, id: string, { words = '' }: UrgeCase): Promise<void> {
  const { tx, actor, now } = deed;
  const row = await caseFor(deed, world, id, 'urge');
  const last = row.raiserId === actor.accountId ? await queries.lastUrge(tx, id) : null;
  if (!mayUrge(last, now)) throw fail(escalationProblems, 'escalation.urged_today');
  const urge = uuidv7();
  queries.insertUrge(tx, urge, id, words, now);
  record(tx, id, 'urge', now, { row: urge });
  count(tx, row, ['case_urged'], now);
  const first = row.firstReceiverId ? sql` union all ${handlersOf(row.firstReceiverId, null, now)}` : sql``;
  announce(deed, sql`${inHand(row, now)}${first}`, 'case.urged', row, { words: short(words) });
}

/** 督办: the street office puts a watch on a case with words and, if it must, a new deadline; or takes it off. */
export async function superviseCase(
  deed: Deed,
  world: World,
  id: string,
  { watching, words, dueAt }: SuperviseCase,
  version?: number,
): Promise<void> {
  const { tx, now } = deed;
  const row = await caseFor(deed, world, id, 'supervise', version);
  if ((await queries.isSupervised(tx, id)) === watching) throw fail(escalationProblems, 'escalation.watched_already');
  const due = watching && dueAt ? new Date(dueAt) : null;
  if (due && due <= now) throw fail(escalationProblems, 'escalation.due_in_past');
  const supervision = uuidv7();
  queries.insertSupervision(tx, { id: supervision, caseId: id, lifts: !watching, words, dueAt: due, at: now });
  const times = due ? newDeadline(await deadlineAt(tx, due, row.deadlineUnit, now)) : sql``;
  moveCase(tx, id, row.state, sql`, supervised_at = ${watching ? now : null}${times}`);
  record(tx, id, 'supervise', now, { row: supervision, watching, ...(due ? { dueAt: due.toISOString() } : {}) });
  if (!watching) return;
  count(tx, row, ['case_supervised'], now);
  announce(deed, sql`${inHand(row, now)} union all ${deskAt('community', row, now)}`, 'case.supervised', row, {
    words: short(words),
  });
  announce(deed, personOf(row.raiserId), 'case.watched', row);
}

export async function setLadder({ tx, now }: Deed, { rungs }: Ladder): Promise<void> {
  await queries.replaceRungs(tx, rungs);
  queries.watchLateAgain(tx, now);
  const subjectId = tx.context.tenantId;
  appendEvent(tx, { subjectKind: 'escalation_ladder', subjectId, verb: 'set', at: now, data: { rungs } });
}

const short = (words: string) => [...words].slice(0, 80).join('');
