import pg from 'pg';

/** Milliseconds after which somebody who waits for the database asks whether it is there at all. */
const patience = 400;
/** Milliseconds a database may take to let in somebody new and answer, of time in which this process was there to hear it; together with the
 * patience less than the two seconds in which people hear of it. */
const mostForAnswer = 1_400;
/** Milliseconds between two looks at the clock. */
const beat = 100;
/** Milliseconds after which the socket of a question that nobody waits for any more is given up. */
const mostForSocket = 15_000;

export interface Watch {
  /** Waits for `work`, however long a busy machine takes; fails with `DatabaseAway` soon when the database is gone. */
  guard<T>(work: Promise<T>): Promise<T>;
  /** Something came from the database: it is there, however slow. */
  heard(): void;
  stop(): void;
}

export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

/**
 * Tells a busy machine from a database that is gone. Both look the same to whoever waits for a connection or an answer, so one new
 * connection is opened and asked, for all who wait. Without it, either a busy machine refused people after two seconds, or a broken line kept
 * them waiting until the operating system gave up.
 */
export function watchDatabase(url: string, gone: () => void): Watch {
  let asking: Promise<boolean> | undefined;
  let stopped = false;
  let lastHeard = 0;

  async function answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: mostForSocket });
    client.on('error', () => undefined);
    let clock: NodeJS.Timeout | undefined;
    try {
      const answered = client.connect().then(() => client.query('select 1'));
      const timeout = new Promise<never>((_, reject) => {
        let spent = 0;
        let last = performance.now();
        clock = setInterval(() => {
          const now = performance.now();
          // While this process was busy for 1.6 s no answer could be read, and the timer came before it: connections were cut for nothing.
          spent += Math.min(now - last, 2 * beat);
          last = now;
          if (spent >= mostForAnswer) reject(new DatabaseAway('no answer'));
        }, beat);
      });
      await Promise.race([answered, timeout]);
      return true;
    } catch {
      return false;
    } finally {
      clearInterval(clock);
      void client.end().catch(() => undefined);
    }
  }

  function isThere(): Promise<boolean> {
    const since = performance.now();
    asking ??= answers().then((answered) => {
      asking = undefined;
      const there = answered || lastHeard > since;
      if (!there && !stopped) gone();
      return there;
    });
    return asking;
  }

  return {
    heard() {
      lastHeard = performance.now();
    },
    async guard(work) {
      let timer: NodeJS.Timeout | undefined;
      let over = false;
      const away = new Promise<never>((_, reject) => {
        const look = async () => {
          const there = await isThere();
          if (!there) reject(new DatabaseAway('the database does not answer'));
          else if (!over) timer = setTimeout(look, patience);
        };
        timer = setTimeout(look, patience);
      });
      try {
        return await Promise.race([work, away]);
      } finally {
        over = true;
        clearTimeout(timer);
      }
    },
    stop() {
      stopped = true;
    },
  };
}
