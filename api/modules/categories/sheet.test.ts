import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Categories } from '../../../contract/cases.ts';
import type { CategoryOutcome } from '../../../contract/categories.ts';
import { openTestSheets } from '../../../tools/test-sheets.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';
import type { Cell } from '../../kernel/spreadsheet.ts';

const realFile = path.resolve(import.meta.dirname, '../../../../shared/data/request-categories.xlsx');

let street: TestStreet;
const sheets = openTestSheets();
const { cellsOf } = sheets;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(async () => {
  await street.close();
  sheets.close();
});

const headers = ['一级分类', '二级分类', '三级分类'];
const sheet = (rows: Cell[][], columns = headers): Promise<Buffer> =>
  sheets.written({ name: '类别', columns: columns.map((header) => ({ header, text: true })) }, rows);

const bring = async (bytes: Buffer, dryRun: boolean, person: Person = 'xu') =>
  street.as(person).upload<CategoryOutcome>(`/category-imports?dryRun=${dryRun}`, bytes);
async function exported(): Promise<Buffer> {
  const headersOf = { authorization: `Bearer ${await street.token('wu')}` };
  const answer = await street.app.inject({ url: '/api/v1/category-exports', headers: headersOf });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}
const names = async () =>
  (await street.as('chen').get<Categories>('/case-categories')).body.categories.map(({ name }) => name);

describe('the sheet of categories', () => {
  it('is not taken from community staff, nor when it is no workbook or has no first level', async () => {
    expect((await bring(await sheet([]), true, 'wu')).code).toBe('request.forbidden');
    expect((await street.as('xu').post('/category-imports')).code).toBe('file.missing');
    expect((await bring(Buffer.from('a,b'), true)).code).toBe('categories.unreadable');
    expect((await bring(await sheet([['a', 'b']], ['二级分类', '备注']), true)).code).toBe(
      'categories.columns_missing',
    );
  });

  it('says nothing new when it comes back as it went out', async () => {
    const bytes = await exported();
    const rows = await cellsOf(bytes);
    expect(rows[0]).toEqual(headers);
    expect(rows[1]?.slice(0, 2)).toEqual(['公共设施', '楼道照明']);
    const { body, text } = await bring(bytes, false);
    expect(body, text).toMatchObject({ rows: rows.length - 1, added: 0, faulty: 0, categories: 0, returned: null });
  });
});

describe('an import', () => {
  const rows: Cell[][] = [
    ['河道整治', '安全生产', '事故处理'],
    ['河道整治', '安全生产', '安全隐患'],
    ['公共设施', '路灯', ''],
    ['河道整治', '', '规划'],
    ['', '绿化', ''],
    ['河道整治', '安全生产', '事故处理'],
    ['河道整治', '长'.repeat(41), ''],
  ];

  it('tried first writes nothing and gives every faulty row back with its reason', async () => {
    const { body } = await bring(await sheet(rows), true);
    expect(body).toMatchObject({ rows: 7, added: 2, same: 1, faulty: 4, categories: 4, applied: false });
    expect(body.faults.map(({ row, words }) => `${row} ${words}`)).toEqual([
      '5 中间一级空着，合并的单元格请先拆开填满',
      '6 一级分类空着',
      '7 与第2行重复',
      '8 名称超过40字',
    ]);
    const returned = await cellsOf(Buffer.from(body.returned ?? '', 'base64'));
    expect(returned[0]).toEqual([...headers, '错误原因']);
    expect(returned[2]?.slice(1)).toEqual(['绿化', '', '一级分类空着']);
    expect(await names()).not.toContain('河道整治');
  });

  it('makes what is missing, under what is there; again it changes nothing', async () => {
    expect((await bring(await sheet(rows), false)).body).toMatchObject({ added: 2, same: 1, applied: true });
    const all = await names();
    expect(all.slice(-4)).toEqual(['河道整治', '安全生产', '事故处理', '安全隐患']);
    expect((await bring(await sheet(rows), false)).body).toMatchObject({ added: 0, same: 3, faulty: 4, categories: 0 });
  });

  it('brings nothing back that the street has ended', async () => {
    const { categories } = (await street.as('xu').get<Categories>('/case-categories')).body;
    const one = categories.find(({ name }) => name === '安全隐患');
    await street.as('xu').post(`/case-categories/${one?.id}/ending`, undefined, { 'if-match': '"1"' });
    const { body } = await bring(await sheet([['河道整治', '安全生产', '安全隐患']]), false);
    expect(body.faults).toEqual([{ row: 2, words: '“安全隐患”已经停用，请先在系统里恢复' }]);
  });

  it.runIf(fs.existsSync(realFile))(
    'takes a real list of 517 rows at once, and a second time changes nothing',
    async () => {
      const bytes = fs.readFileSync(realFile);
      const first = await bring(bytes, false);
      expect(first.body, first.text).toMatchObject({ rows: 517, faulty: 0 });
      expect(first.body.added + first.body.same).toBe(517);
      const known = await names();
      expect((await bring(bytes, false)).body).toMatchObject({ rows: 517, added: 0, same: 517, categories: 0 });
      expect(await names()).toEqual(known);
      const back = await bring(await exported(), true);
      expect(back.body).toMatchObject({ added: 0, faulty: 0 });
    },
  );
});

if (!fs.existsSync(realFile)) process.stdout.write(`not tried: ${realFile} is not there\n`);
