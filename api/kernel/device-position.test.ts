import { describe, expect, it } from 'vitest';
import { toWgs84 } from './device-position.ts';

describe('positions of devices', () => {
  it('leaves WGS-84 alone and shifts GCJ-02 back by some hundred metres', () => {
    const here = { lon: 118.125, lat: 26.645 };
    expect(toWgs84({ ...here, crs: 'wgs84' })).toEqual(here);
    const shifted = toWgs84({ ...here, crs: 'gcj02' });
    const metres = Math.hypot((shifted.lon - here.lon) * 0.89, shifted.lat - here.lat) * 111_320;
    expect(metres).toBeGreaterThan(300);
    expect(metres).toBeLessThan(900);
  });

  it('shifts nothing where no map is shifted', () => {
    const paris = { lon: 2.35, lat: 48.85 };
    expect(toWgs84({ ...paris, crs: 'gcj02' })).toEqual(paris);
  });
});
