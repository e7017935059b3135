import { personNamed } from '../../../tools/expected-reach.ts';
import { cases, onCase, onReadable, type Rows, street } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  ['GET /cases/:id/checks', onReadable((person, id) => street.as(person).get(`/cases/${id}/checks`))],
  [
    'POST /cases/:id/checks',
    onCase(
      'accepted',
      (person, id) =>
        street.as(person).post(`/cases/${id}/checks`, { areaIds: [street.area('pinghu.2')], words: '看看' }),
      (person) => (personNamed(person).area === 'street' ? undefined : 'elsewhere.unknown_place'),
    ),
  ],
  [
    'POST /cases/:id/check-answer',
    onCase('in_progress', async (person, id) => {
      await cases.query(
        `insert into case_check (tenant_id, id, origin_id, asked_by, at) select tenant_id, id, id, raiser_id, now() from case_record where id = $1`,
        [id],
      );
      return street.as(person).post(`/cases/${id}/check-answer`, { found: true });
    }),
  ],
];
