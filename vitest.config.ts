import { defineConfig } from 'vitest/config';

const databaseTests = ['{api,db,tools}/**/*.db.test.ts'];
const moduleRules = ['api/modules/*/{rules,policy}.test.ts'];
const heavyTests = ['**/*.heavy.test.ts'];
const longTests = ['**/*.long.test.ts'];
const aloneTests = ['**/*.alone.test.ts'];
const never = ['**/node_modules/**', 'dist/**', 'var/**'];

const onPostgres = { globalSetup: ['tools/test-postgres.ts'], testTimeout: 20_000, hookTimeout: 30_000 };
const inBrowser = {
  globalSetup: ['e2e/running.ts'],
  testTimeout: 90_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 8_000 } },
};

/**
 * pure: no database, no browser · heavy: the same with much memory, other processes or seconds of waiting · api: through HTTP
 * on a real PostgreSQL · e2e: in a real browser · long: what takes minutes.
 */
export default defineConfig({
  test: {
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            '{contract,web,tools}/**/*.test.{ts,tsx}',
            'api/*.test.ts',
            'api/{kernel,cli}/**/*.test.ts',
            ...moduleRules,
          ],
          exclude: [...never, ...databaseTests, ...heavyTests, ...longTests],
          // A worker for each file loads the same packages 54 times: 23 s of processor time instead of 9.
          pool: 'threads',
          isolate: false,
          setupFiles: ['tools/pure-setup.ts'],
        },
      },
      {
        test: {
          name: 'heavy',
          include: heavyTests,
          exclude: never,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          include: [...databaseTests, 'api/modules/**/*.test.ts'],
          exclude: [...never, ...moduleRules, ...heavyTests, ...longTests, ...aloneTests],
          // The server's 400 files are loaded once a worker, not once a test file: half the processor time.
          isolate: false,
          ...onPostgres,
        },
      },
      {
        // What stands in for a package has to come before whoever loads it: such a file has a worker of its own.
        test: { name: 'api-alone', include: ['api/**/*.alone.test.ts'], exclude: never, ...onPostgres },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: [...never, ...longTests, ...aloneTests],
          ...inBrowser,
        },
      },
      {
        // Measures what a visit takes: nothing runs beside it.
        test: {
          name: 'e2e-alone',
          include: ['e2e/**/*.alone.test.ts'],
          exclude: never,
          maxWorkers: 1,
          ...inBrowser,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'long',
          include: longTests,
          exclude: never,
          globalSetup: ['tools/test-postgres.ts'],
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
