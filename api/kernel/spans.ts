import { addDays } from './clock.ts';

/** Whole months or single days, from the first to the last (`YYYY-MM-DD`). */
export interface Span {
  span: 'day' | 'month';
  from: string;
  to: string;
}

function lastDayOfMonth(day: string): string {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

/** A period as whole months and the days around them, so that a year is added up from few sums. */
export function spansOf(from: string, to: string): Span[] {
  const firstWhole = from.endsWith('-01') ? from : addDays(lastDayOfMonth(from), 1);
  const lastWhole = lastDayOfMonth(to) === to ? to : addDays(`${to.slice(0, 7)}-01`, -1);
  if (lastWhole < firstWhole) return [{ span: 'day', from, to }];
  const spans: Span[] = [
    { span: 'month', from: firstWhole, to: lastWhole },
    { span: 'day', from, to: addDays(firstWhole, -1) },
    { span: 'day', from: addDays(lastWhole, 1), to },
  ];
  return spans.filter((one) => one.from <= one.to);
}
