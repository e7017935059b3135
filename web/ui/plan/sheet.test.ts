import { describe, expect, it } from 'vitest';
import { drawSheet, named, type PlanShape, readable } from './sheet.ts';

const square = (id: string, rank: number, west: number, side: number): PlanShape => {
  const ring: [number, number][] = [
    [west, 26.6],
    [west + side, 26.6],
    [west + side, 26.6 + side],
    [west, 26.6 + side],
    [west, 26.6],
  ];
  return { id, name: '第一网格', rings: [ring], middle: null, rank };
};

describe('names on a plan', () => {
  it('that would cover one before them are left out', () => {
    const row = [0, 40, 80, 120].map((x) => ({ id: String(x), name: '2号楼', x, y: 0 }));
    expect([...readable(row, 14)]).toEqual(['0', '40', '80', '120']);
    expect([...readable(row, 18)]).toEqual(['0', '80']);
    expect(readable([{ id: 'chosen', name: '16号楼', x: 40, y: 4 }, ...row], 18).has('chosen')).toBe(true);
    expect([
      ...readable(
        row.map((one, at) => ({ ...one, y: at * 30 })),
        18,
      ),
    ]).toHaveLength(4);
  });

  it('are those of what holds the others, until these have room', () => {
    const sheet = drawSheet([
      square('community', 0, 118, 0.02),
      square('a', 1, 118, 0.009),
      square('b', 1, 118.01, 0.009),
    ]);
    const at = (scale: number) =>
      named(sheet, { middle: sheet.corner, scale }, 15)
        .map(({ id }) => id)
        .sort();
    expect(at(256 * 2 ** 9)).toEqual([]);
    expect(at(256 * 2 ** 13)).toEqual(['community']);
    expect(at(256 * 2 ** 15)).toEqual(['a', 'b']);
  });

  it('stand in the middle, and an outline keeps its centimetres in the numbers a browser draws with', () => {
    const { shapes } = drawSheet([square('a', 1, 118, 0.01)]);
    expect(shapes[0]?.path).toMatch(/^M0\.0 0\.0L\d{4}\.\d 0\.0L/);
    const [x = 0, next = 0] = [0, 1e-7].map((east) => Math.fround((0.01 + east) * (2 ** 26 / 360)));
    expect(next).not.toBe(x);
  });
});
