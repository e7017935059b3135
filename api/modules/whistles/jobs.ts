import { z } from 'zod';
import { defineJob, type Job, type Recurring } from '../../kernel/jobs.ts';
import { tellAbsences } from './actions.ts';

const name = 'whistles.absences';
const batch = 25;

/** Tells callers and the street who did not turn up. */
export const absences: Job = defineJob(name, z.unknown(), async ({ db, tenantId, clock, signal }) => {
  const nobody = { tenantId, accountId: null, reach: [] } as const;
  for (let taken = batch; taken === batch && !signal?.aborted; ) {
    taken = await db.transaction(nobody, (tx) => tellAbsences(tx, clock.now(), batch));
  }
});

export const eachMinute: Recurring = { name: 'look who turned up', cron: '* * * * *', task: name };
