import type { PermissionTable } from '../../kernel/permissions.ts';

const everybody = ['street'] as const;

/** Whoever may raise a case may say 我也是; several become one by the desk's hand. */
export const neighboursPermissions = {
  'case.join': {
    resident: everybody,
    grid_worker: everybody,
    handler: everybody,
    community_staff: everybody,
    street_officer: everybody,
  },
  'case.merge': { community_staff: ['area'], street_officer: ['street'] },
} as const satisfies PermissionTable;
