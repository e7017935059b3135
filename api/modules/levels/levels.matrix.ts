import { atCommunityDesk, type Rows, verb } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
  ['POST /cases/:id/returns', verb('returns', 'in_progress', () => ({ words: '不归我们管' }))],
  ['POST /cases/:id/hand-ups', verb('hand-ups', 'accepted', () => ({ words: '社区管不了' }), atCommunityDesk)],
  [
    'POST /cases/:id/hand-downs',
    verb(
      'hand-downs',
      'accepted',
      () => ({ words: '请网格先看' }),
      // What lies in the community and in no grid has nowhere to go down to.
      (_, { area }) => (area.includes('.') ? undefined : 'cases.illegal_move'),
    ),
  ],
];
