import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarMonth } from '../../../contract/calendar.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';
import { calendarOf, dueFrom } from './index.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

const month = async (text: string, person: 'wu' | 'gao' = 'wu', language = 'zh-Hans') =>
  (await street.as(person).get<CalendarMonth>(`/calendar?month=${text}`, { 'accept-language': language })).body;
const dayOf = async (day: string) => (await month(day.slice(0, 7))).days.find((one) => one.day === day);

it('lets only the street office change the calendar, and shows it to nobody without a desk', async () => {
  const day = { day: '2026-11-26', working: false, name: '停电检修' };
  for (const person of ['chen', 'zhou', 'li', 'wu'] as const) {
    expect((await street.as(person).post('/calendar/days', day)).code).toBe('request.forbidden');
  }
  for (const person of ['chen', 'zhou'] as const) {
    expect((await street.as(person).get('/calendar?month=2026-11')).code).toBe('request.forbidden');
  }
});

it('refuses a week in which nobody works, and hours that overlap or run backwards', async () => {
  const weeks = [
    { weekdays: [], hours: [{ from: '09:00', to: '12:00' }] },
    { weekdays: [1, 1], hours: [{ from: '09:00', to: '12:00' }] },
    { weekdays: [1], hours: [] },
    { weekdays: [1], hours: [{ from: '12:00', to: '09:00' }] },
    {
      weekdays: [1],
      hours: [
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ],
    },
  ];
  for (const week of weeks)
    expect((await street.as('xu').patch('/calendar/week', week)).code, JSON.stringify(week)).toBe('request.invalid');
});

it('knows the published holidays and the 调休 days that are worked, in the reader’s language', async () => {
  expect(await dayOf('2026-10-07')).toMatchObject({ working: false, source: 'public', name: '国庆节' });
  expect(await dayOf('2026-10-10')).toMatchObject({ working: true, source: 'public', name: '国庆节' });
  expect(await dayOf('2026-10-11')).toMatchObject({ working: false, source: 'week', name: '' });
  const english = await month('2026-10', 'wu', 'en');
  expect(english.days[0]).toMatchObject({ day: '2026-10-01', name: 'National Day' });
  expect(english.days).toHaveLength(31);
});

it('says of a year whose holidays are not published that only the week counts', async () => {
  const later = await month('2027-02');
  expect(later.published).toBe(false);
  expect(later.days.filter(({ working }) => working)).toHaveLength(20);
  expect((await month('2026-02')).published).toBe(true);
});

it('lets the street put a day in or off before the published ones, and take its entry away again', async () => {
  const { body } = await street
    .as('xu')
    .post<CalendarMonth>('/calendar/days', { day: '2026-10-07', working: true, name: '秋收值班' });
  const kept = body.days.find(({ day }) => day === '2026-10-07');
  expect(kept).toMatchObject({ working: true, source: 'street', name: '秋收值班' });
  await street.as('xu').post('/calendar/days', { day: '2026-10-07', working: true, name: '秋粮入库' });
  expect(await dayOf('2026-10-07')).toMatchObject({ name: '秋粮入库', id: kept?.id });
  expect((await month('2026-10', 'gao')).days[6]).toMatchObject({ working: false, source: 'public' });
  expect((await street.as('xu').del(`/calendar/days/${kept?.id}`)).status).toBe(200);
  expect(await dayOf('2026-10-07')).toMatchObject({ working: false, source: 'public' });
  expect((await street.as('xu').del(`/calendar/days/${kept?.id}`)).code).toBe('calendar.day_not_found');
});

it('reckons with the week and the days the street keeps', async () => {
  const start = new Date('2026-11-25T16:30:00+08:00');
  const due = () =>
    street.inside(async (tx) =>
      dueFrom(start, { amount: 2, unit: 'working_hour' }, await calendarOf(tx)).toISOString(),
    );
  expect(await due()).toBe('2026-11-26T01:30:00.000Z');
  await street.as('xu').post('/calendar/days', { day: '2026-11-26', working: false, name: '停电检修' });
  expect(await due()).toBe('2026-11-27T01:30:00.000Z');
  await street.as('xu').patch('/calendar/week', { weekdays: [3, 7], hours: [{ from: '10:00', to: '17:00' }] });
  expect(await due()).toBe('2026-11-29T03:30:00.000Z');
  expect((await month('2026-11', 'gao')).week.weekdays).toEqual([1, 2, 3, 4, 5]);
});
