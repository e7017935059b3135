import pg from 'pg';

/** Milliseconds after which somebody who waits for the database asks whether it is there at all. */
const patience = 400;
/** Milliseconds a database may take to let in somebody new and answer; together less than the two seconds in which people hear of it. */
const mostForAnswer = 1_400;

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
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: mostForAnswer });
    client.on('error', () => undefined);
    let late: NodeJS.Timeout | undefined;
    try {
      const answered = client.connect().then(() => client.query('select 1'));
      const timeout = new Promise<never>((_, reject) => {
        late = setTimeout(() => reject(new DatabaseAway('no answer')), mostForAnswer);
      });
      await Promise.race([answered, timeout]);
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(late);
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
