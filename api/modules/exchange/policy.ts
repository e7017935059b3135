import type { PermissionTable } from '../../kernel/permissions.ts';

/** An export leaves the house, so it has a row of its own, narrower than reading. Letters come in by the command line only. */
export const exchangePermissions = {
  'case.export': { community_staff: ['area', 'handled'], street_officer: ['street'] },
} as const satisfies PermissionTable;
