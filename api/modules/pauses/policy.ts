import type { PermissionTable } from '../../kernel/permissions.ts';

/** Who may ask for time, and who decides; whose desk it is decides besides (cases/policy.ts). */
export const pausesPermissions = {
  'case.suspend': {
    grid_worker: ['area', 'handled'],
    handler: ['handled'],
    community_staff: ['area', 'handled'],
    street_officer: ['street'],
  },
  'case.decide_pause': { community_staff: ['area'], street_officer: ['street'] },
  'case.resume': {
    grid_worker: ['handled'],
    handler: ['handled'],
    community_staff: ['area', 'handled'],
    street_officer: ['street'],
  },
} as const satisfies PermissionTable;
