import type { CourseStep } from '../../../../contract/figures.ts';
import { dayOf } from '../../../client/dates.ts';

/** The part of the overview that stands in the address. Days are calendar days in Asia/Shanghai. */
/** `predecessors`: what the areas that this one came out of counted is counted too. */
export type Period = { area?: string; from?: string; to?: string; predecessors?: 'true' };
/** Steps of the course: left to the server when absent. */
export type OverviewSearch = Period & { step?: CourseStep };
/** `timed`: only those with a time that counts in the median. */
export type FigureSearch = Period & { category?: string; day?: string; timed?: 'true' };

const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);
const id = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

export const readPeriod = (search: Record<string, unknown>): Period =>
  present({
    ...{ area: id(search.area), from: day(search.from), to: day(search.to) },
    predecessors: search.predecessors === 'true' ? 'true' : undefined,
  });

const steps: readonly unknown[] = ['day', 'week', 'month'] satisfies CourseStep[];

export const readOverview = (search: Record<string, unknown>): OverviewSearch =>
  present({ ...readPeriod(search), step: steps.includes(search.step) ? (search.step as CourseStep) : undefined });

export const readFigure = (search: Record<string, unknown>): FigureSearch =>
  present({
    ...readPeriod(search),
    category: id(search.category),
    day: day(search.day),
    timed: search.timed === 'true' ? 'true' : undefined,
  });

export const spans = ['days7', 'days30', 'days90', 'year'] as const;
export type SpanName = (typeof spans)[number];

/** A usual period that ends today. */
export function periodOf(span: SpanName, now = new Date()): Required<Pick<Period, 'from' | 'to'>> {
  const to = dayOf(now);
  if (span === 'year') return { from: `${to.slice(0, 4)}-01-01`, to };
  const days = { days7: 6, days30: 29, days90: 89 }[span];
  return { from: dayOf(new Date(now.getTime() - days * 86_400_000)), to };
}
