import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { writeRows } from '../kernel/spreadsheet-writer.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

let database: TestDatabase;
let owner: pg.Client;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linju-命令 '));
  database = await cloneDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function linju(args: string[], input = '') {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../cli.ts'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, INIT_CWD: folder, LINJU_DATA: folder, DATABASE_URL: database.ownerUrl },
  });
  child.stdin.end(input);
  const [out, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { out, errors, code };
}

test('without words it shows what there is, and an unknown word is a matter of usage', async () => {
  const help = await linju([]);
  expect(help.code).toBe(0);
  for (const name of ['import cases', 'audit verify', 'db migrate', 'account create']) expect(help.out).toContain(name);
  for (const words of [['import', 'cats'], ['constructor']])
    expect(await linju(words)).toMatchObject({ code: 2, out: '' });
  const lost = await linju(['import', 'cases', 'nowhere.xlsx', '--area', 'c1']);
  expect(lost).toMatchObject({ code: 2, errors: expect.stringContaining('nowhere.xlsx') });
});

test('on an empty database a street comes first', async () => {
  const early = await linju(['audit', 'verify', '--street', 'x']);
  expect(early).toMatchObject({ code: 1, errors: expect.stringContaining('street create') });
  const wrong = await linju(['street', 'create', '--code', '12', '--name', '同心街道']);
  expect(wrong).toMatchObject({ code: 1, errors: expect.stringContaining('12 digits') });
  const made = await linju(['street', 'create', '--code', '350702001000', '--name', '同心街道']);
  expect(made).toMatchObject({ code: 0, errors: '' });
  await owner.query(
    `insert into area (tenant_id, id, parent_id, kind_id, tier, code, name, path, community_id)
     select a.tenant_id, $1, a.id, k.id, 'community', 'c1', '平湖社区', 'c1', $1
       from area a join area_kind k on k.tenant_id = a.tenant_id and k.code = 'community' where a.tier = 'street'`,
    [uuidv7()],
  );
});

test('letters are imported with columns named by hand, and the refused rows lie beside', async () => {
  const columns = ['编号', '主题列', '来信时间', '内容', '答复', '答复时间'].map((header) => ({ header }));
  await writeRows(path.join(folder, '来信.xlsx'), { name: '来信', columns }, [
    [1, '路灯不亮', '2026/1/5 08:00', '三栋', '已修', '2026/1/6'],
    [2, '', '2026/1/5', '四栋', '已修', '2026/1/6'],
  ]);
  const unknown = await linju(['import', 'cases', '来信.xlsx', '--area', '中心社区']);
  expect(unknown).toMatchObject({ code: 2, errors: expect.stringContaining('c1  同心街道 平湖社区') });
  const unmapped = await linju(['import', 'cases', '来信.xlsx', '--area', 'c1']);
  expect(unmapped).toMatchObject({ code: 1, errors: expect.stringMatching(/没有找到这些列：标题/) });
  const done = await linju(['import', 'cases', '来信.xlsx', '--area', '平湖社区', '--map', '标题=主题列']);
  expect(done.code).toBe(0);
  expect(done.out).toMatch(/2 行 rows：新增 added 1，已有 already in 0，有问题 refused 1/);
  expect(done.errors).toBe('导入 Importing 0/1\n导入 Importing 1/1\n');
  expect(existsSync(path.join(folder, '来信-退回.xlsx'))).toBe(true);
});

test('a list of the hotline becomes open cases once, with columns named by hand, from a workbook or a text', async () => {
  const list = '单号,诉求内容,来电时间\r\nH1,三栋漏水,2026-01-05 08:00\r\nH2,,2026-01-05\r\nH1,又一次,2026-01-05\r\n';
  await writeFile(path.join(folder, '工单.csv'), list);
  const unnamed = await linju(['import', 'hotline', '工单.csv', '--area', 'c1', '--dry-run']);
  expect(unnamed.out).toContain('没有找到这些列 Columns not found: 工单编号');
  const unknown = await linju(['import', 'hotline', '工单.csv', '--area', 'c1', '--map', '甲=单号']);
  expect(unknown).toMatchObject({ code: 1, errors: expect.stringContaining('甲=单号') });
  const named = ['import', 'hotline', '工单.csv', '--area', '平湖社区', '--map', '工单编号=单号'];
  const tried = await linju([...named, '--dry-run']);
  expect(tried.out).toContain(
    '可导入 would be added 1，已有 already in 0，有问题 faulty 2（其中编号重复 duplicated 1）',
  );
  const done = await linju(named);
  expect(done).toMatchObject({ code: 0, errors: '导入 Importing 0/1\n导入 Importing 1/1\n' });
  expect(done.out).toContain('新增 added 1');
  expect(existsSync(path.join(folder, '工单-退回.xlsx'))).toBe(true);
  expect((await linju(named)).out).toContain('新增 added 0，已有 already in 1');
});

test('categories go out as a sheet, and what is written into it comes in', async () => {
  const out = await linju(['export', 'categories', '类别.xlsx']);
  expect(out).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ 行 rows → /) });
  const columns = ['一级分类', '二级分类'].map((header) => ({ header, text: true }));
  const rows = [
    ['河湖', '漂浮物'],
    ['', '没有上级'],
  ];
  await writeRows(path.join(folder, '新类别.xlsx'), { name: '类别', columns }, rows);
  const tried = await linju(['import', 'categories', '新类别.xlsx', '--dry-run']);
  expect(tried.out).toContain('新增 added 1，已有 same 0，有问题 faulty 1；2 类 categories（未写入');
  expect((await linju(['import', 'categories', '新类别.xlsx'])).out).toContain('2 类 categories\n');
  expect(existsSync(path.join(folder, '新类别-退回.xlsx'))).toBe(true);
  const { rows: kept } = await owner.query(
    `select labels ->> 'zh-Hans' as name from case_category where code like 'c1%'`,
  );
  expect(kept.map(({ name }) => name).toSorted()).toEqual(['河湖', '漂浮物'].toSorted());
});

test('an account is made with its role, and its password is set anew', async () => {
  const words = [
    'account',
    'create',
    '--login',
    'admin',
    '--name',
    '王建国',
    '--role',
    'administrator',
    '--area',
    'c1',
  ];
  const weak = await linju([...words, '--password-stdin'], 'short\n');
  expect(weak).toMatchObject({ code: 2, errors: expect.stringContaining('password') });
  const alone = await linju(words);
  expect(alone).toMatchObject({ code: 2, errors: expect.stringContaining('--password-stdin') });
  expect(await linju([...words, '--password-stdin'], 'tongxin-2026\n')).toMatchObject({ code: 0, errors: '' });
  const twice = await linju([...words, '--password-stdin'], 'tongxin-2026\n');
  expect(twice.code).toBe(1);
  const hashes = 'select password_hash from account';
  const before = await owner.query(hashes);
  expect(before.rowCount).toBe(1);
  const changed = await linju(['account', 'password', '--login', 'admin', '--password-stdin'], 'linli-2027\n');
  expect(changed).toMatchObject({ code: 0, errors: '' });
  expect((await owner.query(hashes)).rows).not.toEqual(before.rows);
});

test('an account may be made for a body, which has to be one of the street', async () => {
  const words = ['account', 'create', '--login', 'second', '--name', '李芳', '--role', '物业', '--area', 'c1'];
  const nowhere = [...words, '--organization', '没有的单位', '--password-stdin'];
  expect(await linju(nowhere, 'tongxin-2026\n')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('请写准单位的名称'),
  });
  await owner.query(`insert into organization (tenant_id, id, kind, name)
    select id, gen_random_uuid(), 'property', '邻安物业' from tenant`);
  const named = [...words, '--organization', '邻安物业', '--password-stdin'];
  expect(await linju(named, 'tongxin-2026\n')).toMatchObject({ code: 0, errors: '' });
  const { rows } = await owner.query('select o.name from role_grant g join organization o on o.id = g.organization_id');
  expect(rows).toEqual([{ name: '邻安物业' }]);
});

test('a second step that was lost is taken away', async () => {
  await owner.query('update account set totp_since = now()');
  expect((await linju(['account', 'reset-second-step', '--login', 'nobody'])).code).toBe(1);
  expect(await linju(['account', 'reset-second-step', '--login', 'admin'])).toMatchObject({ code: 0, errors: '' });
  const { rows } = await owner.query(`select totp_since from account where login = 'admin'`);
  expect(rows).toEqual([{ totp_since: null }]);
});

test('the record of events is intact until a row is altered', async () => {
  expect(await linju(['audit', 'verify'])).toMatchObject({ code: 0, out: expect.stringContaining('完好 intact') });
  await owner.query(`update event set verb = 'forged' where subject_kind = 'case' and verb = 'import'`);
  expect(await linju(['audit', 'verify'])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/altered: 1\n {2}case /),
  });
});

test('what makes the database unsafe is listed', async () => {
  expect(await linju(['db', 'migrate'])).toMatchObject({ code: 0, out: '已是最新 Up to date\n' });
  await owner.query('alter table case_note disable row level security');
  const { code, out } = await linju(['db', 'verify']);
  expect(code).toBe(1);
  expect(out).toContain('no wall between streets: case_note');
  // The throw-away server of the tests runs without fsync.
  expect(out).toContain('fsync is off');
  expect(out).not.toContain('differs from its file');
});
