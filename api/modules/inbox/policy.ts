import type { PermissionTable } from '../../kernel/permissions.ts';

/** Lists show what `case.read` reaches; saved filters are everybody's own (`signed_in`). An export leaves the house, so it has its own row. */
export const inboxPermissions = {
  'case.export': { community_staff: ['area', 'handled'], street_officer: ['street'] },
} as const satisfies PermissionTable;
