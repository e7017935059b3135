import type { PermissionTable } from '../../kernel/permissions.ts';

/** Nothing of its own: who may edit an area, and who may arrange them, is said by the areas. */
export const redistrictingPermissions = {} as const satisfies PermissionTable;
