import type { CaseLevel } from '../../../contract/cases.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

export interface ResolvedRow {
  id: string;
  number: string;
  title: string;
  level: CaseLevel;
  raisedAt: string;
  raiserId: string | null;
  categoryId: string | null;
  communityId: string | null;
  gridId: string | null;
  round: number;
  joinedTimes: number;
  publishedAt: string | null;
  categoryLabels: Labels | null;
}

const columns = sql`c.id, c.number, c.title, c.level, c.raised_at as "raisedAt", c.raiser_id as "raiserId", c.category_id as "categoryId",
  c.community_id as "communityId", c.grid_id as "gridId", c.deadline_round as round,
  c.joined_times as "joinedTimes", c.published_at as "publishedAt",
  (select k.labels from case_category k where k.tenant_id = c.tenant_id and k.id = c.category_id) as "categoryLabels"`;

/** Cases that wait for a word since before the instant, locked; another process takes others. */
export function unconfirmed(tx: Tx, before: Date, limit: number): Promise<ResolvedRow[]> {
  return tx.many(sql`select ${columns} from case_record c
    where c.tenant_id = app.tenant() and c.open and c.state = 'resolved' and c.resolved_at <= ${before}
    order by c.resolved_at, c.id limit ${limit} for update skip locked`);
}

/** Those of them whose raiser was not reminded yet. */
export function unreminded(tx: Tx, before: Date, limit: number): Promise<ResolvedRow[]> {
  return tx.many(sql`select ${columns} from case_record c
    where c.tenant_id = app.tenant() and c.open and c.state = 'resolved' and c.resolved_at <= ${before} and c.raiser_id is not null
      and not exists (select from case_mark m where m.tenant_id = c.tenant_id and m.case_id = c.id and m.round = c.deadline_round and m.step = 'remind')
    order by c.resolved_at, c.id limit ${limit} for update skip locked`);
}

export function markReminded(tx: Tx, caseId: string, round: number, at: Date): void {
  tx.send(sql`insert into case_mark (tenant_id, id, case_id, round, step, at)
    values (app.tenant(), app.uuid7(), ${caseId}, ${round}, 'remind', ${at})`);
}

/** Puts away what was closed before the instant, at most `limit` at a time; gives back which. */
export async function archiveOld(tx: Tx, before: Date, at: Date, limit: number): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    update case_record set state = 'archived', open = false, archived_at = ${at}, version = version + 1
    where tenant_id = app.tenant() and id in (
      select c.id from case_record c where c.tenant_id = app.tenant() and c.state in ('closed', 'refused', 'merged') and c.archived_at is null and c.closed_at <= ${before}
      order by c.closed_at, c.id limit ${limit} for update skip locked)
    returning id`);
  return rows.map(({ id }) => id);
}
