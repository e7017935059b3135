import { isGiven } from '../../../tools/expected-reach.ts';
import { allowed, plain, type Rows, serial, street, tables } from '../../../tools/matrix-ground.ts';
import { people } from '../../../tools/test-street.ts';

export const rows: Rows = [
  ['GET /calendar', plain((person) => street.as(person).get('/calendar?month=2026-11'))],
  [
    'PATCH /calendar/week',
    plain((person) =>
      street.as(person).patch('/calendar/week', { weekdays: [1], hours: [{ from: '09:00', to: '12:00' }] }),
    ),
  ],
  [
    'POST /calendar/days',
    plain((person) => street.as(person).post('/calendar/days', { day: '2026-12-01', working: false, name: '停电' })),
  ],
  [
    'DELETE /calendar/days/:id',
    async (person, relation, permission) => {
      if (relation !== 'own') return [];
      const day = `2030-01-${String((serial() % 28) + 1).padStart(2, '0')}`;
      const kept = await street
        .as('xu')
        .post<{ days: { day: string; id: string }[] }>('/calendar/days', { day, working: false, name: '停电' });
      const id = kept.body.days.find((one) => one.day === day)?.id;
      const given = isGiven(tables(), permission, person);
      const expected = !given ? 'request.forbidden' : person in people ? allowed : 'calendar.day_not_found';
      return [{ expected, ask: () => street.as(person).del(`/calendar/days/${id}`) }];
    },
  ],
];
