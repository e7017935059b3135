/** A round number at or above `value`, so that two lines between it and zero fall on whole numbers where they can. */
export function niceTop(value: number): number {
  if (value <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 5, 8, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

export interface Day {
  readonly day: string;
  readonly raised: number;
  readonly closed: number;
}

/** Joins days so that at most `most` bars are drawn; each bar keeps the first and last of its days. */
export function gather(
  days: readonly Day[],
  most: number,
): { from: string; to: string; raised: number; closed: number }[] {
  const size = Math.max(1, Math.ceil(days.length / most));
  const groups = Array.from({ length: Math.ceil(days.length / size) }, (_, i) => days.slice(i * size, (i + 1) * size));
  return groups.map((group) => ({
    from: group[0]!.day,
    to: group.at(-1)!.day,
    raised: group.reduce((sum, one) => sum + one.raised, 0),
    closed: group.reduce((sum, one) => sum + one.closed, 0),
  }));
}
