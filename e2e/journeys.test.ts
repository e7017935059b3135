import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

it('every journey in docs/journeys.md has a test named by its number, and no test has a number without one', () => {
  const written = fs.readFileSync(path.join(root, 'docs/journeys.md'), 'utf8').match(/^## J\d+/gm) ?? [];
  const files = fs.readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'));
  const tests = files.map((file) => fs.readFileSync(path.join(import.meta.dirname, file), 'utf8')).join('\n');
  const tested = [...tests.matchAll(/\bit(?:\.each\(.*\))?\(\s*['"`](J\d+) /g)].map(([, number]) => number);
  const numbers = written.map((heading) => heading.slice(3));
  expect(numbers.length).toBeGreaterThanOrEqual(18);
  expect(numbers.filter((number) => !tested.includes(number))).toEqual([]);
  expect(tested.filter((number) => !numbers.includes(number ?? ''))).toEqual([]);
});
