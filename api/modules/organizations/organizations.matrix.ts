import { isGiven } from '../../../tools/expected-reach.ts';
import { allowed, cases, plain, type Row, type Rows, serial, street, tables } from '../../../tools/matrix-ground.ts';
import { type Answer, type Person, people } from '../../../tools/test-street.ts';

/** About a body of the first street that has people in it. */
const onBody =
  (ask: (person: Person, id: string, ifMatch: Record<string, string>) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    if (relation !== 'own') return [];
    const found = person in people ? allowed : 'organizations.not_found';
    const expected = isGiven(tables(), permission, person) ? found : 'request.forbidden';
    const id = street.body('property');
    return [
      {
        expected,
        async ask() {
          const [row] = await cases.query('select version from organization where id = $1', [id]);
          return ask(person, id, { 'if-match': `"${row?.version}"` });
        },
      },
    ];
  };

export const rows: Rows = [
  ['GET /organizations', plain((person) => street.as(person).get(`/organizations?area=${street.area('wenti.1')}`))],
  [
    'POST /organizations',
    plain((person) => street.as(person).post('/organizations', { kind: 'partner', name: `新单位${serial()}` })),
  ],
  ['GET /organizations/:id', onBody((person, id) => street.as(person).get(`/organizations/${id}`))],
  [
    'PATCH /organizations/:id',
    onBody((person, id, tag) => street.as(person).patch(`/organizations/${id}`, { phone: '1' }, tag)),
  ],
  [
    'POST /organizations/:id/closure',
    onBody((person, id, tag) => street.as(person).post(`/organizations/${id}/closure`, { reason: '撤销' }, tag)),
  ],
];
