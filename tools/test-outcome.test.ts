import { expect, test } from 'vitest';
import { countVitest } from './test-outcome.ts';

function report(...files: { status: string; tests: string[] }[]): string {
  return JSON.stringify({
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((state) => ({ status: state })),
    })),
  });
}

test('every test counts by how it ended', () => {
  const text = report(
    { status: 'failed', tests: ['passed', 'failed'] },
    { status: 'passed', tests: ['passed', 'skipped', 'todo'] },
  );
  expect(countVitest(text, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test.for([
  [
    'a file that could not be loaded',
    report({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] }),
    1,
    1,
  ],
  ['an error outside any test', report({ status: 'passed', tests: ['passed'] }), 1, 1],
  ['a run without any test', report(), 0, 0],
  ['a run in which every test was skipped', report({ status: 'passed', tests: ['skipped'] }), 0, 0],
  ['a run that wrote no report', undefined, 0, 0],
] as const)('%s is one failure', ([, text, status, passed]) => {
  expect(countVitest(text, status)).toMatchObject({ failed: 1, passed });
});
