import type { CalendarMonth, SetCalendarDay, WorkingWeek } from '../../contract/calendar.ts';
import type {
  AddDeadlineClass,
  ClassifyCategory,
  DeadlineClass,
  DeadlineClasses,
  EditDeadlineClass,
  Windows,
} from '../../contract/deadlines.ts';
import type { Ladder } from '../../contract/escalation.ts';
import { call } from './http.ts';

export const getCalendar = (month: string) => call<CalendarMonth>('GET', '/calendar', { query: { month } });
export const setCalendarDay = (body: SetCalendarDay, idempotencyKey: string) =>
  call<CalendarMonth>('POST', '/calendar/days', { body, idempotencyKey });
export const clearCalendarDay = (id: string) => call<CalendarMonth>('DELETE', `/calendar/days/${id}`);
export const setWorkingWeek = (body: WorkingWeek) => call<CalendarMonth>('PATCH', '/calendar/week', { body });

export const getDeadlineClasses = () => call<DeadlineClasses>('GET', '/deadline-classes');
export const addDeadlineClass = (body: AddDeadlineClass, idempotencyKey: string) =>
  call<DeadlineClass>('POST', '/deadline-classes', { body, idempotencyKey });
export const editDeadlineClass = (id: string, ifMatch: number, body: EditDeadlineClass) =>
  call<DeadlineClass>('PATCH', `/deadline-classes/${id}`, { body, ifMatch });
export const classifyCategory = (body: ClassifyCategory, idempotencyKey: string) =>
  call<DeadlineClasses>('POST', '/deadline-classes/categories', { body, idempotencyKey });

export const getLadder = () => call<Ladder>('GET', '/escalation-ladder');
export const setLadder = (body: Ladder) => call<Ladder>('PATCH', '/escalation-ladder', { body });

export const getWindows = () => call<Windows>('GET', '/deadline-windows');
export const setWindows = (body: Windows) => call<Windows>('PATCH', '/deadline-windows', { body });
