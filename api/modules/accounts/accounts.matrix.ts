import { allowed, cases, plain, type Rows, serial, street } from '../../../tools/matrix-ground.ts';
import type { Person } from '../../../tools/test-street.ts';
import { hashToken } from '../../kernel/actor.ts';
import { openSession } from './index.ts';

async function otherSession(person: Person): Promise<string> {
  const token = await street.inside(
    (tx) => openSession(tx, street.account(person), 'other', street.clock.now()),
    person,
  );
  const [session] = await cases.query('select id from session where token_hash = $1', [hashToken(token)]);
  return String(session?.id);
}

export const rows: Rows = [
  ['GET /streets', plain((person) => street.as(person).get('/streets'))],
  ['GET /demo/people', plain((person) => street.as(person).get('/demo/people'))],
  [
    'POST /sessions',
    plain((person) =>
      street.as(person).post('/sessions', { street: '350702001000', login: `nobody${serial()}`, password: 'x' }),
    ),
  ],
  ['GET /sessions', plain((person) => street.as(person).get('/sessions'))],
  [
    'DELETE /sessions/:id',
    async (person, relation) => {
      const owner = relation === 'own' ? person : person === 'wang' ? 'chen' : 'wang';
      const id = await otherSession(owner);
      const expected = owner === person ? allowed : 'accounts.session_not_found';
      return [{ expected, ask: () => street.as(person).del(`/sessions/${id}`) }];
    },
  ],
  [
    'DELETE /sessions/current',
    async (person) => {
      const leaving = await street.inside(
        (tx) => openSession(tx, street.account(person), 'leaving', street.clock.now()),
        person,
      );
      return [
        {
          expected: allowed,
          ask: () => street.stranger.del('/sessions/current', { authorization: `Bearer ${leaving}` }),
        },
      ];
    },
  ],
  ['GET /me', plain((person) => street.as(person).get('/me'))],
  ['PATCH /me', plain((person) => street.as(person).patch('/me', { elderMode: false }))],
  [
    'POST /me/password-changes',
    plain((person) => street.as(person).post('/me/password-changes', { current: 'wrong-one', next: 'tongxin-2027' })),
  ],
  ['GET /sessions/current', plain((person) => street.as(person).get('/sessions/current'))],
];
