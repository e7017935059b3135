import type { PermissionTable } from '../../kernel/permissions.ts';

const everybody = ['street'] as const;

/** The map of the street is no secret to the people of the street. */
export const areasPermissions = {
  'area.read': {
    resident: everybody,
    grid_worker: everybody,
    handler: everybody,
    community_staff: everybody,
    street_officer: everybody,
    administrator: everybody,
  },
} as const satisfies PermissionTable;
