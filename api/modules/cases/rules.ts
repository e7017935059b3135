import type { CaseState, CaseVerb, DeadlineStanding } from '../../../contract/cases.ts';
import { openStates } from '../../../contract/cases.ts';

interface Move {
  from: readonly CaseState[];
  /** Where it leads; null leaves the state as it is. */
  to: CaseState | null;
}

const anyState: readonly CaseState[] = [
  'submitted',
  'accepted',
  'assigned',
  'in_progress',
  'resolved',
  'closed',
  'reopened',
  'refused',
];

/** The life of a case (DOMAIN §3.4). What is not here is an illegal move. */
export const moves: Readonly<Record<CaseVerb, Move>> = {
  accept: { from: ['submitted'], to: 'accepted' },
  refuse: { from: ['submitted', 'accepted'], to: 'refused' },
  assign: { from: ['accepted', 'assigned', 'in_progress', 'reopened'], to: 'assigned' },
  sign: { from: ['assigned'], to: 'in_progress' },
  note: { from: anyState, to: null },
  resolve: { from: ['accepted', 'in_progress', 'reopened'], to: 'resolved' },
  confirm: { from: ['resolved'], to: 'closed' },
  reopen: { from: ['closed', 'refused'], to: 'reopened' },
  edit: { from: openStates, to: null },
  disclose_phone: { from: anyState, to: null },
};

export function isLegal(verb: CaseVerb, state: CaseState): boolean {
  return moves[verb].from.includes(state);
}

/** The state after a legal verb; a confirmation that says "not solved" sends the work on. */
export function stateAfter(verb: CaseVerb, state: CaseState, solved = true): CaseState {
  if (verb === 'confirm' && !solved) return 'reopened';
  return moves[verb].to ?? state;
}

export function isOpen(state: CaseState): boolean {
  return (openStates as readonly CaseState[]).includes(state);
}

/** General matters: seven days (DOMAIN §0.5). */
export const usualHours = 168;

export interface Times {
  raisedAt: string;
  dueAt: string | null;
  resolvedAt: string | null;
  state: CaseState;
}

/** How a case stands against its deadline; near when more than 80 % of the time is gone. */
export function standingOf({ raisedAt, dueAt, resolvedAt, state }: Times, now: Date): DeadlineStanding {
  if (dueAt === null || state === 'refused') return 'none';
  const due = Date.parse(dueAt);
  if (resolvedAt !== null && (state === 'resolved' || state === 'closed'))
    return Date.parse(resolvedAt) <= due ? 'met' : 'missed';
  if (!isOpen(state)) return 'none';
  if (now.getTime() > due) return 'overdue';
  return now.getTime() > Date.parse(raisedAt) + (due - Date.parse(raisedAt)) * 0.8 ? 'near' : 'on_time';
}

/** The first words of the text, up to the first stop, at most 24 characters. */
export function titleFrom(body: string): string {
  const first = body.trim().split(/[。！？!?\n；;]/)[0] ?? '';
  // By character: half of a surrogate pair is no text, and PostgreSQL refuses it in jsonb.
  const characters = [...first];
  return characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : first;
}

/** `2611-0183`: year, month, number within the month. */
export function caseNumber(day: string, serial: number): string {
  return `${day.slice(2, 4)}${day.slice(5, 7)}-${String(serial).padStart(4, '0')}`;
}
