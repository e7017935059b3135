import type { PermissionTable } from '../../kernel/permissions.ts';

/** Reading is public and gives what its raisers made public. Posting asks for `case.raise` of the account behind the api_key. */
export const georeportPermissions = {} as const satisfies PermissionTable;
