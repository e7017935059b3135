import { z } from 'zod';
import { Id, Instant, Position } from './wire.ts';

/** The tiers that records carry as columns. Kinds of area are data; each kind stands on one tier. */
export const tiers = ['street', 'community', 'grid', 'micro_grid', 'building', 'unit', 'dwelling'] as const;
export const Tier = z.enum(tiers);
export type Tier = z.infer<typeof Tier>;

const Ring = z.array(z.tuple([z.number(), z.number()]));
/** GeoJSON polygon in WGS-84, RFC 7946. */
export const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) });
export type Polygon = z.infer<typeof Polygon>;
export const MultiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) });
export type MultiPolygon = z.infer<typeof MultiPolygon>;
/** The outline of an area: one piece or several. */
export const Boundary = z.union([Polygon, MultiPolygon]);
export type Boundary = z.infer<typeof Boundary>;

/** What coordinates are written in: GPS and survey, 高德 and 腾讯, 百度. What is kept is WGS-84. */
export const coordinateSystems = ['WGS-84', 'GCJ-02', 'BD-09'] as const;
export const CoordinateSystem = z.enum(coordinateSystems);
export type CoordinateSystem = z.infer<typeof CoordinateSystem>;

export const AreaRef = z.object({ id: Id, name: z.string(), tier: Tier });
export type AreaRef = z.infer<typeof AreaRef>;

export const Area = AreaRef.extend({
  code: z.string(),
  /** Label of the kind in the caller's language: 社区, 网格 … */
  kind: z.string(),
  parentId: Id.nullable(),
  hasChildren: z.boolean(),
  boundary: Boundary.nullable(),
  center: Position.nullable(),
  /** When it was closed; null while it is in use. */
  until: Instant.nullable(),
});
export type Area = z.infer<typeof Area>;

/** Estates 小区 and residents' groups 居民小组 cut across the tree. */
export const areaLabelKinds = ['estate', 'residents_group'] as const;
export const AreaLabelKind = z.enum(areaLabelKinds);
/** 老旧小区 商品房小区 拆迁安置小区 保障房小区 自建房 其他 */
export const estateTypes = ['old', 'commercial', 'resettlement', 'affordable', 'self_built', 'other'] as const;
export const EstateType = z.enum(estateTypes);
export const AreaLabel = z.strictObject({
  kind: AreaLabelKind,
  name: z.string().trim().min(1).max(40),
  estateType: EstateType.nullable().default(null),
});
export type AreaLabel = z.output<typeof AreaLabel>;

/** How an area came out of another, or became one. */
export const SuccessionKind = z.enum(['split', 'merger']);
export const Succession = z.object({ area: AreaRef, kind: SuccessionKind, at: Instant });
export type Succession = z.infer<typeof Succession>;

export const ResponsiblePerson = z.object({
  id: Id,
  grantId: Id,
  name: z.string(),
  roleName: z.string(),
  organization: z.string().nullable(),
  since: Instant,
});
export type ResponsiblePerson = z.infer<typeof ResponsiblePerson>;

export const AreaDetail = Area.extend({
  ancestors: z.array(AreaRef),
  kindId: Id,
  phone: z.string(),
  since: Instant,
  version: z.int(),
  sourceCrs: CoordinateSystem,
  labels: z.array(z.object({ kind: AreaLabelKind, name: z.string(), estateType: z.string().nullable() })),
  /** Who answers for it, at the area itself or at the nearest one above that has somebody. */
  responsible: z.object({ area: AreaRef, people: z.array(ResponsiblePerson) }).nullable(),
  /** Areas in use below, by tier. */
  counts: z.record(z.string(), z.int()),
  predecessors: z.array(Succession),
  successors: z.array(Succession),
});
export type AreaDetail = z.infer<typeof AreaDetail>;

/** Children of `parent`, or every area of a tier below it; closed ones only when asked for. */
export const AreasQuery = z.strictObject({
  parent: Id.optional(),
  tier: Tier.optional(),
  closed: z.enum(['true', 'false']).optional(),
});
export const Areas = z.object({ areas: z.array(Area) });
export type Areas = z.infer<typeof Areas>;

export const AreaMatchesQuery = z.strictObject({ q: z.string().trim().min(1).max(40) });
/** Areas whose name, place or code has the words in it, with the line above each. */
export const AreaMatches = z.object({
  matches: z.array(AreaRef.extend({ code: z.string(), ancestors: z.array(AreaRef) })),
});
export type AreaMatches = z.infer<typeof AreaMatches>;

export const AreaKind = z.object({ id: Id, code: z.string(), tier: Tier, name: z.string() });
export type AreaKind = z.infer<typeof AreaKind>;
export const AreaKinds = z.object({ kinds: z.array(AreaKind) });

/** Letters, digits, point, hyphen: official codes are digits, a building has a letter in it. */
export const AreaCode = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z._-]{1,40}$/);
const Name = z.string().trim().min(1).max(40);
const Phone = z.string().trim().max(20);

export const NextCodeQuery = z.strictObject({ kindId: Id, name: Name.optional() });
export const NextCode = z.object({ code: z.string() });

export const AddArea = z.strictObject({
  parentId: Id,
  kindId: Id,
  name: Name,
  /** The next one by the rules when left out; never changed afterwards, never used again. */
  code: AreaCode.optional(),
  phone: Phone.optional(),
});
export type AddArea = z.infer<typeof AddArea>;

export const EditArea = z.strictObject({
  name: Name.optional(),
  phone: Phone.optional(),
  /** All labels of the area; a label is made when its community has none of that name. */
  labels: z.array(AreaLabel).max(20).optional(),
});
export type EditArea = z.input<typeof EditArea>;

export const DrawBoundary = z.strictObject({
  /** GeoJSON; null takes the boundary away. */
  boundary: Boundary.nullable(),
  crs: CoordinateSystem.default('WGS-84'),
});
export type DrawBoundary = z.input<typeof DrawBoundary>;
export const boundaryWarnings = ['outside_parent', 'overlaps_sibling'] as const;
export const DrawnBoundary = z.object({
  version: z.int(),
  boundary: Boundary.nullable(),
  /** What is unusual and kept all the same, with the area it concerns. */
  warnings: z.array(z.object({ code: z.enum(boundaryWarnings), area: AreaRef })),
});
export type DrawnBoundary = z.infer<typeof DrawnBoundary>;

/** GeoJSON feature of one area, RFC 7946. */
export const BoundaryFeature = z.object({
  type: z.literal('Feature'),
  properties: z.object({ name: z.string(), code: z.string() }),
  geometry: Boundary,
});

export const AreaHistory = z.object({
  entries: z.array(
    z.object({
      id: Id,
      verb: z.string(),
      at: Instant,
      actor: z.string().nullable(),
      /** What changed: before, after, from, to, reason, areas, cases … */
      details: z.record(z.string(), z.string()),
    }),
  ),
});
export type AreaHistory = z.infer<typeof AreaHistory>;

export const LocateQuery = z.strictObject({
  lon: z.coerce.number().min(-180).max(180),
  lat: z.coerce.number().min(-90).max(90),
  crs: z.enum(['wgs84', 'gcj02']).default('wgs84'),
});
/** The grid a device stands in (or the nearest one within 500 m) and the buildings close by, nearest first. */
export const Located = z.object({
  /** The position asked about, in WGS-84. */
  position: Position,
  /**
   * From the community down to the smallest area that the position lies in by its boundary; a building without a boundary reaches 20 m around
   * its middle. Empty where it lies in no community.
   */
  under: z.array(AreaRef),
  grid: AreaRef.nullable(),
  buildings: z.array(AreaRef.extend({ metres: z.number() })),
});
export type Located = z.infer<typeof Located>;

export const areasProblems = {
  'areas.not_found': { status: 404, 'zh-Hans': '没有找到这个区域。', en: 'This area was not found.' },
  'areas.not_yours': {
    status: 403,
    'zh-Hans': '这个区域不归您调整，请找街道。',
    en: 'This area is not yours to change; ask the street office.',
  },
  'areas.closed': {
    status: 409,
    'zh-Hans': '这个区域已经撤销，不能再改。',
    en: 'This area is closed and stays as it is.',
  },
  'areas.unknown_kind': {
    status: 422,
    'zh-Hans': '没有这种区域，请重新选。',
    en: 'There is no such kind of area; please choose again.',
  },
  'areas.wrong_level': {
    status: 422,
    'zh-Hans': '{kind}不能放在{parent}下面。',
    en: 'A {kind} cannot stand below a {parent}.',
  },
  'areas.code_taken': {
    status: 409,
    'zh-Hans': '编码 {code} 用过了；撤销了的区域，编码也不再用。',
    en: 'The code {code} was used before; codes of closed areas are not used again.',
  },
  'areas.codes_used_up': {
    status: 422,
    'zh-Hans': '这一级的编码用完了，请自己写一个。',
    en: 'The codes of this level are used up; write one yourself.',
  },
  'areas.name_taken': {
    status: 409,
    'zh-Hans': '旁边已经有一个“{name}”了。',
    en: 'There is a “{name}” beside it already.',
  },
  'areas.broken_boundary': {
    status: 422,
    'zh-Hans': '边界画得不对：{why}',
    en: 'The boundary is not right: {why}',
  },
} as const;

/** What can be wrong with a boundary. */
export const boundaryFaults = {
  empty: { 'zh-Hans': '一个点也没有。', en: 'it has no points.' },
  too_many_points: { 'zh-Hans': '点太多，最多 2000 个。', en: 'it has too many points, 2,000 at most.' },
  too_few_points: { 'zh-Hans': '一圈至少要三个不同的点。', en: 'a ring needs three different points at least.' },
  open_ring: {
    'zh-Hans': '有一圈没有合上，首尾要是同一个点。',
    en: 'a ring is open: its first and last points must be one.',
  },
  out_of_range: {
    'zh-Hans': '有的点不在地球上，请先写经度、后写纬度。',
    en: 'a point lies off the earth; longitude comes first.',
  },
  crosses_itself: { 'zh-Hans': '边线自己交叉了。', en: 'its line crosses itself.' },
} as const;
