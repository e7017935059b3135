import { beforeEach, expect, test, vi } from 'vitest';
import {
  clockTime,
  dayOf,
  longDay,
  monthDay,
  partOfDay,
  relativeDay,
  spanBetween,
  spanWords,
  weekday,
  when,
} from './dates.ts';
import { languageCodes, setLanguage } from './language.ts';

vi.stubGlobal('document', { documentElement: {} });
beforeEach(() => setLanguage('zh-Hans', false));

const now = new Date('2026-11-12T06:00:00Z'); // 14:00 in Shanghai

test('a day begins at midnight in Shanghai, not in London', () => {
  expect(dayOf('2026-11-11T15:59:59Z')).toBe('2026-11-11');
  expect(dayOf('2026-11-11T16:00:00Z')).toBe('2026-11-12');
});

test('near moments are named, far ones dated', () => {
  expect(when('2026-11-12T00:36:00Z', now)).toBe('今天 8:36');
  expect(when('2026-11-11T12:14:00Z', now)).toBe('昨天 20:14');
  expect(when('2026-11-13T01:05:00Z', now)).toBe('明天 9:05');
  expect(when('2026-11-09T12:14:00Z', now)).toBe('11月9日 20:14');
});

test('another year is said', () => {
  expect(monthDay('2025-11-09T12:14:00Z', now)).toBe('2025年11月9日');
});

test('midnight is 0:00, never 24:00', () => {
  expect(clockTime('2026-11-11T16:00:00Z')).toBe('0:00');
});

test('English and traditional Chinese have their own words', () => {
  setLanguage('en', false);
  expect(when('2026-11-11T12:14:00Z', now)).toBe('yesterday 20:14');
  expect(monthDay('2026-11-09T12:14:00Z', now)).toBe('Nov 9');
  expect(spanWords({ amount: 1, unit: 'day' })).toBe('1 day');
  setLanguage('zh-Hant', false);
  expect(spanWords({ amount: 3, unit: 'minute' })).toBe('3 分鐘');
});

test('the long form has the week day', () => {
  expect(longDay('2026-11-12T06:00:00Z')).toBe('11月12日 星期四');
});

test('a span is told in its largest unit and never as nothing', () => {
  expect(spanBetween(now, '2026-11-12T06:00:10Z')).toEqual({ amount: 1, unit: 'minute' });
  expect(spanBetween(now, '2026-11-12T08:59:00Z')).toEqual({ amount: 2, unit: 'hour' });
  expect(spanBetween('2026-11-18T06:00:00Z', now)).toEqual({ amount: 6, unit: 'day' });
});

test('the greeting follows the clock of Shanghai', () => {
  expect(partOfDay(new Date('2026-11-12T00:00:00Z'))).toBe('morning');
  expect(partOfDay(new Date('2026-11-12T04:00:00Z'))).toBe('noon');
  expect(partOfDay(now)).toBe('afternoon');
  expect(partOfDay(new Date('2026-11-12T14:00:00Z'))).toBe('evening');
});

test('says what the browser’s own formatters say, in every language', () => {
  for (const language of languageCodes) {
    setLanguage(language, false);
    const formatter = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', ...options });
    const month = language === 'en' ? 'short' : 'long';
    const [thisYear, dated] = [
      formatter({ month, day: 'numeric' }),
      formatter({ year: 'numeric', month, day: 'numeric' }),
    ];
    const [long, short] = [formatter({ weekday: 'long' }), formatter({ weekday: 'short' })];
    for (let at = Date.UTC(1996, 1, 27, 15, 59); at < Date.UTC(2032, 0, 1); at += 1_000_003 * 2_977) {
      const then = new Date(at);
      const said = [
        monthDay(then, then),
        monthDay(then, new Date('1995-06-01')),
        weekday(then),
        weekday(then, 'short'),
      ];
      expect(said).toEqual([thisYear, dated, long, short].map((one) => one.format(then)));
    }
    for (const days of [-1, 0, 1])
      expect(relativeDay(days)).toBe(new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day'));
  }
});
