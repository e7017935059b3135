import type { PermissionTable } from '../../kernel/permissions.ts';

/** Lists show what `case.read` reaches (module cases); saved filters are everybody's own (`signed_in`): no rows of its own. */
export const inboxPermissions = {} as const satisfies PermissionTable;
