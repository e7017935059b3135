import { z } from 'zod';
import { defineJob, type Recurring } from '../../kernel/jobs.ts';
import { keysOfNames } from '../../kernel/names.ts';
import { namedTables, spellNames, unspeltNames } from './queries.ts';

const batch = 500;

/** Spells the names that are new or have changed, so that people and bodies are found by pinyin and initials. */
export const inboxJobs = [
  defineJob('inbox.spell-names', z.unknown(), async ({ db, tenantId, signal }) => {
    for (const table of namedTables) {
      for (let spelt = batch; spelt === batch && !signal?.aborted; ) {
        spelt = await db.transaction({ tenantId, accountId: null, reach: '*' }, async (tx) => {
          const rows = await unspeltNames(tx, table, batch);
          if (rows.length === 0) return 0;
          const keys = await keysOfNames(rows.map(({ name }) => name));
          await spellNames(
            tx,
            table,
            rows.map(({ id }, index) => ({ id, keys: keys[index] ?? [] })),
          );
          return rows.length;
        });
      }
    }
  }),
];

export const inboxRecurring: readonly Recurring[] = [
  { name: 'spell new names', cron: '* * * * *', task: 'inbox.spell-names' },
];
