import pg from 'pg';
import { checkServingDatabase, UnsafeDatabase } from '../kernel/boot-check.ts';
import { migrate, readMigrations } from '../kernel/migrate.ts';
import { type Command, parsed } from './command.ts';
import { inWorkplace, migrationFolder } from './workplace.ts';

export const databaseMigrate: Command = {
  usage: `用法 Usage: npm run linju -- db migrate

执行还没有执行过的 db/migrations/*.sql，只向前。Runs the migrations that have not run yet, forward only.
`,
  async run(args) {
    parsed(args, {});
    return await inWorkplace(async ({ applied, ownerUrl, world: { config, secrets, log } }) => {
      const appPassword = config.databaseUrl
        ? secrets.derive('password of linju_app').toString('base64url')
        : undefined;
      const late = await migrate(ownerUrl, { folder: migrationFolder, appPassword, log });
      const names = [...applied, ...late.applied];
      for (const name of names) process.stdout.write(`${name}\n`);
      process.stdout.write(names.length === 0 ? '已是最新 Up to date\n' : `执行了 Applied: ${names.length}\n`);
      return 0;
    });
  },
};

export const databaseVerify: Command = {
  usage: `用法 Usage: npm run linju -- db verify

检查服务角色的权限、断电保护、结构版本、租户隔离和磁盘校验。
Checks the serving role, durability, the schema's version, the wall between streets and the disk's checksums.
退出码 Exit code: 0 正常 sound, 1 有问题 not.
`,
  async run(args) {
    parsed(args, {});
    return await inWorkplace(async ({ ownerUrl, appUrl, world: { config } }) => {
      const faults = [
        ...(await servingFaults(appUrl, config.databaseUrl ? 'external' : 'embedded')),
        ...(await catalogueFaults(ownerUrl)),
      ];
      for (const fault of faults) process.stdout.write(`问题 Fault: ${fault}\n`);
      process.stdout.write(faults.length === 0 ? '数据库正常 The database is sound\n' : '');
      return faults.length === 0 ? 0 : 1;
    });
  },
};

async function servingFaults(appUrl: string, kind: 'embedded' | 'external'): Promise<readonly string[]> {
  try {
    const warnings = await checkServingDatabase(appUrl, kind);
    for (const warning of warnings) process.stdout.write(`注意 Note: ${warning}\n`);
    return [];
  } catch (error) {
    if (error instanceof UnsafeDatabase) return error.faults;
    throw error;
  }
}

async function catalogueFaults(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const known = new Map(readMigrations(migrationFolder).map(({ name, checksum }) => [name, checksum]));
    const applied = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration',
    );
    const foreign = applied.rows.filter(({ name, checksum }) => known.get(name) !== checksum);
    const open = await client.query<{ table: string }>(
      `select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') order by 1`,
    );
    const disk = await client.query<{ failures: number }>(
      'select coalesce(checksum_failures, 0)::int as failures from pg_stat_database where datname = current_database()',
    );
    const failures = disk.rows[0]?.failures ?? 0;
    return [
      ...foreign.map(({ name }) => `迁移与文件不符 migration differs from its file: ${name}`),
      ...open.rows.map(({ table }) => `没有租户隔离 no wall between streets: ${table}`),
      ...(failures > 0 ? [`磁盘校验失败 checksum failures on disk: ${failures}`] : []),
    ];
  } finally {
    await client.end();
  }
}
