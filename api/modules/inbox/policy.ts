import type { PermissionTable } from '../../kernel/permissions.ts';

/**
 * Lists show what `case.read` reaches (module cases); saved filters are everybody's own (`signed_in`). Only whoever may open the raiser's number
 * at the desk of the area finds a case by the raiser's name: a body that handles it sees the name masked, and must not guess it by trying.
 */
export const inboxPermissions = {
  'case.find_by_raiser': { grid_worker: ['area'], community_staff: ['area'], street_officer: ['street'] },
} as const satisfies PermissionTable;
