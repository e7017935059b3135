import { z } from 'zod';
import { defineJob, type Job, once } from '../../kernel/jobs.ts';
import { lockCase } from '../cases/index.ts';
import { resume, resumeJob } from './actions.ts';
import { pauseOf } from './queries.ts';

/** On the last day of a suspension work goes on by itself, unless it did before. */
export const resumeOnTheDay: Job = defineJob(
  resumeJob,
  z.object({ caseId: z.uuid(), pauseId: z.uuid() }),
  async ({ payload: { caseId, pauseId }, tenantId, ticket, db, clock }) => {
    await db.transaction({ tenantId, accountId: null, reach: [] }, async (tx) => {
      if (!(await once(tx, ticket))) return;
      const row = await lockCase(tx, caseId);
      const pause = await pauseOf(tx, caseId);
      if (row?.state === 'suspended' && pause?.id === pauseId) await resume({ tx, now: clock.now() }, row, pauseId);
    });
  },
);
