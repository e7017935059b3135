import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarDay, CalendarMonth } from '../../../contract/calendar.ts';
import type { Language } from '../../../contract/wire.ts';
import { addDays } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/db.ts';
import { toTraditional } from '../../kernel/traditional.ts';
import { type StreetDay, streetCalendar } from './queries.ts';
import { type Calendar, isWorkingDay, usualWeek } from './rules.ts';

/** `English name,中文名,days` of each published day off, and of each 调休 day that is worked. */
const daysOff: Readonly<Record<string, string>> = published.holidays;
const daysWorked: Readonly<Record<string, string>> = published.workdays;
const publishedYears = new Set(Object.keys(daysOff).map((day) => day.slice(0, 4)));
const publishedDays: ReadonlyMap<string, boolean> = new Map([
  ...Object.keys(daysOff).map((day) => [day, false] as const),
  ...Object.keys(daysWorked).map((day) => [day, true] as const),
]);

/** Whether the state has published the holidays of the year; before that only the working week counts. */
export function isPublished(year: string): boolean {
  return publishedYears.has(year);
}

/** The street's working time: its own days go before the published holidays, those before its week. */
export async function calendarOf(tx: Tx): Promise<Calendar> {
  const { week, days } = await streetCalendar(tx);
  return composed(week ?? usualWeek, days ?? []);
}

function composed(week: Calendar['week'], own: readonly StreetDay[]): Calendar {
  if (own.length === 0) return { week, exceptions: publishedDays };
  return { week, exceptions: new Map([...publishedDays, ...own.map(({ day, working }) => [day, working] as const)]) };
}

function publicName(day: string, language: Language): string | undefined {
  const [english = '', chinese = ''] = (daysOff[day] ?? daysWorked[day])?.split(',') ?? [];
  if (!chinese) return undefined;
  if (language === 'en') return english;
  return language === 'zh-Hant' ? toTraditional(chinese) : chinese;
}

/** One month, day by day, each with what makes it worked or not. */
export async function monthView(tx: Tx, month: string, language: Language): Promise<CalendarMonth> {
  const { week, days } = await streetCalendar(tx);
  const own = new Map((days ?? []).map((one) => [one.day, one]));
  const calendar = composed(week ?? usualWeek, days ?? []);
  const list: CalendarDay[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
    const street = own.get(day);
    const holiday = publicName(day, language);
    const name = street?.name ?? holiday ?? '';
    const source = street ? 'street' : holiday ? 'public' : 'week';
    list.push({ day, working: isWorkingDay(calendar, day), source, name, id: street?.id ?? null });
  }
  return { month, week: calendar.week, published: isPublished(month.slice(0, 4)), days: list };
}
