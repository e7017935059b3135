import type { Notice } from '../../../contract/notices.ts';
import { sql, type Tx } from '../../kernel/db.ts';

export function noticesOf(tx: Tx, unreadOnly: boolean, before: string | undefined, limit: number): Promise<Notice[]> {
  const unread = unreadOnly ? sql`and read_at is null` : sql``;
  const onwards = before ? sql`and id < ${before}` : sql``;
  return tx.many(sql`
    select id, code, params, subject_kind as "subjectKind", subject_id as "subjectId", at, read_at as "readAt"
    from notice where tenant_id = app.tenant() and account_id = app.account() ${unread} ${onwards} order by id desc limit ${limit}`);
}

export async function countUnread(tx: Tx): Promise<number> {
  const { unread } = await tx.one<{ unread: number }>(
    sql`select count(*) as unread from notice where tenant_id = app.tenant() and account_id = app.account() and read_at is null`,
  );
  return unread;
}

export function markRead(tx: Tx, upTo: string | null, at: Date): Promise<number> {
  return tx.run(sql`update notice set read_at = ${at} where tenant_id = app.tenant() and account_id = app.account() and read_at is null
    and (${upTo}::uuid is null or id <= ${upTo})`);
}
