import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvRows, readTable } from './csv.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linju-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

const all = async (bytes: Buffer | string, limits = {}) => {
  const file = path.join(folder, 'list');
  await writeFile(file, bytes);
  const rows: unknown[] = [];
  for await (const { rowNumber, cells } of readTable(file, limits)) rows.push([rowNumber, ...cells]);
  return rows;
};

it('reads fields in quotes with commas, quotes and lines in them', () => {
  expect([...csvRows('a,"b ""c"", d\ne",\r\n\r\n,x\n')]).toEqual([['a', 'b "c", d\ne', ''], [''], ['', 'x']]);
  expect([...csvRows('a\tb,c\r\n1\t2')]).toEqual([['a\tb', 'c'], ['1\t2']]);
  expect([...csvRows('a\tb\n1\t2')]).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect([...csvRows(`"${'长'.repeat(400_000)}",b`)][0]?.[1]).toBe('b');
});

it('takes UTF-8 with its mark and GB18030, numbers rows as a person counts them, and leaves out empty ones', async () => {
  expect(await all('\uFEFF编号,内容\r\n\r\n1,灯\r\n')).toEqual([
    [1, '编号', '内容'],
    [3, '1', '灯'],
  ]);
  expect(await all(Buffer.from('b1e0bac52cc4dac8dd0d0a312cb5c60d0a', 'hex'))).toEqual([
    [1, '编号', '内容'],
    [2, '1', '灯'],
  ]);
});

it('refuses what is no text, and what is too long', async () => {
  await expect(all(Buffer.from([0xff, 0x2c, 0xff, 0xff]))).rejects.toMatchObject({ fault: 'not_a_workbook' });
  await expect(all(Buffer.from('a\0b'))).rejects.toMatchObject({ fault: 'not_a_workbook' });
  await expect(all('')).rejects.toMatchObject({ fault: 'not_a_workbook' });
  await expect(all('1\n2\n3\n', { maxRows: 2 })).rejects.toMatchObject({ fault: 'too_many_rows' });
  await expect(all('1,2,3\n', { maxCells: 2 })).rejects.toMatchObject({ fault: 'too_many_cells' });
  await expect(all('1,2,3\n', { maxBytes: 3 })).rejects.toMatchObject({ fault: 'too_many_bytes' });
});
