import * as contract from '../../../contract/calendar.ts';
import { IdParams } from '../../../contract/wire.ts';
import { dayOf } from '../../kernel/clock.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import * as actions from './actions.ts';
import { monthView } from './reports.ts';

export function calendarRoutes(): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/calendar',
      summary: 'A month of the working calendar, day by day',
      permission: 'calendar.read',
      query: contract.CalendarQuery,
      reply: contract.CalendarMonth,
      handle: ({ tx, query, language }) => monthView(tx, query.month, language),
    }),
    route({
      method: 'PATCH',
      path: '/calendar/week',
      summary: 'Say which days are worked, and from when to when',
      permission: 'calendar.write',
      body: contract.WorkingWeek,
      reply: contract.CalendarMonth,
      handle: async (call) => {
        actions.setWeek(call, call.body);
        return monthView(call.tx, dayOf(call.now).slice(0, 7), call.language);
      },
    }),
    route({
      method: 'POST',
      path: '/calendar/days',
      summary: 'Make a day a day off or a working day',
      permission: 'calendar.write',
      body: contract.SetCalendarDay,
      reply: contract.CalendarMonth,
      status: 201,
      handle: async (call) => {
        await actions.setDay(call, call.body);
        return monthView(call.tx, call.body.day.slice(0, 7), call.language);
      },
    }),
    route({
      method: 'DELETE',
      path: '/calendar/days/:id',
      summary: 'Take the street’s own entry for a day away',
      permission: 'calendar.write',
      params: IdParams,
      reply: contract.CalendarMonth,
      problems: ['calendar.day_not_found'],
      handle: async (call) => {
        const day = await actions.clearDay(call, call.params.id);
        return monthView(call.tx, day.slice(0, 7), call.language);
      },
    }),
  ];
}
