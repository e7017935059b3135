import { z } from 'zod';
import { Day, Id } from './wire.ts';

/** What a time allowed is counted in: by the clock, or in the street's working time 工作时 工作日. */
export const timeUnits = ['hour', 'day', 'working_hour', 'working_day'] as const;
export const TimeUnit = z.enum(timeUnits);
export type TimeUnit = z.infer<typeof TimeUnit>;

/** A time of day in Asia/Shanghai, `08:30`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Which days are worked, 1 Monday to 7 Sunday, and from when to when, in order. */
export const WorkingWeek = z.strictObject({
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .refine((days) => new Set(days).size === days.length),
  hours: z
    .array(z.strictObject({ from: TimeOfDay, to: TimeOfDay }))
    .min(1)
    .max(4)
    .refine((spans) =>
      spans.every(({ from, to }, index) => from < to && (index === 0 || (spans[index - 1]?.to ?? '') <= from)),
    ),
});
export type WorkingWeek = z.infer<typeof WorkingWeek>;

/** Why a day is worked or not: the working week, the published holidays and 调休, or the street itself. */
export const daySources = ['week', 'public', 'street'] as const;

export const CalendarDay = z.object({
  day: Day,
  working: z.boolean(),
  source: z.enum(daySources),
  /** 国庆节; what the street wrote; empty for an ordinary day. */
  name: z.string(),
  /** Of the street's own entry. */
  id: Id.nullable(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

export const Month = z.string().regex(/^(19|2\d)\d{2}-(0[1-9]|1[0-2])$/);
export const CalendarQuery = z.strictObject({ month: Month });
export const CalendarMonth = z.object({
  month: Month,
  week: WorkingWeek,
  /** Whether the state has published the holidays of this year; before that only the working week counts. */
  published: z.boolean(),
  days: z.array(CalendarDay),
});
export type CalendarMonth = z.infer<typeof CalendarMonth>;

export const SetCalendarDay = z.strictObject({
  day: Day,
  working: z.boolean(),
  name: z.string().trim().min(1).max(40),
});
export type SetCalendarDay = z.infer<typeof SetCalendarDay>;

export const calendarProblems = {
  'calendar.day_not_found': {
    status: 404,
    'zh-Hans': '没有找到这一天的安排。',
    en: 'There is no entry for this day.',
  },
} as const;
