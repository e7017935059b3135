import fc from 'fast-check';
import type { CaseState } from '../contract/cases.ts';
import type { Person } from './test-street.ts';

/** One try at a verb: by whom, on which of the cases, saying what. */
export interface Attempt {
  noun:
    | 'acceptance'
    | 'refusal'
    | 'assignments'
    | 'receipt'
    | 'notes'
    | 'resolution'
    | 'confirmation'
    | 'reopening'
    | 'involvements'
    | 'whistles'
    | 'parts/:partId/completion'
    | 'parts/:partId/withdrawal';
  by: Person;
  case: number;
  solved: boolean;
}

const verbs = {
  acceptance: 'accept',
  refusal: 'refuse',
  assignments: 'assign',
  receipt: 'sign',
  notes: 'note',
  resolution: 'resolve',
  confirmation: 'confirm',
  reopening: 'reopen',
  involvements: 'involve',
  whistles: 'whistle',
  'parts/:partId/completion': 'finish_part',
  'parts/:partId/withdrawal': 'withdraw_part',
} as const;

/** Steps of helping and called bodies: they leave the case where it is. */
export const besideTheCase: readonly string[] = ['note', 'involve', 'whistle', 'finish_part', 'withdraw_part'];

export function attempts(cases: number): fc.Arbitrary<Attempt> {
  return fc.record({
    noun: fc.constantFrom(...(Object.keys(verbs) as Attempt['noun'][])),
    by: fc.constantFrom<Person>('chen', 'wang', 'li', 'zhou', 'qin', 'wu', 'sun', 'xu'),
    case: fc.nat({ max: cases - 1 }),
    solved: fc.boolean(),
  });
}

/** What the record says happened to a case. */
export interface RecordedEvent {
  verb: string;
  data: Record<string, unknown>;
}

/**
 * The state a case must be in after these events, by the words of DOMAIN §3.4 alone: written a second time on purpose, so that a slip in the
 * server's own table of moves shows. Throws at the first event that could not follow.
 */
export function replay(events: readonly RecordedEvent[]): CaseState {
  let state: CaseState | undefined;
  for (const { verb, data } of events) {
    const follows = stateFollowing(state, verb, data.solved === true);
    if (!follows) throw new Error(`${verb} cannot follow ${state ?? 'nothing'}`);
    state = follows;
  }
  if (!state) throw new Error('no event at all');
  return state;
}

/** The state after a verb, or undefined where the verb is not possible. */
export function stateFollowing(state: CaseState | undefined, verb: string, solved: boolean): CaseState | undefined {
  if (state === undefined) return verb === 'raise' ? 'submitted' : undefined;
  if (verb === 'note' || verb === 'disclose_phone') return state;
  const may = (...from: CaseState[]) => from.includes(state);
  if (besideTheCase.includes(verb)) return may('accepted', 'assigned', 'in_progress', 'reopened') ? state : undefined;
  if (verb === 'accept' && may('submitted')) return 'accepted';
  if (verb === 'refuse' && may('submitted', 'accepted')) return 'refused';
  if (verb === 'assign' && may('accepted', 'assigned', 'in_progress', 'reopened')) return 'assigned';
  if (verb === 'sign' && may('assigned')) return 'in_progress';
  if (verb === 'resolve' && may('accepted', 'in_progress', 'reopened')) return 'resolved';
  if (verb === 'confirm' && may('resolved')) return solved ? 'closed' : 'reopened';
  return verb === 'reopen' && may('closed', 'refused') ? 'reopened' : undefined;
}
