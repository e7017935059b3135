import type { PermissionTable } from '../../kernel/permissions.ts';

/** Who may move a case between desks; at whose desk it stands decides besides (cases/policy.ts). */
export const levelsPermissions = {
  'case.send_back': {
    grid_worker: ['handled'],
    handler: ['handled'],
    community_staff: ['handled'],
    street_officer: ['handled'],
  },
  'case.hand_up': { grid_worker: ['area'], community_staff: ['area'] },
  'case.hand_down': { community_staff: ['area'], street_officer: ['street'] },
} as const satisfies PermissionTable;
