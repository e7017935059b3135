/** Wall-clock time in Asia/Shanghai, `2026-11-21T14:30`, of a moment. China keeps one offset all year. */
export const toWallClock = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
export const fromWallClock = (text: string): string => new Date(`${text}:00+08:00`).toISOString();

/** The deadline the case has already, unless it is past. */
export function dueAhead(dueAt: string | null, now = new Date()): string | undefined {
  return dueAt && new Date(dueAt) > now ? toWallClock(new Date(dueAt)) : undefined;
}
