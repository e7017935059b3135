import { uuidv7 } from 'uuidv7';
import { isGiven } from '../../../tools/expected-reach.ts';
import {
  allowed,
  cases,
  freshAccount,
  freshly,
  onAccount,
  plain,
  type Row,
  type Rows,
  serial,
  street,
  tables,
} from '../../../tools/matrix-ground.ts';
import { type Answer, type Person, people } from '../../../tools/test-street.ts';
import { hashToken } from '../../kernel/actor.ts';
import { openSession } from '../accounts/index.ts';

/** On a role nobody holds. */
const onRole =
  (ask: (person: Person, id: string) => Promise<Answer>): Row =>
  async (person, _, permission) => {
    const id = uuidv7();
    await cases.query(
      `insert into role (tenant_id, id, role_set, labels) values ($1, $2, 'handler', '{"zh-Hans": "闲"}')`,
      [street.own.tenantId, id],
    );
    const expected = !isGiven(tables(), permission, person)
      ? 'request.forbidden'
      : person in people
        ? allowed
        : 'roles.not_found';
    return [{ expected, ask: () => ask(person, id) }];
  };

export const rows: Rows = [
  ['GET /roles', plain((person) => street.as(person).get('/roles'))],
  [
    'POST /roles',
    plain((person) => street.as(person).post('/roles', { roleSet: 'handler', nameZh: `角色${serial()}` })),
  ],
  ['PATCH /roles/:id', onRole((person, id) => street.as(person).patch(`/roles/${id}`, { nameZh: `角色${serial()}` }))],
  ['POST /roles/:id/retirement', onRole((person, id) => street.as(person).post(`/roles/${id}/retirement`))],
  ['GET /accounts/:id', freshly((person, { id }) => street.as(person).get(`/accounts/${id}`))],
  ['GET /accounts/:id/events', freshly((person, { id }) => street.as(person).get(`/accounts/${id}/events`))],
  ['GET /accounts/:id/sessions', freshly((person, { id }) => street.as(person).get(`/accounts/${id}/sessions`))],
  [
    'DELETE /accounts/:id/sessions/:sessionId',
    freshly(async (person, { id }) => {
      const token = await street.inside((tx) => openSession(tx, id, 'lost', street.clock.now()));
      const [session] = await cases.query('select id from session where token_hash = $1', [hashToken(token)]);
      return street.as(person).del(`/accounts/${id}/sessions/${session?.id}`);
    }),
  ],
  [
    'POST /accounts/:id/password-resets',
    freshly((person, { id }) => street.as(person).post(`/accounts/${id}/password-resets`)),
  ],
  [
    'DELETE /accounts/:id/suspension',
    freshly(async (person, { id }) => {
      await cases.query('update account set disabled_at = now() where id = $1', [id]);
      return street.as(person).del(`/accounts/${id}/suspension`);
    }),
  ],
  ['GET /accounts', plain((person) => street.as(person).get('/accounts'))],
  [
    'POST /accounts',
    plain((person) =>
      street.as(person).post('/accounts', { login: `made${serial()}`, name: '新人', password: 'tongxin-2026' }),
    ),
  ],
  [
    'POST /accounts/:id/grants',
    async (person, relation, permission) => {
      const { id } = await freshAccount();
      return onAccount((who) =>
        street.as(who).post(`/accounts/${id}/grants`, { roleId: street.role('居民'), areaId: street.area('wenti.1') }),
      )(person, relation, permission);
    },
  ],
  [
    'DELETE /accounts/:id/grants/:grantId',
    async (person, relation, permission) => {
      const { id, grantId } = await freshAccount();
      return onAccount((who) => street.as(who).del(`/accounts/${id}/grants/${grantId}`))(person, relation, permission);
    },
  ],
  [
    'POST /accounts/:id/suspension',
    async (person, relation, permission) => {
      const { id } = await freshAccount();
      return onAccount((who) => street.as(who).post(`/accounts/${id}/suspension`))(person, relation, permission);
    },
  ],
];
