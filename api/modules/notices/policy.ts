import type { PermissionTable } from '../../kernel/permissions.ts';

/** Notices are read by the person they are for and by nobody else (`signed_in`). */
export const noticesPermissions = {} as const satisfies PermissionTable;
