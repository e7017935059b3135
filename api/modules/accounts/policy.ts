import type { PermissionTable } from '../../kernel/permissions.ts';

/** Accounts are kept by administrators of the street; everybody looks after their own sessions (`signed_in`). */
export const accountsPermissions = {
  'account.read': { administrator: ['street'] },
  'account.create': { administrator: ['street'] },
  'account.grant': { administrator: ['street'] },
  'account.suspend': { administrator: ['street'] },
} as const satisfies PermissionTable;
