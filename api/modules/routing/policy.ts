import type { PermissionTable } from '../../kernel/permissions.ts';

/** Whoever assigns sees why a body is proposed; the street office writes the rules. */
export const routingPermissions = {
  'routing.read': { community_staff: ['street'], street_officer: ['street'], administrator: ['street'] },
  'routing.write': { street_officer: ['street'], administrator: ['street'] },
} as const satisfies PermissionTable;
