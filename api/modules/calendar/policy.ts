import type { PermissionTable } from '../../kernel/permissions.ts';

/** Whoever works with deadlines sees the working calendar; the street office keeps it. */
export const calendarPermissions = {
  'calendar.read': { community_staff: ['street'], street_officer: ['street'], administrator: ['street'] },
  'calendar.write': { street_officer: ['street'], administrator: ['street'] },
} as const satisfies PermissionTable;
