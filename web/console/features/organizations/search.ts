import type { OrganizationKind } from '../../../../contract/organizations.ts';

/** What of the list of bodies stands in the address. */
export type BodiesSearch = { kind?: OrganizationKind; id?: string };

const kinds: readonly unknown[] = ['street_office', 'community', 'property', 'department', 'partner'];

export const readBodies = ({ kind, id }: Record<string, unknown>): BodiesSearch => ({
  ...(kinds.includes(kind) ? { kind: kind as OrganizationKind } : {}),
  ...(typeof id === 'string' && id ? { id } : {}),
});
