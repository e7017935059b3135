import type { Language } from '../../contract/wire.ts';
import { currentLanguage } from './language.ts';

const zone = 'Asia/Shanghai';
const cache = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, at: Date, language: Language = currentLanguage()): string {
  const key = language + JSON.stringify(options);
  const known = cache.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
  cache.set(key, known);
  // Intl writes a space between date and week day in Chinese as no reader would.
  return known.format(at);
}

/** Calendar day in Asia/Shanghai, `2026-11-21`. */
export const dayOf = (at: Date | string): string =>
  format({ year: 'numeric', month: '2-digit', day: '2-digit' }, new Date(at), 'en').replace(
    /(\d+)\/(\d+)\/(\d+)/,
    '$3-$1-$2',
  );

const daysBetween = (from: Date, to: Date) =>
  Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);

/** 8:36 */
export const clockTime = (at: Date | string): string =>
  format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }, new Date(at)).replace(/^0(\d:)/, '$1');

/** 11月9日, with the year when it is another one. */
export function monthDay(at: Date | string, now = new Date()): string {
  const sameYear = dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4);
  return format(
    { ...(sameYear ? {} : { year: 'numeric' }), month: currentLanguage() === 'en' ? 'short' : 'long', day: 'numeric' },
    new Date(at),
  );
}

/** 11月12日 星期四 */
export const longDay = (at: Date | string): string => `${monthDay(at)} ${weekday(at)}`;
export const weekday = (at: Date | string, width: 'long' | 'short' = 'long'): string =>
  format({ weekday: width }, new Date(at));

/** Morning, noon, afternoon or evening of the hour in Shanghai; names the greeting. */
export function partOfDay(at = new Date()): 'morning' | 'noon' | 'afternoon' | 'evening' {
  const hour = Number(format({ hour: '2-digit', hourCycle: 'h23' }, at, 'en'));
  if (hour >= 5 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 13) return 'noon';
  return hour >= 13 && hour < 18 ? 'afternoon' : 'evening';
}

/** 今天 8:36, 昨天 20:14, 11月9日 20:14; small letters in English, because it stands inside sentences. */
export function when(at: Date | string, now = new Date()): string {
  const days = daysBetween(now, new Date(at));
  const day = Math.abs(days) <= 1 ? relativeDay(days) : monthDay(at, now);
  return `${day} ${clockTime(at)}`;
}

/** 昨天, 今天, 明天 in the reader's language. */
export const relativeDay = (days: number): string =>
  new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' }).format(days, 'day');

export interface Span {
  readonly amount: number;
  readonly unit: 'minute' | 'hour' | 'day';
}

/** Length between two moments in the largest unit that is at least one, rounded down; never less than one minute. */
export function spanBetween(from: Date | string, to: Date | string): Span {
  const minutes = Math.floor(Math.abs(new Date(to).getTime() - new Date(from).getTime()) / 60_000);
  if (minutes < 60) return { amount: Math.max(1, minutes), unit: 'minute' };
  if (minutes < 24 * 60) return { amount: Math.floor(minutes / 60), unit: 'hour' };
  return { amount: Math.floor(minutes / 1440), unit: 'day' };
}

const chineseUnits: Readonly<Record<'zh-Hans' | 'zh-Hant', Record<Span['unit'], string>>> = {
  'zh-Hans': { minute: '分钟', hour: '小时', day: '天' },
  'zh-Hant': { minute: '分鐘', hour: '小時', day: '天' },
};

/** 6 天, 2 小时, 6 days */
export function spanWords({ amount, unit }: Span): string {
  const language = currentLanguage();
  if (language === 'en')
    return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
  return `${amount} ${chineseUnits[language][unit]}`;
}
