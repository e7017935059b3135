import { plain, type Rows, street } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  // Open streams never end by themselves: that they open and close is in modules/notices/notices.test.ts.
  ['GET /notices/stream', async () => []],
  ['GET /notices', plain((person) => street.as(person).get('/notices'))],
  ['POST /notices/reading', plain((person) => street.as(person).post('/notices/reading'))],
];
