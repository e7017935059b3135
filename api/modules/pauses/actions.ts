import { uuidv7 } from 'uuidv7';
import type { AskPause, DecidePause } from '../../../contract/pauses.ts';
import { pausesProblems } from '../../../contract/pauses.ts';
import { type Sql, sql } from '../../kernel/db.ts';
import { addJob } from '../../kernel/jobs.ts';
import { covers } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { afterPause, calendarOf, nearBefore } from '../calendar/index.ts';
import { announce, type CaseRow, caseFor, count, mayDecide, moveCase, record } from '../cases/index.ts';
import { handlersOf } from '../handling/index.ts';
import { deskAt, personOf } from '../notices/index.ts';
import * as queries from './queries.ts';
import { longestPauseDays, resumedState, whatIsWrong } from './rules.ts';

type Kind = queries.PauseRow['kind'];
const verbOf = { suspension: 'suspend', extension: 'extend' } as const satisfies Record<Kind, string>;
/** Work that a suspension's last day adds. */
export const resumeJob = 'resume_case';

/** Asks for a suspension or a later deadline; whoever may decide has decided by asking. */
export async function askPause(
  deed: Deed,
  world: World,
  id: string,
  kind: Kind,
  { until, words }: AskPause,
  version?: number,
): Promise<void> {
  const { tx, actor, now } = deed;
  const row = await caseFor(deed, world, id, verbOf[kind], version);
  if (await queries.pauseOf(tx, id)) throw fail(pausesProblems, 'pauses.already_asked');
  const wrong = whatIsWrong(kind, new Date(until), row.dueAt ? new Date(row.dueAt) : null, now);
  if (wrong) throw fail(pausesProblems, `pauses.${wrong}`, { days: String(longestPauseDays) });
  const pause = { id: uuidv7(), caseId: id, kind, until, words };
  queries.insertPause(tx, { ...pause, at: now });
  const deciding = world.scopeOf(actor, 'case.decide_pause');
  if (covers(deciding, row) && mayDecide('decide_pause', actor, deciding, row)) {
    record(tx, id, verbOf[kind], now, { row: pause.id, until });
    queries.decidePause(tx, pause.id, true, '', now);
    return allow(deed, row, pause);
  }
  queries.touchCase(tx, id, sql`, pause_id = ${pause.id}`);
  record(tx, id, verbOf[kind], now, { row: pause.id, until, asked: true });
  announce(deed, deskAt(row.level, row, now), `case.${kind}_asked`, row, { words });
}

/** The desk's answer to what was asked. */
export async function decidePause(
  deed: Deed,
  world: World,
  id: string,
  { approved, words = '' }: DecidePause,
  version?: number,
): Promise<void> {
  const { tx, now } = deed;
  const row = await caseFor(deed, world, id, 'decide_pause', version);
  const pause = await queries.pauseOf(tx, id);
  if (!pause || pause.decidedAt) throw fail(pausesProblems, 'pauses.nothing_asked');
  if (approved && new Date(pause.until) <= now) throw fail(pausesProblems, 'pauses.until_in_past');
  queries.decidePause(tx, pause.id, approved, words, now);
  record(tx, id, 'decide_pause', now, { row: pause.id, approved, until: pause.until });
  announce(deed, personOf(pause.askedBy), approved ? 'case.pause_approved' : 'case.pause_refused', row, { words });
  if (approved) await allow(deed, row, pause);
  else queries.touchCase(tx, id, sql`, pause_id = null`);
}

/** What was asked and is not decided is refused with the reason, for the case leaves the hands of those who asked. */
export async function dropRequest({ tx, now }: Deed, row: CaseRow, reason: string): Promise<void> {
  const pause = await queries.pauseOf(tx, row.id);
  if (!pause || pause.decidedAt) return;
  queries.decidePause(tx, pause.id, false, reason, now);
  queries.touchCase(tx, row.id, sql`, pause_id = null`);
  record(tx, row.id, 'decide_pause', now, { row: pause.id, approved: false, until: pause.until });
  announce({ tx, now }, personOf(pause.askedBy), 'case.pause_refused', row, { words: reason });
}

type Allowed = Pick<queries.PauseRow, 'id' | 'kind' | 'until' | 'words'>;

async function allow({ tx, now }: Deed, row: CaseRow, pause: Allowed): Promise<void> {
  if (pause.kind === 'suspension') suspend({ tx, now }, row, pause);
  else await extend({ tx, now }, row, pause);
}

function suspend({ tx, now }: Pick<Deed, 'tx' | 'now'>, row: CaseRow, { id, until, words }: Allowed): void {
  moveCase(tx, row.id, 'suspended', sql`, suspended_until = ${until}, pause_id = ${id}`);
  count(tx, row, ['case_suspended'], now);
  addJob(tx, resumeJob, { caseId: row.id, pauseId: id }, { runAt: new Date(until), key: `resume:${row.id}` });
  announce({ tx, now }, personOf(row.raiserId), 'case.suspended', row, { words, until });
}

async function extend({ tx, now }: Pick<Deed, 'tx' | 'now'>, row: CaseRow, { until, words }: Allowed): Promise<void> {
  const { unit } = await queries.clockworkOf(tx, row.id);
  const due = new Date(until);
  const near = nearBefore(new Date(row.raisedAt), due, unit, await calendarOf(tx));
  const watch = near > now ? near : due;
  queries.touchCase(
    tx,
    row.id,
    sql`, pause_id = null, due_at = ${due}, near_at = ${near}, watch_at = ${watch}, deadline_round = deadline_round + 1`,
  );
  count(tx, row, ['case_extended'], now);
  announce({ tx, now }, personOf(row.raiserId), 'case.extended', row, { words, until });
}

/** Work goes on before the last day of the suspension. */
export async function resumeByHand(deed: Deed, world: World, id: string, version?: number): Promise<void> {
  const row = await caseFor(deed, world, id, 'resume', version);
  const pause = await queries.pauseOf(deed.tx, id);
  await resume(deed, row, pause?.id ?? null);
}

/** A case that was over for a while is suspended as before; where the last day passed meanwhile its job found nothing to do, and work goes on now. */
export async function suspendAgain({ tx, now }: Pick<Deed, 'tx' | 'now'>, row: CaseRow): Promise<void> {
  const pause = await queries.unendedSuspension(tx, row.id);
  if (!pause) return;
  queries.touchCase(tx, row.id, sql`, pause_id = ${pause.id}`);
  if (new Date(pause.until) <= now) await resume({ tx, now }, row, pause.id);
}

/** What was left of the time allowed when the clock stopped is left now. */
export async function resume(
  { tx, now }: Pick<Deed, 'tx' | 'now'>,
  row: CaseRow,
  pauseId: string | null,
): Promise<void> {
  const { since, dueAt, nearAt, unit } = await queries.clockworkOf(tx, row.id);
  const calendar = await calendarOf(tx);
  const paused = { from: since ? new Date(since) : now, to: now };
  const moved = (point: string | null): Date | null =>
    point === null ? null : afterPause(new Date(point), paused, unit, calendar);
  if (pauseId) queries.endPause(tx, pauseId, now);
  // Looked at at once: a rung comes so long after the deadline as the clock of the case has run, and the ladder may have become longer meanwhile.
  const watch = dueAt === null ? null : now;
  const times: Sql = sql`, due_at = ${moved(dueAt)}, near_at = ${moved(nearAt)}, watch_at = ${watch}`;
  moveCase(tx, row.id, resumedState(row), sql`${times}, suspended_until = null, pause_id = null`);
  record(tx, row.id, 'resume', now);
  announce({ tx, now }, personOf(row.raiserId), 'case.resumed', row);
  announce({ tx, now }, staffOn(row, now), 'case.resumed', row);
}

function staffOn(row: CaseRow, now: Date): Sql {
  if (!row.handlerOrganizationId) return deskAt(row.level, row, now);
  return handlersOf(row.handlerOrganizationId, row.handlerAccountId, now);
}
