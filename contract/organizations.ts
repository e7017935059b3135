import { z } from 'zod';
import { AreaRef } from './areas.ts';
import { Id, Instant } from './wire.ts';

export const organizationKinds = ['street_office', 'community', 'property', 'department', 'partner'] as const;
export const OrganizationKind = z.enum(organizationKinds);
export type OrganizationKind = z.infer<typeof OrganizationKind>;

/** A further number of a body, with what it is for: 夜间值班. */
export const BodyPhone = z.strictObject({
  words: z.string().trim().max(20),
  number: z.string().trim().min(3).max(20),
});
export type BodyPhone = z.infer<typeof BodyPhone>;

/** A body that can be given a case. */
export const Organization = z.object({
  id: Id,
  name: z.string(),
  kind: OrganizationKind,
  phone: z.string(),
  phones: z.array(BodyPhone),
  staff: z.array(z.object({ id: Id, name: z.string(), roleName: z.string(), since: Instant })),
  /** Areas it is on duty for. */
  duties: z.array(AreaRef),
  since: Instant,
  until: Instant.nullable(),
  version: z.int(),
});
export type Organization = z.infer<typeof Organization>;

/** Bodies on duty for an area, those nearest to it first; or all, by name, kind and words. */
export const OrganizationsQuery = z.strictObject({
  area: Id.optional(),
  kind: OrganizationKind.optional(),
  q: z.string().trim().min(1).max(40).optional(),
  closed: z.enum(['true', 'false']).optional(),
});
export type OrganizationsQuery = z.infer<typeof OrganizationsQuery>;
export const Organizations = z.object({ organizations: z.array(Organization) });
export type Organizations = z.infer<typeof Organizations>;

export const AddOrganization = z.strictObject({
  kind: OrganizationKind,
  name: z.string().trim().min(2).max(60),
  phone: z.string().trim().max(20).default(''),
  phones: z.array(BodyPhone).max(6).default([]),
  /** Areas it is on duty for. */
  dutyIds: z.array(Id).max(100).default([]),
});
export type AddOrganization = z.input<typeof AddOrganization>;

export const EditOrganization = z.strictObject({
  kind: OrganizationKind.optional(),
  name: z.string().trim().min(2).max(60).optional(),
  phone: z.string().trim().max(20).optional(),
  phones: z.array(BodyPhone).max(6).optional(),
  dutyIds: z.array(Id).max(100).optional(),
});
export type EditOrganization = z.infer<typeof EditOrganization>;
export const CloseOrganization = z.strictObject({ reason: z.string().trim().min(2).max(200) });

export const organizationsProblems = {
  'organizations.not_found': { status: 404, 'zh-Hans': '没有找到这个单位。', en: 'This body was not found.' },
  'organizations.closed': {
    status: 409,
    'zh-Hans': '这个单位已经撤销，不能再改。',
    en: 'This body is closed and stays as it is.',
  },
  'organizations.name_taken': {
    status: 409,
    'zh-Hans': '已经有单位叫“{name}”了。',
    en: 'There is a body called “{name}” already.',
  },
  'organizations.unknown_area': {
    status: 422,
    'zh-Hans': '值守区域里有的已经找不到了，请重新选。',
    en: 'One of the areas of duty was not found; please choose again.',
  },
  'organizations.open_cases': {
    status: 409,
    'zh-Hans': '还有 {count} 件事在这个单位手上，办结或改派后才能撤销。',
    en: '{count} cases are still with this body; close them or assign them elsewhere first.',
  },
  'organizations.people_there': {
    status: 409,
    'zh-Hans': '还有 {count} 人在这个单位任职，先结束他们的角色。',
    en: '{count} people still hold a role in this body; end their roles first.',
  },
} as const;
