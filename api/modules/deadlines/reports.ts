import type { TimeUnit } from '../../../contract/calendar.ts';
import type { DeadlineClass, DeadlineClasses, Windows } from '../../../contract/deadlines.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { type Calendar, calendarOf, deadlineFrom, isWorkingUnit, nearBefore } from '../calendar/index.ts';
import { type ClassRow, classes, classFor, keptWindows, type ListedClass } from './queries.ts';
import { usualWindows } from './rules.ts';

export function classView({ labels, ...row }: ListedClass, language: Language): DeadlineClass {
  return { ...row, name: labelIn(labels, language) };
}

export async function classesView(tx: Tx, language: Language): Promise<DeadlineClasses> {
  return { classes: (await classes(tx)).map((row) => classView(row, language)) };
}

/** A deadline with the clock it runs by. */
export interface CaseDeadline {
  dueAt: Date;
  nearAt: Date;
  unit: TimeUnit;
}

const noCalendar: Calendar = { week: { weekdays: [], hours: [] }, exceptions: new Map() };

/** The street's calendar where the unit needs one: what runs by the clock asks no further question. */
async function calendarFor(tx: Tx, unit: TimeUnit): Promise<Calendar> {
  return isWorkingUnit(unit) ? calendarOf(tx) : noCalendar;
}

/** What the class allows, from `start` on. */
export async function deadlineBy(tx: Tx, { amount, unit }: ClassRow, start: Date): Promise<CaseDeadline> {
  return { ...deadlineFrom(start, { amount, unit }, await calendarFor(tx, unit)), unit };
}

/** The deadline of a case of the category, from `start` on. */
export async function deadlineOf(tx: Tx, categoryId: string | null, start: Date): Promise<CaseDeadline> {
  return deadlineBy(tx, await classFor(tx, categoryId), start);
}

/** The same, but never later than somebody above wants it done. */
export async function deadlineWithin(
  tx: Tx,
  categoryId: string | null,
  start: Date,
  wantedBy: string | null,
): Promise<CaseDeadline> {
  const allowed = await deadlineOf(tx, categoryId, start);
  return cappedAt(allowed, wantedBy, start, await calendarFor(tx, allowed.unit));
}

/** A deadline that is not later than `wantedBy`; what was wanted before `start` is near and over at once. */
export function cappedAt(
  allowed: CaseDeadline,
  wantedBy: string | null,
  start: Date,
  calendar: Calendar,
): CaseDeadline {
  const dueAt = wantedBy === null ? allowed.dueAt : new Date(wantedBy);
  if (dueAt >= allowed.dueAt) return allowed;
  const nearAt = dueAt <= start ? dueAt : nearBefore(start, dueAt, allowed.unit, calendar);
  return { dueAt, nearAt, unit: allowed.unit };
}

/** A deadline set by hand, near when 80 % of the time from now is gone by the clock of the class. */
export async function deadlineAt(tx: Tx, dueAt: Date, unit: TimeUnit, now: Date): Promise<CaseDeadline> {
  return { dueAt, nearAt: nearBefore(now, dueAt, unit, await calendarFor(tx, unit)), unit };
}

export async function windowsOf(tx: Tx): Promise<Windows> {
  return { ...usualWindows, ...(await keptWindows(tx)) };
}
