import { onCase, type Rows, street } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  ['GET /cases/:id/timeline', onCase('submitted', (person, id) => street.as(person).get(`/cases/${id}/timeline`))],
];
