import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { secretsIn } from './browser.ts';

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

it('finds in a log what must never stand there, and takes no time or address for it', () => {
  const bad = [
    '{"tel":"13812345678"}',
    '身份证 35070219600101123X',
    'cookie lj_AbCdEfGhIjKlMnOpQrStUvWx',
    'linju-2026',
  ];
  expect(bad.map((line) => secretsIn(line).length)).toEqual([1, 1, 1, 1]);
  const good =
    '{"time":"2026-11-21T18:40:06.624Z","ms":1763750406624,"id":"019ab1c2-3d4e-7f00-8a1b-13812345678a","port":54321}';
  expect(secretsIn(good)).toEqual([]);
});
