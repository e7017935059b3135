import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveOf, archivePart } from '../../tools/test-archive.ts';
import { readRows, type SheetRow, type SpreadsheetLimits, usualLimits } from './spreadsheet.ts';
import { inspectWorkbook } from './spreadsheet-guard.ts';
import { writeRows } from './spreadsheet-writer.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linju-表格 '));
});
afterAll(() => rm(folder, { recursive: true }));

const place = (name: string) => path.join(folder, name);

async function all(file: string, limits: Partial<SpreadsheetLimits> = {}): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readRows(file, limits)) rows.push(row);
  return rows;
}

const refusal = (file: string, limits?: Partial<SpreadsheetLimits>) => faultOf(all(file, limits));
/** Without a worker: what the scan of the archive alone refuses. */
const scanned = (file: string) => faultOf(inspectWorkbook(file, usualLimits));

const faultOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: { fault?: string }) => error.fault,
  );

async function workbook(name: string, fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('一'), book);
  await book.xlsx.writeFile(place(name));
  return place(name);
}

async function archive(name: string, parts: Parameters<typeof archiveOf>[0]): Promise<string> {
  await writeFile(place(name), archiveOf(parts));
  return place(name);
}

const part = archivePart;
const contentTypes = part('[Content_Types].xml', '<Types/>');

test('every kind of cell comes as a person sees it', async () => {
  const file = await workbook('kinds.xlsx', (sheet) => {
    sheet.addRow(['编号', 12, true, new Date(Date.UTC(2019, 5, 20, 10, 55, 18)), new Date(Date.UTC(2019, 5, 20))]);
    sheet.addRow([]);
    sheet.addRow([
      null,
      { formula: 'A1+1', result: 7 },
      { richText: [{ text: '路' }, { text: '灯' }] },
      '=1+1',
      'a\r\nb',
    ]);
  });
  expect(await all(file)).toEqual([
    { rowNumber: 1, cells: ['编号', 12, true, '2019-06-20 10:55:18', '2019-06-20'] },
    { rowNumber: 3, cells: [null, 7, '路灯', '=1+1', 'a\r\nb'] },
  ]);
});

test('what was written in the office layout is read back, texts as texts', async () => {
  const layout = {
    name: '台账',
    title: '平湖社区诉求台账',
    byline: '填报单位：平湖社区　时间：2026年11月',
    columns: [
      { header: '编号', text: true },
      { header: '标题', width: 40 },
      { header: '错误原因', alarm: true },
    ],
  };
  const written = await writeRows(place('office.xlsx'), layout, [
    [20260001, '路灯不亮 & <暗>', null],
    ['0012', '=cmd|x', '缺少标题'],
  ]);
  expect(written).toBe(2);
  expect((await all(place('office.xlsx'))).slice(2)).toEqual([
    { rowNumber: 3, cells: ['编号', '标题', '错误原因'] },
    { rowNumber: 4, cells: ['20260001', '路灯不亮 & <暗>'] },
    { rowNumber: 5, cells: ['0012', '=cmd|x', '缺少标题'] },
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(place('office.xlsx'));
  expect(book.worksheets[0]?.getCell('C5').font.color?.argb).toBe('FFC00000');
  expect(book.worksheets[0]?.getCell('A4').numFmt).toBe('@');
  expect(book.worksheets[0]?.getCell('C1').isMerged).toBe(true);
});

test('ten thousand rows arrive in order through the batches', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [index, `第${index}行`.padEnd(80, '。')]);
  await writeRows(place('long.xlsx'), { name: '长', columns: [{ header: '序号' }, { header: '内容' }] }, rows);
  const read = await all(place('long.xlsx'));
  expect(read.slice(1).map((row) => row.cells)).toEqual(rows);
});

test('a reader may stop early and leaves no worker behind', async () => {
  const seen: string[] = [];
  process.once('worker', (worker) => {
    seen.push('started');
    worker.once('exit', () => seen.push('ended'));
  });
  for await (const row of readRows(place('long.xlsx'))) if (row.rowNumber === 2) break;
  expect(seen).toEqual(['started', 'ended']);
});

test('the first sheet that is not hidden is read', async () => {
  const file = await workbook('hidden.xlsx', (sheet, book) => {
    sheet.state = 'hidden';
    sheet.addRow(['暗']);
    book.addWorksheet('二').addRow(['明']);
  });
  expect(await all(file)).toEqual([{ rowNumber: 1, cells: ['明'] }]);
});

test('limits on bytes, rows and cells refuse the file', async () => {
  expect(await refusal(place('long.xlsx'), { maxBytes: 1000 })).toBe('too_many_bytes');
  expect(await refusal(place('long.xlsx'), { maxRows: 100 })).toBe('too_many_rows');
  expect(await refusal(place('long.xlsx'), { maxCells: 100 })).toBe('too_many_cells');
  expect(await refusal(place('long.xlsx'), { maxUnpackedBytes: 100_000 })).toBe('unpacks_too_large');
});

test('a few cells at the far corner cannot open a huge table', async () => {
  const file = await workbook('corner.xlsx', (sheet) => {
    for (let row = 1; row <= 150; row++) sheet.getCell(row, 16_384).value = 1;
  });
  expect(await refusal(file)).toBe('too_many_cells');
});

test('what is not a workbook is refused by its content', async () => {
  await writeFile(place('page.xlsx'), '<html>编号</html>');
  await writeFile(place('old.xlsx'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  await writeFile(place('empty.xlsx'), '');
  const half = await workbook('half.xlsx', (sheet) => sheet.addRow(['编号']));
  await truncate(half, 3000);
  expect(await scanned(place('page.xlsx'))).toBe('not_a_workbook');
  expect(await scanned(place('old.xlsx'))).toBe('old_or_encrypted');
  expect(await scanned(place('empty.xlsx'))).toBe('not_a_workbook');
  expect(await scanned(half)).toBe('damaged');
  expect(await scanned(await archive('plain.zip', [part('readme.txt', '你好')]))).toBe('not_a_workbook');
});

test('macros, leaving the archive, doubled parts and document types are refused', async () => {
  const sheet = '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData/></worksheet>';
  const book = (extra: ReturnType<typeof part>[]) => [
    contentTypes,
    part('xl/workbook.xml', '<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>'),
    part(
      'xl/_rels/workbook.xml.rels',
      '<R><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></R>',
    ),
    ...extra,
  ];
  expect(await scanned(await archive('m1.xlsx', [contentTypes, part('xl/vbaProject.bin', 'x')]))).toBe('has_macros');
  const macroTypes = part(
    '[Content_Types].xml',
    '<Types ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
  );
  expect(await scanned(await archive('m2.xlsx', [macroTypes]))).toBe('has_macros');
  expect(await scanned(await archive('up.xlsx', [contentTypes, part('../etc/passwd', 'x')]))).toBe('damaged');
  expect(await scanned(await archive('twice.xlsx', [contentTypes, contentTypes]))).toBe('damaged');
  const withType = await archive('type.xlsx', book([part('xl/worksheets/sheet1.xml', sheet)]));
  expect(await refusal(withType)).toBe('damaged');
});

test('a part that was altered on the way is refused, not read short', async () => {
  const altered = { ...part('xl/worksheets/sheet1.xml', '<worksheet><sheetData/></worksheet>'), sum: 1 };
  expect(await scanned(await archive('altered.xlsx', [contentTypes, altered]))).toBe('damaged');
});

test('bombs are refused within two seconds and 100 MB, honest about their size or not', async () => {
  const zeros = Buffer.alloc(200 * 1024 * 1024);
  const bomb = deflateRawSync(zeros, { level: 1 });
  const before = process.memoryUsage().rss;
  const used = process.cpuUsage();
  const honest = await archive('b1.xlsx', [
    contentTypes,
    { name: 'xl/worksheets/sheet1.xml', packed: bomb, claim: zeros.length, sum: 0 },
  ]);
  const lying = await archive('b2.xlsx', [
    contentTypes,
    { name: 'xl/worksheets/sheet1.xml', packed: bomb, claim: 5000, sum: 0 },
  ]);
  const many = await archive('b3.xlsx', [
    contentTypes,
    ...Array.from({ length: 3000 }, (_, index) => part(`xl/media/${index}.bin`, 'x')),
  ]);
  expect(await scanned(honest)).toBe('unpacks_too_large');
  expect(await scanned(lying)).toBe('damaged');
  expect(await scanned(many)).toBe('damaged');
  // Work and not the clock: other tests run on the same cores.
  const { user, system } = process.cpuUsage(used);
  expect((user + system) / 1000).toBeLessThan(2000);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});
