import { isGiven, reaches } from '../../../tools/expected-reach.ts';
import { allowed, plain, type Rows, street, subjectFor, tables } from '../../../tools/matrix-ground.ts';
import { people } from '../../../tools/test-street.ts';

export const rows: Rows = [
  [
    'GET /area-exports',
    async (person, relation, permission) => {
      const area = subjectFor(person, relation).area.split('.').slice(0, 2).join('.');
      const mine = reaches(tables(), permission, person, { area, street: 'own' });
      const found = person in people ? (mine ? allowed : 'areas.not_yours') : 'areas.not_found';
      const expected = isGiven(tables(), permission, person) ? found : 'request.forbidden';
      return [{ expected, ask: () => street.as(person).get(`/area-exports?area=${street.area(area)}`) }];
    },
  ],
  ['POST /area-imports', plain((person) => street.as(person).post('/area-imports'))],
];
