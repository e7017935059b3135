import { describe, expect, it } from 'vitest';
import type { Boundary } from '../../contract/areas.ts';
import { boundaryFault, centreOf, contains, metresBetween, overlaps, reachesOut } from './geometry.ts';

const square = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const one = (...rings: [number, number][][]): Boundary => ({ type: 'Polygon', coordinates: rings });
const several = (...pieces: [number, number][][][]): Boundary => ({ type: 'MultiPolygon', coordinates: pieces });

describe('a boundary that cannot be kept', () => {
  const bow: [number, number][] = [
    [0, 0],
    [1, 1],
    [1, 0],
    [0, 1],
    [0, 0],
  ];
  const circle = Array.from({ length: 2_001 }, (_, at): [number, number] => [Math.cos(at / 400), Math.sin(at / 400)]);
  it.each([
    ['empty', several()],
    ['empty', one()],
    ['open_ring', one(square(0, 0, 1).slice(0, 4))],
    [
      'too_few_points',
      one([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
    ],
    ['out_of_range', one(square(180, 0, 1))],
    ['out_of_range', one(square(26, 118, 1))],
    ['crosses_itself', one(bow)],
    ['crosses_itself', several([square(0, 0, 1)], [bow])],
    ['too_many_points', one(circle)],
  ] as const)('%s', (fault, boundary) => {
    expect(boundaryFault(boundary)).toBe(fault);
  });

  it('is not one whose edges only touch, and none with a hole or two pieces', () => {
    expect(boundaryFault(one(square(0, 0, 1)))).toBeUndefined();
    expect(boundaryFault(one(square(0, 0, 4), square(1, 1, 1)))).toBeUndefined();
    expect(boundaryFault(several([square(0, 0, 1)], [square(1, 1, 1)]))).toBeUndefined();
  });
});

describe('where things lie', () => {
  it('knows inside from outside, also with a hole and with two pieces', () => {
    expect(contains(one(square(0, 0, 2)), { lon: 1, lat: 1 })).toBe(true);
    expect(contains(one(square(0, 0, 2)), { lon: 3, lat: 1 })).toBe(false);
    expect(contains(one(square(0, 0, 4), square(1, 1, 2)), { lon: 2, lat: 2 })).toBe(false);
    expect(contains(several([square(0, 0, 1)], [square(5, 5, 1)]), { lon: 5.5, lat: 5.5 })).toBe(true);
  });

  it('forgives what a hand draws twice, and nothing more', () => {
    const [left, right] = [one(square(118, 26, 0.01)), one(square(118.01, 26, 0.01))];
    expect(overlaps(left, right, 10)).toBe(false);
    expect(overlaps(left, one(square(118.00995, 26, 0.01)), 10)).toBe(false);
    expect(overlaps(left, one(square(118.005, 26.001, 0.01)), 10)).toBe(true);
    expect(overlaps(left, left, 10)).toBe(true);
    expect(reachesOut(left, one(square(117.99, 25.99, 0.03)), 10)).toBe(false);
    expect(reachesOut(left, right, 10)).toBe(true);
  });

  it('has its middle in the larger piece', () => {
    expect(centreOf(several([square(0, 0, 1)], [square(10, 10, 2)]))).toEqual({ lon: 11, lat: 11 });
  });
});

describe('distance', () => {
  it('gives about 111 km for a degree of latitude, less for one of longitude away from the equator', () => {
    expect(Math.round(metresBetween({ lon: 118, lat: 26 }, { lon: 118, lat: 27 }))).toBe(111_320);
    expect(metresBetween({ lon: 118, lat: 60 }, { lon: 119, lat: 60 })).toBeCloseTo(55_660, -1);
  });
});
