import type { CaseLevel, CaseState, CaseVerb, DeadlineStanding } from '../../../contract/cases.ts';
import { caseStates, openStates } from '../../../contract/cases.ts';
import { dangerWords } from '../../../contract/danger.ts';

interface Move {
  from: readonly CaseState[];
  /** Where it leads; null leaves the state as it is. */
  to: CaseState | null;
}

const underWay = ['assigned', 'in_progress'] as const;
const atTheDesk = ['submitted', 'accepted', 'reopened'] as const;

/** The life of a case (DOMAIN §3.4). What is not here is an illegal move. */
export const moves: Readonly<Record<CaseVerb, Move>> = {
  accept: { from: ['submitted'], to: 'accepted' },
  refuse: { from: ['submitted', 'accepted'], to: 'refused' },
  assign: { from: ['accepted', 'assigned', 'in_progress', 'reopened'], to: 'assigned' },
  sign: { from: ['assigned'], to: 'in_progress' },
  note: { from: caseStates, to: null },
  resolve: { from: ['accepted', 'in_progress', 'reopened'], to: 'resolved' },
  confirm: { from: ['resolved'], to: 'closed' },
  reopen: { from: ['closed', 'refused'], to: 'reopened' },
  edit: { from: openStates, to: null },
  disclose_phone: { from: caseStates, to: null },
  send_back: { from: underWay, to: 'accepted' },
  hand_up: { from: [...atTheDesk, ...underWay], to: 'accepted' },
  hand_down: { from: [...atTheDesk, ...underWay], to: 'accepted' },
  involve: { from: ['accepted', 'reopened', ...underWay], to: null },
  whistle: { from: ['accepted', 'reopened', ...underWay], to: null },
  suspend: { from: ['accepted', 'reopened', ...underWay], to: 'suspended' },
  extend: { from: ['reopened', ...underWay], to: null },
  decide_pause: { from: ['accepted', 'reopened', ...underWay], to: null },
  resume: { from: ['suspended'], to: 'in_progress' },
  merge: { from: [...atTheDesk, ...underWay, 'suspended'], to: 'merged' },
  unmerge: { from: ['merged'], to: null },
  check_elsewhere: { from: [...atTheDesk, ...underWay, 'suspended', 'resolved', 'closed'], to: null },
  urge: { from: [...atTheDesk, ...underWay, 'suspended'], to: null },
  supervise: { from: [...atTheDesk, ...underWay, 'suspended', 'resolved'], to: null },
  publish: { from: [...openStates, 'closed'], to: null },
  archive: { from: ['closed', 'refused', 'merged'], to: 'archived' },
};

export function isLegal(verb: CaseVerb, state: CaseState): boolean {
  return moves[verb].from.includes(state);
}

/** The state after a legal verb; a confirmation that says "not solved" sends the work on. */
export function stateAfter(verb: CaseVerb, state: CaseState, solved = true): CaseState {
  if (verb === 'confirm' && !solved) return 'reopened';
  return moves[verb].to ?? state;
}

interface Standing {
  level: CaseLevel;
  gridId: string | null;
  microGridId: string | null;
}

/** The level at which a case stands after a verb; null where it cannot go further. A department is not above the street: it is called. */
export function levelAfter(verb: CaseVerb, { level, gridId, microGridId }: Standing): CaseLevel | null {
  const ladder = (['micro_grid', 'grid', 'community', 'street'] as const).filter(
    (one) => (one !== 'micro_grid' || microGridId) && (one !== 'grid' || gridId),
  );
  const at = ladder.indexOf(level === 'department' ? 'street' : level);
  if (verb === 'hand_up') return ladder[at + 1] ?? null;
  if (verb === 'hand_down') return ladder[at - 1] ?? null;
  return level;
}

export function isOpen(state: CaseState): boolean {
  return (openStates as readonly CaseState[]).includes(state);
}

export interface Times {
  dueAt: string | null;
  nearAt: string | null;
  resolvedAt: string | null;
  state: CaseState;
}

/** How a case stands against its deadline; near when more than 80 % of the time is gone. */
export function standingOf({ dueAt, nearAt, resolvedAt, state }: Times, now: Date): DeadlineStanding {
  if (dueAt === null || state === 'refused' || state === 'merged') return 'none';
  if (state === 'suspended') return 'paused';
  const due = Date.parse(dueAt);
  if (resolvedAt !== null && (state === 'resolved' || state === 'closed' || state === 'archived'))
    return Date.parse(resolvedAt) <= due ? 'met' : 'missed';
  if (!isOpen(state)) return 'none';
  if (now.getTime() > due) return 'overdue';
  return nearAt !== null && now.getTime() > Date.parse(nearAt) ? 'near' : 'on_time';
}

/** Whole minutes by the clock, never less than none. */
export function minutesBetween(from: string, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - Date.parse(from)) / 60_000));
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

const allDangerWords: readonly string[] = Object.values(dangerWords).flat();

/** Whether words, folded as for search, leave no doubt that somebody is in danger. */
export function saysDanger(folded: string): boolean {
  return allDangerWords.some((word) => folded.includes(word));
}
