import { expect, test } from 'vitest';
import type { Me, RoleSet } from '../../../contract/accounts.ts';
import { faceOf, facesOf } from './faces.ts';

const having = (...roles: RoleSet[]) => ({ grants: roles.map((roleSet) => ({ roleSet })) }) as Me;

test('several roles give several faces, work before one’s own requests', () => {
  expect(facesOf(having('resident', 'grid_worker'))).toEqual(['worker', 'resident']);
  expect(facesOf(having('handler', 'grid_worker'))).toEqual(['worker']);
});

test('the face chosen last holds as long as the person still has it', () => {
  expect(faceOf(having('resident', 'grid_worker'), 'resident')).toBe('resident');
  expect(faceOf(having('resident'), 'worker')).toBe('resident');
  expect(faceOf(having('community_staff'), null)).toBe('desk');
  expect(faceOf(having(), null)).toBe('resident');
});
