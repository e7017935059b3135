import { z } from 'zod';
import { addJob, defineJob, type Job, type Recurring } from '../../kernel/jobs.ts';
import { watchDeadlines } from './actions.ts';
import { nextWatch } from './queries.ts';

const name = 'escalation.watch';
const batch = 25;
const minuteMs = 60_000;

// A job for each deadline would cost every verb that sets one a statement more; looking each minute costs one question, and what comes within
// the minute gets a job of its own at its very second.
/** Tells whom it concerns that cases come near their deadline, fall overdue, climb the ladder. */
export const watch: Job = defineJob(name, z.unknown(), async ({ db, tenantId, clock, signal }) => {
  const nobody = { tenantId, accountId: null, reach: [] } as const;
  for (let taken = batch; taken === batch && !signal?.aborted; ) {
    taken = await db.transaction(nobody, (tx) => watchDeadlines(tx, clock.now(), batch));
  }
  await db.transaction(nobody, async (tx) => {
    const next = await nextWatch(tx);
    if (next && Date.parse(next) - clock.now().getTime() < minuteMs)
      addJob(tx, name, {}, { runAt: new Date(next), key: `${name}.next` });
  });
});

export const eachMinute: Recurring = { name: 'watch deadlines', cron: '* * * * *', task: name };
