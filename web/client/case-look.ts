import type { CaseState, DeadlineStanding } from '../../contract/cases.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Tone } from '../ui/status.tsx';

export interface Look {
  readonly icon: IconName;
  readonly tone: Tone;
}

/** Hollow circle = not begun, half = under way, dot = waits for the one who raised it, tick = done. */
export const stateLook: Readonly<Record<CaseState, Look>> = {
  submitted: { icon: 'open', tone: 'plain' },
  accepted: { icon: 'half', tone: 'plain' },
  assigned: { icon: 'half', tone: 'info' },
  in_progress: { icon: 'half', tone: 'info' },
  resolved: { icon: 'current', tone: 'you' },
  closed: { icon: 'done', tone: 'ok' },
  reopened: { icon: 'half', tone: 'warn' },
  refused: { icon: 'return', tone: 'plain' },
  suspended: { icon: 'clock', tone: 'plain' },
  merged: { icon: 'done', tone: 'plain' },
  archived: { icon: 'done', tone: 'plain' },
};

export const standingLook: Readonly<Record<DeadlineStanding, Look>> = {
  none: { icon: 'clock', tone: 'plain' },
  on_time: { icon: 'clock', tone: 'plain' },
  near: { icon: 'clock', tone: 'warn' },
  overdue: { icon: 'danger', tone: 'danger' },
  met: { icon: 'done', tone: 'ok' },
  missed: { icon: 'danger', tone: 'plain' },
  paused: { icon: 'clock', tone: 'plain' },
};
