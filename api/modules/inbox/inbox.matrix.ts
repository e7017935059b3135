import { allowed, itemIds, listed, plain, type Rows, serial, street } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  ['GET /cases', listed('/cases?limit=100', itemIds)],
  ['GET /cases/counts', plain((person) => street.as(person).get('/cases/counts'))],
  ['GET /case-filters', plain((person) => street.as(person).get('/case-filters'))],
  [
    'POST /case-filters',
    plain((person) => street.as(person).post('/case-filters', { name: `f${serial()}`, filter: { state: 'closed' } })),
  ],
  [
    'DELETE /case-filters/:id',
    async (person, relation) => {
      const keeper = relation === 'own' ? person : person === 'wang' ? 'chen' : 'wang';
      const kept = await street.as(keeper).post<{ id: string }>('/case-filters', { name: `k${serial()}`, filter: {} });
      const expected = keeper === person ? allowed : 'inbox.filter_not_found';
      return [{ expected, ask: () => street.as(person).del(`/case-filters/${kept.body.id}`) }];
    },
  ],
];
