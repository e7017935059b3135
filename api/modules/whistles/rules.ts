import type { TurnoutState, TurnoutVerb } from '../../../contract/whistles.ts';

/** Nobody stands at the place with a watch: who says so within these minutes came in time. */
export const graceMinutes = 15;
const minuteMs = 60_000;

export interface TurnoutTimes {
  coming: boolean | null;
  arrivedAt: string | null;
  meetAt: string;
}

/** Up to the grace after the time it was called for. */
export function isInTime(meetAt: string, at: Date): boolean {
  return at.getTime() <= Date.parse(meetAt) + graceMinutes * minuteMs;
}

/** Whether a called body came, by the clock; who did not come stays visible as such. */
export function turnoutStateOf({ coming, arrivedAt, meetAt }: TurnoutTimes, now: Date): TurnoutState {
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
  const over = state === 'arrived' || state === 'late' || state === 'missing';
  if (verb === 'answer') return !over;
  if (verb === 'arrive') return state !== 'arrived' && state !== 'late';
  return over && (verb === 'score' ? score : callScore) === null;
}
