import { assert, date, property } from 'fast-check';
import { expect, test } from 'vitest';
import { cellTime } from './cell-time.ts';

test.each([
  ['2019/6/20 10:55:18', '2019-06-20T02:55:18.000Z', false],
  ['2019-06-20 10:55', '2019-06-20T02:55:00.000Z', false],
  ['2019-06-20', '2019-06-19T16:00:00.000Z', true],
  ['2019.6.20', '2019-06-19T16:00:00.000Z', true],
  ['2019年6月20日', '2019-06-19T16:00:00.000Z', true],
  ['2019年6月20日 星期四 下午3时05分', '2019-06-20T07:05:00.000Z', false],
  ['2019年6月20日15点', '2019-06-20T07:00:00.000Z', false],
  ['2019/6/20 12:30:00 AM', '2019-06-19T16:30:00.000Z', false],
  ['２０１９／６／２０　１０：５５', '2019-06-20T02:55:00.000Z', false],
  ['2019-06-20T02:55:18Z', '2019-06-20T02:55:18.000Z', false],
  ['2019-06-20T10:55:18.123+09:00', '2019-06-20T01:55:18.000Z', false],
  ['20190620', '2019-06-19T16:00:00.000Z', true],
  ['20190620105518', '2019-06-20T02:55:18.000Z', false],
  [43563.359259259261, '2019-04-08T00:37:20.000Z', false],
  ['43563.359259259261', '2019-04-08T00:37:20.000Z', false],
  [43563, '2019-04-07T16:00:00.000Z', true],
])('%s is read', (cell, at, dayOnly) => {
  expect(cellTime(cell)).toEqual({ at: new Date(at), dayOnly });
});

test.each([
  '',
  '昨天',
  '2019/13/1',
  '2019-02-29',
  '2019-6-20 25:00',
  '6/20/2019',
  '1949-10-01',
  '2019',
  5,
  1e12,
  true,
  null,
])('%s is not taken for a date', (cell) => {
  expect(cellTime(cell)).toBeNull();
});

test('every second of a century comes back from its Excel number', () => {
  const range = { min: new Date('1992-01-02T00:00:00Z'), max: new Date('2099-12-30T00:00:00Z'), noInvalidDate: true };
  const serialOf = (at: Date) => (at.getTime() + 8 * 3_600_000) / 86_400_000 + 25_569;
  assert(
    property(date(range), (any) => {
      const at = new Date(Math.floor(any.getTime() / 1000) * 1000);
      return cellTime(serialOf(at))?.at.getTime() === at.getTime();
    }),
  );
});
