import type { PermissionTable } from '../../kernel/permissions.ts';

/** Who asks others to help, who does a part: handled = one's body leads, helping = one's body has a part. */
export const jointPermissions = {
  'case.involve': {
    grid_worker: ['handled'],
    handler: ['handled'],
    community_staff: ['area', 'handled'],
    street_officer: ['street'],
  },
  'case.help': {
    grid_worker: ['helping'],
    handler: ['helping'],
    community_staff: ['helping'],
    street_officer: ['helping'],
  },
  'case.read_parts': {
    grid_worker: ['area', 'handled', 'helping'],
    handler: ['handled', 'helping'],
    community_staff: ['area', 'handled', 'helping'],
    street_officer: ['street'],
  },
} as const satisfies PermissionTable;
