import { z } from 'zod';
import { rollUp } from './facts.ts';
import { forgetOldKeys } from './idempotency.ts';
import { defineJob, type Recurring } from './jobs.ts';

const dayMs = 86_400_000;
const batch = 20_000;

/** What the kernel does by itself, for every street. */
export const housekeeping = [
  defineJob('facts.roll-up', z.unknown(), async ({ db, tenantId, signal }) => {
    // Each batch is a transaction of its own; a batch that is rolled twice finds nothing the second time.
    for (let rolled = batch; rolled === batch && !signal?.aborted; ) {
      rolled = await db.transaction({ tenantId, accountId: null, reach: [] }, (tx) => rollUp(tx, batch));
    }
  }),
  defineJob('idempotency.forget', z.unknown(), async ({ db, tenantId, clock }) => {
    const before = new Date(clock.now().getTime() - dayMs);
    await db.transaction({ tenantId, accountId: null, reach: [] }, (tx) => forgetOldKeys(tx, before));
  }),
];

/** The table of recurring work; times in UTC. */
export const recurring: readonly Recurring[] = [
  { name: 'roll facts up', cron: '* * * * *', task: 'facts.roll-up' },
  { name: 'forget answers older than a day', cron: '15 18 * * *', task: 'idempotency.forget' },
];
