import { type Rows, verb } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [['POST /cases/:id/archiving', verb('archiving', 'closed')]];
