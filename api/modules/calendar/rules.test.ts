import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeUnits } from '../../../contract/calendar.ts';
import { addDays } from '../../kernel/clock.ts';
import * as rules from './rules.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const plain: rules.Calendar = { week: rules.usualWeek, exceptions: new Map() };

/** Weeks and exceptions of every shape around the instants below. */
const calendars = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    breaks: fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 2, maxLength: 8 }),
    days: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }),
    worked: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  })
  .map(({ weekdays, breaks, days, worked }): rules.Calendar => {
    const marks = breaks.toSorted((a, b) => a - b).map((quarter) => clock(quarter * 15));
    const hours = [];
    for (let i = 0; i + 1 < marks.length; i += 2) hours.push({ from: marks[i] ?? '', to: marks[i + 1] ?? '' });
    const exceptions = new Map(days.map((day, i) => [addDays('2026-09-15', day), worked[i] ?? false]));
    return { week: { weekdays, hours }, exceptions };
  });
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const instants = fc.date({ min: at('2026-09-15T00:00'), max: at('2026-11-15T00:00'), noInvalidDate: true });
const worked = fc.integer({ min: 1, max: 30 * 3_600_000 });
const allowed = fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom(...timeUnits) });
const pauses = fc.integer({ min: 0, max: 90 * 86_400_000 });

it('leaves out the night, noon and the weekend', () => {
  const due = (start: string, amount: number, unit: (typeof timeUnits)[number]) =>
    rules.dueFrom(at(start), { amount, unit }, plain);
  expect(due('2026-11-20T16:30', 4, 'working_hour')).toEqual(at('2026-11-23T11:30'));
  expect(due('2026-11-20T11:00', 2, 'working_hour')).toEqual(at('2026-11-20T14:30'));
  expect(due('2026-11-20T10:00', 1, 'working_day')).toEqual(at('2026-11-23T10:00'));
  expect(due('2026-11-20T20:00', 1, 'working_day')).toEqual(at('2026-11-23T17:30'));
  expect(due('2026-11-20T20:00', 2, 'hour')).toEqual(at('2026-11-20T22:00'));
  expect(due('2026-11-20T20:00', 7, 'day')).toEqual(at('2026-11-27T20:00'));
});

it('counts a 调休 Saturday and leaves out a holiday', () => {
  const exceptions = new Map([
    ['2026-10-10', true],
    ['2026-10-08', false],
  ]);
  const calendar = { ...plain, exceptions };
  expect(rules.dueFrom(at('2026-10-07T18:00'), { amount: 2, unit: 'working_day' }, calendar)).toEqual(
    at('2026-10-10T17:30'),
  );
});

it('is never due outside working time', () => {
  fc.assert(
    fc.property(calendars, instants, worked, (calendar, start, ms) =>
      rules.isWorkingTime(calendar, rules.addWorkingTime(start, ms, calendar)),
    ),
  );
});

it('is due later where more time is allowed or the start is later', () => {
  fc.assert(
    fc.property(calendars, instants, worked, worked, pauses, (calendar, start, ms, more, later) => {
      const due = rules.addWorkingTime(start, ms, calendar);
      expect(rules.addWorkingTime(start, ms + more, calendar) > due).toBe(true);
      expect(rules.addWorkingTime(new Date(start.getTime() + later), ms, calendar) >= due).toBe(true);
    }),
  );
});

it('comes to the same whether the time is added at once or in two parts', () => {
  fc.assert(
    fc.property(calendars, instants, worked, worked, (calendar, start, one, two) => {
      const parts = rules.addWorkingTime(rules.addWorkingTime(start, one, calendar), two, calendar);
      expect(rules.addWorkingTime(start, one + two, calendar)).toEqual(parts);
    }),
  );
});

it('measures between two instants what was added', () => {
  fc.assert(
    fc.property(calendars, instants, worked, (calendar, start, ms) => {
      expect(rules.workingTimeBetween(start, rules.addWorkingTime(start, ms, calendar), calendar)).toBe(ms);
    }),
  );
});

it('is near before it is due, when 80 % of the time is gone', () => {
  fc.assert(
    fc.property(calendars, instants, allowed, (calendar, start, time) => {
      const { dueAt, nearAt } = rules.deadlineFrom(start, time, calendar);
      const whole = rules.timeLeft(dueAt, start, time.unit, calendar);
      const left = rules.timeLeft(dueAt, nearAt, time.unit, calendar);
      expect(nearAt < dueAt).toBe(true);
      expect(left).toBeCloseTo(whole * 0.2, -1);
      expect(rules.nearBefore(start, dueAt, time.unit, calendar)).toEqual(nearAt);
    }),
  );
});

it('leaves after a pause of any length what was left before it', () => {
  fc.assert(
    fc.property(calendars, instants, allowed, pauses, pauses, (calendar, start, time, run, length) => {
      const { dueAt } = rules.deadlineFrom(start, time, calendar);
      const from = new Date(start.getTime() + run);
      const pause = { from, to: new Date(from.getTime() + length) };
      const moved = rules.afterPause(dueAt, pause, time.unit, calendar);
      if (dueAt <= from) expect(moved).toEqual(dueAt);
      else
        expect(rules.timeLeft(moved, pause.to, time.unit, calendar)).toBe(
          rules.timeLeft(dueAt, from, time.unit, calendar),
        );
    }),
  );
});

it('refuses a calendar in which nobody ever works', () => {
  const never = { week: { weekdays: [], hours: rules.usualWeek.hours }, exceptions: new Map<string, boolean>() };
  expect(() => rules.dueFrom(at('2026-11-20T10:00'), { amount: 1, unit: 'working_day' }, never)).toThrow(RangeError);
});
