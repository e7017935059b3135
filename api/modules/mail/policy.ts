import type { PermissionTable } from '../../kernel/permissions.ts';

/** Everybody sets up their own mail (`signed_in`); nobody sees anybody else's address. */
export const mailPermissions = {} as const satisfies PermissionTable;
