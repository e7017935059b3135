import { uuidv7 } from 'uuidv7';
import { isGiven } from '../../../tools/expected-reach.ts';
import { allowed, cases, plain, type Row, type Rows, street, tables } from '../../../tools/matrix-ground.ts';
import { type Answer, type Person, people } from '../../../tools/test-street.ts';

/** Names neither place nor category: whoever may write rules is told so. */
const emptyRule = () => ({
  ...{ areaId: null, categoryId: null, accountId: null, automatic: false },
  organizationId: street.body('property'),
});

/** On the one routing rule of the first street. */
const onRule =
  (ask: (person: Person, id: string) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    if (relation !== 'own') return [];
    const found = person in people ? allowed : 'routing.not_found';
    return [
      {
        expected: isGiven(tables(), permission, person) ? found : 'request.forbidden',
        async ask() {
          const id = uuidv7();
          await cases.query('delete from routing_rule');
          await cases.query(
            'insert into routing_rule (tenant_id, id, area_id, organization_id) values ($1, $2, $3, $4)',
            [street.own.tenantId, id, street.area('wenti'), street.body('property')],
          );
          return ask(person, id);
        },
      },
    ];
  };

export const rows: Rows = [
  ['GET /routing-rules', plain((person) => street.as(person).get('/routing-rules'))],
  ['GET /routing-proposals', plain((person) => street.as(person).get('/routing-proposals'))],
  ['POST /routing-rules', plain((person) => street.as(person).post('/routing-rules', emptyRule()))],
  [
    'PATCH /routing-rules/:id',
    onRule((person, id) => street.as(person).patch(`/routing-rules/${id}`, emptyRule(), { 'if-match': '"1"' })),
  ],
  [
    'DELETE /routing-rules/:id',
    onRule((person, id) => street.as(person).del(`/routing-rules/${id}`, { 'if-match': '"1"' })),
  ],
];
