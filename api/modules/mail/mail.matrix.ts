import { plain, type Rows, street } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  ['GET /me/mail', plain((person) => street.as(person).get('/me/mail'))],
  ['POST /me/mail-codes', plain((person) => street.as(person).post('/me/mail-codes', { address: 'a@example.cn' }))],
  [
    'POST /me/mail-confirmations',
    plain((person) => street.as(person).post('/me/mail-confirmations', { code: '000000' })),
  ],
  ['PATCH /me/mail', plain((person) => street.as(person).patch('/me/mail', { topics: ['own'] }))],
  ['DELETE /me/mail', plain((person) => street.as(person).del('/me/mail'))],
  [
    'POST /mail-unsubscriptions',
    plain((person) => street.as(person).post('/mail-unsubscriptions', { token: 'a'.repeat(64) })),
  ],
];
