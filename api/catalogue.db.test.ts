import fs from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpSchema, schemaFile } from '../tools/schema-snapshot.ts';
import { cloneDatabase, type TestDatabase } from '../tools/test-postgres.ts';

let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

async function column(query: string): Promise<string[]> {
  const { rows } = await owner.query<{ text: string }>(query);
  return rows.map(({ text }) => text);
}

// graphile_worker looks after itself; schema_migration is the migrations' own book and holds no one's work.
const ours = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'`;
const tenantTables = `select c.oid, c.relname from pg_class c where ${ours}
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)`;
const columnsOf = (key: string) =>
  `(select array_agg(a.attname::text order by place) from unnest(${key}) with ordinality k (number, place)
    join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number)`;

describe('tables of people’s work', () => {
  it('are all tables but the tenant itself', async () => {
    const without = await column(
      `select c.relname as text from pg_class c where ${ours} and c.oid not in (select oid from (${tenantTables}) t)`,
    );
    expect(without).toEqual(['tenant']);
    expect((await column(`select relname as text from (${tenantTables}) t`)).length).toBeGreaterThan(20);
  });

  it('have primary key (tenant_id, id)', async () => {
    const wrong = await column(`select t.relname as text from (${tenantTables}) t
      left join pg_constraint p on p.conrelid = t.oid and p.contype = 'p'
      where ${columnsOf('p.conkey')} is distinct from array['tenant_id', 'id']`);
    expect(wrong, 'primary key (tenant_id, id)').toEqual([]);
  });

  it('carry tenant_id first in every unique constraint and every unique index', async () => {
    const wrong = await column(`select i.indexrelid::regclass::text as text from (${tenantTables}) t
      join pg_index i on i.indrelid = t.oid and i.indisunique
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0] where a.attname <> 'tenant_id'`);
    expect(wrong, 'begin the unique constraint with tenant_id').toEqual([]);
  });

  it('carry tenant_id on both sides of every foreign key', async () => {
    const wrong = await column(`select format('%s.%s', t.relname, f.conname) as text from (${tenantTables}) t
      join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
      where ${columnsOf('f.conkey')} [1] is distinct from 'tenant_id' or (
        select a.attname from pg_attribute a where a.attrelid = f.confrelid and a.attnum = f.confkey[1]) <> 'tenant_id'`);
    expect(wrong, 'foreign key (tenant_id, …) references … (tenant_id, id)').toEqual([]);
  });

  it('have an index that begins with the columns of each foreign key', async () => {
    const missing = await column(`
      select format('create index %s_by_%s on %s (%s);', t.relname, replace((keys)[cardinality(keys)], '_id', ''), t.relname, array_to_string(keys, ', ')) as text
      from (${tenantTables}) t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
      cross join lateral (select ${columnsOf('f.conkey')} as keys) k
      where not exists (select from pg_index i where i.indrelid = t.oid
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%s IS NOT NULL)', (keys)[cardinality(keys)]))
        and (i.indkey::smallint[])[0:cardinality(f.conkey) - 1] @> f.conkey and (i.indkey::smallint[])[0:cardinality(f.conkey) - 1] <@ f.conkey)`);
    expect(missing, `add to a migration:\n${missing.join('\n')}`).toEqual([]);
  });
});

describe('the wall between streets', () => {
  it('is enabled and forced on every table, the tenant’s own among them', async () => {
    const open = await column(
      `select c.relname as text from pg_class c where ${ours} and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(open, `select app.raise_wall('…')`).toEqual([]);
  });

  it('stands by one policy that is the tenant wall and nothing else', async () => {
    const { rows } = await owner.query<{ name: string; qual: string; check: string }>(
      `select tablename as name, qual, with_check as check from pg_policies where schemaname = 'public' and policyname = 'tenant_wall'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(
      (await column(`select c.relname as text from pg_class c where ${ours}`)).sort(),
    );
    for (const { name, qual, check } of rows) {
      const wall = name === 'tenant' ? '(id = app.tenant())' : '(tenant_id = app.tenant())';
      expect({ name, qual, check }).toEqual({ name, qual: wall, check: wall });
    }
  });

  it('is widened only for linju_search, to read, and narrowed only by the area wall of personal fields', async () => {
    const { rows } = await owner.query<{ name: string; policy: string; permissive: string; to: string; cmd: string }>(
      `select tablename as name, policyname as policy, permissive, array_to_string(roles, ',') as to, cmd from pg_policies
        where schemaname = 'public' and policyname <> 'tenant_wall' order by 1, 2`,
    );
    const wide = rows.filter(({ permissive }) => permissive === 'PERMISSIVE');
    expect(wide.every(({ to, cmd }) => to === 'linju_search' && cmd === 'SELECT')).toBe(true);
    expect(rows.filter(({ permissive }) => permissive === 'RESTRICTIVE').map(({ name }) => name)).toEqual([
      'account_contact',
      'case_contact',
      'mail_address',
      'mail_code',
    ]);
  });

  it('asks no sub-select in a policy, for Citus cannot plan one', async () => {
    const asking = await column(
      `select tablename || '.' || policyname as text from pg_policies where schemaname = 'public' and coalesce(qual, '') || coalesce(with_check, '') ~* 'select'`,
    );
    expect(asking, 'put it into a stable function or current_setting()').toEqual([]);
  });

  it('shows no row of any table without a context', async () => {
    const tables = await column(`select c.relname as text from pg_class c where ${ours} order by 1`);
    for (const table of tables) {
      const { rows } = await app.query<{ seen: string }>(`select count(*) as seen from ${table}`);
      expect({ table, seen: Number(rows[0]?.seen) }).toEqual({ table, seen: 0 });
    }
    await expect(
      app.query(
        `insert into area_kind (tenant_id, id, code, tier, labels) values (gen_random_uuid(), gen_random_uuid(), 'x', 'unit', '{}')`,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('rights', () => {
  it('leave linju_app and linju_search without power over the wall', async () => {
    const { rows } = await owner.query<{ rolname: string; powers: boolean }>(
      `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powers from pg_roles
        where rolname in ('linju_app', 'linju_search', 'linju_owner') order by 1`,
    );
    expect(rows).toEqual(['linju_app', 'linju_owner', 'linju_search'].map((rolname) => ({ rolname, powers: false })));
  });

  it('let linju_app own nothing of ours', async () => {
    const owned = await column(`
      select relname as text from pg_class where relowner = 'linju_app'::regrole union all
      select proname from pg_proc where proowner = 'linju_app'::regrole union all
      select nspname from pg_namespace where nspowner = 'linju_app'::regrole`);
    expect(owned).toEqual([]);
  });

  it('never let linju_app change or take away what only grows', async () => {
    const grown = ['event', 'case_note', 'case_resolution', 'case_refusal', 'case_confirmation', 'case_photo'];
    const grants =
      await column(`select format('%s: %s', table_name, privilege_type) as text from information_schema.table_privileges
      where table_schema = 'public' and grantee = 'linju_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
        and table_name in ('${grown.join("', '")}')`);
    expect(grants).toEqual([]);
    const columns =
      await column(`select format('%s.%s', table_name, column_name) as text from information_schema.column_privileges
      where table_schema = 'public' and grantee = 'linju_app' and privilege_type = 'UPDATE' and table_name in ('fact', '${grown.join("', '")}')`);
    expect(columns).toEqual(['fact.rolled']);
  });

  it('grant linju_app neither TRUNCATE, TRIGGER nor REFERENCES, linju_search only SELECT, everybody nothing', async () => {
    const grants =
      await column(`select format('%s: %s to %s', table_name, privilege_type, grantee) as text from information_schema.table_privileges
      where table_schema = 'public' and table_name <> 'schema_migration' and (
        grantee = 'PUBLIC' or grantee = 'linju_search' and privilege_type <> 'SELECT'
        or grantee = 'linju_app' and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES'))`);
    expect(grants).toEqual([]);
  });

  it('run with foreign rights only the functions that docs/database.md lists', async () => {
    const definers = await column(`select format('app.%s', proname) as text from pg_proc
      where prosecdef and pronamespace in ('app'::regnamespace, 'public'::regnamespace) order by proname`);
    expect(definers).toEqual(['app.account_by_phone', 'app.search_cases', 'app.streets']);
    const page = fs.readFileSync(new URL('../docs/database.md', import.meta.url), 'utf8');
    for (const name of definers) expect(page).toContain(name);
    const loose =
      await column(`select proname::text as text from pg_proc where prosecdef and pronamespace = 'app'::regnamespace
      and (proowner <> 'linju_search'::regrole or proconfig is null or not proconfig::text like '%search_path%'
        or has_function_privilege('public', oid, 'execute'))`);
    expect(loose, 'owner linju_search, a fixed search_path, execute for linju_app only').toEqual([]);
  });
});

describe('what is not there', () => {
  it('has no trigger of ours', async () => {
    expect(
      await column(
        `select tgname as text from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal and ${ours}`,
      ),
    ).toEqual([]);
  });
  it('has no view, rule or materialized view that could look past the wall', async () => {
    expect(
      await column(
        `select relname as text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
      ),
    ).toEqual([]);
  });
});

describe('the snapshot of the schema', () => {
  it('is what the migrations add up to', async () => {
    const now = await dumpSchema(database.ownerUrl);
    expect(
      now === fs.readFileSync(schemaFile, 'utf8'),
      'db/schema.sql is stale: run node_modules/.bin/node tools/dump-schema.ts',
    ).toBe(true);
  });
});
