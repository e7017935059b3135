import { expect, test } from 'vitest';
import { actsFor } from './acts.ts';

const nobody = { edit: false, arrange: false };
const community = { edit: true, arrange: false };
const street = { edit: true, arrange: true };

test('who only reads is offered nothing', () => {
  expect(actsFor('grid', nobody)).toEqual([]);
});

test('community staff add, rename, move and close buildings, and rename grids', () => {
  expect(actsFor('building', community)).toEqual(['add', 'edit', 'move', 'close']);
  expect(actsFor('grid', community)).toEqual(['add', 'edit']);
});

test('the street divides grids, and adds communities', () => {
  expect(actsFor('grid', street)).toEqual(['add', 'edit', 'split', 'merge', 'move', 'close']);
  expect(actsFor('street', street)).toEqual(['add']);
});
