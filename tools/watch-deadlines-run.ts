import { openDb } from '../api/kernel/db.ts';
import { startJobs } from '../api/kernel/jobs-runner.ts';
import { openLog } from '../api/kernel/log.ts';
import { watch } from '../api/modules/escalation/index.ts';

/** A worker of its own that watches deadlines by a clock set so many hours ahead, for the test that kills it. */
const [connectionString = '', ahead = '0'] = process.argv.slice(2);
const db = openDb(connectionString, 4, () => undefined);

await startJobs({
  connectionString,
  jobs: [watch],
  recurring: [],
  db,
  log: openLog('silent'),
  clock: { now: () => new Date(Date.now() + Number(ahead) * 3_600_000) },
});
