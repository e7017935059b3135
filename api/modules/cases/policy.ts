import { type CaseLevel, type CaseVerb, caseLevels } from '../../../contract/cases.ts';
import type { ActiveGrant, PermissionTable, Reachable, Scope } from '../../kernel/permissions.ts';

/** Who may do what with a case, and how far: own = raised by oneself, handled = given to one's body, helping = one's body has a part in it. */
export const casesPermissions = {
  'case.raise': {
    resident: ['street'],
    grid_worker: ['street'],
    handler: ['street'],
    community_staff: ['street'],
    street_officer: ['street'],
  },
  'case.register': { grid_worker: ['area'], community_staff: ['area'], street_officer: ['street'] },
  'case.read': {
    resident: ['own'],
    grid_worker: ['own', 'area', 'handled', 'helping'],
    handler: ['own', 'handled', 'helping'],
    community_staff: ['own', 'area', 'handled', 'helping'],
    street_officer: ['own', 'street'],
    administrator: ['own'],
  },
  'case.edit': { community_staff: ['area'], street_officer: ['street'] },
  /** Who learns the raiser of an anonymous case: those of the place, not the bodies that handle it. */
  'case.know_raiser': { grid_worker: ['area'], community_staff: ['area'], street_officer: ['street'] },
  'case.disclose_phone': {
    grid_worker: ['area', 'handled'],
    handler: ['handled'],
    community_staff: ['area'],
    street_officer: ['street'],
  },
} as const satisfies PermissionTable;

/** The row of the permission table that each verb needs; those of the handling module included. */
export const permissionOfVerb: Readonly<Record<CaseVerb, string>> = {
  accept: 'case.accept',
  refuse: 'case.refuse',
  assign: 'case.assign',
  sign: 'case.sign',
  note: 'case.note',
  resolve: 'case.resolve',
  confirm: 'case.confirm',
  reopen: 'case.reopen',
  edit: 'case.edit',
  disclose_phone: 'case.disclose_phone',
  send_back: 'case.send_back',
  hand_up: 'case.hand_up',
  hand_down: 'case.hand_down',
  involve: 'case.involve',
  whistle: 'case.whistle',
  suspend: 'case.suspend',
  extend: 'case.suspend',
  decide_pause: 'case.decide_pause',
  resume: 'case.resume',
  merge: 'case.merge',
  unmerge: 'case.merge',
  check_elsewhere: 'case.check_elsewhere',
  urge: 'case.urge',
  supervise: 'case.supervise',
  publish: 'case.publish',
  archive: 'case.archive',
};

/** Only the one who raised a case confirms it; for somebody without an account, staff who called them back. */
export function mayConfirm(raiserId: string | null, accountId: string): boolean {
  return raiserId === null || raiserId === accountId;
}

/** Where somebody at work writes down another's words when no place is given: the area they work in. */
export function workplaceOf(grants: readonly ActiveGrant[]): string | undefined {
  return grants.find(({ roleSet, tier }) => roleSet !== 'resident' && tier !== 'street')?.areaId;
}

/** Whether somebody may learn who raised it; the one who did knows anyway. */
export function knowsRaiser(
  { anonymous, raiserId }: { anonymous: boolean; raiserId: string | null },
  accountId: string,
  reaches: boolean,
): boolean {
  return !anonymous || raiserId === accountId || reaches;
}

/** What is decided at a desk: by the level at which the case stands, or one above it. */
const deskVerbs: readonly CaseVerb[] = ['accept', 'refuse', 'assign', 'hand_up', 'hand_down', 'decide_pause'];

/** Who asked a department to lead may still take the case from it, so it stands no higher than the community. */
const ranks: Readonly<Record<CaseLevel, number>> = { micro_grid: 0, grid: 1, community: 2, street: 3, department: 2 };

function deskOfGrant({ roleSet, tier }: ActiveGrant): CaseLevel | undefined {
  if (roleSet === 'grid_worker') return tier === 'micro_grid' ? 'micro_grid' : 'grid';
  if (roleSet === 'community_staff') return 'community';
  return roleSet === 'street_officer' ? 'street' : undefined;
}

type Placed = Pick<Reachable, 'communityId' | 'gridId' | 'microGridId'> & { level: CaseLevel };

/** The lowest of a person's desks that may decide on the case, by the grants that lie over its place; undefined when none does. */
export function deskOver(
  grants: readonly ActiveGrant[],
  { communityId, gridId, microGridId, level }: Placed,
): CaseLevel | undefined {
  const places = [communityId, gridId, microGridId];
  return grants
    .filter(({ tier, areaId }) => tier === 'street' || places.includes(areaId))
    .map(deskOfGrant)
    .filter((desk) => desk !== undefined && ranks[desk] >= ranks[level])
    .toSorted((one, other) => caseLevels.indexOf(one!) - caseLevels.indexOf(other!))[0];
}

/** Whether the person's desk may take this step with a case within reach; what the handling body does asks for no desk. */
export function mayDecide(
  verb: CaseVerb,
  { grants }: { grants: readonly ActiveGrant[] },
  scope: Scope,
  row: Placed & Pick<Reachable, 'handlerOrganizationId'>,
): boolean {
  const handles = row.handlerOrganizationId !== null && scope.bodies.includes(row.handlerOrganizationId);
  if (!deskVerbs.includes(verb) && (verb !== 'resolve' || handles)) return true;
  return deskOver(grants, row) !== undefined;
}
