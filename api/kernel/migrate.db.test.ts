import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { MigrationRefused, migrate } from './migrate.ts';

const log = pino({ level: 'silent' });
let database: TestDatabase;
let folder: string;
let url: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

/** Each test has an empty database and an empty folder of migrations. */
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-migrations-'));
  const name = `empty_${Math.random().toString(36).slice(2)}`;
  await ask(database.ownerUrl, `create database ${name} template template0`);
  url = database.ownerUrl.replace(/\/test_\w+/, `/${name}`);
  return async () => {
    fs.rmSync(folder, { recursive: true });
    await ask(database.ownerUrl, `drop database ${name} with (force)`);
  };
});

function write(name: string, sql: string): void {
  fs.writeFileSync(path.join(folder, name), sql);
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  test('a changed old file is refused, and so are one that comes too late and a database that is ahead', async () => {
    write('0002_b.sql', 'create table b (id int)');
    await migrate(url, { folder, log });
    write('0002_b.sql', 'create table b (id bigint)');
    await expect(migrate(url, { folder, log })).rejects.toThrow(/0002_b.sql was changed/);
    write('0002_b.sql', 'create table b (id int)');
    write('0001_a.sql', 'create table a (id int)');
    await expect(migrate(url, { folder, log })).rejects.toThrow(/0001_a.sql comes too late/);
    fs.rmSync(path.join(folder, '0001_a.sql'));
    fs.rmSync(path.join(folder, '0002_b.sql'));
    await expect(migrate(url, { folder, log })).rejects.toThrow(/newer than this Linju/);
  });

  test('a misnamed file and a number used twice are refused before the database is touched', async () => {
    write('1_a.sql', '');
    await expect(migrate('postgresql://nowhere', { folder, log })).rejects.toThrow(MigrationRefused);
    fs.rmSync(path.join(folder, '1_a.sql'));
    write('0001_a.sql', '');
    write('0001_b.sql', '');
    await expect(migrate('postgresql://nowhere', { folder, log })).rejects.toThrow(/same number/);
  });

  test('a file that fails leaves nothing of itself, and the ones before it stay', async () => {
    write('0001_a.sql', 'create table a (id int)');
    write('0002_b.sql', 'create table b (id int); select 1 / 0');
    await expect(migrate(url, { folder, log })).rejects.toThrow(/0002_b.sql failed: division by zero/);
    expect(await ask(url, `select to_regclass('a')::text as a, to_regclass('b')::text as b`)).toEqual([
      { a: 'a', b: null },
    ]);
  });

  test('two starts at once apply each file once', async () => {
    for (let number = 1; number <= 5; number += 1)
      write(`000${number}_t${number}.sql`, `create table t${number} (id int)`);
    const both = await Promise.all([migrate(url, { folder, log }), migrate(url, { folder, log })]);
    expect(both.map(({ applied }) => applied.length).sort()).toEqual([0, 5]);
  });

  test('linju_owner owns the tables and linju_app signs in and owns none', async () => {
    write('0001_a.sql', 'create table a (id int); grant select on a to linju_app');
    const { appUrl } = await migrate(url, { folder, log });
    expect(
      await ask(appUrl, `select current_user as role, tableowner as owner from pg_tables where tablename = 'a'`),
    ).toEqual([{ role: 'linju_app', owner: 'linju_owner' }]);
    await expect(ask(appUrl, 'create table mine (id int)')).rejects.toThrow(/permission denied/);
  });

  test('a migrating role that may create roles is enough; it need not be a superuser', async () => {
    const name = new URL(url).pathname.slice(1);
    await ask(url, `create role keeper_${name} login createrole`);
    await ask(url, `alter database ${name} owner to keeper_${name}`);
    // The roles of the server exist already and belong to the superuser, who hands the first one on.
    await ask(url, `grant linju_owner, linju_search to keeper_${name} with admin option`);
    write('0001_a.sql', 'create table a (id int)');
    const { applied } = await migrate(url.replace('postgres@', `keeper_${name}@`), { folder, log });
    expect(applied).toEqual(['0001_a.sql']);
    await ask(url, `reassign owned by keeper_${name} to postgres`);
    await ask(url, `drop owned by keeper_${name}`);
    await ask(url, `drop role keeper_${name}`);
  });

  test('what a migration changes in rows reaches the rows of every street, and the wall stands again afterwards', async () => {
    write(
      '0001_a.sql',
      `create table a (id int primary key); insert into a values (1), (2);
       alter table a enable row level security; alter table a force row level security`,
    );
    await migrate(url, { folder, log });
    write('0002_b.sql', 'update a set id = id + 10');
    await migrate(url, { folder, log });
    expect(await ask(url, 'select id from a order by id')).toEqual([{ id: 11 }, { id: 12 }]);
    expect(await ask(url, `select relforcerowsecurity as walled from pg_class where relname = 'a'`)).toEqual([
      { walled: true },
    ]);
  });

  test('a street of the first release comes along: what later tables need of it is filled in behind their walls', async () => {
    const ours = path.resolve(import.meta.dirname, '../../db/migrations');
    for (const name of fs.readdirSync(ours).filter((one) => one < '0009'))
      fs.copyFileSync(path.join(ours, name), path.join(folder, name));
    await migrate(url, { folder, log });
    const street = '019aa5b0-0000-7000-8000-000000000001';
    await ask(url, `insert into tenant (id, code, name) values ('${street}', '350702001000', '同心街道')`);
    await ask(
      url,
      `insert into case_category (tenant_id, id, code, labels, hours) values ('${street}', app.uuid7(), 'safety', '{}', 2)`,
    );
    await migrate(url, { folder: ours, log });
    expect(
      await ask(url, `select k.code from case_category c join deadline_class k on k.id = c.deadline_class_id`),
    ).toEqual([{ code: 'danger' }]);
    expect(
      await ask(
        url,
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`,
      ),
    ).toEqual([]);
  });
});
