import { z } from 'zod';
import { AreaCode, AreaRef } from './areas.ts';
import { Id } from './wire.ts';

const Name = z.string().trim().min(1).max(40);
const Reason = z.string().trim().min(2).max(200);

/** One of the areas that another becomes. */
export const SplitPart = z.strictObject({
  name: Name,
  /** The next number by the rules when left out. */
  code: AreaCode.optional(),
  phone: z.string().trim().max(20).optional(),
  /** What goes into it: everything directly below the old area has to go somewhere; single buildings out of a micro-grid may. */
  areaIds: z.array(Id).max(2_000),
  /** People whose role on the old area moves to this one; a role that is named nowhere stays where it was. */
  grantIds: z.array(Id).max(200).default([]),
});
/** The first part also takes what was filed under the old area itself, without a building. */
export const SplitArea = z.strictObject({ parts: z.array(SplitPart).min(2).max(12), reason: Reason });
export type SplitArea = z.input<typeof SplitArea>;

export const MergeAreas = z.strictObject({
  areaIds: z.array(Id).min(2).max(12),
  name: Name,
  code: AreaCode.optional(),
  phone: z.string().trim().max(20).optional(),
  /** Whether the people of the old areas get the same roles on the new one. */
  moveGrants: z.boolean().default(true),
  reason: Reason,
});
export type MergeAreas = z.input<typeof MergeAreas>;

export const MoveArea = z.strictObject({ parentId: Id, reason: Reason.optional() });
export type MoveArea = z.infer<typeof MoveArea>;
export const CloseArea = z.strictObject({ reason: Reason });
export type CloseArea = z.infer<typeof CloseArea>;

/** What a change of the map came to. */
export const Redistricted = z.object({
  /** The areas there are now in place of the old ones, or the one that was moved or closed. */
  areas: z.array(AreaRef),
  /** Open cases that lie in another area now; closed ones and everything counted stay where they were. */
  cases: z.int(),
  /** Roles that moved along. */
  grants: z.int(),
});
export type Redistricted = z.infer<typeof Redistricted>;

export const redistrictingProblems = {
  'redistricting.not_divisible': {
    status: 422,
    'zh-Hans': '只有社区、网格和微网格可以拆分、合并。',
    en: 'Only communities, grids and micro-grids are split and merged.',
  },
  'redistricting.not_alike': {
    status: 422,
    'zh-Hans': '要合并的区域须是同一级，并在同一个上级下面。',
    en: 'Areas to merge have to be of one kind and stand below the same area.',
  },
  'redistricting.left_over': {
    status: 422,
    'zh-Hans': '还有 {count} 处没有分到新的区域里：{names}',
    en: '{count} areas have not been given to a new one: {names}',
  },
  'redistricting.given_twice': {
    status: 422,
    'zh-Hans': '{name}分了两次，或者不在原来的区域里。',
    en: '{name} was given twice, or does not lie in the old area.',
  },
  'redistricting.same_place': {
    status: 422,
    'zh-Hans': '它已经在那里了。',
    en: 'It stands there already.',
  },
  'redistricting.open_cases': {
    status: 409,
    'zh-Hans': '这里还有 {count} 件事没有办结，办结或改到别处后才能撤销。',
    en: '{count} cases here are still open; close them or move them first.',
  },
  'redistricting.people_there': {
    status: 409,
    'zh-Hans': '这里还有 {count} 人任职，先结束他们的角色或改到别处。',
    en: '{count} people still hold a role here; end or move their roles first.',
  },
} as const;
