import { z } from 'zod';
import { NewPart } from './joint.ts';
import { PhotoIds } from './photos.ts';
import { Id, Instant } from './wire.ts';

/** What each verb of the loop needs to be told. */

/** Verbs that need no words. */
export const Empty = z.strictObject({});

const Words = z.string().trim().min(1).max(2000);

export const RefuseCase = z.strictObject({ reason: Words });
export const AssignCase = z.strictObject({
  organizationId: Id,
  accountId: Id.optional(),
  dueAt: Instant.optional(),
  words: z.string().trim().max(500).optional(),
  /** Bodies that help the one it is given to. */
  parts: z.array(NewPart).max(10).optional(),
});
export type AssignCase = z.infer<typeof AssignCase>;
export const NoteCase = z.strictObject({ audience: z.enum(['internal', 'raiser']), words: Words, photoIds: PhotoIds });
export type NoteCase = z.input<typeof NoteCase>;
export const ResolveCase = z.strictObject({
  words: Words,
  photoIds: PhotoIds,
  /** Why open parts of other bodies need not be waited for; they end with it. */
  withoutParts: z.string().trim().min(2).max(500).optional(),
});
export type ResolveCase = z.input<typeof ResolveCase>;
export const ConfirmCase = z.strictObject({
  solved: z.boolean(),
  satisfaction: z.int().min(1).max(5).optional(),
  words: z.string().trim().max(1000).optional(),
});
export type ConfirmCase = z.infer<typeof ConfirmCase>;
export const ReopenCase = z.strictObject({ words: Words });

export const handlingProblems = {
  'handling.unknown_handler': {
    status: 422,
    'zh-Hans': '没有找到这个单位或这个人，请重新选。',
    en: 'This body or person was not found; please choose again.',
  },
  'handling.due_in_past': { status: 422, 'zh-Hans': '期限要晚于现在。', en: 'The deadline must be later than now.' },
  'handling.reopen_window_over': {
    status: 409,
    'zh-Hans': '办结已超过 {hours} 小时，请重新反映，我们会接着办。',
    en: 'It was closed more than {hours} hours ago; please raise it anew.',
  },
} as const;
