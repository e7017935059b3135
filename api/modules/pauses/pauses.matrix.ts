import { type Rows, street, verb } from '../../../tools/matrix-ground.ts';

const laterWords = () => ({
  until: new Date(street.clock.now().getTime() + 86_400_000).toISOString(),
  words: '等配件',
});

export const rows: Rows = [
  ['POST /cases/:id/suspensions', verb('suspensions', 'in_progress', laterWords)],
  ['POST /cases/:id/extensions', verb('extensions', 'in_progress', laterWords)],
  [
    'POST /cases/:id/pause-decisions',
    verb(
      'pause-decisions',
      'in_progress',
      () => ({ approved: true }),
      () => 'pauses.nothing_asked',
    ),
  ],
  ['POST /cases/:id/resumption', verb('resumption', 'suspended')],
];
