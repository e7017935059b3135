/** `2026-12` is one month after `2026-11`. */
export function shiftMonth(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** 1 Monday to 7 Sunday, of a calendar day. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The days in rows of seven from Monday; undefined before the first and after the last. */
export function weeksOf<Day extends { readonly day: string }>(days: readonly Day[]): (Day | undefined)[][] {
  const first = days[0];
  if (!first) return [];
  const cells: (Day | undefined)[] = [...Array.from({ length: weekdayOf(first.day) - 1 }, () => undefined), ...days];
  while (cells.length % 7 > 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
