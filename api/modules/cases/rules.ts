import type { CaseMetric, CaseState, CaseVerb, DeadlineStanding } from '../../../contract/cases.ts';
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

const hourMs = 3_600_000;
/** Hours after assignment within which the handler has to answer: 2 where there is danger, else 24 (DOMAIN §0.5). */
export function answerHours(danger: boolean): number {
  return danger ? 2 : 24;
}

export function isAnsweredInTime(assignedAt: string, signedAt: Date, danger: boolean): boolean {
  return signedAt.getTime() - Date.parse(assignedAt) <= answerHours(danger) * hourMs;
}

/** General matters: seven days (DOMAIN §0.5). */
export const usualHours = 168;

export function dueAfter(from: Date, hours: number): Date {
  return new Date(from.getTime() + hours * hourMs);
}

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

/** 72 hours unless the street says otherwise. */
export const usualReopenHours = 72;

export function mayReopenStill(closedAt: string | null, now: Date, hours: number): boolean {
  return closedAt === null || now.getTime() - Date.parse(closedAt) <= hours * hourMs;
}

/** 很满意 满意 基本满意 count as satisfied (DOMAIN §3.4). */
export function isSatisfied(satisfaction: number): boolean {
  return satisfaction >= 3;
}

/** What a confirmation counts: one call-back, and what the raiser said in it. */
export function confirmationMetrics(solved: boolean, satisfaction: number | undefined): CaseMetric[] {
  const metrics: CaseMetric[] = ['case_confirmed'];
  if (solved) metrics.push('case_solved', 'case_closed');
  if (satisfaction !== undefined) metrics.push('case_rated');
  if (satisfaction !== undefined && isSatisfied(satisfaction)) metrics.push('case_satisfied');
  return metrics;
}

/** The first words of the text, up to the first stop, at most 24 characters. */
export function titleFrom(body: string): string {
  const first = body.trim().split(/[。！？!?\n；;]/)[0] ?? '';
  return first.length > 24 ? `${first.slice(0, 23)}…` : first;
}

/** `2611-0183`: year, month, number within the month. */
export function caseNumber(day: string, serial: number): string {
  return `${day.slice(2, 4)}${day.slice(5, 7)}-${String(serial).padStart(4, '0')}`;
}
