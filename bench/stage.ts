import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { embeddedUrl } from '../api/kernel/embedded-postgres.ts';
import { openSecrets } from '../api/kernel/secrets.ts';
import { type Filling, fillCases, usualFilling } from './fill.ts';
import { type Server, startServer } from './server.ts';
import { fillStreet, type People } from './street.ts';
import type { Words } from './words.ts';

/** A running server on a street with so many cases, and people signed in. */
export interface Stage {
  server: Server;
  people: People;
  cases: number;
  /** Words to look for, on a stage whose cases were given real ones. */
  words: Words | undefined;
  /** Connection strings of the migrating and the serving role. */
  ownerUrl: string;
  appUrl: string;
  close(): Promise<void>;
}

/** Builds the stage in a folder that is deleted afterwards; with BENCH_DATA set, in that folder, which is kept and used again. */
export async function openStage(cases: number, filling: Partial<Filling> = {}): Promise<Stage> {
  const wanted: Filling = { ...usualFilling, ...filling };
  const kept = process.env.BENCH_DATA;
  const folder = kept
    ? path.join(kept, [cases, ...Object.keys(filling)].join('-'))
    : fs.mkdtempSync(path.join(os.tmpdir(), 'linju-bench-'));
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
      const filled = await fill(ownerUrl, folder, cases, wanted);
      fs.writeFileSync(peopleFile, JSON.stringify(filled));
    }
    const filled = JSON.parse(fs.readFileSync(peopleFile, 'utf8')) as Filled;
    return { server, cases, ownerUrl, appUrl, close, people: filled.people, words: filled.words };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Filled {
  people: People;
  words: Words | undefined;
}

async function fill(ownerUrl: string, folder: string, cases: number, filling: Filling): Promise<Filled> {
  process.stderr.write(`Filling a street with ${cases.toLocaleString('en')} cases …\n`);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const people = await fillStreet(owner, openSecrets(path.join(folder, 'secret.key'), 'aes'));
    return { people, words: await fillCases(owner, cases, filling) };
  } finally {
    await owner.end();
  }
}
