import { z } from 'zod';

/** Pictures that lie under the maps of a street: tiles of 256 pixels in web Mercator (EPSG:3857), WGS-84 underneath. */
export const BaseMap = z.object({
  /** Addresses of the layers from the lowest up, with {s} for a subdomain, {z} for the level, {x} for the column and {y} for the row. */
  layers: z.array(z.string()),
  subdomains: z.array(z.string()),
  /** The deepest level there are tiles of. */
  deepest: z.int(),
  /** Whose map it is and its approval number, to stand on it. */
  notice: z.string(),
});
export type BaseMap = z.infer<typeof BaseMap>;

/** Null where the street has no key: plans are drawn without tiles. */
export const BaseMapAnswer = z.object({ baseMap: BaseMap.nullable() });
export type BaseMapAnswer = z.infer<typeof BaseMapAnswer>;
