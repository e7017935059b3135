import type { PermissionTable } from '../../kernel/permissions.ts';

/** Accounts and roles are kept by administrators of the street. */
export const rolesPermissions = {
  'account.read': { administrator: ['street'] },
  'account.create': { administrator: ['street'] },
  'account.grant': { administrator: ['street'] },
  'account.suspend': { administrator: ['street'] },
  'account.reset': { administrator: ['street'] },
  'role.keep': { administrator: ['street'] },
} as const satisfies PermissionTable;
