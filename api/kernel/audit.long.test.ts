import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../tools/test-postgres.ts';
import { verifyEvents } from './audit.ts';
import { type Db, openDb } from './db.ts';

const subjects = 200_000;
const length = 5;
const tenantId = uuidv7();

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let owner: pg.Client;
let db: Db;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`create temp table subject as select gen_random_uuid() as id from generate_series(1, ${subjects})`);
  for (let seq = 1; seq <= length; seq++) {
    await owner.query(
      `insert into event (tenant_id, id, subject_kind, subject_id, seq, verb, actor_id, at, data, hash)
       select $1, app.uuid7(), 'case', s.id, ${seq}, 'note', null, now(), '{}',
         app.event_hash(b.hash, 'case', s.id, ${seq}, 'note', null, now(), '{}')
       from subject s left join event b on b.tenant_id = $1 and b.subject_id = s.id and b.seq = ${seq - 1}`,
      [tenantId],
    );
  }
  db = openDb(database.appUrl, 2, () => undefined);
}, 600_000);

afterAll(async () => {
  await db?.close();
  await owner?.end();
  await database?.drop();
});

function verify() {
  return db.transaction({ tenantId, accountId: null, reach: [] }, (tx) => verifyEvents(tx));
}

describe('one altered row among a million', () => {
  it('is found within a minute', { timeout: 300_000 }, async () => {
    expect(await verify()).toEqual({ checked: subjects * length, broken: [] });
    const { rows } = await owner.query<{ subject_id: string; seq: number }>(
      `update event set data = '{"words": "altered"}' where id = (select id from event where seq = 3 limit 1) returning subject_id, seq`,
    );
    const started = performance.now();
    const { broken } = await verify();
    const seconds = (performance.now() - started) / 1000;
    console.info(`audit verify: ${subjects * length} events in ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(60);
    expect(broken.map(({ subjectId, seq }) => ({ subjectId, seq }))).toContainEqual({
      subjectId: rows[0]?.subject_id,
      seq: 3,
    });
    expect(broken.length).toBeLessThanOrEqual(2);
  });
});
