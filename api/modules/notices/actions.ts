import type { Deed } from '../../kernel/route.ts';
import { countUnread, markRead } from './queries.ts';

/** Marks what was seen as read; gives back how many are still unread. */
export async function readNotices({ tx, now }: Deed, upTo: string | undefined): Promise<{ unread: number }> {
  await markRead(tx, upTo ?? null, now);
  return { unread: await countUnread(tx) };
}
