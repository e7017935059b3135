import { plain, type Rows, street } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [['GET /base-map', plain((person) => street.as(person).get('/base-map'))]];
