import { z } from 'zod';
import { CaseState } from './cases.ts';
import { PhotoIds } from './photos.ts';
import { Id, Instant } from './wire.ts';

/** Where else to look, and for what. */
export const AskChecks = z.strictObject({
  areaIds: z.array(Id).min(1).max(60),
  words: z.string().trim().min(2).max(500),
});
export type AskChecks = z.infer<typeof AskChecks>;

export const AnswerCheck = z.strictObject({
  found: z.boolean(),
  words: z.string().trim().max(1000).optional(),
  photoIds: PhotoIds,
});
export type AnswerCheck = z.input<typeof AnswerCheck>;

export const Check = z.object({
  id: Id,
  number: z.string(),
  place: z.string(),
  state: CaseState,
  /** Null until somebody has looked. */
  found: z.boolean().nullable(),
  words: z.string(),
  answeredAt: Instant.nullable(),
});
export type Check = z.infer<typeof Check>;

/** Where this case was looked for as well, and, where it is a check itself, what it came out of. */
export const Checks = z.object({
  origin: z.object({ id: Id, number: z.string() }).nullable(),
  /** This case is a check that nobody has answered yet. */
  unanswered: z.boolean(),
  checks: z.array(Check),
  found: z.int(),
  clear: z.int(),
  waiting: z.int(),
});
export type Checks = z.infer<typeof Checks>;

export const elsewhereProblems = {
  'elsewhere.unknown_place': {
    status: 422,
    'zh-Hans': '有地点没有找到，或不归您这里管，请重新选。',
    en: 'A place was not found or is not yours to look after; please choose again.',
  },
  'elsewhere.answered_already': {
    status: 409,
    'zh-Hans': '这里已经有人看过了。',
    en: 'Somebody has looked here already.',
  },
} as const;
