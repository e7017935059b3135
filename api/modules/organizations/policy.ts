import type { PermissionTable } from '../../kernel/permissions.ts';

/** Whoever assigns cases sees whom they can be given to; the street keeps the list. */
export const organizationsPermissions = {
  'organization.read': { community_staff: ['street'], street_officer: ['street'], administrator: ['street'] },
  'organization.edit': { street_officer: ['street'], administrator: ['street'] },
} as const satisfies PermissionTable;
