import type { Windows } from '../../../contract/deadlines.ts';
import { appendEvents } from '../../kernel/audit.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { announce, caseFor, count, moveCase, record } from '../cases/index.ts';
import { personOf } from '../notices/index.ts';
import * as queries from './queries.ts';
import * as rules from './rules.ts';

/** Asks raisers once more, before silence closes the case. Gives back how many. */
export async function remindRaisers(tx: Tx, { confirmDays }: Windows, now: Date, limit: number): Promise<number> {
  const rows = await queries.unreminded(tx, rules.remindsBefore(now, confirmDays), limit);
  for (const row of rows) {
    queries.markReminded(tx, row.id, row.round, now);
    announce({ tx, now }, personOf(row.raiserId), 'case.confirm_soon', row);
  }
  return rows.length;
}

/** Closes what nobody confirmed: no call-back, nothing solved, nobody satisfied. Gives back how many. */
export async function closeUnconfirmed(tx: Tx, { confirmDays }: Windows, now: Date, limit: number): Promise<number> {
  const rows = await queries.unconfirmed(tx, rules.closesBefore(now, confirmDays), limit);
  for (const row of rows) {
    moveCase(tx, row.id, 'closed', sql`, closed_at = ${now}`);
    record(tx, row.id, 'close_unconfirmed', now, { days: confirmDays });
    count(tx, row, rules.metricsOf(row.level), now);
    announce({ tx, now }, personOf(row.raiserId), 'case.closed_unconfirmed', row);
  }
  return rows.length;
}

/** Puts away what can no longer be opened again and has been over for long. Gives back how many. */
export async function archiveOverdue(
  tx: Tx,
  { reopenHours, archiveDays }: Windows,
  now: Date,
  limit: number,
): Promise<number> {
  const ids = await queries.archiveOld(tx, rules.archivesBefore(now, reopenHours, archiveDays), now, limit);
  appendEvents(
    tx,
    ids.map((id) => ({ subjectKind: 'case', subjectId: id, verb: 'archive', at: now })),
  );
  return ids.length;
}

/** 归档 by hand, before its time. */
export async function archiveCase(deed: Deed, world: World, id: string, version?: number): Promise<void> {
  await caseFor(deed, world, id, 'archive', version);
  moveCase(deed.tx, id, 'archived', sql`, archived_at = ${deed.now}`);
  record(deed.tx, id, 'archive', deed.now);
}
