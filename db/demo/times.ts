import type { Chance } from './chance.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Minutes since midnight in Asia/Shanghai (UTC+8 all year). */
export function minuteOfDay(at: Date): number {
  return Math.floor((at.getTime() + 8 * hourMs) / minuteMs) % (24 * 60);
}

function midnightBefore(at: Date): number {
  return Math.floor((at.getTime() + 8 * hourMs) / dayMs) * dayMs - 8 * hourMs;
}

/** A moment `hour` hours into the day of `at`, `days` later. */
export function onDay(at: Date, days: number, hour: number): Date {
  return new Date(midnightBefore(at) + days * dayMs + hour * hourMs);
}

export function later(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * hourMs);
}

/** When somebody at work gets to it: the same moment, or the next morning. */
export function atWork(at: Date, chance: Chance): Date {
  const hour = minuteOfDay(at) / 60;
  if (hour < 8.5) return onDay(at, 0, 8.5 + chance.next());
  return hour > 18 ? onDay(at, 1, 8.5 + chance.next()) : at;
}

/** When people at home get to it: nobody is woken at night. */
export function awake(at: Date, chance: Chance): Date {
  const hour = minuteOfDay(at) / 60;
  if (hour < 7) return onDay(at, 0, 7 + chance.between(0.2, 2));
  return hour > 21.5 ? onDay(at, 0, chance.between(19, 21.4)) : at;
}

/** The last moment people were up: what would have happened in the night has happened the evening before. */
export function eveningBefore(at: Date, chance: Chance): Date {
  const hour = minuteOfDay(at) / 60;
  if (hour < 7) return onDay(at, -1, chance.between(18.5, 21.4));
  return hour > 21.5 ? onDay(at, 0, chance.between(19, 21.4)) : at;
}

export function isWeekend(at: Date): boolean {
  const day = new Date(at.getTime() + 8 * hourMs).getUTCDay();
  return day === 0 || day === 6;
}
