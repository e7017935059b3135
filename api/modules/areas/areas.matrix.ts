import { allowed, onArea, plain, type Rows, serial, street, subjectFor } from '../../../tools/matrix-ground.ts';
import { people } from '../../../tools/test-street.ts';

const corners = [
  [118.12, 26.64],
  [118.13, 26.64],
  [118.13, 26.65],
];

const triangle = { type: 'Polygon', coordinates: [[...corners, corners[0]]] };

export const rows: Rows = [
  ['GET /areas', plain((person) => street.as(person).get('/areas'))],
  ['GET /areas/locate', plain((person) => street.as(person).get('/areas/locate?lon=118.125&lat=26.645'))],
  [
    'GET /areas/:id',
    async (person, relation) => {
      const { area } = subjectFor(person, relation);
      const expected = person in people ? allowed : 'areas.not_found';
      return [{ expected, ask: () => street.as(person).get(`/areas/${street.area(area)}`) }];
    },
  ],
  ['GET /areas/matches', plain((person) => street.as(person).get('/areas/matches?q=1'))],
  ['GET /area-kinds', plain((person) => street.as(person).get('/area-kinds'))],
  [
    'POST /areas',
    onArea((person, parentId) => {
      const words = { parentId, kindId: street.own.seeded.kinds.get('building'), name: `新${serial()}号楼` };
      return street.as(person).post('/areas', words);
    }),
  ],
  ['PATCH /areas/:id', onArea((person, id, tag) => street.as(person).patch(`/areas/${id}`, { phone: '1' }, tag))],
  [
    'PATCH /areas/:id/boundary',
    onArea((person, id, tag) => street.as(person).patch(`/areas/${id}/boundary`, { boundary: triangle }, tag)),
  ],
  [
    'GET /areas/:id/next-code',
    onArea((person, id) =>
      street.as(person).get(`/areas/${id}/next-code?kindId=${street.own.seeded.kinds.get('building')}`),
    ),
  ],
  ['GET /areas/:id/history', onArea((person, id) => street.as(person).get(`/areas/${id}/history`), { seen: true })],
  ['GET /areas/:id/boundary', onArea((person, id) => street.as(person).get(`/areas/${id}/boundary`), { seen: true })],
];
