import fc from 'fast-check';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../contract/wire.ts';
import { toWgs84 } from './device-position.ts';
import { metresBetween } from './geometry.ts';

const { transform, GCJ02, WGS84 } = gcoord as unknown as typeof gcoord.default;

/** The same place in both systems, as published: the first three in the tests of eviltransform (googollee, MIT). */
const published: [place: string, wgs84: Position, gcj02: Position][] = [
  ['上海', { lat: 31.1774276, lon: 121.5272106 }, { lat: 31.17530398364597, lon: 121.531541859215 }],
  ['深圳', { lat: 22.543847, lon: 113.912316 }, { lat: 22.540796131694766, lon: 113.9171764808363 }],
  ['北京', { lat: 39.911954, lon: 116.377817 }, { lat: 39.91334545536069, lon: 116.38404722455657 }],
  ['南平', { lat: 26.6418, lon: 118.1786 }, { lat: 26.638502, lon: 118.183584 }],
];

describe('positions of devices', () => {
  it('leaves WGS-84 alone, and takes for it what says nothing', () => {
    const here = { lon: 118.125, lat: 26.645 };
    expect(toWgs84({ ...here, crs: 'wgs84' })).toEqual(here);
    expect(toWgs84(here)).toEqual(here);
  });

  it.each(published)('shifts GCJ-02 of %s back to within a metre of where it is', (_, wgs84, gcj02) => {
    expect(metresBetween(wgs84, gcj02)).toBeGreaterThan(300);
    expect(metresBetween(toWgs84({ ...gcj02, crs: 'gcj02' }), wgs84)).toBeLessThan(1);
  });

  it('comes back to within a metre from anywhere in the country', () => {
    const inland = fc.record({
      lon: fc.double({ min: 75, max: 134, noNaN: true }),
      lat: fc.double({ min: 18, max: 53, noNaN: true }),
    });
    fc.assert(
      fc.property(inland, ({ lon, lat }) => {
        const [east = 0, north = 0] = transform<[number, number]>([lon, lat], WGS84, GCJ02);
        expect(metresBetween(toWgs84({ lon: east, lat: north, crs: 'gcj02' }), { lon, lat })).toBeLessThan(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('shifts nothing where no map is shifted', () => {
    const paris = { lon: 2.35, lat: 48.85 };
    expect(toWgs84({ ...paris, crs: 'gcj02' })).toEqual(paris);
  });
});
