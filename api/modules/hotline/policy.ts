import type { PermissionTable } from '../../kernel/permissions.ts';

/** Who may take a list of the hotline in: for their community, or for the whole street. */
export const hotlinePermissions = {
  'hotline.import': { community_staff: ['area'], street_officer: ['street'] },
} as const satisfies PermissionTable;
