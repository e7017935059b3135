import type { CaseLevel } from '../../../contract/cases.ts';
import type { Notice } from '../../../contract/notices.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import type { Reachable } from '../../kernel/permissions.ts';

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

/** Account ids, or queries of them, for notices. */
export function deskOf(communityId: string | null, gridId: string | null, now: Date): Sql {
  return sql`select g.account_id from role_grant g join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
    where g.tenant_id = app.tenant() and g.since <= ${now} and (g.until is null or g.until > ${now})
      and ((g.area_id = ${communityId} and r.role_set = 'community_staff') or (g.area_id = ${gridId} and r.role_set = 'grid_worker'))`;
}

/** Who sits at the desk of one level alone: the workers of the micro-grid or grid, the staff of the community, the officers of the street. */
export function deskAt(
  level: CaseLevel,
  { communityId, gridId, microGridId }: Pick<Reachable, 'communityId' | 'gridId' | 'microGridId'>,
  now: Date,
): Sql {
  const at = {
    micro_grid: sql`r.role_set = 'grid_worker' and g.area_id = ${microGridId}`,
    grid: sql`r.role_set = 'grid_worker' and g.area_id = ${gridId}`,
    community: sql`r.role_set = 'community_staff' and g.area_id = ${communityId}`,
    street: sql`r.role_set = 'street_officer'`,
    department: sql`r.role_set = 'street_officer'`,
  } satisfies Record<CaseLevel, Sql>;
  return sql`select g.account_id from role_grant g join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
    where g.tenant_id = app.tenant() and g.since <= ${now} and (g.until is null or g.until > ${now}) and ${at[level]}`;
}

export function personOf(accountId: string | null): readonly string[] {
  return accountId ? [accountId] : [];
}

/** Whoever has the same, or whose own case was merged into this one. */
export function followersOf(caseId: string): Sql {
  return sql`select f.account_id from case_follower f where f.tenant_id = app.tenant() and f.case_id = ${caseId} and f.left_at is null`;
}
