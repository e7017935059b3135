import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { readConfig } from '../api/kernel/config.ts';
import { addJob } from '../api/kernel/jobs.ts';
import { createSecretFile } from '../api/kernel/secrets.ts';
import { openWorld } from '../api/open-world.ts';
import { createStreet } from '../db/seeds/index.ts';
import { cloneDatabase } from './test-postgres.ts';

/** How often each step of the ladder was told, counted and recorded. */
export interface Climbed {
  step: string;
  marks: number;
  facts: number;
  events: number;
  cases: number;
}

/**
 * Sets so many cases under a clock 200 hours ahead of their deadlines' beginning, works them off with workers that are killed so many times,
 * and gives back what each step came to.
 */
export async function climbUnderKills(cases: number, kills: number): Promise<Climbed[]> {
  // A street without a server: its own worker would take the jobs.
  const database = await cloneDatabase();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-watch-'));
  const config = readConfig({ LINJU_DATA: folder, LINJU_DEMO: 'off' });
  createSecretFile(config.secretFile);
  const open = await openWorld({ config, appUrl: database.appUrl, log: pino({ level: 'silent' }) });
  const tenantId = await createStreet(open.world, { code: '990199002000', name: '新街街道', phone: '68809000' });
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const marks = async () => Number((await owner.query('select count(*) as n from case_mark')).rows[0]?.n);
  const left = async () => (await owner.query('select from case_record where watch_at is not null')).rowCount ?? 0;
  try {
    await owner.query(
      `insert into case_record (tenant_id, id, number, title, body, kind, source, state, open, area_id, raised_at, assigned_at, due_at, near_at, watch_at)
       select a.tenant_id, app.uuid7(), 'W-' || n, '楼道灯坏了', '三楼的灯不亮', 'help', 'mobile', 'in_progress', true, a.id,
         now(), now(), now() + interval '24 hours', now() + interval '19 hours', now() + interval '19 hours'
       from area a, generate_series(1, $2::integer) n where a.id = $1`,
      [tenantId, cases],
    );
    const start = () =>
      spawn(process.execPath, [path.join(import.meta.dirname, 'watch-deadlines-run.ts'), database.appUrl, '200'], {
        stdio: 'ignore',
      });
    const look = () =>
      open.world.db.transaction({ tenantId, accountId: null, reach: [] }, async (tx) =>
        addJob(tx, 'escalation.watch', {}, { key: 'watch' }),
      );
    for (let kill = 0; kill < kills; kill++) {
      const before = await marks();
      await owner.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null');
      await look();
      const worker = start();
      const died = once(worker, 'exit');
      while (worker.exitCode === null && (await marks()) === before && (await left()) > 0) await sleep(5);
      await sleep(Math.random() * 20);
      worker.kill('SIGKILL');
      await died;
    }
    await owner.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null');
    await look();
    const last = start();
    while ((await left()) > 0) await sleep(50);
    last.kill('SIGKILL');
    const { rows } = await owner.query<Climbed>(`
      select kind as step, sum(marks)::integer as marks, count(distinct case_id)::integer as cases,
        (select count(*)::integer from fact f where f.metric = kinds.metric) as facts,
        (select count(*)::integer from event e where e.verb = kinds.verb) as events
      from (select m.case_id, count(*) as marks, case when m.step like 'rung %' then 'rung' else m.step end as kind from case_mark m group by 1, 3) told
        join (values ('near', 'case_came_near', 'come_near'), ('overdue', 'case_fell_overdue', 'fall_overdue'), ('rung', 'case_escalated', 'escalate'))
          as kinds (name, metric, verb) on kinds.name = told.kind
      group by kind, kinds.metric, kinds.verb order by kind`);
    return rows;
  } finally {
    await owner.end();
    await open.close();
    await database.drop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
