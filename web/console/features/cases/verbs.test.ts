import { expect, test } from 'vitest';
import { type CaseVerb, caseStates, caseVerbs } from '../../../../contract/cases.ts';
import { nextVerb, otherVerbs, splitVerbs, verbKeys } from './verbs.ts';

test('the next step is one the server allows, and is not offered a second time', () => {
  for (const state of caseStates) {
    for (const may of [[...caseVerbs], ['note'], ['assign', 'note'], []] as CaseVerb[][]) {
      const next = nextVerb({ state, may });
      if (next) expect(may).toContain(next);
      const others = otherVerbs({ state, may });
      expect(others).not.toContain(next);
      expect(new Set(others).size).toBe(others.length);
      for (const verb of others) expect(may).toContain(verb);
    }
  }
});

test('a case to be signed for asks its handler to sign', () => {
  expect(nextVerb({ state: 'assigned', may: ['sign', 'note'] })).toBe('sign');
  expect(nextVerb({ state: 'closed', may: ['reopen', 'note'] })).toBeUndefined();
});

test('no two verbs share a key', () => {
  const keys = Object.values(verbKeys);
  expect(new Set([...keys, 'j', 'k', 'x', 'e']).size).toBe(keys.length + 4);
});

test('at most four buttons stand beside the primary one, and no verb is lost behind them', () => {
  const all = otherVerbs({ state: 'in_progress', may: [...caseVerbs] });
  for (let count = 0; count <= all.length; count++) {
    const { plain, more } = splitVerbs(all.slice(0, count));
    expect(plain.length + (more.length > 0 ? 1 : 0)).toBeLessThanOrEqual(4);
    expect([...plain, ...more]).toEqual(all.slice(0, count));
    expect(more.length).not.toBe(1);
  }
});
