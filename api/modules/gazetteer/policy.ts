import type { PermissionTable } from '../../kernel/permissions.ts';

/** The sheet of areas leaves the house; what comes in changes the map. */
export const gazetteerPermissions = {
  'area.export': { community_staff: ['area'], street_officer: ['street'], administrator: ['street'] },
  'area.import': { street_officer: ['street'], administrator: ['street'] },
} as const satisfies PermissionTable;
