import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { embeddedUrl } from '../api/kernel/embedded-postgres.ts';
import { openSecrets } from '../api/kernel/secrets.ts';
import { startWriter, type Writer } from './kill-writer.ts';
import { type Server, startServer } from './server.ts';
import { fillStreet } from './street.ts';

/** One kill -9: what was killed, when, and how many milliseconds later it was back. */
export interface Kill {
  at: Date;
  what: 'server' | 'database';
  /** Until the database took connections again; only after its own kill. */
  ready?: number;
  /** Until the server confirmed a write again. */
  healthy: number;
}

export interface KillReport {
  confirmed: number;
  /** Confirmed and not there. */
  lost: string[];
  /** There without all that belongs to it, or there twice. */
  halves: string[];
  kills: Kill[];
}

/** Kills the server so many times and its postmaster as often, at random moments under writing, and looks at what is left. */
export async function killAndCompare(rounds: number): Promise<KillReport> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-kills-'));
  fs.chmodSync(dataFolder, 0o711);
  let server = await startServer({ dataFolder });
  try {
    const people = await withOwner(dataFolder, (owner) =>
      fillStreet(owner, openSecrets(path.join(dataFolder, 'secret.key'), 'aes')),
    );
    const writer = startWriter(people, () => server.port);
    const kills: Kill[] = [];
    for (let round = 0; round < rounds; round++) {
      await writer.next();
      await sleep(Math.random() * 300);
      kills.push(await restartKilled());
      await sleep(Math.random() * 300);
      kills.push(await killPostmaster(dataFolder, writer));
    }
    await writer.stop();
    const { lost, halves } = await withOwner(dataFolder, (owner) => compare(owner, writer));
    return { confirmed: writer.raised.length + writer.accepted.length, lost, halves, kills };

    async function restartKilled(): Promise<Kill> {
      const at = new Date();
      const before = performance.now();
      server.process.kill('SIGKILL');
      await once(server.process, 'exit');
      server = await startServer({ dataFolder });
      await writer.next();
      return { at, what: 'server', healthy: performance.now() - before };
    }
  } finally {
    await stopAndRemove(server, dataFolder);
  }
}

async function killPostmaster(dataFolder: string, writer: Writer): Promise<Kill> {
  const at = new Date();
  const before = performance.now();
  const postmaster = Number.parseInt(fs.readFileSync(path.join(dataFolder, 'postgres/postmaster.pid'), 'utf8'), 10);
  process.kill(postmaster, 'SIGKILL');
  // Its children may still confirm what was under way.
  await sleep(50);
  for (let isBack = false; !isBack; await sleep(5)) {
    isBack = await withOwner(dataFolder, async (owner) => (await owner.query('select 1')).rowCount === 1).catch(
      () => false,
    );
  }
  const ready = performance.now() - before;
  await writer.next();
  return { at, what: 'database', ready, healthy: performance.now() - before };
}

/** Each verb writes the case, its event, its fact, its words for search and its kept answer, or nothing. */
async function compare(owner: pg.Client, { raised, accepted }: Writer): Promise<{ lost: string[]; halves: string[] }> {
  const { rows } = await owner.query<{ id: string; accepted: boolean; whole: boolean }>(`
    select c.id, c.state = 'accepted' as accepted,
      array_agg(e.verb order by e.seq) = (case c.state when 'accepted' then array['raise', 'accept'] else array['raise'] end)
        and max(e.seq) = c.version
        and (select count(*) from fact f where f.subject_id = c.id and f.metric = 'case_raised') = 1
        and exists (select from case_search s where s.id = c.id)
        and (select count(*) from notice n where n.subject_id = c.id and n.code = 'case.raised') = 4
        and (select count(*) from notice n where n.subject_id = c.id and n.code = 'case.accepted') = (c.state = 'accepted')::integer as whole
    from case_record c left join event e on e.subject_id = c.id group by c.tenant_id, c.id`);
  const { rows: keys } = await owner.query<{ kept: number }>('select count(*)::integer as kept from idempotency_key');
  const there = new Map(rows.map((row) => [row.id, row]));
  const halves = rows.filter(({ whole }) => !whole).map(({ id }) => id);
  const verbs = rows.length + rows.filter((row) => row.accepted).length;
  if (keys[0]?.kept !== verbs) halves.push(`${keys[0]?.kept} kept answers for ${verbs} verbs`);
  const doubled = rows.length - raised.length;
  // At the end each of the four writers may have one raising under way.
  if (doubled > 4) halves.push(`${doubled} cases more than were confirmed`);
  const lost = [
    ...raised.filter((id) => !there.has(id)),
    ...accepted.filter((id) => !there.get(id)?.accepted).map((id) => `${id} accepted`),
  ];
  return { lost, halves };
}

async function withOwner<T>(dataFolder: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const connectionString = embeddedUrl(dataFolder);
  if (!connectionString) throw new Error('the database does not run');
  const owner = new pg.Client({ connectionString });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end().catch(() => undefined);
  }
}

async function stopAndRemove(server: Server, dataFolder: string): Promise<void> {
  await server.stop();
  fs.rmSync(dataFolder, { recursive: true, force: true });
}
