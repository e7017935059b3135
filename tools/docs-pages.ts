import path from 'node:path';
import { settingsAsMarkdown } from '../api/kernel/config.ts';
import type { PermissionTable } from '../api/kernel/permissions.ts';
import { roleSets } from '../contract/accounts.ts';
import { floorsOf } from './structure/floors.ts';
import { readSourceTree } from './structure/source-tree.ts';

const root = path.resolve(import.meta.dirname, '..');

const roleNames: Record<(typeof roleSets)[number], string> = {
  resident: '居民 resident',
  grid_worker: '网格员 grid worker',
  handler: '办理单位 handler',
  community_staff: '社区工作者 community staff',
  street_officer: '街道 street officer',
  administrator: '管理员 administrator',
};

const head = `# Permissions

Made from the permission tables (\`api/modules/*/policy.ts\`) by \`node_modules/.bin/node tools/write-docs.ts\`; do not edit.

How far a permission goes: **own** = what one raised oneself · **handled** = what was given to one's body · **area** = where one's role was granted
and everything below · **street** = the whole street. An empty field means: may not, and the answer is 403. What lies out of reach answers 404.
\`api/matrix.db.test.ts\` asks every route as every role in every relation (rows: \`api/modules/<module>/<module>.matrix.ts\`) and compares with these tables.
`;

async function permissionTables(): Promise<{ module: string; table: PermissionTable }[]> {
  return Promise.all(
    floorsOf(readSourceTree(root)).map(async (module) => {
      const policy = (await import(`../api/modules/${module}/policy.ts`)) as Record<string, unknown>;
      return { module, table: policy[`${module}Permissions`] as PermissionTable };
    }),
  );
}

function permissionsPage(tables: readonly { module: string; table: PermissionTable }[]): string {
  const rows = tables.flatMap(({ module, table }) =>
    Object.entries(table).map(([permission, sets]) => {
      const fields = roleSets.map((set) => sets[set]?.join(', ') ?? '');
      return `| ${module} | \`${permission}\` | ${fields.join(' | ')} |`;
    }),
  );
  const names = roleSets.map((set) => roleNames[set]);
  return [
    head,
    `| module | permission | ${names.join(' | ')} |`,
    `|---|---|${'---|'.repeat(names.length)}`,
    ...rows,
    '',
  ].join('\n');
}

/** The pages that are made from the code, by their path. */
export async function docsPages(): Promise<Record<string, string>> {
  return {
    'docs/permissions.md': permissionsPage(await permissionTables()),
    'docs/configuration.md': settingsAsMarkdown(),
  };
}
