import { isGiven } from '../../../tools/expected-reach.ts';
import { allowed, plain, type Rows, serial, street, tables } from '../../../tools/matrix-ground.ts';
import { people } from '../../../tools/test-street.ts';
import { classFor } from './index.ts';

export const rows: Rows = [
  ['GET /deadline-classes', plain((person) => street.as(person).get('/deadline-classes'))],
  [
    'POST /deadline-classes',
    plain((person) =>
      street
        .as(person)
        .post('/deadline-classes', { name: `类${serial()}`, amount: 3, unit: 'working_day', answerHours: 24 }),
    ),
  ],
  [
    'PATCH /deadline-classes/:id',
    async (person, relation, permission) => {
      if (relation !== 'own') return [];
      const added = { name: `类${serial()}`, amount: 3, unit: 'day', answerHours: 24 };
      const { id } = (await street.as('xu').post<{ id: string }>('/deadline-classes', added)).body;
      const given = isGiven(tables(), permission, person);
      const expected = !given ? 'request.forbidden' : person in people ? allowed : 'deadlines.class_not_found';
      return [
        {
          expected,
          ask: () => street.as(person).patch(`/deadline-classes/${id}`, { amount: 4 }, { 'if-match': '"1"' }),
        },
      ];
    },
  ],
  [
    'POST /deadline-classes/categories',
    plain((person) => {
      const where = person in people ? street.own : street.other;
      return street.inside(async (tx) => {
        const { id } = await classFor(tx, null);
        const body = { categoryId: where.seeded.categories.get('green.rubbish'), deadlineClassId: id };
        return street.as(person).post('/deadline-classes/categories', body);
      }, person);
    }),
  ],
  ['GET /deadline-windows', plain((person) => street.as(person).get('/deadline-windows'))],
  [
    'PATCH /deadline-windows',
    plain((person) =>
      street.as(person).patch('/deadline-windows', { reopenHours: 72, confirmDays: 7, archiveDays: 90 }),
    ),
  ],
];
