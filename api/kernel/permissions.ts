import type { RoleSet } from '../../contract/accounts.ts';
import type { Tier } from '../../contract/areas.ts';
import { any, type Sql, sql } from './db.ts';

/** How far a permission goes: what one raised oneself, what one's body was given or helps with, one's areas, the whole street. */
export type Reach = 'own' | 'handled' | 'helping' | 'area' | 'street';

/** One row a permission: which permission sets have it, and how far. A set that is absent may not. */
export type PermissionTable = Readonly<Record<string, Readonly<Partial<Record<RoleSet, readonly Reach[]>>>>>;

export interface ActiveGrant {
  roleSet: RoleSet;
  areaId: string;
  tier: Tier;
  organizationId: string | null;
}

/** Where one permission reaches for one actor, ready to become a condition. */
export interface Scope {
  own: string | null;
  wholeStreet: boolean;
  bodies: string[];
  /** Bodies that reach what they help with. */
  helping: string[];
  communities: string[];
  grids: string[];
  microGrids: string[];
  buildings: string[];
}

/** What one raised oneself and nothing else; for null, nothing at all. */
export function ownOnly(accountId: string | null): Scope {
  return {
    own: accountId,
    wholeStreet: false,
    bodies: [],
    helping: [],
    communities: [],
    grids: [],
    microGrids: [],
    buildings: [],
  };
}

export function scopeOf(
  table: PermissionTable,
  permission: string,
  accountId: string,
  grants: readonly ActiveGrant[],
): Scope {
  const scope = ownOnly(null);
  for (const grant of grants) {
    for (const reach of table[permission]?.[grant.roleSet] ?? []) {
      if (reach === 'own') scope.own = accountId;
      if (reach === 'handled' && grant.organizationId) scope.bodies.push(grant.organizationId);
      if (reach === 'helping' && grant.organizationId) scope.helping.push(grant.organizationId);
      if (reach === 'street') scope.wholeStreet = true;
      if (reach === 'area') addArea(scope, grant);
    }
  }
  return scope;
}

function addArea(scope: Scope, { tier, areaId }: ActiveGrant): void {
  if (tier === 'street') scope.wholeStreet = true;
  if (tier === 'community') scope.communities.push(areaId);
  if (tier === 'grid') scope.grids.push(areaId);
  if (tier === 'micro_grid') scope.microGrids.push(areaId);
  if (tier === 'building') scope.buildings.push(areaId);
}

export function reachesNothing(scope: Scope): boolean {
  return (
    !scope.own &&
    !scope.wholeStreet &&
    [scope.bodies, scope.helping, scope.communities, scope.grids, scope.microGrids, scope.buildings].every(
      (ids) => ids.length === 0,
    )
  );
}

// One id is compared with `=`: the index then gives the rows in order, which it does not for `= any` before PostgreSQL 17.
function within(column: Sql, ids: readonly string[]): Sql[] {
  if (ids.length === 0) return [];
  return [ids.length === 1 ? sql`${column} = ${ids[0]}` : sql`${column} = any (${ids}::uuid[])`];
}

/** What the bodies help with, as one array: `= any (array)` reaches the primary key, `in (select …)` within an `or` reads every row. */
function helpedBy(bodies: readonly string[]): Sql[] {
  if (bodies.length === 0) return [];
  return [
    sql`c.id = any (array(select h.case_id from case_helper h where h.tenant_id = app.tenant() and ${within(sql`h.organization_id`, bodies)[0]}))`,
  ];
}

/** The condition on a table called `c` that carries the ancestors of its area, `raiser_id` and `handler_organization_id`. */
export function reachCondition(scope: Scope): Sql {
  if (scope.wholeStreet) return sql`true`;
  return any([
    ...within(sql`c.community_id`, scope.communities),
    ...within(sql`c.grid_id`, scope.grids),
    ...within(sql`c.micro_grid_id`, scope.microGrids),
    ...within(sql`c.building_id`, scope.buildings),
    ...within(sql`c.handler_organization_id`, scope.bodies),
    ...helpedBy(scope.helping),
    ...(scope.own ? [sql`c.raiser_id = ${scope.own}`] : []),
  ]);
}

/** What a row says about who may reach it. */
export interface Reachable {
  raiserId: string | null;
  handlerOrganizationId: string | null;
  /** Bodies that help with it; nobody where it is left out. */
  helperIds?: readonly string[];
  communityId: string | null;
  gridId: string | null;
  microGridId: string | null;
  buildingId: string | null;
}

/** The same question as reachCondition, for a row already read. */
export function covers(scope: Scope, row: Reachable): boolean {
  const has = (ids: readonly string[], id: string | null) => id !== null && ids.includes(id);
  return (
    scope.wholeStreet ||
    (scope.own !== null && scope.own === row.raiserId) ||
    has(scope.bodies, row.handlerOrganizationId) ||
    scope.helping.some((id) => row.helperIds?.includes(id)) ||
    has(scope.communities, row.communityId) ||
    has(scope.grids, row.gridId) ||
    has(scope.microGrids, row.microGridId) ||
    has(scope.buildings, row.buildingId)
  );
}
