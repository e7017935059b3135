import type { CaseLevel, CaseMetric } from '../../../contract/cases.ts';
import type { CourseStep, Overview, Rate } from '../../../contract/figures.ts';
import { courseSteps } from '../../../contract/figures.ts';

interface Scope {
  wholeStreet: boolean;
  communities: readonly string[];
  grids: readonly string[];
}

/** The three rates (DOMAIN §3.4), each numerator over denominator. */
export const rateMetrics = {
  responded: ['case_responded', 'case_dispatched'],
  solved: ['case_solved', 'case_confirmed'],
  satisfied: ['case_satisfied', 'case_rated'],
} as const satisfies Record<string, readonly [CaseMetric, CaseMetric]>;

export function rateOf(name: keyof typeof rateMetrics, totals: Readonly<Record<string, number>>): Rate {
  const [numeratorMetric, denominatorMetric] = rateMetrics[name];
  return {
    numerator: totals[numeratorMetric] ?? 0,
    denominator: totals[denominatorMetric] ?? 0,
    numeratorMetric,
    denominatorMetric,
  };
}

/** Figures are given for the street, a community or a grid within the reader's reach. */
export function mayReadFigures(scope: Scope, area: { id: string; tier: string; communityId: string | null }): boolean {
  if (scope.wholeStreet) return area.tier === 'street' || area.tier === 'community' || area.tier === 'grid';
  if (area.tier === 'community') return scope.communities.includes(area.id);
  return area.tier === 'grid' && (scope.grids.includes(area.id) || scope.communities.includes(area.communityId ?? ''));
}

/** The area a reader starts with: the widest they may see. */
export function startingArea(scope: Scope, streetId: string): string | undefined {
  return scope.wholeStreet ? streetId : (scope.communities[0] ?? scope.grids[0]);
}

type Totals = Readonly<Record<string, number>>;

export function ratesOf(totals: Totals): Overview['rates'] {
  return {
    responded: rateOf('responded', totals),
    solved: rateOf('solved', totals),
    satisfied: rateOf('satisfied', totals),
  };
}

const metricOfLevel = {
  micro_grid: 'case_closed_micro_grid',
  grid: 'case_closed_grid',
  community: 'case_closed_community',
  street: 'case_closed_street',
  department: 'case_closed_department',
} as const satisfies Record<CaseLevel, CaseMetric>;

export function levelsOf(totals: Totals): Overview['byLevel'] {
  return Object.entries(metricOfLevel).map(([level, metric]) => ({
    level: level as CaseLevel,
    metric,
    closed: totals[metric] ?? 0,
  }));
}

const dayMs = 86_400_000;
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs;
const dayFrom = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10);

export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from) + 1;
}

/** As many days before a period. */
export function periodBefore(from: string, to: string): { from: string; to: string } {
  const first = numberOf(from);
  return { from: dayFrom(first - daysBetween(from, to)), to: dayFrom(first - 1) };
}

/** The round times that durations are said in, in minutes: those of `app.duration_steps()`. */
export const durationSteps: readonly number[] = [
  ...[5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90, 105, 120, 150, 180, 210, 240, 300, 360, 420, 480, 540, 600, 720],
  ...[840, 960, 1080, 1200, 1440, 1800, 2160, 2520, 2880, 3600, 4320, 5040, 5760, 7200, 8640, 10080, 11520],
  ...[14400, 17280, 20160, 24480, 30240, 36000, 43200, 57600, 72000, 86400, 108000, 129600, 172800, 259200],
  ...[388800, 525600],
];

/** The shortest round time that half of the cases did not exceed, as `percentile_disc(0.5)` gives it. */
export function medianOf(rows: readonly { counts: readonly number[] }[]): { minutes: number | null; cases: number } {
  const counts = durationSteps.map((_, step) => rows.reduce((sum, row) => sum + (row.counts[step] ?? 0), 0));
  const cases = counts.reduce((sum, count) => sum + count, 0);
  let upTo = 0;
  const half = counts.findIndex((count) => {
    upTo += count;
    return upTo * 2 >= cases;
  });
  return { minutes: cases > 0 ? (durationSteps[half] ?? null) : null, cases };
}

function lastDayOf(step: CourseStep, day: string): string {
  if (step === 'day') return day;
  const number = numberOf(day);
  // 1970-01-01 was a Thursday.
  if (step === 'week') return dayFrom(number + 6 - ((number + 3) % 7));
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

const usualParts = 62;
const mostParts = 400;
const daysOfStep: Readonly<Record<CourseStep, number>> = { day: 1, week: 7, month: 30 };

/** The step asked for, or the finest that gives few enough parts. */
export function stepFor(from: string, to: string, wanted: CourseStep | undefined): CourseStep {
  const days = daysBetween(from, to);
  const [least, most] = wanted ? [courseSteps.indexOf(wanted), mostParts] : [0, usualParts];
  return courseSteps.slice(least).find((step) => days / daysOfStep[step] <= most) ?? 'month';
}

interface OnDay {
  metric: string;
  day: string;
  amount: number;
}

/** Raised and closed for each step of a period; the first and the last may be cut off by it. */
export function courseOf(days: readonly OnDay[], from: string, to: string, step: CourseStep): Overview['course'] {
  const course: Overview['course'] = [];
  for (let first = from; first <= to && course.length <= mostParts; ) {
    const last = [lastDayOf(step, first), to].sort()[0] as string;
    course.push({ from: first, to: last, raised: 0, closed: 0 });
    first = dayFrom(numberOf(last) + 1);
  }
  let part = 0;
  for (const { metric, day, amount } of days.toSorted((a, b) => a.day.localeCompare(b.day))) {
    while (part < course.length - 1 && (course[part]?.to ?? day) < day) part++;
    const one = course[part];
    if (one && metric === 'case_raised') one.raised += amount;
    if (one && metric === 'case_closed') one.closed += amount;
  }
  return course;
}

/** Categories with all those below them, at any depth: each category's topmost one. */
export function topCategories(rows: readonly { id: string; parentId: string | null }[]): Map<string, string> {
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  const top = (id: string, depth = 0): string => {
    const parent = parents.get(id);
    return parent && depth < 20 ? top(parent, depth + 1) : id;
  };
  return new Map(rows.map(({ id }) => [id, top(id)]));
}
