/** What a module is called: `visits`, one `visit`, 走访. */
export interface ModuleName {
  plural: string;
  singular: string;
  chinese: string;
}

const capital = (word: string) => word.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** The files of a new module, ready to run: a list and one verb, with reach, problem, event, page and test. */
export function moduleFiles({ plural, singular, chinese }: ModuleName, migration: string): Record<string, string> {
  const [One, Many] = [capital(singular), capital(plural)];
  const table = singular.replaceAll('-', '_');
  const folder = `api/modules/${plural}`;
  return {
    [`contract/${plural}.ts`]: `import { z } from 'zod';
import { Cursor, Id, Instant, Limit, page } from './wire.ts';

/** ${One} ${chinese}. */
export const ${One} = z.object({ id: Id, areaId: Id, words: z.string(), at: Instant });
export type ${One} = z.infer<typeof ${One}>;

export const ${Many}Query = z.strictObject({ cursor: Cursor.optional(), limit: Limit });
export const ${Many} = page(${One});
export type ${Many} = z.infer<typeof ${Many}>;

export const Write${One} = z.strictObject({ areaId: Id, words: z.string().trim().min(1).max(2000) });
export type Write${One} = z.infer<typeof Write${One}>;

export const ${plural}Problems = {
  '${plural}.unknown_area': {
    status: 422,
    'zh-Hans': '没有找到这个区域，或不归您管。',
    en: 'This area was not found, or is not yours to work in.',
  },
} as const;
`,
    [`${folder}/${plural}.matrix.ts`]: `import { plain, type Rows, street } from '../../../tools/matrix-ground.ts';

/** The role decides alone; make them narrower when a route is about one thing. */
export const rows: Rows = [
  ['GET /${plural}', plain((person) => street.as(person).get('/${plural}'))],
  [
    'POST /${plural}',
    plain((person) => street.as(person).post('/${plural}', { areaId: street.area('wenti.1'), words: '看望老人' })),
  ],
];
`,
    [`${folder}/index.ts`]: `import { ${plural}Problems } from '../../../contract/${plural}.ts';
import type { Module } from '../../kernel/world.ts';
import { ${plural}Permissions } from './policy.ts';
import { ${plural}Routes } from './routes.ts';

/** ${Many} ${chinese}. */
export function ${plural}Module(): Module {
  return { name: '${plural}', routes: ${plural}Routes(), permissions: ${plural}Permissions, problems: ${plural}Problems };
}
`,
    [`${folder}/policy.ts`]: `import type { PermissionTable } from '../../kernel/permissions.ts';

/** Who may read and write ${chinese}, and how far. */
export const ${plural}Permissions = {
  '${singular}.read': { grid_worker: ['area'], community_staff: ['area'], street_officer: ['street'] },
  '${singular}.write': { grid_worker: ['area'], community_staff: ['area'] },
} as const satisfies PermissionTable;
`,
    [`${folder}/routes.ts`]: `import { ${One}, ${Many}, ${Many}Query, Write${One} } from '../../../contract/${plural}.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import { write${One} } from './actions.ts';
import { ${table}Page } from './reports.ts';

export function ${plural}Routes(): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/${plural}',
      summary: '${Many} within reach, newest first',
      permission: '${singular}.read',
      query: ${Many}Query,
      reply: ${Many},
      problems: ['request.bad_cursor'],
      handle: ({ tx, scope, query }) => ${table}Page(tx, scope, query),
    }),
    route({
      method: 'POST',
      path: '/${plural}',
      summary: 'Write one down',
      permission: '${singular}.write',
      body: Write${One},
      reply: ${One},
      status: 201,
      problems: ['${plural}.unknown_area'],
      handle: (call) => write${One}(call, call.body),
    }),
  ];
}
`,
    [`${folder}/actions.ts`]: `import { uuidv7 } from 'uuidv7';
import { type ${One}, ${plural}Problems, type Write${One} } from '../../../contract/${plural}.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import { insert${One} } from './queries.ts';

/** Writes one down in an area the actor works in. */
export async function write${One}({ tx, scope, now }: Deed, { areaId, words }: Write${One}): Promise<${One}> {
  const id = uuidv7();
  const written = await insert${One}(tx, scope, { id, areaId, words, at: now.toISOString() });
  if (!written) throw fail(${plural}Problems, '${plural}.unknown_area');
  appendEvent(tx, { subjectKind: '${singular}', subjectId: id, verb: 'write', at: now });
  return written;
}
`,
    [`${folder}/queries.ts`]: `import type { ${One} } from '../../../contract/${plural}.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import { reachCondition, type Scope } from '../../kernel/permissions.ts';

/** Files it under its area with all ancestors; undefined when the area is not within reach. */
export function insert${One}(tx: Tx, scope: Scope, { id, areaId, words, at }: ${One}): Promise<${One} | undefined> {
  return tx.maybe(sql\`
    insert into ${table} (tenant_id, id, area_id, community_id, grid_id, micro_grid_id, building_id, words, written_by, at)
    select c.tenant_id, \${id}, c.id, c.community_id, c.grid_id, c.micro_grid_id, c.building_id, \${words}, app.account(), \${at}
    from area c where c.tenant_id = app.tenant() and c.id = \${areaId} and c.until is null and \${reachCondition(scope)}
    returning id, area_id as "areaId", words, at\`);
}

/** Newest first; \`before\` is the id after which the page goes on. */
export function ${table}Rows(tx: Tx, scope: Scope, before: string | undefined, limit: number): Promise<${One}[]> {
  const onwards = before ? sql\`and c.id < \${before}\` : sql\`\`;
  return tx.many(sql\`
    select c.id, c.area_id as "areaId", c.words, c.at from ${table} c
    where c.tenant_id = app.tenant() and \${reachCondition(scope)} \${onwards} order by c.id desc limit \${limit}\`);
}
`,
    [`${folder}/reports.ts`]: `import type { z } from 'zod';
import type { ${Many}, ${Many}Query } from '../../../contract/${plural}.ts';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Scope } from '../../kernel/permissions.ts';
import { ${table}Rows } from './queries.ts';

export async function ${table}Page(tx: Tx, scope: Scope, asked: z.output<typeof ${Many}Query>): Promise<${Many}> {
  const [before] = asked.cursor ? decodeCursor(asked.cursor, ['id']) : [];
  const rows = await ${table}Rows(tx, scope, before, asked.limit + 1);
  const items = rows.slice(0, asked.limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > asked.limit && last ? encodeCursor([last.id]) : null };
}
`,
    [`${folder}/${plural}.test.ts`]: `import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ${One}, ${Many} } from '../../../contract/${plural}.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

describe('${chinese}', () => {
  it('is closed to residents, and to staff outside their area', async () => {
    expect((await street.as('chen').get('/${plural}')).code).toBe('request.forbidden');
    const elsewhere = { areaId: street.area('pinghu.1'), words: '看望老人' };
    expect((await street.as('wu').post('/${plural}', elsewhere)).code).toBe('${plural}.unknown_area');
  });

  it('is written down once, and read by whoever works in the area', async () => {
    const words = { areaId: street.area('wenti.1'), words: '看望老人' };
    const written = await street.as('li').post<${One}>('/${plural}', words);
    expect(written).toMatchObject({ status: 201, body: words });
    const listed = async (person: 'wu' | 'sun' | 'hu') => (await street.as(person).get<${Many}>('/${plural}')).body.items;
    expect(await listed('wu')).toEqual([written.body]);
    expect(await listed('sun')).toEqual([]);
    expect(await listed('hu')).toEqual([]);
  });
});
`,
    [`db/migrations/${migration}_${table}.sql`]: `-- ${Many} ${chinese}.

create table ${table} (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  community_id uuid,
  grid_id uuid,
  micro_grid_id uuid,
  building_id uuid,
  words text not null,
  written_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
create index ${table}_by_area on ${table} (tenant_id, area_id);
create index ${table}_by_community on ${table} (tenant_id, community_id, id);
create index ${table}_by_grid on ${table} (tenant_id, grid_id, id);
select app.raise_wall('${table}');
grant select, insert on ${table} to linju_app;
`,
    [`docs/modules/${plural}.md`]: `# ${Many} ${chinese}

What it is for: one sentence, in the words of the people who use it.

| route | who | what |
|---|---|---|
| \`GET /api/v1/${plural}\` | \`${singular}.read\` | within reach, newest first |
| \`POST /api/v1/${plural}\` | \`${singular}.write\` | write one down |

Table: \`${table}\`. Events: \`write\`. Problems: \`${plural}.unknown_area\`.
`,
  };
}
