import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../api/kernel/config.ts';
import { sql } from '../../api/kernel/db.ts';
import { createSecretFile } from '../../api/kernel/secrets.ts';
import { areaById } from '../../api/modules/areas/index.ts';
import { type OpenWorld, openWorld } from '../../api/open-world.ts';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { createStreet } from './index.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-seeds-'));
let database: TestDatabase;
let open: OpenWorld;

beforeAll(async () => {
  database = await cloneDatabase();
  const config = readConfig({ LINJU_DATA: folder, LINJU_DEMO: 'off' });
  createSecretFile(config.secretFile);
  open = await openWorld({ config, appUrl: database.appUrl, log: pino({ level: 'silent' }) });
});

afterAll(async () => {
  await open.close();
  await database.drop();
  fs.rmSync(folder, { recursive: true });
});

const street = { code: '990199001000', name: '新街街道', phone: '68809000' };

it('makes a street with root area, kinds, roles and a category tree, and nobody in it', async () => {
  const tenantId = await createStreet(open.world, street);
  await open.world.db.transaction({ tenantId, accountId: null, reach: '*' }, async (tx) => {
    expect(await areaById(tx, tenantId)).toMatchObject({ tier: 'street', code: street.code, name: street.name });
    const sets = await tx.many<{ set: string }>(sql`select distinct role_set as set from role`);
    expect(sets).toHaveLength(6);
    const tree = await tx.one<{ classes: number; items: number; dangers: number; times: string[] }>(sql`
      select count(*) filter (where parent_id is null) as classes, count(*) filter (where parent_id is not null) as items,
        count(*) filter (where danger and call_first in ('110', '119', '120') and k.code = 'danger') as dangers,
        array_agg(distinct k.amount || ' ' || k.unit) as times
      from case_category c join deadline_class k on k.id = c.deadline_class_id`);
    expect(tree.classes).toBe(13);
    expect(tree.items).toBeGreaterThan(60);
    expect(tree.dangers).toBeGreaterThan(5);
    expect(tree.times.toSorted()).toEqual(['1 working_day', '15 day', '2 hour', '24 hour', '7 day']);
    expect(await tx.one(sql`select count(*) as people from account`)).toEqual({ people: 0 });
  });
});

it('refuses a code that is taken or no code at all, and leaves nothing behind', async () => {
  const streets = () => open.world.db.outside(sql`select id from app.streets()`);
  const before = await streets();
  await expect(createStreet(open.world, street)).rejects.toThrow(street.code);
  await expect(createStreet(open.world, { ...street, code: '123' })).rejects.toThrow('12');
  expect(await streets()).toEqual(before);
});
