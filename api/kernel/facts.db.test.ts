import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { type Db, openDb, sql, type Tx } from './db.ts';
import { appendFacts, type FigureScope, rollUp, sumFacts } from './facts.ts';

const context = { tenantId: uuidv7(), accountId: null, reach: '*' } as const;
const [community, grid, category] = [uuidv7(), uuidv7(), uuidv7()];
let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await cloneDatabase();
  db = openDb(database.appUrl, 6, () => undefined);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const within = <T>(work: (tx: Tx) => Promise<T>) => db.transaction(context, work);
const period = { from: '2026-11-01', to: '2026-11-30' };
const scopes: FigureScope[] = [
  { tier: 'street', areaId: context.tenantId, ...period },
  { tier: 'community', areaId: community, ...period },
  { tier: 'grid', areaId: grid, ...period },
];

async function append(amount: number, day = '2026-11-21'): Promise<void> {
  const about = { subjectKind: 'case', subjectId: uuidv7(), unit: 'case', communityId: community, gridId: grid };
  await within(async (tx) =>
    appendFacts(tx, [
      { metric: 'case_raised', day, amount, categoryId: category, ...about },
      { metric: 'case_closed', day, amount, ...about },
    ]),
  );
}

async function total(scope: FigureScope, metrics = ['case_raised']): Promise<number> {
  const sums = await within((tx) => sumFacts(tx, metrics, scope));
  return sums.totals.reduce((sum, { amount }) => sum + amount, 0);
}

it('gives the same sums before, between and after rolling up, for street, community and grid', async () => {
  for (const amount of [1, 2, 3]) await append(amount);
  for (const scope of scopes) expect(await total(scope)).toBe(6);
  expect(await within((tx) => rollUp(tx, 3))).toBe(3);
  for (const scope of scopes) expect(await total(scope)).toBe(6);
  await append(4, '2026-11-30');
  await append(9, '2026-12-01');
  while ((await within((tx) => rollUp(tx, 5))) > 0) for (const scope of scopes) expect(await total(scope)).toBe(10);
  for (const scope of scopes) expect(await total(scope)).toBe(10);
  const sums = await within((tx) => sumFacts(tx, ['case_raised', 'case_closed'], scopes[0] as FigureScope));
  expect(sums.categories.toSorted((a, b) => a.metric.localeCompare(b.metric))).toEqual([
    { metric: 'case_closed', categoryId: null, amount: 10 },
    { metric: 'case_raised', categoryId: category, amount: 10 },
  ]);
  const december = { ...(scopes[0] as FigureScope), from: '2026-12-01', to: '2026-12-31' };
  const compared = await within((tx) =>
    sumFacts(tx, ['case_raised', 'case_closed'], december, { since: '2026-11-30', spread: ['case_raised'] }),
  );
  expect(compared.totals.toSorted((a, b) => a.metric.localeCompare(b.metric))).toEqual([
    { metric: 'case_closed', amount: 9, before: 4 },
    { metric: 'case_raised', amount: 9, before: 4 },
  ]);
  expect(compared.days).toEqual([{ metric: 'case_raised', day: '2026-12-01', amount: 9 }]);
});

it('is exact at every moment while facts come in and are rolled up at once', async () => {
  const before = await total(scopes[1] as FigureScope);
  let added = 0;
  let over = false;
  let looked = 0;
  const write = async () => {
    try {
      await Promise.all(
        Array.from({ length: 3 }, async () => {
          for (let turn = 0; turn < 60; turn++) {
            await append(1);
            added += 1;
          }
        }),
      );
    } finally {
      over = true;
    }
  };
  const roll = async () => {
    while (!over) await within((tx) => rollUp(tx, 7));
  };
  const look = async () => {
    while (!over) {
      const least = before + added;
      const seen = await total(scopes[1] as FigureScope);
      // Whatever was committed before asking is in it, and nothing that was not begun by now.
      expect(seen).toBeGreaterThanOrEqual(least);
      expect(seen).toBeLessThanOrEqual(before + added + 3);
      looked += 1;
    }
  };
  await Promise.all([write(), roll(), look()]);
  expect(looked).toBeGreaterThan(5);
  for (const scope of scopes) expect(await total(scope)).toBe(before + 180);
});

it('rolls nothing twice when two roll up at once', async () => {
  for (let turn = 0; turn < 20; turn++) await append(1);
  const before = await total(scopes[0] as FigureScope);
  await Promise.all(Array.from({ length: 4 }, () => within((tx) => rollUp(tx))));
  expect(await total(scopes[0] as FigureScope)).toBe(before);
  const { left } = await within((tx) =>
    tx.one<{ left: number }>(sql`select count(*) as left from fact where not rolled`),
  );
  expect(left).toBe(0);
});
