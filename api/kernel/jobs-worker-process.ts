import { z } from 'zod';
import { systemClock } from './clock.ts';
import { openDb, sql } from './db.ts';
import { defineJob, once } from './jobs.ts';
import { startJobs } from './jobs-runner.ts';
import { openLog } from './log.ts';

/** A process of its own that works off `test.count`, for the test that kills it. */
const connectionString = process.argv[2] ?? '';
const db = openDb(connectionString, 4, () => undefined);

const count = defineJob('test.count', z.strictObject({ number: z.int() }), async ({ payload, tenantId, ticket }) => {
  await db.transaction({ tenantId, accountId: null, reach: '*' }, async (tx) => {
    if (!(await once(tx, ticket))) return;
    await tx.run(sql`insert into effect values (${payload.number})`);
  });
});

await startJobs({
  connectionString,
  jobs: [count],
  recurring: [],
  db,
  log: openLog('silent'),
  clock: systemClock,
});
