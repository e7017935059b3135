import { z } from 'zod';
import type { Windows } from '../../../contract/deadlines.ts';
import type { Tx } from '../../kernel/db.ts';
import { defineJob, type Job, type JobWork, type Recurring } from '../../kernel/jobs.ts';
import { windowsOf } from '../deadlines/index.ts';
import { archiveOverdue, closeUnconfirmed, remindRaisers } from './actions.ts';

type Batch = (tx: Tx, windows: Windows, now: Date, limit: number) => Promise<number>;
const limit = 50;

/** Batch after batch, each a transaction of its own; one that is run again finds nothing it did before. */
async function workOff({ db, tenantId, clock, signal }: JobWork<unknown>, batch: Batch): Promise<void> {
  for (let done = limit; done === limit && !signal?.aborted; ) {
    done = await db.transaction({ tenantId, accountId: null, reach: [] }, async (tx) =>
      batch(tx, await windowsOf(tx), clock.now(), limit),
    );
  }
}

export const closingJobs: readonly Job[] = [
  defineJob('closing.unconfirmed', z.unknown(), async (work) => {
    await workOff(work, remindRaisers);
    await workOff(work, closeUnconfirmed);
  }),
  defineJob('closing.archive', z.unknown(), (work) => workOff(work, archiveOverdue)),
];

/** Times in UTC: reminders come at half past nine in the morning here, the archive works at night. */
export const closingTimes: readonly Recurring[] = [
  { name: 'close what nobody confirmed', cron: '30 1 * * *', task: 'closing.unconfirmed' },
  { name: 'put old cases away', cron: '40 18 * * *', task: 'closing.archive' },
];
