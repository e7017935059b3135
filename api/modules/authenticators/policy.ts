import type { PermissionTable } from '../../kernel/permissions.ts';

/** Everybody sets up their own (`signed_in`); taking away somebody else's is `account.reset` of the module roles. */
export const authenticatorsPermissions = {} as const satisfies PermissionTable;
