import type { PermissionTable } from '../../kernel/permissions.ts';

/** Who may take which step: own = raised by oneself, handled = given to one's body, helping = one's body has a part in it. */
export const handlingPermissions = {
  'case.accept': { grid_worker: ['area'], community_staff: ['area'], street_officer: ['street'] },
  'case.refuse': { community_staff: ['area'], street_officer: ['street'] },
  'case.assign': { community_staff: ['area'], street_officer: ['street'] },
  'case.sign': {
    grid_worker: ['handled'],
    handler: ['handled'],
    community_staff: ['handled'],
    street_officer: ['handled'],
  },
  'case.note': {
    resident: ['own'],
    grid_worker: ['own', 'area', 'handled', 'helping'],
    handler: ['own', 'handled', 'helping'],
    community_staff: ['own', 'area', 'handled', 'helping'],
    street_officer: ['own', 'street'],
    administrator: ['own'],
  },
  'case.note_internal': {
    grid_worker: ['area', 'handled', 'helping'],
    handler: ['handled', 'helping'],
    community_staff: ['area', 'handled', 'helping'],
    street_officer: ['street'],
  },
  'case.resolve': {
    grid_worker: ['area', 'handled'],
    handler: ['handled'],
    community_staff: ['area', 'handled'],
    street_officer: ['street'],
  },
  'case.confirm': {
    resident: ['own'],
    grid_worker: ['own'],
    handler: ['own'],
    community_staff: ['own', 'area'],
    street_officer: ['own', 'street'],
    administrator: ['own'],
  },
  'case.reopen': {
    resident: ['own'],
    grid_worker: ['own'],
    handler: ['own'],
    community_staff: ['own', 'area'],
    street_officer: ['own', 'street'],
    administrator: ['own'],
  },
} as const satisfies PermissionTable;
