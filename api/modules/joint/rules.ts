import type { CaseState } from '../../../contract/cases.ts';
import type { PartState, PartVerb } from '../../../contract/joint.ts';

export interface PartTimes {
  signedAt: string | null;
  finishedAt: string | null;
  declinedAt: string | null;
  withdrawnAt: string | null;
}

export function partStateOf({ signedAt, finishedAt, declinedAt, withdrawnAt }: PartTimes): PartState {
  if (withdrawnAt) return 'withdrawn';
  if (declinedAt) return 'declined';
  if (finishedAt) return 'finished';
  return signedAt ? 'signed' : 'asked';
}

/** From which states of a part each verb leads on; what is not here is an illegal move. */
export const partMoves: Readonly<Record<PartVerb, readonly PartState[]>> = {
  sign: ['asked'],
  finish: ['asked', 'signed'],
  decline: ['asked', 'signed'],
  withdraw: ['asked', 'signed'],
};

export function isPartOpen(part: PartTimes): boolean {
  return ['asked', 'signed'].includes(partStateOf(part));
}

/** A part or a call is worked on as long as the case itself is. */
export function isWorkedOn(state: CaseState): boolean {
  return ['accepted', 'assigned', 'in_progress', 'reopened', 'suspended'].includes(state);
}

export function isPartLegal(verb: PartVerb, part: PartTimes, caseState: CaseState): boolean {
  return isWorkedOn(caseState) && partMoves[verb].includes(partStateOf(part));
}

const dayMs = 86_400_000;

/** When a part is due that names no time: with the whole, else a day from now. */
export function partDue(asked: string | undefined, caseDue: string | null, now: Date): string {
  if (asked) return asked;
  if (caseDue && Date.parse(caseDue) > now.getTime()) return caseDue;
  return new Date(now.getTime() + dayMs).toISOString();
}

/** The body that leads answers for the whole: no part ends later, unless the whole is late already. */
export function isAfterWhole(due: string, caseDue: string | null, now: Date): boolean {
  return caseDue !== null && Date.parse(caseDue) > now.getTime() && Date.parse(due) > Date.parse(caseDue);
}
