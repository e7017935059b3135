/** Where time comes from; tests hand in their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const sinceSteady = Date.UTC(1992, 0, 1);

/** The calendar day in Asia/Shanghai, `2026-11-21`. */
export function dayOf(instant: Date | string): string {
  const at = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  // Asked several times in every request; the calendar of time zones takes a hundred times as long, and knows better only before 1992.
  return at >= sinceSteady ? new Date(at + 8 * 3_600_000).toISOString().slice(0, 10) : shanghai.format(at);
}

/** Midnight in Asia/Shanghai (UTC+8 all year since 1992) at which a day begins. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

export function addDays(day: string, days: number): string {
  return dayOf(new Date(startOfDay(day).getTime() + days * 86_400_000));
}
