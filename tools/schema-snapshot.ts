import path from 'node:path';
import pg from 'pg';

/** Where the snapshot is kept. */
export const schemaFile = path.resolve(import.meta.dirname, '../db/schema.sql');

const head = `-- Made from the catalogue of a migrated database by tools/dump-schema.ts; do not edit.
-- What the migrations add up to, for reading and review: the same on PostgreSQL 15 and 18.
`;

// graphile_worker brings and keeps its own schema; schema_migration is the migrations' own book.
const ourTables = `c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration'`;

/** The tables, indexes, policies, functions and grants of a database as SQL, in a fixed order. */
export async function dumpSchema(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    // Names are written out in full or not at all, whatever the search path of the role.
    await client.query('set search_path = public, pg_catalog');
    const parts = [
      head,
      await listed(client, functions),
      ...(await tables(client)),
      await listed(client, functionGrants),
    ];
    return `${parts.filter(Boolean).join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

async function listed(client: pg.Client, query: string, values: unknown[] = []): Promise<string> {
  const { rows } = await client.query<{ text: string }>(query, values);
  return rows.map(({ text }) => text).join('\n');
}

async function tables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ oid: number; name: string; options: string }>(
    `select c.oid, c.relname as name, coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') as options from pg_class c where ${ourTables} order by c.relname collate "C"`,
  );
  const written: string[] = [];
  for (const { oid, name, options } of rows) {
    const lines = [await listed(client, columns, [oid]), await listed(client, constraints, [oid])];
    const inside = lines.flatMap((text) => text.split('\n')).filter(Boolean);
    const after = [
      await listed(client, indexes, [oid]),
      await listed(client, walls, [oid]),
      await listed(client, policies, [oid]),
      await listed(client, tableGrants, [oid]),
    ];
    written.push(
      [`create table ${name} (\n${inside.map((line) => `  ${line}`).join(',\n')}\n)${options};`, ...after]
        .filter(Boolean)
        .join('\n'),
    );
  }
  return written;
}

const functions = `
  select format(E'-- owner %s\\n%s;\\n', pg_get_userbyid(p.proowner), case when p.prokind = 'a' then (
      select format('create aggregate app.%s(%s) (sfunc = %s, stype = %s, initcond = %L)', p.proname, pg_get_function_identity_arguments(p.oid),
        a.aggtransfn, format_type(a.aggtranstype, null), a.agginitval) from pg_aggregate a where a.aggfnoid = p.oid)
    else pg_get_functiondef(p.oid) end) as text
  from pg_proc p where p.pronamespace = 'app'::regnamespace
  order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`;

const functionGrants = `
  select text from (select format('grant execute on function app.%s(%s) to %s;', p.proname, pg_get_function_identity_arguments(p.oid),
    case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee) end) as text
  from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  where p.pronamespace = 'app'::regnamespace and a.grantee <> p.proowner) grants
  order by text collate "C"`;

const columns = `
  select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as text
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`;

// From PostgreSQL 18 on NOT NULL is a constraint of its own (contype n); it stands with the column already.
const constraints = `
  select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as text from pg_constraint
  where conrelid = $1 and contype in ('p', 'u', 'f', 'c')
  order by array_position(array['p', 'u', 'f', 'c']::"char"[], contype), conname collate "C"`;

const indexes = `
  select pg_get_indexdef(i.indexrelid) || ';' as text from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = $1 and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
  order by c.relname collate "C"`;

const walls = `
  select format('alter table %s %s row level security;', relname, word) as text from pg_class
    cross join lateral (values (1, relrowsecurity, 'enable'), (2, relforcerowsecurity, 'force')) as wall (place, up, word)
  where oid = $1 and up order by place`;

const policies = `
  select format('create policy %I on %I as %s for %s to %s%s%s;', policyname, tablename, lower(permissive), lower(cmd),
    array_to_string(roles, ', '), coalesce(' using (' || qual || ')', ''), coalesce(' with check (' || with_check || ')', '')) as text
  from pg_policies where schemaname = 'public' and tablename = (select relname from pg_class where oid = $1)
  order by policyname collate "C"`;

const tableGrants = `
  select format('grant %s on %I to %I;', string_agg(words, ', ' order by words collate "C"), min(relname), grantee) as text from (
    select c.relname, pg_get_userbyid(a.grantee) as grantee, lower(a.privilege_type) as words
      from pg_class c cross join lateral aclexplode(c.relacl) a where c.oid = $1 and a.grantee <> c.relowner
    union all
    select c.relname, pg_get_userbyid(a.grantee), lower(a.privilege_type) || ' (' || t.attname || ')'
      from pg_class c join pg_attribute t on t.attrelid = c.oid cross join lateral aclexplode(t.attacl) a where c.oid = $1
  ) grants group by grantee order by grantee collate "C"`;
