import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** `linju_owner` owns and migrates, `linju_app` serves and owns nothing, `linju_search` owns the search functions. */
const roles = { linju_owner: 'nologin', linju_app: 'login', linju_search: 'nologin' } as const;

/**
 * Makes sure of the three roles and of what they may do in this database. Repeatable.
 * Roles belong to the whole server: databases of one server are migrated side by side and share them, so "already
 * there" and "changed by another" are met with another try.
 */
export async function ensureRoles(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await createMissing(client);
      await admit(client);
      return;
    } catch (error) {
      if (attempt === 10 || !isRace(error)) throw error;
      await sleep(20 + Math.random() * 100);
    }
  }
}

/**
 * Gives linju_app its password unless it can sign in with it already.
 * Two installations on one database server need the same secret file, for the role is the server's.
 */
export async function ensureAppPassword(client: pg.Client, appUrl: string, password: string): Promise<void> {
  const trial = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 5_000 });
  try {
    await trial.connect();
  } catch (error) {
    // 28P01 invalid_password, 28000 invalid_authorization: anything else is not cured by a new password.
    if (!hasCode(error, ['28P01', '28000'])) throw error;
    await client.query(`alter role linju_app login password ${client.escapeLiteral(password)}`);
  } finally {
    await trial.end();
  }
}

async function createMissing(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    Object.keys(roles),
  ]);
  const present = new Set(rows.map((row) => row.rolname));
  for (const [role, login] of Object.entries(roles)) {
    if (!present.has(role)) await client.query(`create role ${role} ${login}`);
  }
}

async function admit(client: pg.Client): Promise<void> {
  if (!(await maySetRole(client, 'linju_owner'))) await client.query('grant linju_owner to current_user');
  const { rows } = await client.query<{ database: string; creates: boolean; uses: boolean; searches: boolean }>(
    `select current_database() as database,
            has_database_privilege('linju_owner', current_database(), 'CREATE') as creates,
            has_schema_privilege('linju_owner', 'public', 'CREATE') as uses,
            pg_has_role('linju_owner', 'linju_search', 'MEMBER') as searches`,
  );
  const right = rows[0];
  if (!right) return;
  if (!right.creates)
    await client.query(`grant create on database ${client.escapeIdentifier(right.database)} to linju_owner`);
  if (!right.uses) await client.query('grant usage, create on schema public to linju_owner');
  // The search functions are handed over to linju_search by a migration, which linju_owner runs.
  if (!right.searches) await client.query('grant linju_search to linju_owner');
}

/** From PostgreSQL 16 on, being a member and being allowed to SET ROLE are two things: so it is tried. */
async function maySetRole(client: pg.Client, role: keyof typeof roles): Promise<boolean> {
  try {
    await client.query(`set role ${role}`);
    await client.query('reset role');
    return true;
  } catch (error) {
    if (hasCode(error, ['42501'])) return false;
    throw error;
  }
}

/** 42710 duplicate_object and 23505 unique_violation: created at the same time; XX000: "tuple concurrently updated". */
function isRace(error: unknown): boolean {
  return hasCode(error, ['42710', '23505', 'XX000']);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof pg.DatabaseError && error.code !== undefined && codes.includes(error.code);
}
