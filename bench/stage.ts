import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { embeddedUrl } from '../api/kernel/embedded-postgres.ts';
import { openSecrets } from '../api/kernel/secrets.ts';
import { fillCases } from './fill.ts';
import { type Server, startServer } from './server.ts';
import { fillStreet, type People } from './street.ts';

/** A running server on a street with so many cases, and people signed in. */
export interface Stage {
  server: Server;
  people: People;
  cases: number;
  /** Connection strings of the migrating and the serving role. */
  ownerUrl: string;
  appUrl: string;
  close(): Promise<void>;
}

/** Builds the stage in a folder that is deleted afterwards; with BENCH_DATA set, in that folder, which is kept and used again. */
export async function openStage(cases: number): Promise<Stage> {
  const kept = process.env.BENCH_DATA;
  const folder = kept ? path.join(kept, String(cases)) : fs.mkdtempSync(path.join(os.tmpdir(), 'linju-bench-'));
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o711);
  const server = await startServer({ dataFolder: folder });
  const close = async () => {
    await server.stop();
    if (!kept) fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    const ownerUrl = embeddedUrl(folder);
    const appUrl = embeddedUrl(folder, 'linju_app');
    if (!ownerUrl || !appUrl) throw new Error(`no database runs in ${folder}`);
    const peopleFile = path.join(folder, 'people.json');
    if (!fs.existsSync(peopleFile)) {
      const people = await fill(ownerUrl, folder, cases);
      fs.writeFileSync(peopleFile, JSON.stringify(people));
    }
    const people = JSON.parse(fs.readFileSync(peopleFile, 'utf8')) as People;
    return { server, people, cases, ownerUrl, appUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(ownerUrl: string, folder: string, cases: number): Promise<People> {
  process.stderr.write(`Filling a street with ${cases.toLocaleString('en')} cases …\n`);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const people = await fillStreet(owner, openSecrets(path.join(folder, 'secret.key'), 'aes'));
    await fillCases(owner, cases);
    return people;
  } finally {
    await owner.end();
  }
}
