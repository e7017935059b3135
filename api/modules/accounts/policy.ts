import type { PermissionTable } from '../../kernel/permissions.ts';

/** Everybody looks after their own account and sessions (`signed_in`); keeping those of others is the module roles. */
export const accountsPermissions = {} as const satisfies PermissionTable;
