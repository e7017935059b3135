import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { appendEvent, appendEvents, verifyEvents } from './audit.ts';
import { type Db, openDb, sql } from './db.ts';

const tenantId = uuidv7();
const context = { tenantId, accountId: uuidv7(), reach: '*' } as const;
const at = '2026-11-21T08:00:00.123456Z';
let database: TestDatabase;
let db: Db;
let owner: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  db = openDb(database.appUrl, 8, () => undefined);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.close();
  await database.drop();
});

const append = (subjectId: string, verb: string, data = {}) =>
  db.transaction(context, async (tx) => appendEvent(tx, { subjectKind: 'case', subjectId, verb, at, data }));
const verify = () => db.transaction(context, verifyEvents);

describe('the record of who did what', () => {
  it('numbers each subject’s events without a gap, however many come at once', async () => {
    const subject = uuidv7();
    await Promise.all(Array.from({ length: 40 }, (_, turn) => append(subject, `verb-${turn}`)));
    const rows = await db.transaction(context, (tx) =>
      tx.many<{ seq: number }>(
        sql`select seq from event where tenant_id = app.tenant() and subject_id = ${subject} order by seq`,
      ),
    );
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, turn) => turn + 1));
    expect((await verify()).broken).toEqual([]);
  });

  it('chains many appended by one statement like single ones', async () => {
    const [one, two] = [uuidv7(), uuidv7()];
    await db.transaction(context, async (tx) =>
      appendEvents(
        tx,
        [one, two, one].map((subjectId) => ({ subjectKind: 'case', subjectId, verb: 'import', at })),
      ),
    );
    await append(one, 'note', { row: uuidv7() });
    expect((await verify()).broken).toEqual([]);
  });

  it('cannot be changed or taken away by the serving role', async () => {
    await expect(db.transaction(context, (tx) => tx.run(sql`update event set verb = 'x'`))).rejects.toThrow(
      /permission denied/,
    );
    await expect(db.transaction(context, (tx) => tx.run(sql`delete from event`))).rejects.toThrow(/permission denied/);
  });

  it.each([
    ['another verb', `update event set verb = 'refuse' where subject_id = $1 and seq = 2`, 2],
    ['another actor', `update event set actor_id = gen_random_uuid() where subject_id = $1 and seq = 2`, 2],
    ['another time', `update event set at = at + interval '1 second' where subject_id = $1 and seq = 3`, 3],
    ['other data', `update event set data = '{"solved": true}' where subject_id = $1 and seq = 1`, 1],
    ['a row taken away', `delete from event where subject_id = $1 and seq = 2`, 3],
    [
      'a hash written anew for one row',
      `update event set verb = 'x', hash = app.event_hash(null, subject_kind, subject_id, seq, 'x', actor_id, at, data)
      where subject_id = $1 and seq = 1`,
      2,
    ],
  ])('shows %s, done by whoever owns the database (S12)', async (_, tampering, seq) => {
    const subject = uuidv7();
    for (const verb of ['raise', 'accept', 'assign']) await append(subject, verb);
    expect((await verify()).broken).toEqual([]);
    await owner.query(tampering, [subject]);
    const { broken } = await verify();
    expect(broken[0]).toEqual({ subjectKind: 'case', subjectId: subject, seq });
    await owner.query('delete from event where subject_id = $1', [subject]);
  });
});
