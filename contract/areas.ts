import { z } from 'zod';
import { Id, Position } from './wire.ts';

/** The tiers that records carry as columns. Kinds of area are data; each kind stands on one tier. */
export const tiers = ['street', 'community', 'grid', 'micro_grid', 'building', 'unit', 'dwelling'] as const;
export const Tier = z.enum(tiers);
export type Tier = z.infer<typeof Tier>;

/** GeoJSON polygon in WGS-84, RFC 7946. */
export const Polygon = z.object({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))),
});
export type Polygon = z.infer<typeof Polygon>;

export const AreaRef = z.object({ id: Id, name: z.string(), tier: Tier });
export type AreaRef = z.infer<typeof AreaRef>;

export const Area = AreaRef.extend({
  code: z.string(),
  /** Label of the kind in the caller's language: 社区, 网格 … */
  kind: z.string(),
  parentId: Id.nullable(),
  hasChildren: z.boolean(),
  boundary: Polygon.nullable(),
  center: Position.nullable(),
});
export type Area = z.infer<typeof Area>;

export const AreaDetail = Area.extend({ ancestors: z.array(AreaRef) });
export type AreaDetail = z.infer<typeof AreaDetail>;

/** Children of `parent`, or every area of a tier below it. */
export const AreasQuery = z.strictObject({ parent: Id.optional(), tier: Tier.optional() });
export const Areas = z.object({ areas: z.array(Area) });
export type Areas = z.infer<typeof Areas>;

export const LocateQuery = z.strictObject({
  lon: z.coerce.number().min(-180).max(180),
  lat: z.coerce.number().min(-90).max(90),
});
/** The grid a device stands in (or the nearest one within 500 m) and the buildings close by, nearest first. */
export const Located = z.object({
  grid: AreaRef.nullable(),
  buildings: z.array(AreaRef.extend({ metres: z.number() })),
});
export type Located = z.infer<typeof Located>;

export const areasProblems = {
  'areas.not_found': { status: 404, 'zh-Hans': '没有找到这个区域。', en: 'This area was not found.' },
} as const;
