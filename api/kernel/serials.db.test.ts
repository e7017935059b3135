import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { openDb } from './db.ts';
import { openSerials } from './serials.ts';

const street = { tenantId: '0193b1d2-0000-7000-8000-000000000001', accountId: null, reach: '*' } as const;
let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

test('a number can be had while transactions hold every connection', async () => {
  const db = openDb(database.appUrl, 2, () => undefined);
  const next = openSerials(db);
  const numbers = await Promise.all(
    Array.from({ length: 20 }, () => db.transaction(street, () => next(street.tenantId, 'case:2611'))),
  );
  expect(new Set(numbers).size).toBe(20);
  await db.close();
});
