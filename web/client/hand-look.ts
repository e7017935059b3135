import type { CasePart, PartState } from '../../contract/joint.ts';
import type { TurnoutState } from '../../contract/whistles.ts';
import type { Look } from './case-look.ts';

const partLook: Readonly<Record<PartState, Look>> = {
  asked: { icon: 'open', tone: 'plain' },
  signed: { icon: 'half', tone: 'info' },
  finished: { icon: 'done', tone: 'ok' },
  declined: { icon: 'return', tone: 'warn' },
  withdrawn: { icon: 'return', tone: 'plain' },
};

/** Where a part stands; what should be done and is not catches the eye. */
export const lookOfPart = ({ state, overdue }: Pick<CasePart, 'state' | 'overdue'>): Look =>
  overdue ? { icon: 'danger', tone: 'danger' } : partLook[state];

export const turnoutLook: Readonly<Record<TurnoutState, Look>> = {
  called: { icon: 'open', tone: 'plain' },
  coming: { icon: 'half', tone: 'info' },
  cannot: { icon: 'return', tone: 'warn' },
  arrived: { icon: 'done', tone: 'ok' },
  late: { icon: 'done', tone: 'warn' },
  missing: { icon: 'danger', tone: 'danger' },
  called_off: { icon: 'return', tone: 'plain' },
};
