import type { PermissionTable } from '../../kernel/permissions.ts';

/** Everybody keeps their own passkeys (`signed_in`). */
export const passkeysPermissions = {} as const satisfies PermissionTable;
