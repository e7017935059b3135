import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { type Db, openDb, sql } from './db.ts';

const context = { tenantId: uuidv7(), accountId: uuidv7(), reach: [uuidv7(), uuidv7()] } as const;
let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await cloneDatabase();
  db = openDb(database.appUrl, 2, () => undefined);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const seen = sql`select app.tenant() as tenant, app.account() as account, current_setting('app.reach', true) as reach`;
const write = (series: string) =>
  sql`insert into serial_number (tenant_id, id, series, last) values (app.tenant(), ${uuidv7()}, ${series}, 1)`;

describe('a transaction', () => {
  it('has its context, and the next one on the connection has not', async () => {
    const inside = await db.transaction(context, (tx) => tx.one(seen));
    expect(inside).toEqual({ tenant: context.tenantId, account: context.accountId, reach: context.reach.join(',') });
    for (let turn = 0; turn < 4; turn++) {
      expect((await db.outside<{ tenant: string | null }>(seen))[0]?.tenant).toBeNull();
    }
  });

  it.each([`'; reset role; --`, '', 'x'.repeat(36)])('takes nothing but an id for a tenant: %j', async (tenantId) => {
    await expect(db.transaction({ ...context, tenantId }, async () => undefined)).rejects.toThrow();
    expect(await db.transaction(context, (tx) => tx.one(seen))).toMatchObject({ tenant: context.tenantId });
  });

  it('is written whole or not at all, and tells nobody of what was taken back', async () => {
    let told = false;
    const half = db.transaction(context, async (tx) => {
      tx.afterCommit(() => {
        told = true;
      });
      await tx.run(write('half'));
      throw new Error('changed my mind');
    });
    await expect(half).rejects.toThrow('changed my mind');
    const rows = await db.transaction(context, (tx) => tx.many(sql`select 1 from serial_number where series = 'half'`));
    expect([rows, told]).toEqual([[], false]);
  });

  it('fails when something sent without waiting failed, and takes everything back', async () => {
    const doubled = db.transaction(context, async (tx) => {
      tx.send(write('twice'));
      tx.send(write('twice'));
    });
    await expect(doubled).rejects.toMatchObject({ code: '23505' });
    expect(
      await db.transaction(context, (tx) => tx.many(sql`select 1 from serial_number where series = 'twice'`)),
    ).toEqual([]);
  });

  it('sees its own street only, and cannot write into another', async () => {
    await db.transaction(context, (tx) => tx.run(write('mine')));
    const foreign = { ...context, tenantId: uuidv7() };
    expect(await db.transaction(foreign, (tx) => tx.many(sql`select 1 from serial_number`))).toEqual([]);
    expect(await db.transaction(foreign, (tx) => tx.run(sql`update serial_number set last = 9`))).toBe(0);
    const smuggled = db.transaction(foreign, (tx) =>
      tx.run(
        sql`insert into serial_number (tenant_id, id, series, last) values (${context.tenantId}, ${uuidv7()}, 'x', 1)`,
      ),
    );
    await expect(smuggled).rejects.toThrow(/row-level security/);
  });

  it('keeps microseconds', async () => {
    const at = '2026-11-21T08:00:00.123456Z';
    expect(await db.transaction(context, (tx) => tx.one(sql`select ${at}::timestamptz as at`))).toEqual({ at });
  });

  it('says that one row was needed', async () => {
    await expect(db.transaction(context, (tx) => tx.one(sql`select 1 where false`))).rejects.toThrow('gave none');
  });
});
