import type { PermissionTable } from '../../kernel/permissions.ts';

/** Its raiser decides; the desk may take back. What is public needs no permission: routes with access `public`. */
export const publicationPermissions = {
  'case.publish': {
    resident: ['own'],
    grid_worker: ['own'],
    handler: ['own'],
    community_staff: ['own', 'area'],
    street_officer: ['own', 'street'],
    administrator: ['own'],
  },
} as const satisfies PermissionTable;
