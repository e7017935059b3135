import pg from 'pg';

/** What the serving role and its server are, as the role itself sees them. */
export interface ServingFacts {
  role: string;
  serverVersion: number;
  superuser: boolean;
  bypassesRowSecurity: boolean;
  ownedTables: readonly string[];
  fsync: string;
  fullPageWrites: string;
  synchronousCommit: string;
  dataChecksums: string;
}

/** The serving role could see past the tenant wall, or the server could lose what it confirmed. Linju does not start. */
export class UnsafeDatabase extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`Linju does not serve from this database:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'UnsafeDatabase';
    this.faults = faults;
  }
}

/**
 * Looks at the serving role and its server.
 * @returns warnings: what is unwise, but the choice of whoever runs the server.
 * @throws UnsafeDatabase with everything that forbids the start.
 */
export async function checkServingDatabase(appUrl: string, kind: 'embedded' | 'external'): Promise<string[]> {
  const client = new pg.Client({ connectionString: appUrl, application_name: 'linju boot check' });
  await client.connect();
  try {
    const { faults, warnings } = judge(await readFacts(client), kind);
    if (faults.length > 0) throw new UnsafeDatabase(faults);
    return warnings;
  } finally {
    await client.end();
  }
}

/** Checksums can be missing on a server of long standing, which another tool may guard: there they are only advised. */
export function judge(facts: ServingFacts, kind: 'embedded' | 'external'): { faults: string[]; warnings: string[] } {
  const faults: string[] = [];
  const warnings: string[] = [];
  if (facts.serverVersion < 150_000)
    faults.push(`The server is PostgreSQL ${Math.floor(facts.serverVersion / 10_000)}; Linju needs 15 or newer.`);
  if (facts.superuser) faults.push(`The role ${facts.role} is, or may become, a superuser and so sees every street.`);
  if (facts.bypassesRowSecurity)
    faults.push(`The role ${facts.role} has, or may take on, BYPASSRLS and so sees every street.`);
  if (facts.ownedTables.length > 0)
    faults.push(`The role ${facts.role} may act as the owner of ${facts.ownedTables.join(', ')}.`);
  if (facts.fsync === 'off') faults.push('fsync is off: a power cut destroys the database.');
  if (facts.fullPageWrites === 'off') faults.push('full_page_writes is off: a power cut tears pages.');
  if (facts.synchronousCommit === 'off')
    faults.push('synchronous_commit is off: what was confirmed to people can be lost.');
  if (facts.dataChecksums === 'off') {
    const sentence =
      'Data checksums are off: a failing disk alters records unnoticed (pg_checksums --enable, server stopped).';
    (kind === 'embedded' ? faults : warnings).push(sentence);
  }
  return { faults, warnings };
}

async function readFacts(client: pg.Client): Promise<ServingFacts> {
  // pg_has_role(…, 'MEMBER') also counts the roles the serving role could switch to by SET ROLE.
  const { rows } = await client.query<ServingFacts>(
    `select current_user as role,
            current_setting('server_version_num')::int as "serverVersion",
            exists (select from pg_roles where rolsuper and pg_has_role(oid, 'MEMBER')) as superuser,
            exists (select from pg_roles where rolbypassrls and pg_has_role(oid, 'MEMBER')) as "bypassesRowSecurity",
            array(select c.oid::regclass::text
                    from pg_class c
                   where c.relkind in ('r', 'p', 'v', 'm', 'f')
                     and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)
                     and pg_has_role(c.relowner, 'MEMBER')
                   order by 1
                   limit 5) as "ownedTables",
            current_setting('fsync') as fsync,
            current_setting('full_page_writes') as "fullPageWrites",
            current_setting('synchronous_commit') as "synchronousCommit",
            current_setting('data_checksums') as "dataChecksums"`,
  );
  const facts = rows[0];
  if (!facts) throw new Error('The database gave no answer to the boot check.');
  return facts;
}
