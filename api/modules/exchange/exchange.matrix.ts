import { onFigures, plain, type Rows, street } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  ['GET /case-exports', plain((person) => street.as(person).get('/case-exports'))],
  ['GET /case-overview-exports', onFigures((area) => `/case-overview-exports?area=${area}`)],
];
