import { test } from 'vitest';
import { expectCleanLines } from '../../tools/personal-lines.ts';

test('a hundred thousand lines leave nothing personal', { timeout: 120_000 }, () => {
  expectCleanLines(12_500);
});
