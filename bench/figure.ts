/** One measured figure with its bar and what it is measured against. */
export interface Figure {
  /** Row of the table of bars: P1, R2 … */
  bar: string;
  what: string;
  value: number;
  target: number;
  unit: string;
  ok: boolean;
  /** The raw figures behind the value. */
  reference: string;
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}

export function atLeast(
  bar: string,
  what: string,
  value: number,
  target: number,
  unit: string,
  reference: string,
): Figure {
  return { bar, what, value: rounded(value), target, unit, ok: value >= target, reference };
}

export function atMost(
  bar: string,
  what: string,
  value: number,
  target: number,
  unit: string,
  reference: string,
): Figure {
  return { bar, what, value: rounded(value), target, unit, ok: value <= target, reference };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? Number.NaN)) / 2 : upper;
}

/** The value that the share `p` (0–1) of all values does not exceed. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export function asTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ bar, what, value, target, unit, ok, reference }) => [
    ok ? 'ok' : 'MISSED',
    bar,
    what,
    `${value} ${unit}`,
    `${target} ${unit}`,
    reference,
  ]);
  const all = [['', 'bar', 'what', 'measured', 'target', 'measured against'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
