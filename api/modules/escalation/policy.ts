import type { PermissionTable } from '../../kernel/permissions.ts';

/** Its raiser and the desk urge; the street office watches and keeps the ladder. */
export const escalationPermissions = {
  'case.urge': {
    resident: ['own'],
    grid_worker: ['own', 'area'],
    handler: ['own'],
    community_staff: ['own', 'area'],
    street_officer: ['own', 'street'],
    administrator: ['own'],
  },
  'case.supervise': { street_officer: ['street'] },
  'escalation.read': { community_staff: ['street'], street_officer: ['street'], administrator: ['street'] },
  'escalation.write': { street_officer: ['street'], administrator: ['street'] },
} as const satisfies PermissionTable;
