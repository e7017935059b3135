import type { Category } from '../../../../contract/cases.ts';

/** Wall-clock time in Asia/Shanghai, `2026-11-21T14:30`, of a moment. China keeps one offset all year. */
export const toWallClock = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
export const fromWallClock = (text: string): string => new Date(`${text}:00+08:00`).toISOString();

/** The deadline the case has already, unless it is past; then the usual hours of its category, counted from now. */
export function usualDue(
  dueAt: string | null,
  category: Pick<Category, 'hours'> | undefined,
  now = new Date(),
): string | undefined {
  if (dueAt && new Date(dueAt) > now) return toWallClock(new Date(dueAt));
  return category ? toWallClock(new Date(now.getTime() + category.hours * 3_600_000)) : undefined;
}
