import { expect, test } from 'vitest';
import { caseKinds, caseSources, caseStates } from '../../../../contract/cases.ts';
import { kinds, sources, states } from './case-lists.ts';

test('the filters offer exactly what the contract knows', () => {
  expect(kinds).toEqual(caseKinds);
  expect(sources).toEqual(caseSources);
  expect(states).toEqual(caseStates);
});
