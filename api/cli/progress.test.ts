import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openProgress } from './progress.ts';

const output = (isTTY: boolean) =>
  Object.assign(new PassThrough(), { isTTY, columns: 100, cursorTo() {}, clearLine() {} });

test('away from a terminal each tenth of the way is one plain line', async () => {
  const out = output(false);
  const progress = openProgress('导入', out);
  for (let done = 0; done <= 2816; done += 64) progress.update(done, 2816);
  progress.end();
  out.end();
  const lines = (await text(out)).trim().split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe('导入 0/2816');
  expect(lines.at(-1)).toBe('导入 2816/2816');
  expect(lines.join('')).not.toContain('\u001b');
});

test('nothing to do is done at once', async () => {
  const out = output(false);
  openProgress('导入', out).update(0, 0);
  out.end();
  expect(await text(out)).toBe('导入 0/0\n');
});

test('a terminal gets a bar', async () => {
  const out = output(true);
  const progress = openProgress('导入', out);
  progress.update(0, 10);
  progress.update(10, 10);
  progress.end();
  out.end();
  expect(await text(out)).toMatch(/导入 █+ 100%/);
});
