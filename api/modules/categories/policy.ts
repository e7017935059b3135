import type { PermissionTable } from '../../kernel/permissions.ts';

/** Whoever sorts cases sees the tree they are sorted by; the street office keeps it. */
export const categoriesPermissions = {
  'category.read': { community_staff: ['street'], street_officer: ['street'], administrator: ['street'] },
  'category.write': { street_officer: ['street'], administrator: ['street'] },
} as const satisfies PermissionTable;
