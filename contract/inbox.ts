import { z } from 'zod';
import { CaseKind, CaseSource, CaseState, CaseSummary } from './cases.ts';
import { Cursor, Day, Id, Limit, page } from './wire.ts';

const many = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item)]).transform((v) => (Array.isArray(v) ? v : [v]));

/** Filters of every list of cases; repeated keys mean "any of". */
export const CaseFilter = z.strictObject({
  /** mine = raised by me; handling = given to me or my body. */
  view: z.enum(['all', 'mine', 'handling']).default('all'),
  state: many(CaseState).optional(),
  open: z.stringbool().optional(),
  area: Id.optional(),
  category: Id.optional(),
  kind: many(CaseKind).optional(),
  source: many(CaseSource).optional(),
  handler: Id.optional(),
  /** Came in with this list of the hotline. */
  import: Id.optional(),
  deadline: z.enum(['overdue', 'near', 'today']).optional(),
  /** Watched over by the street office 督办. */
  supervised: z.stringbool().optional(),
  raisedFrom: Day.optional(),
  raisedTo: Day.optional(),
  /** Number, words of text, place, names; a name in characters, pinyin or initials. */
  q: z.string().trim().min(1).max(60).optional(),
});
export type CaseFilter = z.input<typeof CaseFilter>;
export const CasesQuery = CaseFilter.extend({
  sort: z.enum(['newest', 'due']).default('newest'),
  cursor: Cursor.optional(),
  limit: Limit,
});
export type CasesQuery = z.input<typeof CasesQuery>;
export const Cases = page(CaseSummary);
export type Cases = z.infer<typeof Cases>;

/** How many cases each filter would list; exact up to 10,000, `10000` means that many or more. */
export const CaseCounts = z.object({
  toAccept: z.int(),
  toAssign: z.int(),
  dueToday: z.int(),
  overdue: z.int(),
  handling: z.int(),
  toConfirm: z.int(),
  open: z.int(),
  mine: z.int(),
});
export type CaseCounts = z.infer<typeof CaseCounts>;

export const SavedFilter = z.object({ id: Id, name: z.string(), filter: z.record(z.string(), z.string()) });
export type SavedFilter = z.infer<typeof SavedFilter>;
export const SaveFilter = z.strictObject({
  name: z.string().trim().min(1).max(20),
  filter: z.record(z.string().max(20), z.string().max(400)),
});
export const SavedFilters = z.object({ filters: z.array(SavedFilter) });
export type SavedFilters = z.infer<typeof SavedFilters>;

export const inboxProblems = {
  'inbox.filter_not_found': { status: 404, 'zh-Hans': '没有找到这个筛选。', en: 'This filter was not found.' },
  'inbox.filter_name_taken': {
    status: 409,
    'zh-Hans': '已经有同名的筛选，请换个名字。',
    en: 'You have a filter of this name; choose another.',
  },
} as const;
