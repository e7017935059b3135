import { allowed, cases, plain, type Rows, street, subjectFor, verb } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  ['GET /public-cases', plain((person) => street.as(person).get('/public-cases?street=350702001000'))],
  ['GET /public-plan', plain((person) => street.as(person).get('/public-plan?street=350702001000'))],
  [
    'GET /public-cases/:id',
    async (person, relation) => {
      const { raiser = 'wang', area } = subjectFor(person, relation);
      const id = await cases.place({ raiser, area, state: 'accepted' });
      await cases.query('update case_record set published_at = now() where id = $1', [id]);
      const other = await cases.place({ raiser, area, state: 'accepted' });
      return [
        {
          expected: 'publication.not_found',
          ask: () => street.as(person).get(`/public-cases/${other}?street=350702001000`),
        },
        { expected: allowed, ask: () => street.as(person).get(`/public-cases/${id}?street=350702001000`) },
      ];
    },
  ],
  [
    'POST /cases/:id/publication',
    verb('publication', 'accepted', () => ({ published: false, reason: '写了别人的名字' })),
  ],
];
