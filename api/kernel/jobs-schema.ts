import { runMigrations } from 'graphile-worker';
import pg from 'pg';

/** Every start repeats this: a new version of the worker may have brought new tables. The lock is for two starts at once. */
const letServingRoleWork = `
do $$
declare name text;
begin
  perform pg_advisory_xact_lock(5466582);
  grant usage on schema graphile_worker to linju_app;
  grant usage on all sequences in schema graphile_worker to linju_app;
  grant select on graphile_worker.migrations to linju_app;
  for name in select relname from pg_class
    where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
  loop
    execute format('grant select, insert, update, delete on graphile_worker.%I to linju_app', name);
    if not exists (select from pg_policies where schemaname = 'graphile_worker' and tablename = name and policyname = 'serving_role') then
      execute format('create policy serving_role on graphile_worker.%I to linju_app using (true) with check (true)', name);
    end if;
  end loop;
end $$`;

/**
 * Brings the job tables to their newest form, owned by linju_owner, worked by linju_app. After the migrations, on every start.
 * @param url connection string of the migrating role
 */
export async function installJobs(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1, options: '-c role=linju_owner' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool });
    await pool.query(letServingRoleWork);
  } finally {
    await pool.end();
  }
}
