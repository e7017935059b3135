import type { PermissionTable } from '../../kernel/permissions.ts';

/** Staff put away what is over; the rest goes by itself. */
export const closingPermissions = {
  'case.archive': { community_staff: ['area'], street_officer: ['street'] },
} as const satisfies PermissionTable;
