import { expect, test } from 'vitest';
import type { Rung } from '../../../../contract/escalation.ts';
import { choicesFor, hearers, linesOf, nameOf, repeatedIn } from './ladder.ts';

const rung = (afterHours: number, roleSet: Rung['roleSet'], level: Rung['level']): Rung => ({
  afterHours,
  roleSet,
  level,
});

test('whoever the ladder names already can be chosen again, once', () => {
  const seldom = rung(2, 'handler', 'street');
  expect(choicesFor([rung(0, 'handler', 'handled')])).toHaveLength(hearers.length);
  expect(choicesFor([seldom, { ...seldom, afterHours: 5 }]).map(nameOf)).toEqual([
    ...hearers.map(nameOf),
    'handler street',
  ]);
});

test('a rung that says the same as one before it is named, another hour is not', () => {
  const lines = linesOf([
    rung(24, 'handler', 'handled'),
    rung(24, 'handler', 'handled'),
    rung(48, 'handler', 'handled'),
  ]);
  expect([...repeatedIn(lines)]).toEqual([1]);
});
