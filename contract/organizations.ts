import { z } from 'zod';
import { Id } from './wire.ts';

export const organizationKinds = ['street_office', 'community', 'property', 'department', 'partner'] as const;
export const OrganizationKind = z.enum(organizationKinds);

/** A body that can be given a case. */
export const Organization = z.object({
  id: Id,
  name: z.string(),
  kind: OrganizationKind,
  phone: z.string(),
  staff: z.array(z.object({ id: Id, name: z.string(), roleName: z.string() })),
});
export type Organization = z.infer<typeof Organization>;

/** Bodies on duty for an area, those nearest to it first. */
export const OrganizationsQuery = z.strictObject({ area: Id.optional() });
export const Organizations = z.object({ organizations: z.array(Organization) });
export type Organizations = z.infer<typeof Organizations>;
