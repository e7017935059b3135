import { z } from 'zod';
import { AreaRef } from './areas.ts';
import { Id } from './wire.ts';

const Named = z.object({ id: Id, name: z.string() });

/** Whom a case goes to by place and category; no area: everywhere, no category: whatever it is about. */
export const RoutingRule = z.object({
  id: Id,
  area: AreaRef.nullable(),
  category: Named.nullable(),
  organization: Named,
  person: Named.nullable(),
  /** Assigned at once when it is accepted. */
  automatic: z.boolean(),
  version: z.int(),
});
export type RoutingRule = z.infer<typeof RoutingRule>;
export const RoutingRules = z.object({ rules: z.array(RoutingRule) });
export type RoutingRules = z.infer<typeof RoutingRules>;

export const RoutingQuestion = z.strictObject({ area: Id.optional(), category: Id.optional() });
export type RoutingQuestion = z.infer<typeof RoutingQuestion>;
/** The rule that decides; null where none fits. */
export const RoutingProposal = z.object({ rule: RoutingRule.nullable() });
export type RoutingProposal = z.infer<typeof RoutingProposal>;

export const WriteRule = z.strictObject({
  areaId: Id.nullable(),
  categoryId: Id.nullable(),
  organizationId: Id,
  accountId: Id.nullable(),
  automatic: z.boolean(),
});
export type WriteRule = z.infer<typeof WriteRule>;

export const routingProblems = {
  'routing.not_found': { status: 404, 'zh-Hans': '没有找到这条规则。', en: 'This rule was not found.' },
  'routing.taken': {
    status: 409,
    'zh-Hans': '这个地方的这一类已经有规则了，请改那一条。',
    en: 'There is a rule for this place and category already; please change that one.',
  },
  'routing.empty': {
    status: 422,
    'zh-Hans': '地方和类别，至少选一样。',
    en: 'Choose a place or a category, or both.',
  },
  'routing.unknown': {
    status: 422,
    'zh-Hans': '地方、类别、单位或人里有的已经找不到了，请重新选。',
    en: 'A place, category, body or person was not found; please choose again.',
  },
} as const;
