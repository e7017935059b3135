import type { PermissionTable } from '../../kernel/permissions.ts';

const everybody = ['street'] as const;
const officials = { street_officer: everybody, administrator: everybody } as const;

/** The map of the street is no secret to the people of the street; who may change it is narrower with each step. */
export const areasPermissions = {
  'area.read': {
    resident: everybody,
    grid_worker: everybody,
    handler: everybody,
    community_staff: everybody,
    ...officials,
  },
  /** Who changed what, by name. */
  'area.history': { grid_worker: everybody, community_staff: everybody, ...officials },
  /** Names, labels and boundaries; buildings and what is in them. */
  'area.edit': { community_staff: ['area'], ...officials },
  /** Communities, grids and micro-grids: the street divides (DOMAIN §1.2). */
  'area.arrange': officials,
} as const satisfies PermissionTable;
