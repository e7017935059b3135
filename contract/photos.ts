import { z } from 'zod';
import { Id, Instant } from './wire.ts';

/** A photo of a case, or one just uploaded (phase null) that waits to be hung on something. */
export const Photo = z.object({
  id: Id,
  width: z.int(),
  height: z.int(),
  phase: z.enum(['raised', 'note', 'resolved']).nullable(),
  takenAt: Instant,
});
export type Photo = z.infer<typeof Photo>;
/** Uploads to hang on something, at most nine. */
export const PhotoIds = z.array(Id).max(9).default([]);

export const PhotoSize = z.strictObject({ size: z.enum(['full', 'thumbnail']).default('full') });

export const photosProblems = {
  'photos.not_found': {
    status: 404,
    'zh-Hans': '没有找到这张照片，或您不能查看。',
    en: 'Photo not found, or not yours to see.',
  },
} as const;
