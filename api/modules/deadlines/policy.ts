import type { PermissionTable } from '../../kernel/permissions.ts';

/** Whoever assigns sees what a street promises; the street office sets it. */
export const deadlinesPermissions = {
  'deadline.read': { community_staff: ['street'], street_officer: ['street'], administrator: ['street'] },
  'deadline.write': { street_officer: ['street'], administrator: ['street'] },
} as const satisfies PermissionTable;
