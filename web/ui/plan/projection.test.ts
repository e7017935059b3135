import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringing, moved, pixelOf, placeOf, spotAt, spotOf, tilesIn, viewOf, zoomed } from './projection.ts';

const size = { width: 350, height: 400 };
const corner = spotOf({ lon: 118.16, lat: 26.66 });
const other = spotOf({ lon: 118.19, lat: 26.63 });
const view = viewOf([corner, other], size);
if (!view) throw new Error('there is a view of two places');

describe('the sheet of a plan', () => {
  it('shows nothing where there is nothing to show', () => {
    expect(viewOf([], size)).toBeUndefined();
  });

  it('gives back every place to within a centimetre', () => {
    const inland = fc.record({
      lon: fc.double({ min: 73, max: 135, noNaN: true }),
      lat: fc.double({ min: 18, max: 54, noNaN: true }),
    });
    fc.assert(
      fc.property(inland, (place) => {
        const back = placeOf(spotAt(pixelOf(spotOf(place), view, size), view, size));
        expect(Math.abs(back.lon - place.lon)).toBeLessThan(1e-7);
        expect(Math.abs(back.lat - place.lat)).toBeLessThan(1e-7);
      }),
    );
  });

  it('shows all that it was asked to show, north up, and never farther than the country', () => {
    const [a, b] = [pixelOf(corner, view, size), pixelOf(other, view, size)];
    for (const { x, y } of [a, b]) {
      expect(x).toBeGreaterThanOrEqual(23.9);
      expect(x).toBeLessThanOrEqual(326.1);
      expect(y).toBeGreaterThanOrEqual(23.9);
      expect(y).toBeLessThanOrEqual(376.1);
    }
    expect(a.y).toBeLessThan(b.y);
    expect(
      viewOf(
        [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
        size,
      )?.scale,
    ).toBe(256 * 2 ** 8);
  });

  it('keeps what is under the finger there while it comes closer, and stops coming closer at a house', () => {
    const finger = { x: 100, y: 300 };
    const before = spotAt(finger, view, size);
    const after = spotAt(finger, zoomed(view, 2, finger, size), size);
    expect(after.x).toBeCloseTo(before.x, 12);
    expect(after.y).toBeCloseTo(before.y, 12);
    expect(zoomed(view, 1e9, finger, size).scale).toBe(256 * 2 ** 20);
  });

  it('brings a spot that has left the window back to its edge and leaves one that is seen alone', () => {
    expect(bringing(view.middle, view, size)).toEqual(view);
    const gone = moved(view, 1000, -1000);
    const { x, y } = pixelOf(view.middle, bringing(view.middle, gone, size), size);
    expect([Math.round(x), Math.round(y)]).toEqual([318, 32]);
  });

  it('is filled with tiles without a gap, no deeper than there are any', () => {
    const tiles = tilesIn(view, size, 18);
    const covers = (px: number, py: number) =>
      tiles.some(({ x, y, edge }) => px >= x && px <= x + edge && py >= y && py <= y + edge);
    for (const px of [0, 175, 350]) for (const py of [0, 200, 400]) expect(covers(px, py)).toBe(true);
    expect(tiles.every(({ edge }) => edge > 180 && edge < 363)).toBe(true);
    expect(tiles.length).toBeLessThan(20);
    expect(new Set(tilesIn(zoomed(view, 1e9, { x: 0, y: 0 }, size), size, 18).map(({ level }) => level))).toEqual(
      new Set([18]),
    );
  });

  it('counts tiles as the pyramid of web Mercator does', () => {
    const at = spotOf({ lon: 116.391, lat: 39.907 });
    const beijing = { middle: at, scale: 256 * 2 ** 12 };
    const middle = tilesIn(beijing, { width: 1, height: 1 }, 18)[0];
    expect(middle).toMatchObject({ level: 12, column: 3372, row: 1552 });
  });
});
