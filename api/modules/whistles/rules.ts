import type { TurnoutState, TurnoutVerb } from '../../../contract/whistles.ts';

/** Nobody stands at the place with a watch: who says so within these minutes came in time. */
export const graceMinutes = 15;
const minuteMs = 60_000;

export interface TurnoutTimes {
  coming: boolean | null;
  arrivedAt: string | null;
  meetAt: string;
  calledOffAt: string | null;
}

/** Up to the grace after the time it was called for. */
export function isInTime(meetAt: string, at: Date): boolean {
  return at.getTime() <= Date.parse(meetAt) + graceMinutes * minuteMs;
}

/** Whether a called body came, by the clock; who did not come stays visible as such. */
export function turnoutStateOf({ coming, arrivedAt, meetAt, calledOffAt }: TurnoutTimes, now: Date): TurnoutState {
  if (calledOffAt) return 'called_off';
  if (arrivedAt) return isInTime(meetAt, new Date(arrivedAt)) ? 'arrived' : 'late';
  if (coming === false) return 'cannot';
  if (!isInTime(meetAt, now)) return 'missing';
  return coming ? 'coming' : 'called';
}

export interface TurnoutScores {
  score: number | null;
  callScore: number | null;
}

/**
 * Answered until the time is over, turned up at any time after the call, scored once by each side when it is known
 * whether the body came.
 */
export function isTurnoutLegal(verb: TurnoutVerb, state: TurnoutState, { score, callScore }: TurnoutScores): boolean {
  if (state === 'called_off') return false;
  const over = state === 'arrived' || state === 'late' || state === 'missing';
  if (verb === 'answer') return !over;
  if (verb === 'arrive') return state !== 'arrived' && state !== 'late';
  return over && (verb === 'score' ? score : callScore) === null;
}

/** Called off while it is not, nobody came and the time is not over: what happened is not taken back. Nothing can be scored by then. */
export function mayCallOff(turnouts: readonly TurnoutTimes[], now: Date): boolean {
  return turnouts.every(
    ({ calledOffAt, arrivedAt, meetAt }) => calledOffAt === null && arrivedAt === null && isInTime(meetAt, now),
  );
}

/** Before which a whistle must have been called for, so that its grace is over now. */
export function graceOver(now: Date): Date {
  return new Date(now.getTime() - graceMinutes * minuteMs);
}
