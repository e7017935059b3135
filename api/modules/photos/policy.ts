import type { PermissionTable } from '../../kernel/permissions.ts';

/** Whoever is signed in may upload; a photo is seen by its uploader and by whoever may read the case it hangs on. */
export const photosPermissions = {} as const satisfies PermissionTable;
