import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';
import type { Person } from '../../../tools/test-street-people.ts';
import { sql } from '../../kernel/db.ts';
import { type Cell, readRows } from '../../kernel/spreadsheet.ts';
import { importClosedCases } from './sync.ts';

const address = '/api/v1/case-exports';
const overviewAddress = '/api/v1/case-overview-exports';
let street: TestStreet;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linju-exported-'));
  street = await openTestStreet();
  vi.stubEnv('TMPDIR', folder);
  for (const [community, letters] of [
    ['wenti', 1_003],
    ['pinghu', 2],
  ] as const) {
    await street.inside((tx) =>
      importClosedCases(
        tx,
        street.open.world,
        street.area(community),
        Array.from({ length: letters }, (_, index) => ({
          externalKey: `${community}:${index}`,
          title: index === 0 ? `${community}的楼道灯` : `${community}第${index}件`,
          body: '夜里看不见。',
          kind: index === 0 ? ('complaint' as const) : ('help' as const),
          raisedAt: new Date(Date.UTC(2026, 4, 1, 0, index)),
          resolution: '已修好。',
          resolvedAt: new Date(Date.UTC(2026, 4, 2, 0, index)),
        })),
      ),
    );
  }
});

afterAll(async () => {
  await street.close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function exported(person: Person, query = '', language = 'zh-Hans', from = address) {
  const headers = { authorization: `Bearer ${await street.token(person)}`, 'accept-language': language };
  const answer = await street.app.inject({ url: `${from}${query}`, headers });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  const file = path.join(folder, 'answer.xlsx');
  await writeFile(file, answer.rawPayload);
  const rows: Cell[][] = [];
  for await (const row of readRows(file)) rows.push(row.cells);
  return { headers: answer.headers, rows };
}

test('whoever may not export is refused', async () => {
  expect((await street.app.inject({ url: address })).statusCode).toBe(401);
  for (const person of ['chen', 'li', 'zhou', 'zheng'] as const) {
    const headers = { authorization: `Bearer ${await street.token(person)}` };
    const { statusCode, json } = await street.app.inject({ url: address, headers });
    expect([person, statusCode, json().code]).toEqual([person, 403, 'request.forbidden']);
  }
});

test('staff get the cases of their community, newest first, in the layout of the office', async () => {
  const { headers, rows } = await exported('wu');
  expect(headers['content-disposition']).toMatch(/^attachment; filename="cases-\d{4}-\d\d-\d\d\.xlsx"$/);
  expect(headers['cache-control']).toBe('no-store');
  const [title, byline, head, first] = rows;
  expect(title?.[0]).toBe('诉求清单');
  expect(byline?.[0]).toMatch(/^填报单位：文体社区居委会　填报人：吴社工　时间：\d{4}-\d\d-\d\d \d\d:\d\d$/);
  expect(head?.slice(0, 5)).toEqual(['序号', '编号', '标题', '诉求类型', '分类']);
  expect(first?.slice(2, 4)).toEqual(['wenti第1002件', '求助']);
  expect(first?.slice(5, 14)).toEqual([
    '来信',
    '已办结',
    '文体社区',
    '',
    '',
    '',
    '2026-05-02 00:42',
    '',
    '2026-05-03 00:42',
  ]);
  const cases = rows.slice(3);
  expect(cases).toHaveLength(1_003);
  expect(cases.map(([position]) => position)).toEqual(cases.map((_, index) => index + 1));
  expect(new Set(cases.map(([, number]) => number)).size).toBe(1_003);
});

test('the street sees both communities; another street nothing of them', async () => {
  expect((await exported('xu')).rows).toHaveLength(3 + 1_005);
  expect((await exported('sun')).rows.slice(3).map((row) => row[2])).toEqual(['pinghu第1件', 'pinghu的楼道灯']);
  expect((await exported('gao')).rows).toHaveLength(3);
});

test('the filters of the inbox apply, and its words come in the language of the reader', async () => {
  const filtered = await exported('xu', `?kind=complaint&q=${encodeURIComponent('楼道')}`, 'en');
  expect(filtered.rows[0]?.[0]).toBe('Cases');
  expect(filtered.rows[2]?.slice(0, 4)).toEqual(['No.', 'Number', 'Title', 'Kind']);
  expect(filtered.rows.slice(3).map((row) => row[3])).toEqual(['Complaint', 'Complaint']);
  const traditional = await exported('xu', `?area=${street.area('pinghu')}`, 'zh-Hant');
  expect(traditional.rows[0]?.[0]).toBe('訴求清單');
  expect(traditional.rows).toHaveLength(5);
  const unknown = await street.as('xu').get('/case-exports?colour=red');
  expect(unknown.status).toBe(400);
});

test('who took how many rows is on record, and no file stays behind', async () => {
  const events = await street.inside((tx) =>
    tx.many(sql`select data from event where tenant_id = app.tenant() and verb = 'export_cases'
      and subject_id = ${street.account('sun')}`),
  );
  expect(events).toEqual([{ data: { rows: 2, filter: ['view'] } }]);
  expect(readdirSync(folder)).toEqual(['answer.xlsx']);
});

test('figures of others are refused; one’s own leave as the screen shows them', async () => {
  expect((await street.as('wu').get(`/case-overview-exports?area=${street.area('pinghu')}`)).code).toBe(
    'figures.unknown_area',
  );
  expect((await street.as('zhou').get('/case-overview-exports')).status).toBe(403);
  const { rows } = await exported('sun', '?from=2026-05-01&to=2026-05-31&step=week', 'zh-Hans', overviewAddress);
  expect(rows[0]?.[0]).toBe('诉求总览');
  expect(rows[1]?.[0]).toMatch(/^平湖社区　2026-05-01 至 2026-05-31　填报单位：/);
  const line = (item: string) => rows.find((row) => row[1] === item)?.slice(2, 4);
  expect(line('收到诉求')).toEqual([2, 0]);
  expect(line('社区办结')).toEqual([2, 0]);
  expect(line('响应率')).toEqual(['0 / 0', '0 / 0']);
  expect(rows.filter(([, item]) => item === '合计').map((row) => row.slice(0, 3))).toEqual([
    ['首次答复用时中位数（分钟） / 件', '合计', '— / 0'],
    ['办结用时中位数（分钟） / 件', '合计', '— / 0'],
  ]);
  expect(line('2026-05-01 – 2026-05-03')?.[0]).toBe('2 / 2');
  expect(readdirSync(folder)).toEqual(['answer.xlsx']);
});
