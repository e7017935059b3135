import { z } from 'zod';
import { Cursor, Id, Instant, Limit, page } from './wire.ts';

/** One line to one person: something of theirs moved. `code` names the sentence, `params` fill it in. */
export const Notice = z.object({
  id: Id,
  code: z.string(),
  params: z.record(z.string(), z.string()),
  subjectKind: z.string(),
  subjectId: Id,
  at: Instant,
  readAt: Instant.nullable(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticesQuery = z.strictObject({
  unread: z.stringbool().optional(),
  cursor: Cursor.optional(),
  limit: Limit,
});
export const Notices = page(Notice).extend({ unread: z.int() });
export type Notices = z.infer<typeof Notices>;

export const MarkRead = z.strictObject({
  upTo: Id.optional().meta({ description: 'newest notice seen; all when absent' }),
});
export const Unread = z.object({ unread: z.int() });
export type Unread = z.infer<typeof Unread>;

/** Server-sent events of `GET /api/v1/notices/stream`: `notice` with a Notice, `unread` with an Unread. */
export const streamEvents = ['notice', 'unread'] as const;
