import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { type Db, openDb, sql, type Tx } from './db.ts';

const context = { tenantId: uuidv7(), accountId: uuidv7(), reach: [] } as const;
let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await cloneDatabase();
});
beforeEach(() => {
  // One connection, so that what one transaction leaves behind meets the next.
  db = openDb(database.appUrl, 1, () => undefined);
});
afterEach(() => db.close());
afterAll(() => database.drop());

const inside = <T>(work: (tx: Tx) => Promise<T>) => db.transaction(context, work);
const said = (word: string) => sql`select ${word}::text as word`;
const broken = sql`select 1 / ${0}::integer as never`;
const write = (series: string, last = 1) =>
  sql`insert into serial_number (tenant_id, id, series, last) values (app.tenant(), ${uuidv7()}, ${series}, ${last})`;

describe('statements that leave together', () => {
  it('are answered each with its own, the same one asked twice too', async () => {
    const answers = await inside((tx) =>
      Promise.all([tx.one(said('a')), tx.many(sql`select 1 as one, null as none where false`), tx.one(said('b'))]),
    );
    expect(answers).toEqual([{ word: 'a' }, [], { word: 'b' }]);
    expect(await inside((tx) => tx.one(said('c')))).toEqual({ word: 'c' });
  });

  it('see what those before them wrote, and count their rows', async () => {
    const [written, found] = await inside((tx) =>
      Promise.all([
        tx.run(write('seen')),
        tx.one(sql`select last, bool(true) as sure from serial_number where series = 'seen'`),
      ]),
    );
    expect([written, found]).toEqual([1, { last: 1, sure: true }]);
  });

  it('fail with the first that failed, and are taken back', async () => {
    const tries = inside((tx) => Promise.all([tx.run(write('before')), tx.run(broken), tx.run(write('behind'))]));
    await expect(tries).rejects.toMatchObject({ code: '22012' });
    const later = inside(async (tx) => {
      tx.send(broken);
      await tx.one(said('answered first?')).catch(() => undefined);
      await tx.one(said('aborted'));
    });
    await expect(later).rejects.toMatchObject({ code: '22012' });
    expect(
      await inside((tx) => tx.many(sql`select 1 from serial_number where series in ('before', 'behind')`)),
    ).toEqual([]);
  });

  it('can be asked again after they were skipped unprepared, or failed prepared', async () => {
    const fresh = sql`select ${'x'}::text || ' skipped' as word`;
    await expect(inside((tx) => Promise.all([tx.run(broken), tx.one(fresh)]))).rejects.toThrow();
    expect(await inside((tx) => tx.one(fresh))).toEqual({ word: 'x skipped' });
    const halves = (by: number) => sql`select 4 / ${by}::integer as half`;
    await expect(inside((tx) => tx.one(halves(0)))).rejects.toThrow();
    expect(await inside((tx) => tx.one(halves(2)))).toEqual({ half: 2 });
    await expect(inside((tx) => tx.one(halves(0)))).rejects.toThrow();
    expect(await inside((tx) => tx.one(halves(4)))).toEqual({ half: 1 });
  });

  it('hold nothing up when the next transaction follows on the same connection', async () => {
    const many = Array.from({ length: 20 }, (_, turn) =>
      inside(async (tx) => {
        if (turn % 4 === 3) tx.send(broken);
        else tx.send(write(`turn ${turn}`, turn));
      }).then(
        () => 'kept',
        () => 'taken back',
      ),
    );
    expect((await Promise.all(many)).filter((end) => end === 'kept')).toHaveLength(15);
    const kept = await inside((tx) => tx.many(sql`select 1 from serial_number where series like 'turn %'`));
    expect(kept).toHaveLength(15);
  });

  it('are not sent at all when the verb gives up in the same turn', async () => {
    const given = inside(async (tx) => {
      tx.send(write('given up'));
      throw new Error('given up');
    });
    await expect(given).rejects.toThrow('given up');
    expect(await inside((tx) => tx.many(sql`select 1 from serial_number where series = 'given up'`))).toEqual([]);
  });

  it('carry nothing of a verb whose value cannot be sent, and everything of the next', async () => {
    await expect(inside((tx) => tx.one(sql`select ${[Buffer.from('x')]}::bytea[] as words`))).rejects.toThrow(
      'not sent',
    );
    expect(await inside((tx) => tx.one(sql`select ${'y'}::text as word`))).toEqual({ word: 'y' });
  });
});
