import type { CaseState } from '../../../contract/cases.ts';
import type { RequestsQuery } from '../../../contract/georeport.ts';
import { all, sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';
import { isPublic } from '../neighbours/index.ts';

export interface PublicRow {
  number: string;
  state: CaseState;
  body: string;
  code: string | null;
  labels: Labels | null;
  handlerName: string | null;
  raisedAt: string;
  movedAt: string;
  dueAt: string | null;
  communityName: string | null;
  gridName: string | null;
  buildingName: string | null;
  lon: number | null;
  lat: number | null;
}

export interface Asked extends Pick<RequestsQuery, 'status' | 'page' | 'page_size'> {
  numbers: readonly string[] | undefined;
  codes: readonly string[] | undefined;
  from: Date | string;
  to: Date | string;
}

/** What its raisers made public and the desk has looked at, newest first; a position is that of the building, so that it shows no door. */
export function publicCases(
  tx: Tx,
  { numbers, codes, status, from, to, page, page_size }: Asked,
): Promise<PublicRow[]> {
  const asked = numbers
    ? [sql`c.number = any (${numbers})`]
    : [
        sql`c.raised_at >= ${from} and c.raised_at <= ${to}`,
        ...(codes ? [sql`k.code = any (${codes})`] : []),
        ...(status === 'open' ? [sql`c.open`] : status === 'closed' ? [sql`not c.open`] : []),
      ];
  return tx.many(sql`
    select c.number, c.state, c.body, k.code, k.labels, o.name as "handlerName", c.raised_at as "raisedAt", c.due_at as "dueAt",
      greatest(c.raised_at, c.accepted_at, c.assigned_at, c.signed_at, c.resolved_at, c.closed_at) as "movedAt",
      community.name as "communityName", grid.name as "gridName", building.name as "buildingName",
      coalesce(building.lon, grid.lon) as lon, coalesce(building.lat, grid.lat) as lat
    from case_record c
      left join case_category k on k.tenant_id = c.tenant_id and k.id = c.category_id
      left join organization o on o.tenant_id = c.tenant_id and o.id = c.handler_organization_id
      left join area community on community.tenant_id = c.tenant_id and community.id = c.community_id
      left join area grid on grid.tenant_id = c.tenant_id and grid.id = c.grid_id
      left join area building on building.tenant_id = c.tenant_id and building.id = c.building_id
    where c.tenant_id = app.tenant() and ${isPublic} and ${all(asked)}
    order by c.raised_at desc, c.id desc limit ${page_size} offset ${(page - 1) * page_size}`);
}

export async function numberOf(tx: Tx, id: string): Promise<string> {
  const { number } = await tx.one<{ number: string }>(
    sql`select number from case_record where tenant_id = app.tenant() and id = ${id}`,
  );
  return number;
}
