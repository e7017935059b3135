import type { PermissionTable } from '../../kernel/permissions.ts';

/** Figures of the area one works for; the records behind them are shown as far as `case.read` goes, and it goes as far. */
export const figuresPermissions = {
  'figure.read': { grid_worker: ['area'], community_staff: ['area'], street_officer: ['street'] },
} as const satisfies PermissionTable;
