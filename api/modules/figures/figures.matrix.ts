import { onFigures, type Rows } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  ['GET /case-overview', onFigures((area) => `/case-overview?area=${area}`)],
  ['GET /case-figures/:metric/records', onFigures((area) => `/case-figures/case_raised/records?area=${area}`)],
];
