import type pg from 'pg';

const beatMs = 10_000;
const leaseSeconds = 30;

// Rows locked by a running transaction are skipped: that is a handler in the middle of its effect (see once), alive by proof.
const renew = `
update graphile_worker._private_jobs set locked_at = now()
where id in (select id from graphile_worker._private_jobs where locked_by = $1 for update skip locked)`;
const takeBack = `
update graphile_worker._private_jobs set locked_at = null, locked_by = null
where id in (
  select id from graphile_worker._private_jobs
  where locked_at < now() - make_interval(secs => $1) and locked_by <> $2
  for update skip locked
)`;

/**
 * graphile-worker lets a job of a killed process lie for four hours. Here a running process renews its jobs every 10 s, and whoever
 * finds one not renewed for 30 s gives it back to be run again.
 */
export function keepLease(pool: pg.Pool, ownId: () => string, onError: (error: unknown) => void): () => void {
  async function beat() {
    try {
      await pool.query(renew, [ownId()]);
      await pool.query(takeBack, [leaseSeconds, ownId()]);
    } catch (error) {
      onError(error);
    }
  }
  const timer = setInterval(beat, beatMs);
  timer.unref();
  void beat();
  return () => clearInterval(timer);
}
