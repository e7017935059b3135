import type { TimeUnit, WorkingWeek } from '../../../contract/calendar.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Asia/Shanghai is UTC+8 all year. */
const zoneMs = 8 * hourMs;
/** Thirty years; further ahead no deadline lies. */
const farthest = 10_958;

/** A street's working time. */
export interface Calendar {
  week: WorkingWeek;
  /** Days that are not as the week says, and whether they are worked. */
  exceptions: ReadonlyMap<string, boolean>;
}

/** So much time, counted in a unit. */
export interface TimeAllowed {
  amount: number;
  unit: TimeUnit;
}

/** When the time is up, and when 80 % of it is gone. */
export interface Deadline {
  dueAt: Date;
  nearAt: Date;
}

export interface Pause {
  from: Date;
  to: Date;
}

/** What a street has until it says otherwise. */
export const usualWeek: WorkingWeek = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
};

/** Days since 1970 in Asia/Shanghai. */
const dayNumber = (at: Date) => Math.floor((at.getTime() + zoneMs) / dayMs);
const dayText = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10);

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function isWorkingDay({ week, exceptions }: Calendar, day: string): boolean {
  return exceptions.get(day) ?? week.weekdays.includes(weekdayOf(day));
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The spans of working time on a day, as instants in milliseconds. */
function spansOn(calendar: Calendar, day: number): { from: number; to: number }[] {
  if (!isWorkingDay(calendar, dayText(day))) return [];
  const midnight = day * dayMs - zoneMs;
  return calendar.week.hours.map(({ from, to }) => ({
    from: midnight + minutes(from) * minuteMs,
    to: midnight + minutes(to) * minuteMs,
  }));
}

export function isWorkingTime(calendar: Calendar, at: Date): boolean {
  return spansOn(calendar, dayNumber(at)).some(({ from, to }) => from <= at.getTime() && at.getTime() <= to);
}

/** Milliseconds worked on a working day: what one `working_day` is. */
export function workingDayMs({ week }: Calendar): number {
  return week.hours.reduce((sum, { from, to }) => sum + (minutes(to) - minutes(from)) * minuteMs, 0);
}

/** The instant at which so much working time has passed since `start`; always within working time. */
export function addWorkingTime(start: Date, ms: number, calendar: Calendar): Date {
  let left = ms;
  if (left <= 0) return start;
  const first = dayNumber(start);
  for (let day = first; day < first + farthest; day++) {
    for (const span of spansOn(calendar, day)) {
      const from = Math.max(span.from, start.getTime());
      if (from >= span.to) continue;
      if (left <= span.to - from) return new Date(from + left);
      left -= span.to - from;
    }
  }
  throw new RangeError('this calendar has not so much working time in thirty years');
}

/** Milliseconds of working time between two instants; 0 when the second is not later. */
export function workingTimeBetween(start: Date, end: Date, calendar: Calendar): number {
  let sum = 0;
  const last = dayNumber(end);
  for (let day = dayNumber(start); day <= last; day++) {
    for (const { from, to } of spansOn(calendar, day)) {
      sum += Math.max(0, Math.min(to, end.getTime()) - Math.max(from, start.getTime()));
    }
  }
  return sum;
}

/** Whether the unit counts working time only. */
export function isWorkingUnit(unit: TimeUnit): boolean {
  return unit === 'working_hour' || unit === 'working_day';
}

function length({ amount, unit }: TimeAllowed, calendar: Calendar): number {
  if (unit === 'working_day') return amount * workingDayMs(calendar);
  return amount * (unit === 'day' ? dayMs : hourMs);
}

function after(start: Date, ms: number, unit: TimeUnit, calendar: Calendar): Date {
  return isWorkingUnit(unit) ? addWorkingTime(start, ms, calendar) : new Date(start.getTime() + ms);
}

/** When the time allowed is up. A working day is the working time of one day: from Monday 10:00 it leads to Tuesday 10:00. */
export function dueFrom(start: Date, allowed: TimeAllowed, calendar: Calendar): Date {
  return after(start, length(allowed, calendar), allowed.unit, calendar);
}

/** The share of the time allowed after which a deadline counts as near. */
export const nearShare = 0.8;

export function deadlineFrom(start: Date, allowed: TimeAllowed, calendar: Calendar): Deadline {
  const near = Math.round(length(allowed, calendar) * nearShare);
  return { dueAt: dueFrom(start, allowed, calendar), nearAt: after(start, near, allowed.unit, calendar) };
}

/** The near point of a deadline that was set by hand. */
export function nearBefore(start: Date, dueAt: Date, unit: TimeUnit, calendar: Calendar): Date {
  const whole = isWorkingUnit(unit)
    ? workingTimeBetween(start, dueAt, calendar)
    : Math.max(0, dueAt.getTime() - start.getTime());
  return after(start, Math.round(whole * nearShare), unit, calendar);
}

/** Milliseconds left until `point` by the clock of the unit; 0 when it has passed. */
export function timeLeft(point: Date, now: Date, unit: TimeUnit, calendar: Calendar): number {
  if (isWorkingUnit(unit)) return workingTimeBetween(now, point, calendar);
  return Math.max(0, point.getTime() - now.getTime());
}

/** Where a due or near point lies after the clock stood still: what was left at its start is left at its end. A point already passed stays. */
export function afterPause(point: Date, { from, to }: Pause, unit: TimeUnit, calendar: Calendar): Date {
  if (point <= from) return point;
  return after(to, timeLeft(point, from, unit, calendar), unit, calendar);
}
