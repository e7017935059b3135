import { AsyncLocalStorage } from 'node:async_hooks';
import path from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { buildApp } from '../api/app.ts';
import { readConfig } from '../api/kernel/config.ts';
import { Flight } from '../api/kernel/flight.ts';

/** A statement as it was sent to PostgreSQL. */
export interface Sent {
  text: string;
  values: readonly unknown[];
}

export interface Asked {
  method: 'GET' | 'POST';
  url: string;
  token: string;
  body?: object;
}

export interface Recorder {
  /** The transaction that the server ran to answer this request, statement by statement. */
  transactionOf(request: Asked): Promise<Sent[]>;
  close(): Promise<void>;
}

type Heard = Sent & { client: unknown };

/** Builds the same server in this process, on the same database, and listens in on what it sends. */
export async function openRecorder(dataFolder: string, appUrl: string): Promise<Recorder> {
  const listening = new AsyncLocalStorage<Heard[]>();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | Flight | { text: string; values?: unknown[] }, unknown];
    const sent =
      first instanceof Flight
        ? first.statements
        : [typeof first === 'string' ? { text: first, values: Array.isArray(second) ? second : [] } : first];
    for (const { text, values = [] } of sent) listening.getStore()?.push({ text, values, client: this });
    return Reflect.apply(query, this, args);
  } as typeof query;
  const config = readConfig({ LINJU_DATA: dataFolder, LINJU_SECRET_FILE: path.join(dataFolder, 'secret.key') });
  const { app, close } = await buildApp({ config, appUrl, log: pino({ level: 'silent' }) });
  await app.ready();
  return {
    async transactionOf({ method, url, token, body }) {
      const heard: Heard[] = [];
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() };
      const answer = await listening.run(heard, async () => await app.inject({ method, url, headers, payload: body }));
      if (answer.statusCode >= 300) throw new Error(`${method} ${url} answered ${answer.statusCode}: ${answer.body}`);
      // Looking the session up and taking a block of numbers are transactions of their own, which come before the last commit.
      const last = heard.findLast(({ text }) => text === 'commit')?.client;
      const ofLast = heard.filter(({ client }) => client === last);
      return ofLast.slice(ofLast.findLastIndex(({ text }) => text.startsWith('begin')));
    },
    async close() {
      await close();
      pg.Client.prototype.query = query;
    },
  };
}
