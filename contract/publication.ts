import { z } from 'zod';
import { Boundary, Tier } from './areas.ts';
import { NeighbourCase } from './neighbours.ts';
import { Cursor, Id, Limit, Position, page } from './wire.ts';

/** Its raiser shows it to the neighbours or no longer; the desk takes it back, with the reason that the raiser reads. */
export const PublishCase = z.strictObject({
  published: z.boolean(),
  reason: z.string().trim().max(200).optional(),
});
export type PublishCase = z.infer<typeof PublishCase>;

/** Code of the street; may be left out where the server holds one street only. */
const Street = z.string().max(20).optional();

export const publicStates = ['open', 'done'] as const;
export const PublicCasesQuery = z.strictObject({
  street: Street,
  /** open = somebody is at it; done = closed. */
  state: z.enum(publicStates).optional(),
  category: Id.optional(),
  /** A community, grid or building. */
  area: Id.optional(),
  cursor: Cursor.optional(),
  limit: Limit,
});
export type PublicCasesQuery = z.input<typeof PublicCasesQuery>;
export const PublicCases = page(NeighbourCase);
export type PublicCases = z.infer<typeof PublicCases>;

export const PublicQuery = z.strictObject({ street: Street });
/** Telephone numbers and numbers of identity cards in the words are masked. */
export const PublicCase = NeighbourCase.extend({ body: z.string() });
export type PublicCase = z.infer<typeof PublicCase>;

/** The street as a drawing without tiles: its communities and grids, and how many public cases lie at which building. */
export const PublicPlan = z.object({
  street: z.object({ code: z.string(), name: z.string(), phone: z.string() }),
  areas: z.array(
    z.object({ id: Id, name: z.string(), tier: Tier, boundary: Boundary.nullable(), center: Position.nullable() }),
  ),
  /** WGS-84, the middle of a building (of a grid where there is none): never where a person stood. */
  points: z.array(z.object({ areaId: Id, name: z.string(), center: Position, open: z.int(), done: z.int() })),
  categories: z.array(z.object({ id: Id, name: z.string() })),
});
export type PublicPlan = z.infer<typeof PublicPlan>;

export const publicationProblems = {
  'publication.unknown_street': {
    status: 404,
    'zh-Hans': '没有找到这个街道。',
    en: 'This street was not found.',
  },
  'publication.not_found': {
    status: 404,
    'zh-Hans': '没有找到这件事，或它没有公开。',
    en: 'Not found, or not public.',
  },
  'publication.reason_needed': {
    status: 422,
    'zh-Hans': '请写明为什么不再公开，反映人会看到。',
    en: 'Please say why it is no longer public; the raiser will read it.',
  },
  'publication.taken_back': {
    status: 409,
    'zh-Hans': '社区不再公开这件事，有疑问请给社区打电话。',
    en: 'The community took it back from the public; please call them if you have questions.',
  },
} as const;
