import { z } from 'zod';
import { Instant } from './wire.ts';

/** Who hears of a late case at a rung: people of a set, where they stand to the case. */
export const rungRoles = ['grid_worker', 'handler', 'community_staff', 'street_officer'] as const;
export const rungLevels = ['handled', 'grid', 'community', 'street'] as const;

/** One rung of the ladder 催升阶梯: so many hours after the deadline these people hear of it. */
export const Rung = z.strictObject({
  afterHours: z.int().min(0).max(2160),
  roleSet: z.enum(rungRoles),
  level: z.enum(rungLevels),
});
export type Rung = z.infer<typeof Rung>;
const differ = (rungs: Rung[]) => new Set(rungs.map((rung) => JSON.stringify(rung))).size === rungs.length;
export const Ladder = z.strictObject({ rungs: z.array(Rung).max(8).refine(differ) });
export type Ladder = z.infer<typeof Ladder>;

export const UrgeCase = z.strictObject({ words: z.string().trim().max(500).optional() });
export type UrgeCase = z.infer<typeof UrgeCase>;

/** The street office supervises a case 督办, or ends it. */
export const SuperviseCase = z.strictObject({
  watching: z.boolean(),
  words: z.string().trim().min(1).max(500),
  /** A new deadline, for a case that is supervised from now on. */
  dueAt: Instant.optional(),
});
export type SuperviseCase = z.infer<typeof SuperviseCase>;

export const escalationProblems = {
  'escalation.urged_today': {
    status: 409,
    'zh-Hans': '今天已经催过了，经办人看到了。明天还没动静，再催一次。',
    en: 'You have urged today and the handler has seen it. If nothing moves, urge again tomorrow.',
  },
  'escalation.watched_already': {
    status: 409,
    'zh-Hans': '这件事的督办状态已经变了，请看最新进展。',
    en: 'Whether this case is supervised has changed; look at where it is now.',
  },
  'escalation.due_in_past': {
    status: 422,
    'zh-Hans': '期限要晚于现在。',
    en: 'The deadline must be later than now.',
  },
} as const;
