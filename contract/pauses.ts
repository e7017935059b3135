import { z } from 'zod';
import { Instant } from './wire.ts';

/** Until when, and why; the raiser reads the reason once it is approved. */
export const AskPause = z.strictObject({ until: Instant, words: z.string().trim().min(2).max(500) });
export type AskPause = z.infer<typeof AskPause>;
export const DecidePause = z.strictObject({
  approved: z.boolean(),
  words: z.string().trim().max(500).optional(),
});
export type DecidePause = z.infer<typeof DecidePause>;

export const pausesProblems = {
  'pauses.until_in_past': { status: 422, 'zh-Hans': '日期要晚于现在。', en: 'The date must be later than now.' },
  'pauses.until_too_far': {
    status: 422,
    'zh-Hans': '最多往后 {days} 天，请选近一点的日期。',
    en: 'At most {days} days ahead; please choose an earlier date.',
  },
  'pauses.not_later': {
    status: 422,
    'zh-Hans': '新的期限要晚于现在的期限。',
    en: 'The new deadline must be later than the present one.',
  },
  'pauses.already_asked': {
    status: 409,
    'zh-Hans': '已经有一个申请在等审批。',
    en: 'A request is already waiting for a decision.',
  },
  'pauses.nothing_asked': {
    status: 409,
    'zh-Hans': '没有等审批的申请。',
    en: 'There is no request to decide on.',
  },
} as const;
