import { z } from 'zod';
import { Id } from '../../../contract/wire.ts';
import { defineJob, type Job } from '../../kernel/jobs.ts';
import { tellOf } from './actions.ts';
import { tellJob } from './reports.ts';

/** Tells of what is in of an import that broke off. Run again it finds nobody left to tell. */
export const tellLater: Job = defineJob(
  tellJob,
  z.object({ importId: Id }),
  async ({ payload, db, tenantId, clock }) => {
    await db.transaction({ tenantId, accountId: null, reach: [] }, (tx) => tellOf(tx, payload.importId, clock.now()));
  },
);
