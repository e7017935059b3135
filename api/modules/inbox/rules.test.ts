import { expect, it } from 'vitest';
import { openAsked, searchIsEnough } from './rules.ts';

it('knows which filters list open cases only', () => {
  expect(openAsked({ state: ['submitted', 'assigned'] })).toBe(true);
  expect(openAsked({ state: ['submitted', 'closed'] })).toBe(undefined);
  expect(openAsked({ deadline: 'overdue' })).toBe(true);
  expect(openAsked({ view: 'handling' })).toBe(true);
  expect(openAsked({ open: false })).toBe(false);
});

it('asks a search for more where another filter chooses from its hits', () => {
  expect(searchIsEnough({ view: 'all', q: '电梯', open: true, area: 'x' })).toBe(true);
  expect(searchIsEnough({ view: 'mine', q: '电梯', state: undefined })).toBe(true);
  expect(searchIsEnough({ view: 'all', q: '电梯', kind: ['help'] })).toBe(false);
  expect(searchIsEnough({ view: 'handling', q: '电梯' })).toBe(false);
});
