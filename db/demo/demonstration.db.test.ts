import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { verifyEvents } from '../../api/kernel/audit.ts';
import { readConfig } from '../../api/kernel/config.ts';
import { type Sql, sql } from '../../api/kernel/db.ts';
import { createSecretFile } from '../../api/kernel/secrets.ts';
import { demonstrationPassword } from '../../api/modules/accounts/index.ts';
import { rolesOf } from '../../api/modules/roles/index.ts';
import { type OpenWorld, openWorld } from '../../api/open-world.ts';
import { caseMetrics, caseStates } from '../../contract/cases.ts';
import { cloneDatabase, type TestDatabase } from '../../tools/test-postgres.ts';
import { fillDemonstration } from './index.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-demonstration-'));
const now = new Date('2026-11-21T07:30:00Z');
let database: TestDatabase;
let open: OpenWorld;
let tongxin = '';
let qinghe = '';

beforeAll(async () => {
  database = await cloneDatabase();
  const config = readConfig({ LINJU_DATA: folder });
  createSecretFile(config.secretFile);
  const log = pino({ level: 'silent' });
  open = await openWorld({ config, appUrl: database.appUrl, log, clock: { now: () => now } });
  // Two servers starting on one empty database: one of them fills it.
  await Promise.all([fillDemonstration(open.world), fillDemonstration(open.world)]);
  const streets = await open.world.db.outside<{ id: string }>(sql`select id from app.streets()`);
  [tongxin, qinghe] = streets.map(({ id }) => id) as [string, string];
}, 180_000);

afterAll(async () => {
  await open.close();
  await database.drop();
  fs.rmSync(folder, { recursive: true });
});

function rows<Row>(query: Sql, tenantId = tongxin): Promise<Row[]> {
  return open.world.db.transaction({ tenantId, accountId: null, reach: '*' }, (tx) => tx.many<Row>(query));
}

async function count(query: Sql, tenantId = tongxin): Promise<number> {
  const [row] = await rows<{ count: number }>(query, tenantId);
  return row?.count ?? -1;
}

const areasIn = (community: string, tier: string) =>
  count(sql`select count(*) from area a join area c on c.tenant_id = a.tenant_id and c.id = a.community_id
    where c.name = ${community} and a.tier = ${tier}`);
const labelsIn = (community: string, kind: string, type: string | null = null) =>
  count(sql`select count(*) from area_label l join area c on c.tenant_id = l.tenant_id and c.id = l.community_id
    where c.name = ${community} and l.kind = ${kind} and (${type}::text is null or l.estate_type = ${type})`);

describe('the figures of the articles', () => {
  it('gives 文苑社区 6 grids, 21 residents’ groups, 132 buildings and 3,156 dwellings', async () => {
    expect(await areasIn('文苑社区', 'grid')).toBe(6);
    expect(await labelsIn('文苑社区', 'residents_group')).toBe(21);
    expect(await areasIn('文苑社区', 'building')).toBe(132);
    expect(await areasIn('文苑社区', 'dwelling')).toBe(3156);
  });

  it('gives 镜湖社区 10 grids and 11 estates, 2 of resettlement and 9 commercial', async () => {
    expect(await areasIn('镜湖社区', 'grid')).toBe(10);
    expect(await labelsIn('镜湖社区', 'estate')).toBe(11);
    expect(await labelsIn('镜湖社区', 'estate', 'resettlement')).toBe(2);
    expect(await labelsIn('镜湖社区', 'estate', 'commercial')).toBe(9);
  });

  it('gives 白鹭甸社区 6 grids with 36 micro-grids, and one grid worker in each', async () => {
    expect(await areasIn('白鹭甸社区', 'grid')).toBe(6);
    expect(await areasIn('白鹭甸社区', 'micro_grid')).toBe(36);
    const workers = sql`select count(distinct g.account_id) from role_grant g
      join role r on r.tenant_id = g.tenant_id and r.id = g.role_id and r.role_set = 'grid_worker'
      join area a on a.tenant_id = g.tenant_id and a.id = g.area_id and a.tier = 'micro_grid'
      join area c on c.tenant_id = a.tenant_id and c.id = a.community_id where c.name = '白鹭甸社区'`;
    expect(await count(workers)).toBe(36);
    expect(
      await count(sql`select count(distinct area_id) from role_grant g where exists (
      select 1 from area a where a.tenant_id = g.tenant_id and a.id = g.area_id and a.tier = 'micro_grid')`),
    ).toBe(36);
  });
});

describe('the ground', () => {
  it('puts every building inside the boundary of its grid, and every house under an estate and a residents’ group', async () => {
    const buildings = await rows<{ lon: number; lat: number; ring: [number, number][]; labels: number }>(sql`
      select b.lon, b.lat, g.boundary #> '{coordinates,0}' as ring,
        (select count(distinct l.kind) from area_label_member m join area_label l on l.tenant_id = m.tenant_id and l.id = m.label_id
          where m.tenant_id = b.tenant_id and m.area_id = b.id) as labels
      from area b join area g on g.tenant_id = b.tenant_id and g.id = b.grid_id where b.tier = 'building'`);
    expect(buildings.length).toBeGreaterThan(250);
    for (const { lon, lat, ring, labels } of buildings) {
      expect(isInside(ring, lon, lat)).toBe(true);
      expect(labels).toBe(2);
    }
  });
});

function isInside(ring: readonly [number, number][], lon: number, lat: number): boolean {
  const crossings = ring.slice(1).filter(([x2, y2], index) => {
    const [x1, y1] = ring[index] ?? [0, 0];
    return y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1;
  });
  return crossings.length % 2 === 1;
}

describe('the people', () => {
  it('offers one person a role in each street, the resident first, and gives nobody else a password people know', async () => {
    const people = sql`select a.name, r.role_set as role from account a
      join role_grant g on g.tenant_id = a.tenant_id and g.account_id = a.id
      join role r on r.tenant_id = g.tenant_id and r.id = g.role_id where a.demonstration order by a.id`;
    const offered = await rows<{ name: string; role: string }>(people);
    expect(offered.map(({ name }) => name)).toEqual(['陈桂华', '李志强', '周师傅', '吴敏', '许建平', '郑宏']);
    const roles = offered.map(({ role }) => role);
    expect(roles).toEqual(['resident', 'grid_worker', 'handler', 'community_staff', 'street_officer', 'administrator']);
    expect((await rows<{ role: string }>(people, qinghe)).map(({ role }) => role)).toEqual(roles);
    expect(await count(sql`select count(distinct password_hash) from account where demonstration`)).toBe(1);
    expect(
      await count(sql`select count(*) from account a where not demonstration and password_hash in (
        select password_hash from account where demonstration)`),
    ).toBe(0);
  });

  it('lets the offered people in with the shown password in demonstration mode only', async () => {
    const visit = async (demo: boolean, session?: string) => {
      const settings = {
        config: { ...open.world.config, demo },
        appUrl: database.appUrl,
        log: pino({ level: 'silent' }),
      };
      const { app, close } = await buildApp(settings);
      const payload = { login: 'chen.guihua', password: demonstrationPassword, client: 'program' };
      const signedIn = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload });
      const { token = session } = signedIn.json<{ token?: string }>();
      const me = await app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } });
      await close();
      return { status: signedIn.statusCode, me: me.statusCode, token };
    };
    const { token, ...on } = await visit(true);
    expect(on).toEqual({ status: 201, me: 200 });
    expect(await visit(false, token)).toEqual({ status: 401, me: 401, token });
  });

  it('names roles in three languages', async () => {
    const all = await open.world.db.transaction({ tenantId: tongxin, accountId: null, reach: '*' }, rolesOf);
    expect(all.map(({ labels }) => Object.keys(labels).sort())).toEqual(all.map(() => ['en', 'zh-Hans', 'zh-Hant']));
    expect(all.find(({ labels }) => labels['zh-Hans'] === '社区书记')?.labels['zh-Hant']).toBe('社區書記');
  });
});

describe('the cases', () => {
  it('stand in every state, in five communities, told in more than 80 ways', async () => {
    const states = await rows<{ state: string }>(sql`select distinct state from case_record`);
    expect(states.map(({ state }) => state).sort()).toEqual([...caseStates].sort());
    expect(await count(sql`select count(*) from case_record`)).toBeGreaterThanOrEqual(420);
    expect(await count(sql`select count(distinct community_id) from case_record`)).toBe(5);
    expect(
      await count(sql`select count(distinct regexp_replace(title, '^[0-9]+号楼([0-9]+单元)?', '')) from case_record`),
    ).toBeGreaterThan(80);
  });

  it('lie in the last 92 days and in waking hours, never ahead of the clock', async () => {
    expect(
      await count(
        sql`select count(*) from case_record where raised_at > ${now} or raised_at < ${now}::timestamptz - interval '93 days'`,
      ),
    ).toBe(0);
    expect(await count(sql`select count(*) from event where subject_kind = 'case' and at > ${now}`)).toBe(0);
    expect(
      await count(sql`select count(*) from case_record
        where extract(hour from raised_at at time zone 'Asia/Shanghai') not between 7 and 21`),
    ).toBe(0);
  });

  it('leave work on every desk: late, near, due today, and one lamp that waits for 陈桂华', async () => {
    expect(await count(sql`select count(*) from case_record where open and due_at < ${now}`)).toBeGreaterThan(3);
    const today = sql`(due_at at time zone 'Asia/Shanghai')::date = (${now}::timestamptz at time zone 'Asia/Shanghai')::date`;
    expect(
      await count(sql`select count(*) from case_record where open and due_at > ${now} and ${today}`),
    ).toBeGreaterThan(3);
    const waiting = await rows<{ title: string; photos: number }>(sql`select c.title,
        (select count(*) from case_photo p where p.tenant_id = c.tenant_id and p.case_id = c.id) as photos
      from case_record c join account a on a.tenant_id = c.tenant_id and a.id = c.raiser_id
      where a.name = '陈桂华' and c.state = 'resolved'`);
    expect(waiting).toContainEqual({ title: '2号楼4单元楼道灯不亮', photos: 2 });
  });

  it('come to rates that follow from what people did', async () => {
    const sums = await rows<{ metric: string; amount: number }>(
      sql`select metric, sum(amount) as amount from fact group by metric`,
    );
    const of = (metric: string) => sums.find((sum) => sum.metric === metric)?.amount ?? 0;
    expect(of('case_responded') / of('case_dispatched')).toBeGreaterThan(0.94);
    expect(of('case_solved') / of('case_confirmed')).toBeGreaterThan(0.9);
    expect(of('case_satisfied') / of('case_rated')).toBeGreaterThan(0.88);
    expect(of('case_satisfied')).toBeLessThan(of('case_rated'));
    expect(of('case_reopened')).toBeGreaterThan(0);
    // A check elsewhere is raised when somebody has found the same there.
    const raised = sql`select count(*) from case_record c where not exists (
      select 1 from case_check k where k.tenant_id = c.tenant_id and k.id = c.id and k.found is not true)`;
    expect(of('case_raised')).toBe(await count(raised));
  });

  it('count everything that is counted of cases', async () => {
    const seen = await rows<{ metric: string }>(sql`select distinct metric from fact`);
    expect(caseMetrics.filter((metric) => !seen.some((one) => one.metric === metric))).toEqual([]);
  });

  it('leave a record that verifies, in both streets', async () => {
    for (const tenantId of [tongxin, qinghe]) {
      const context = { tenantId, accountId: null, reach: '*' as const };
      const { checked, broken } = await open.world.db.transaction(context, verifyEvents);
      expect(broken).toEqual([]);
      expect(checked).toBeGreaterThan(50);
    }
  });

  it('show photos before and after whose bytes are there', async () => {
    expect(await count(sql`select count(distinct case_id) from case_photo`)).toBeGreaterThan(100);
    const files = await rows<{ key: string }>(sql`select distinct storage_key as key from file`);
    expect(files.length).toBeGreaterThanOrEqual(16);
    for (const { key } of files) expect(await open.world.storage.exists(key)).toBe(true);
  });
});

describe('filling', () => {
  it('does nothing where there is a street already', async () => {
    const before = await count(sql`select count(*) from event`);
    await fillDemonstration(open.world);
    expect(await count(sql`select count(*) from event`)).toBe(before);
    expect(await open.world.db.outside(sql`select id from app.streets()`)).toHaveLength(2);
  });
});
