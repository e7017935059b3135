import { expect, test } from 'vitest';
import { actsOf, handSteps, saysNothing } from './hands.ts';

test('an answer stands for two steps, and the one given already is not offered again', () => {
  expect(actsOf(['answer', 'arrive'], 'called')).toEqual(['come', 'cannot', 'arrive']);
  expect(actsOf(['answer', 'arrive'], 'coming')).toEqual(['cannot', 'arrive']);
  expect(actsOf(['answer', 'arrive'], 'cannot')).toEqual(['come', 'arrive']);
  expect(actsOf(['sign', 'decline'], 'asked')).toEqual(['sign', 'decline']);
});

test('each step sends what it needs and nothing else', () => {
  const said = { words: '阀门坏了', photoIds: ['p'], score: 4 };
  expect(handSteps.finish.body(said)).toEqual({ words: '阀门坏了', photoIds: ['p'] });
  expect(handSteps.decline.body(said)).toEqual({ reason: '阀门坏了' });
  expect(handSteps.cannot.body(said)).toEqual({ coming: false, words: '阀门坏了' });
  expect(handSteps.score.body(said)).toEqual({ score: 4, words: '阀门坏了' });
  expect(handSteps.score.body(saysNothing)).toEqual({ score: 5 });
});
