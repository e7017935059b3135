import { type Span, spanWords } from '../../../client/dates.ts';

const day = 1_440;

/** Round times (contract/figures.ts, Duration) in the unit people would use: minutes under three hours, then hours, from three days on days. */
export function tookFrom(minutes: number): Span {
  if (minutes < 180) return { unit: 'minute', amount: minutes };
  return minutes < 3 * day ? { unit: 'hour', amount: minutes / 60 } : { unit: 'day', amount: minutes / day };
}

export const tookWords = (minutes: number): string => spanWords(tookFrom(minutes));
