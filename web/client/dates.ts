import type { Language } from '../../contract/wire.ts';
import { currentLanguage } from './language.ts';

// Shanghai is eight hours ahead all year. Five formatters of the browser's were a tenth of what the first screen cost a slow phone.
const inShanghai = (at: Date | string) => new Date(new Date(at).getTime() + 8 * 3_600_000);

/** Calendar day in Asia/Shanghai, `2026-11-21`. */
export const dayOf = (at: Date | string): string => inShanghai(at).toISOString().slice(0, 10);

const daysBetween = (from: Date, to: Date) =>
  Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);

/** 8:36 */
export function clockTime(at: Date | string): string {
  const there = inShanghai(at);
  return `${there.getUTCHours()}:${String(there.getUTCMinutes()).padStart(2, '0')}`;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 11月9日, with the year when it is another one. */
export function monthDay(at: Date | string, now = new Date()): string {
  const there = inShanghai(at);
  const [year, month, day] = [there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()];
  const sameYear = year === inShanghai(now).getUTCFullYear();
  if (currentLanguage() === 'en') return `${months[month]} ${day}${sameYear ? '' : `, ${year}`}`;
  return `${sameYear ? '' : `${year}年`}${month + 1}月${day}日`;
}

/** 11月12日 星期四 */
export const longDay = (at: Date | string): string => `${monthDay(at)} ${weekday(at)}`;
export function weekday(at: Date | string, width: 'long' | 'short' = 'long'): string {
  const language = currentLanguage();
  const day = inShanghai(at).getUTCDay();
  if (language === 'en') return (weekdays[day] ?? '').slice(0, width === 'short' ? 3 : undefined);
  return `${width === 'long' ? '星期' : language === 'zh-Hant' ? '週' : '周'}${'日一二三四五六'.charAt(day)}`;
}

/** Morning, noon, afternoon or evening of the hour in Shanghai; names the greeting. */
export function partOfDay(at = new Date()): 'morning' | 'noon' | 'afternoon' | 'evening' {
  const hour = inShanghai(at).getUTCHours();
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

const nearDays: Readonly<Record<Language, readonly string[]>> = {
  'zh-Hans': ['昨天', '今天', '明天'],
  'zh-Hant': ['昨天', '今天', '明天'],
  en: ['yesterday', 'today', 'tomorrow'],
};

/** 昨天, 今天, 明天 in the reader's language. */
export const relativeDay = (days: number): string =>
  nearDays[currentLanguage()][days + 1] ??
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
