import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseState, type CaseVerb, caseStates, caseVerbs } from '../../../contract/cases.ts';
import { foldHan } from '../../kernel/han.ts';
import { caseNumber, isLegal, isOpen, saysDanger, standingOf, stateAfter, titleFrom } from './rules.ts';

const now = new Date('2026-11-21T08:00:00Z');

describe('moves', () => {
  it('refuses to sign for a case that nobody was given', () => {
    expect(isLegal('sign', 'submitted')).toBe(false);
    expect(isLegal('confirm', 'in_progress')).toBe(false);
    expect(isLegal('accept', 'accepted')).toBe(false);
  });

  it('goes the shortest way round the loop', () => {
    const way: CaseVerb[] = ['accept', 'assign', 'sign', 'resolve', 'confirm'];
    const end = way.reduce<CaseState>((state, verb) => {
      expect(isLegal(verb, state)).toBe(true);
      return stateAfter(verb, state);
    }, 'submitted');
    expect(end).toBe('closed');
  });

  it('sends the work on when the raiser says it is not solved', () => {
    expect(stateAfter('confirm', 'resolved', false)).toBe('reopened');
  });

  it('never leaves the known states, whatever the order of verbs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...caseVerbs), fc.boolean()), { maxLength: 60 }), (steps) => {
        let state: CaseState = 'submitted';
        for (const [verb, solved] of steps) {
          if (!isLegal(verb, state)) continue;
          const next = stateAfter(verb, state, solved);
          expect(caseStates).toContain(next);
          if (state === 'closed' || state === 'refused') expect([state, 'reopened', 'archived']).toContain(next);
          if (state === 'archived') expect(next).toBe(state);
          state = next;
        }
      }),
    );
  });

  it('counts exactly the states that need somebody as open', () => {
    expect(caseStates.filter((state) => !isOpen(state))).toEqual(['closed', 'refused', 'merged', 'archived']);
  });
});

describe('deadlines', () => {
  it.each([
    ['2026-11-22T08:00:00Z', '2026-11-21T22:24:00Z', 'in_progress', null, 'on_time'],
    ['2026-11-21T10:00:00Z', '2026-11-21T04:48:00Z', 'in_progress', null, 'near'],
    ['2026-11-21T07:00:00Z', '2026-11-21T02:24:00Z', 'in_progress', null, 'overdue'],
    ['2026-11-21T07:00:00Z', '2026-11-21T02:24:00Z', 'closed', '2026-11-21T06:00:00Z', 'met'],
    ['2026-11-21T07:00:00Z', '2026-11-21T02:24:00Z', 'closed', '2026-11-21T07:30:00Z', 'missed'],
    ['2026-11-21T07:00:00Z', '2026-11-21T02:24:00Z', 'refused', null, 'none'],
    ['2026-11-21T07:00:00Z', '2026-11-21T02:24:00Z', 'suspended', null, 'paused'],
    [null, null, 'submitted', null, 'none'],
  ] as const)('due %s, near %s, %s, resolved %s: %s', (dueAt, nearAt, state, resolvedAt, standing) => {
    expect(standingOf({ dueAt, nearAt, resolvedAt, state }, now)).toBe(standing);
  });
});

describe('words', () => {
  it('takes the first sentence as the title', () => {
    expect(titleFrom('2号楼4单元楼道灯不亮。老人晚上下楼看不清。')).toBe('2号楼4单元楼道灯不亮');
    expect(titleFrom('长'.repeat(40))).toHaveLength(24);
  });
  it('numbers by month', () => {
    expect(caseNumber('2026-11-21', 183)).toBe('2611-0183');
    expect(caseNumber('2026-11-21', 12_345)).toBe('2611-12345');
  });
});

it('takes words that leave no doubt for danger, in either script, and nothing else', () => {
  for (const words of ['厨房着火了', '有人觸電', '老人走 失了', 'There is a SMELL of gas'])
    expect(saysDanger(foldHan(words)), words).toBe(true);
  for (const words of ['路灯坏了', '消防通道被占', '']) expect(saysDanger(foldHan(words)), words).toBe(false);
});
