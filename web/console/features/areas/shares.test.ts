import { expect, test } from 'vitest';
import { splitBody } from './shares.ts';

test('what is given to nobody goes to the first part, what was given to a part taken away to the last', () => {
  const body = splitBody([' 东 ', '西'], ['a', 'b', 'c'], { b: 1, c: 5 }, { li: 1, zhao: -1 }, '太大');
  expect(body).toEqual({
    parts: [
      { name: '东', areaIds: ['a'], grantIds: [] },
      { name: '西', areaIds: ['b', 'c'], grantIds: ['li'] },
    ],
    reason: '太大',
  });
});
