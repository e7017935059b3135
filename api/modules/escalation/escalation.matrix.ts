import { plain, type Rows, street, verb } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  ['POST /cases/:id/urgings', verb('urgings', 'in_progress')],
  ['POST /cases/:id/supervisions', verb('supervisions', 'in_progress', () => ({ watching: true, words: '今天办好' }))],
  ['GET /escalation-ladder', plain((person) => street.as(person).get('/escalation-ladder'))],
  ['PATCH /escalation-ladder', plain((person) => street.as(person).patch('/escalation-ladder', { rungs: [] }))],
];
