import type { PermissionTable } from '../../kernel/permissions.ts';

/** The desk asks to look elsewhere; whoever walks there answers. */
export const elsewherePermissions = {
  'case.check_elsewhere': { community_staff: ['area'], street_officer: ['street'] },
  'case.answer_check': { grid_worker: ['area'], community_staff: ['area'], street_officer: ['street'] },
} as const satisfies PermissionTable;
