import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';
import { verifyEvents } from '../../kernel/audit.ts';
import { sql } from '../../kernel/db.ts';
import { type Cell, readRows } from '../../kernel/spreadsheet.ts';
import { writeRows } from '../../kernel/spreadsheet-writer.ts';
import { importLetters, type LettersImport } from './index.ts';

const realFile = path.resolve(import.meta.dirname, '../../../../shared/data/citizen-requests.xlsx');
const headers = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间'];
const good: Cell[][] = [
  [101, 'UU001', '投诉小区噪音', '2019/6/20 10:55:18', '　　<p>夜里&nbsp;施工</p>', '已劝停。', '2019/6/25 09:00:00'],
  [102, 'UU002', '咨询公积金', 43563.359259259261, '怎么提取？', '带身份证来窗口。', '2019/5/9'],
  [103, 'UU003', '路灯不亮', '2019年6月20日', '三栋门口', '已修好。', '2019-06-20'],
];
const bad: Cell[][] = [
  [104, 'UU004', '', '2019/6/20', '没有主题', '收到', '2019/6/21'],
  [105, 'UU005', '日期不对', '去年夏天', '内容', '收到', '2019/6/21'],
  [106, 'UU006', '倒着的', '2019/6/20', '内容', '收到', '2019/6/1'],
  [101, 'UU007', '编号重复', '2019/6/20', '内容', '收到', '2019/6/21'],
];

let street: TestStreet;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linju-import-'));
  street = await openTestStreet();
});

afterAll(async () => {
  await street.close();
  await rm(folder, { recursive: true });
});

const place = (name: string) => path.join(folder, name);
const write = (name: string, rows: Cell[][], head = headers) =>
  writeRows(
    place(name),
    { name: '来信', title: '来信台账', byline: '填报单位：平湖社区', columns: head.map((header) => ({ header })) },
    rows,
  );

const wanted = (file: string, change: Partial<LettersImport> = {}): LettersImport => ({
  file,
  communityId: street.area('wenti'),
  mapped: {},
  returnedFile: place('returned.xlsx'),
  language: 'zh',
  dryRun: false,
  now: new Date('2026-11-21T00:00:00Z'),
  onProgress: () => {},
  ...change,
});

const imported = (letters: LettersImport) =>
  importLetters(street.open.world, { tenantId: street.own.tenantId, accountId: null, reach: '*' }, letters);

async function rowsOf(file: string): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const row of readRows(file)) rows.push(row.cells);
  return rows;
}

const count = (like: string) =>
  street.inside((tx) =>
    tx.one<{
      cases: number;
      closed: number;
    }>(sql`select count(*) as cases, count(*) filter (where state = 'closed' and not open) as closed
      from case_record where tenant_id = app.tenant() and external_key like ${like}`),
  );

test('a file without the needed columns is refused, naming them', async () => {
  await write('columns.xlsx', good, ['编号', '用户', '主题列', '留言时间', '详情', '答复', '日期二']);
  const refused = imported(wanted(place('columns.xlsx')));
  await expect(refused).rejects.toMatchObject({
    code: 'exchange.columns_missing',
    params: { missing: '标题、答复时间', headers: expect.stringContaining('主题列') },
  });
  const mapped = { title: '主题列', repliedAt: '日期二' };
  const tried = await imported(wanted(place('columns.xlsx'), { mapped, dryRun: true }));
  expect(tried).toEqual({ rows: 3, added: 0, skipped: 0, refused: 0, returnedFile: null });
  expect(await count('letters:%')).toEqual({ cases: 0, closed: 0 });
});

test('what is not a workbook is refused with its reason', async () => {
  const refused = imported(wanted(import.meta.filename));
  await expect(refused).rejects.toMatchObject({ code: 'exchange.not_a_workbook' });
});

test('good rows become closed cases, bad ones come back with their reason', async () => {
  await write('mixed.xlsx', [...good, ...bad]);
  expect(await imported(wanted(place('mixed.xlsx')))).toEqual({
    rows: 7,
    added: 3,
    skipped: 0,
    refused: 4,
    returnedFile: place('returned.xlsx'),
  });
  expect(await count('letters:%')).toEqual({ cases: 3, closed: 3 });
  const [head, ...returned] = await rowsOf(place('returned.xlsx'));
  expect(head).toEqual([...headers, '错误原因']);
  expect(returned.map((cells) => cells.slice(0, 7))).toEqual(bad);
  expect(returned.map((cells) => cells[7])).toEqual([
    '第7行：缺少标题',
    '第8行：留言时间无法识别，请写成 2019-06-20 10:55',
    '第9行：答复时间早于留言时间',
    '第10行：编号与第4行重复',
  ]);
});

test('a case keeps the real dates, the clean words and the kind', async () => {
  const row = await street.inside((tx) =>
    tx.one(sql`select c.title, c.body, c.kind, c.source, c.raised_at as raised, c.closed_at as closed, r.words as resolution, w.name as raiser
      from case_record c join case_resolution r on r.tenant_id = c.tenant_id and r.case_id = c.id
        join case_contact w on w.tenant_id = c.tenant_id and w.id = c.id
      where c.tenant_id = app.tenant() and c.external_key = 'letters:101'`),
  );
  expect(row).toEqual({
    title: '投诉小区噪音',
    body: '夜里 施工',
    kind: 'complaint',
    source: 'letter',
    raised: '2019-06-20T02:55:18Z',
    closed: '2019-06-25T01:00:00Z',
    resolution: '已劝停。',
    raiser: 'UU001',
  });
});

test('a second run adds nothing; the returned file, put right, adds the rest', async () => {
  const again = await imported(wanted(place('mixed.xlsx')));
  expect(again).toMatchObject({ added: 0, skipped: 3, refused: 4 });
  const [head = [], ...returned] = await rowsOf(place('returned.xlsx'));
  const right = returned.map((cells, index) => [
    110 + index,
    'UU',
    '改好了',
    '2019/6/20',
    '内容',
    '收到',
    '2019/6/21',
    cells[7] ?? null,
  ]);
  await write('right.xlsx', right, head.map(String));
  const outcome = await imported(wanted(place('right.xlsx'), { returnedFile: place('second.xlsx') }));
  expect(outcome).toMatchObject({ added: 4, refused: 0, returnedFile: null });
  expect(existsSync(place('second.xlsx'))).toBe(false);
});

test.runIf(existsSync(realFile))(
  'the 2,816 real letters are in with less than ten seconds of work and found by a two-character word',
  { timeout: 180_000 },
  async () => {
    const steps: number[] = [];
    const before = process.cpuUsage();
    const outcome = await imported(wanted(realFile, { onProgress: (done) => steps.push(done) }));
    // Time at work and not on the clock: other tests run at the same time on the same cores.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(10);
    expect(outcome).toEqual({ rows: 2816, added: 2816, skipped: 0, refused: 0, returnedFile: null });
    expect(steps).toEqual([0, 500, 1000, 1500, 2000, 2500, 2816]);
    expect(await imported(wanted(realFile))).toMatchObject({ added: 0, skipped: 2816 });

    const found = await street.as('wu').get(`/cases?q=${encodeURIComponent('噪音')}&limit=100`);
    // 98 of the letters, and the one of the workbook above.
    expect(found.body.items).toHaveLength(99);
    expect((await street.as('sun').get(`/cases?q=${encodeURIComponent('噪音')}`)).body.items).toEqual([]);
    const events = await street.inside(verifyEvents);
    expect(events.broken).toEqual([]);
    expect(events.checked).toBeGreaterThanOrEqual(2816);
  },
);
