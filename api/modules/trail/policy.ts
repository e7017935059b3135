import type { PermissionTable } from '../../kernel/permissions.ts';

/** Who reads a case reads its trail (`case.read`); what of it stays among staff is decided step by step (reports.ts). */
export const trailPermissions = {} as const satisfies PermissionTable;
