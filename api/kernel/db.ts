import type { Duplex } from 'node:stream';
import pg from 'pg';
import { DatabaseAway, watchDatabase } from './db-watch.ts';
import { type Answer, Flight } from './flight.ts';
import { fail, Problem } from './problem.ts';
import { kernelProblems } from './problems.ts';
import { type Sql, statement } from './sql.ts';

export { all, any, nothing, Sql, sql, unionAll } from './sql.ts';

/** Who a transaction acts for. Without a context no row is visible (BLUEPRINT §4.3). */
export interface Context {
  tenantId: string;
  accountId: string | null;
  /** `*` for the whole street, else the ids of the areas and bodies the actor works for; opens rows with personal fields. */
  reach: '*' | readonly string[];
}

/** The world a verb is handed: everything it writes is written together or not at all. */
export interface Tx {
  readonly context: Context;
  /** The only row; throws when there is none. */
  one<Row>(query: Sql): Promise<Row>;
  maybe<Row>(query: Sql): Promise<Row | undefined>;
  many<Row>(query: Sql): Promise<Row[]>;
  /** Rows touched. */
  run(query: Sql): Promise<number>;
  /** Sent at once, waited for at commit: for writes whose answer is not needed to go on; `answered` gets the rows. */
  send<Row>(query: Sql, answered?: (rows: Row[]) => void): void;
  /** Runs when the transaction is safely on disk; not at all when it is rolled back. */
  afterCommit(work: () => void): void;
}

export interface Db {
  transaction<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One that may run while the caller's own transaction is open: on a connection kept for that, or all connections could wait for one more. */
  transactionAside<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A statement outside any tenant: only for functions that are public on purpose. */
  outside<Row>(query: Sql): Promise<Row[]>;
  listen(channel: string, hear: (payload: string) => void): Promise<void>;
  notify(channel: string, payload: string): Promise<void>;
  ping(): Promise<void>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

// Instants travel as ISO 8601 text with microseconds: a Date would cut them to milliseconds, and keyset cursors would skip rows.
pg.types.setTypeParser(1184, (text) => `${text.replace(' ', 'T').slice(0, -3)}Z`);
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(20, Number);

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function quoted(id: string): string {
  if (!uuidShape.test(id)) throw new TypeError(`not a uuid: ${id.slice(0, 40)}`);
  return `'${id}'`;
}

// SET LOCAL and not set_config(): Citus passes only the former on to its workers (BLUEPRINT §4).
function opening({ tenantId, accountId, reach }: Context): string {
  const areas = reach === '*' ? `'*'` : `'${reach.map((id) => quoted(id).slice(1, -1)).join(',')}'`;
  const account = accountId ? quoted(accountId) : `''`;
  return `begin; set local app.tenant_id = ${quoted(tenantId)}; set local app.account_id = ${account}; set local app.reach = ${areas}`;
}

class Transaction implements Tx {
  readonly context: Context;
  private readonly client: pg.PoolClient;
  private readonly committed: (() => void)[] = [];
  private flight: Flight | undefined;
  private begin: string | undefined;
  private ended = false;
  /** The first that went wrong: what is said of the statements behind it follows from it. */
  failure: Error | undefined;

  constructor(client: pg.PoolClient, context: Context, begin: string) {
    this.client = client;
    this.context = context;
    this.begin = begin;
  }

  private fail(error: Error | undefined | null): void {
    this.failure ??= error ?? undefined;
  }

  private board(query: Sql, answered?: (answer: Answer) => void, failed?: (error: Error) => void): void {
    if (this.ended) throw new Error('the transaction has ended');
    if (!this.flight) {
      this.flight = new Flight();
      process.nextTick(() => this.flight && this.depart());
    }
    this.flight.add(statement(query), answered, (error) => {
      this.fail(error);
      failed?.(error);
    });
  }

  // What goes out within one turn of the event loop leaves in one write: a write for each statement was a third of the server's time.
  private depart(): void {
    const { flight, begin } = this;
    this.flight = undefined;
    this.begin = undefined;
    const { stream } = (this.client as unknown as pg.Client).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    if (begin) this.client.query(begin, (error) => this.fail(error));
    if (flight) this.client.query(flight);
  }

  private ask(query: Sql): Promise<Answer> {
    return new Promise((resolve, reject) => this.board(query, resolve, reject));
  }

  async many<Row>(query: Sql): Promise<Row[]> {
    return (await this.ask(query)).rows as Row[];
  }

  async maybe<Row>(query: Sql): Promise<Row | undefined> {
    return (await this.many<Row>(query))[0];
  }

  async one<Row>(query: Sql): Promise<Row> {
    const row = await this.maybe<Row>(query);
    if (row === undefined) throw new Error('a query that must give one row gave none');
    return row;
  }

  async run(query: Sql): Promise<number> {
    return (await this.ask(query)).count;
  }

  send<Row>(query: Sql, answered?: (rows: Row[]) => void): void {
    this.board(query, answered && (({ rows }) => answered(rows as Row[])));
  }

  afterCommit(work: () => void): void {
    this.committed.push(work);
  }

  // COMMIT follows the last write without waiting for it, behind a Sync of its own: PostgreSQL answers ROLLBACK when one of them failed.
  async commit(): Promise<void> {
    this.depart();
    this.ended = true;
    const command = await new Promise<string>((resolve) => {
      this.client.query('commit', (error, result) => {
        this.fail(error);
        resolve(result?.command);
      });
    });
    if (this.failure) throw this.failure;
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back by the database');
    for (const work of this.committed) work();
  }

  /** What was not sent yet is not sent any more, nor what a verb that was given up goes on to ask. */
  async rollback(): Promise<void> {
    this.ended = true;
    this.flight = undefined;
    if (!this.begin) await this.client.query('rollback');
  }
}

const unavailable = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
]);

function translated(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const code = (error as { code?: string }).code ?? '';
  if (
    error instanceof DatabaseAway ||
    unavailable.has(code) ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message)
  ) {
    return fail(kernelProblems, 'server.database_away', {}, { cause: error });
  }
  if (code === '53100') return fail(kernelProblems, 'server.disk_full', {}, { cause: error });
  return error;
}

function openPool(url: string, size: number, report: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    pipeline: true,
    idleTimeoutMillis: 60_000,
    // Long enough for a busy machine; that the database is gone, the watch finds out sooner.
    connectionTimeoutMillis: 15_000,
    options: '-c timezone=UTC -c statement_timeout=20s -c lock_timeout=8s -c idle_in_transaction_session_timeout=30s',
  } as pg.PoolConfig);
  pool.on('error', report);
  // A connection lost while a transaction holds it between two queries reports to nobody else, and would end the process.
  pool.on('connect', (client) => client.on('error', report));
  return pool;
}

function streamOf(client: pg.PoolClient): Duplex {
  return (client as unknown as pg.Client).connection.stream;
}

export function openDb(url: string, size: number, onError: (error: Error) => void): Db {
  let closing = false;
  // While closing, connections end as they are meant to.
  const report = (error: Error) => {
    if (!closing) onError(error);
  };
  const pool = openPool(url, size, report);
  const aside = openPool(url, 1, report);
  const clients = new Set<pg.PoolClient>();
  const watch = watchDatabase(url, () => {
    for (const client of clients) streamOf(client).destroy(new Error('Connection terminated: the database is gone'));
  });
  for (const one of [pool, aside]) {
    one.on('connect', (client) => {
      clients.add(client);
      streamOf(client).on('data', watch.heard);
    });
    one.on('remove', (client) => clients.delete(client));
  }
  const ears: pg.Client[] = [];

  async function transactionOn<T>(source: pg.Pool, context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
    // Before a connection is taken: a context that is none must not cost one.
    const begin = opening(context);
    let client: pg.PoolClient;
    const connecting = source.connect();
    try {
      client = await watch.guard(connecting);
    } catch (error) {
      // Whoever asked has been answered: a connection that comes later must do nothing for them.
      connecting.then((late) => late.release()).catch(() => undefined);
      throw translated(error);
    }
    const tx = new Transaction(client, context, begin);
    let result: T;
    try {
      result = await watch.guard(work(tx));
    } catch (error) {
      const broken = await tx.rollback().then(
        () => undefined,
        (failure: Error) => failure,
      );
      client.release(broken);
      throw translated(error instanceof pg.DatabaseError ? (tx.failure ?? error) : error);
    }
    const committed = tx.commit();
    // Whoever waits for a connection gets it now: BEGIN queues up behind our COMMIT and leaves in the same write (measured: a fifth of a page's cost).
    client.release();
    return watch.guard(committed).then(
      () => result,
      (error: unknown) => {
        throw translated(error);
      },
    );
  }

  async function listen(channel: string, hear: (payload: string) => void): Promise<void> {
    const ear = new pg.Client({ connectionString: url, keepAlive: true });
    ear.on('notification', (message) => hear(message.payload ?? ''));
    ear.on('error', report);
    ear.on('end', () => {
      if (!closing) setTimeout(() => listen(channel, hear).then(() => hear(''), onError), 500).unref();
    });
    await ear.connect();
    await ear.query(`listen ${channel}`);
    ears.push(ear);
  }

  return {
    pool,
    transaction: (context, work) => transactionOn(pool, context, work),
    transactionAside: (context, work) => transactionOn(aside, context, work),
    listen,
    async outside<Row>(query: Sql) {
      try {
        return (await watch.guard(pool.query(statement(query)))).rows as Row[];
      } catch (error) {
        throw translated(error);
      }
    },
    async notify(channel, payload) {
      await pool.query('select pg_notify($1, $2)', [channel, payload]);
    },
    async ping() {
      await watch.guard(pool.query('select 1'));
    },
    async close() {
      closing = true;
      watch.stop();
      await Promise.all(ears.map((ear) => ear.end().catch(() => undefined)));
      await Promise.all([pool.end(), aside.end()]);
    },
  };
}
