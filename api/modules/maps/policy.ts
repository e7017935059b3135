import type { PermissionTable } from '../../kernel/permissions.ts';

/** Whoever is signed in sees maps; nobody else is given the street's key. */
export const mapsPermissions = {} as const satisfies PermissionTable;
