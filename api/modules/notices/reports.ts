import type { Notices } from '../../../contract/notices.ts';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts';
import type { Tx } from '../../kernel/db.ts';
import { countUnread, noticesOf } from './queries.ts';

interface Asked {
  unread?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
}

export async function noticePage(tx: Tx, { unread = false, cursor, limit }: Asked): Promise<Notices> {
  const [before] = cursor ? decodeCursor(cursor, ['id']) : [];
  const rows = await noticesOf(tx, unread, before, limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null,
    unread: await countUnread(tx),
  };
}

export function unreadCount(tx: Tx): Promise<number> {
  return countUnread(tx);
}
