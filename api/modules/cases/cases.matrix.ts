import { isGiven, reaches } from '../../../tools/expected-reach.ts';
import { allowed, onCase, plain, type Rows, street, subjectFor, tables, verb } from '../../../tools/matrix-ground.ts';
import { people } from '../../../tools/test-street.ts';

export const rows: Rows = [
  ['GET /cases/:id', onCase('submitted', (person, id) => street.as(person).get(`/cases/${id}`))],
  [
    'PATCH /cases/:id',
    onCase('submitted', (person, id) =>
      street.as(person).patch(`/cases/${id}`, { title: '灯不亮' }, { 'if-match': '"1"' }),
    ),
  ],
  ['POST /cases/:id/phone-disclosures', verb('phone-disclosures', 'submitted', () => ({ reason: '上门前联系' }))],
  [
    'POST /cases',
    async (person, relation, permission) => {
      const { area } = subjectFor(person, relation);
      const place = { body: '楼道灯坏了', areaId: street.area(area) };
      const onBehalf = { name: '孙奶奶', source: 'phone' };
      const given = isGiven(tables(), permission, person);
      const placed = !given ? 'request.forbidden' : person in people ? allowed : 'cases.unknown_place';
      const registers = reaches(tables(), 'case.register', person, { area, street: 'own' });
      return [
        { expected: placed, ask: () => street.as(person).post('/cases', place) },
        {
          expected: placed === allowed && !registers ? 'request.forbidden' : placed,
          ask: () => street.as(person).post('/cases', { ...place, onBehalf }),
        },
      ];
    },
  ],
  ['GET /case-categories', plain((person) => street.as(person).get('/case-categories'))],
];
