import gcoord from 'gcoord';
import type { DevicePosition, Position } from '../../contract/wire.ts';

// Its types describe the ES build; Node is given the CommonJS one, whose export is what they call `default`.
const { transform, GCJ02, WGS84 } = gcoord as unknown as typeof gcoord.default;

/** A device's position as WGS-84; what maps in China shift on purpose is shifted back, exact to a few metres. */
export function toWgs84({ lon, lat, crs = 'wgs84' }: DevicePosition): Position {
  if (crs === 'wgs84') return { lon, lat };
  const [east = lon, north = lat] = transform<[number, number]>([lon, lat], GCJ02, WGS84);
  return { lon: east, lat: north };
}
