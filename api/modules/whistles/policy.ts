import type { PermissionTable } from '../../kernel/permissions.ts';

/** Who calls bodies to a place and scores what came of it; a called body answers with `case.help` (module joint). */
export const whistlesPermissions = {
  'case.whistle': { community_staff: ['area'], street_officer: ['street'] },
} as const satisfies PermissionTable;
