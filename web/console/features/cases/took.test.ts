import { expect, it } from 'vitest';
import { tookFrom } from './took.ts';

it('says rounded minutes in minutes, hours and days, without a fraction longer than a half', () => {
  expect(
    [0, 55, 170, 180, 690, 4_200, 4_320, 19_440, 90_720].map((minutes) => Object.values(tookFrom(minutes))),
  ).toEqual([
    ['minute', 0],
    ['minute', 55],
    ['minute', 170],
    ['hour', 3],
    ['hour', 11.5],
    ['hour', 70],
    ['day', 3],
    ['day', 13.5],
    ['day', 63],
  ]);
});
