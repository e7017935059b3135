import { z } from 'zod';

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts the tests of a vitest run. What vitest does not count as a failed test but ended it badly (a file that could not
 * be loaded, an error outside any test, no report, no test at all) counts as one failure.
 * @param report vitest's JSON report, undefined when it wrote none
 * @param status its exit code
 */
export function countVitest(report: string | undefined, status: number): Outcome {
  const outcome = { passed: 0, failed: 0, skipped: 0 };
  const files = report === undefined ? [] : vitestReport.parse(JSON.parse(report)).testResults;
  for (const file of files) {
    const states = file.assertionResults.map((test) => test.status);
    outcome.passed += states.filter((state) => state === 'passed').length;
    const failed = states.filter((state) => state === 'failed').length;
    outcome.failed += failed === 0 && file.status === 'failed' ? 1 : failed;
    outcome.skipped += states.filter((state) => state !== 'passed' && state !== 'failed').length;
  }
  const nothingRan = outcome.passed + outcome.failed === 0;
  if (outcome.failed === 0 && (status !== 0 || nothingRan)) outcome.failed = 1;
  return outcome;
}
