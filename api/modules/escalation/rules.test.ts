import { expect, it } from 'vitest';
import type { Rung } from '../../../contract/escalation.ts';
import { mayUrge, stepsNow, stepsOf } from './rules.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour));
const rungs: Rung[] = [
  { afterHours: 72, roleSet: 'street_officer', level: 'street' },
  { afterHours: 0, roleSet: 'handler', level: 'handled' },
];
const steps = stepsOf({ nearAt: at(8), dueAt: at(10), stoodMs: 0 }, rungs);
const names = (told: string[], hour: number) => {
  const { due, next } = stepsNow(steps, new Set(told), at(hour));
  return [due.map(({ name }) => name), next];
};

it('climbs near, overdue and the rungs in the order of their hours', () => {
  expect(steps.map(({ kind }) => kind)).toEqual(['near', 'overdue', 'rung', 'rung']);
  expect(steps.at(-1)?.at).toEqual(at(82));
});

it('moves the rungs by what the case stood still after its deadline, and the deadline not', () => {
  const moved = stepsOf({ nearAt: at(8), dueAt: at(10), stoodMs: 30 * 3_600_000 }, rungs);
  expect(moved.map((step) => step.at)).toEqual([at(8), at(10), at(40), at(112)]);
});

it('tells what is due once, and says when to look again', () => {
  expect(names([], 7)).toEqual([[], at(8)]);
  expect(names([], 8)).toEqual([['near'], at(10)]);
  expect(names(['near'], 9)).toEqual([[], at(10)]);
  expect(names(['near'], 11)).toEqual([['overdue', 'rung 0 handler handled'], at(82)]);
  expect(names(['near', 'overdue', 'rung 0 handler handled'], 82)).toEqual([['rung 72 street_officer street'], null]);
  expect(
    names(
      steps.map(({ name }) => name),
      90,
    ),
  ).toEqual([[], null]);
});

it('makes up for what nobody looked at in time', () => {
  expect(names([], 90)).toEqual([steps.map(({ name }) => name), null]);
});

it('lets a raiser urge once a day', () => {
  expect(mayUrge(null, at(8))).toBe(true);
  expect(mayUrge('2026-11-20T08:00:01Z', at(8))).toBe(false);
  expect(mayUrge('2026-11-20T08:00:00Z', at(8))).toBe(true);
});
