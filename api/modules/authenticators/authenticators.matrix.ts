import { freshly, plain, type Rows, street } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  [
    'POST /sessions/current/second-step',
    plain((person) => street.as(person).post('/sessions/current/second-step', { code: '000000' })),
  ],
  ['GET /me/second-step', plain((person) => street.as(person).get('/me/second-step'))],
  [
    'POST /me/authenticator-setups',
    plain((person) => street.as(person).post('/me/authenticator-setups', { password: 'wrong-one' })),
  ],
  ['POST /me/authenticator', plain((person) => street.as(person).post('/me/authenticator', { code: '000000' }))],
  [
    'POST /me/authenticator-removal',
    plain((person) => street.as(person).post('/me/authenticator-removal', { password: 'wrong-one', code: '000000' })),
  ],
  [
    'POST /me/recovery-codes',
    plain((person) => street.as(person).post('/me/recovery-codes', { password: 'wrong-one', code: '000000' })),
  ],
  [
    'POST /accounts/:id/second-step-resets',
    freshly((person, { id }) => street.as(person).post(`/accounts/${id}/second-step-resets`)),
  ],
];
