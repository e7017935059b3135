import { z } from 'zod';
import { CaseState } from './cases.ts';
import { Cursor, Day, Id, Limit, page } from './wire.ts';

/**
 * A case as a neighbour may see it: never who raised it, never nearer than the building. What its raiser did not make public is known
 * by its category alone: then `title` is null.
 */
export const NeighbourCase = z.object({
  id: Id,
  title: z.string().nullable(),
  category: z.string().nullable(),
  state: CaseState,
  danger: z.boolean(),
  /** Community, grid, building; never the stairwell. */
  place: z.string(),
  raisedOn: Day,
  closedOn: Day.nullable(),
  /** How many follow it because they have the same. */
  joinedTimes: z.int(),
  published: z.boolean(),
  /** The caller follows it. */
  following: z.boolean(),
  /** The caller raised it. */
  mine: z.boolean(),
});
export type NeighbourCase = z.infer<typeof NeighbourCase>;

/** Something about to be raised: its words and where it is. */
export const SimilarQuery = z.strictObject({
  text: z.string().trim().min(2).max(200),
  area: Id.optional(),
  lon: z.coerce.number().min(-180).max(180).optional(),
  lat: z.coerce.number().min(-90).max(90).optional(),
  category: Id.optional(),
});
export type SimilarQuery = z.input<typeof SimilarQuery>;

export const SimilarCase = NeighbourCase.extend({
  /** Only where the caller may open the case itself. */
  number: z.string().nullable(),
});
export type SimilarCase = z.infer<typeof SimilarCase>;
/** At most five, the likeliest first. */
export const SimilarCases = z.object({ cases: z.array(SimilarCase) });
export type SimilarCases = z.infer<typeof SimilarCases>;

export const FollowedQuery = z.strictObject({ cursor: Cursor.optional(), limit: Limit });
export const FollowedCases = page(NeighbourCase);
export type FollowedCases = z.infer<typeof FollowedCases>;

/** Merges the case of the address, and others about the same, into one that goes on. */
export const MergeCase = z.strictObject({
  into: Id,
  others: z.array(Id).max(20).default([]),
  reason: z.string().trim().min(1).max(500),
});
export type MergeCase = z.input<typeof MergeCase>;

export const neighboursProblems = {
  'neighbours.not_found': {
    status: 404,
    'zh-Hans': '没有找到这件事，或它没有公开。',
    en: 'Not found, or not public.',
  },
  'neighbours.own_case': {
    status: 409,
    'zh-Hans': '这是您自己反映的事，在“我的事”里看进展。',
    en: 'You raised this yourself; look under your own requests.',
  },
  'neighbours.merged_into_itself': {
    status: 422,
    'zh-Hans': '不能并到它自己，请选另一件。',
    en: 'A case cannot be merged into itself; choose another.',
  },
  'neighbours.merge_settled': {
    status: 409,
    'zh-Hans': '并案已超过 24 小时，不能再拆开。',
    en: 'It was merged more than 24 hours ago and can no longer be taken apart.',
  },
} as const;
