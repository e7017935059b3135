import type { CaseVerb } from '../../../contract/cases.ts';
import type { PermissionTable } from '../../kernel/permissions.ts';

/** Who may do what with a case, and how far: own = raised by oneself, handled = given to one's body. */
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
    grid_worker: ['own', 'area', 'handled'],
    handler: ['own', 'handled'],
    community_staff: ['own', 'area', 'handled'],
    street_officer: ['own', 'street'],
    administrator: ['own'],
  },
  'case.edit': { community_staff: ['area'], street_officer: ['street'] },
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
