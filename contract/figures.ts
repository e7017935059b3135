import { z } from 'zod';
import { AreaRef } from './areas.ts';
import { CaseMetric, CaseSummary } from './cases.ts';
import { Cursor, Day, Id, Instant, Limit, page } from './wire.ts';

export const OverviewQuery = z.strictObject({
  area: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
  /** Whether what the areas that this one came out of counted is counted too. */
  predecessors: z.enum(['true', 'false']).optional(),
});
export type OverviewQuery = z.infer<typeof OverviewQuery>;
/** numerator / denominator with the metrics that open to their records. */
export const Rate = z.object({
  numerator: z.int(),
  denominator: z.int(),
  numeratorMetric: CaseMetric,
  denominatorMetric: CaseMetric,
});
export type Rate = z.infer<typeof Rate>;
export const Overview = z.object({
  area: AreaRef,
  /** Areas this one came out of; those that are `shared` are also the past of others. */
  predecessors: z.array(AreaRef.extend({ until: Instant.nullable(), shared: z.boolean() })),
  from: Day,
  to: Day,
  /** 响应率 解决率 满意率 */
  rates: z.object({ responded: Rate, solved: Rate, satisfied: Rate }),
  totals: z.record(z.string(), z.int()),
  /** By the areas one tier below: those in use, and those closed since that counted something in the period. */
  byArea: z.array(
    z.object({
      area: AreaRef,
      boundary: z.unknown().nullable(),
      until: Instant.nullable(),
      raised: z.int(),
      open: z.int(),
      overdue: z.int(),
    }),
  ),
  byCategory: z.array(z.object({ category: z.object({ id: Id, name: z.string() }), raised: z.int(), open: z.int() })),
  byDay: z.array(z.object({ day: Day, raised: z.int(), closed: z.int() })),
  open: z.int(),
  overdue: z.int(),
});
export type Overview = z.infer<typeof Overview>;

export const FigureQuery = OverviewQuery.extend({
  category: Id.optional(),
  day: Day.optional(),
  cursor: Cursor.optional(),
  limit: Limit,
});
export type FigureQuery = z.input<typeof FigureQuery>;
/** The records behind one figure: as many as the figure says. */
/** `case` is null where the case has moved since to where the reader does not work: it still counts where it was. */
export const FigureRecord = z.object({ id: Id, day: Day, amount: z.int(), case: CaseSummary.nullable() });
export const FigureRecords = page(FigureRecord).extend({ total: z.int() });
export type FigureRecords = z.infer<typeof FigureRecords>;

export const figuresProblems = {
  'figures.unknown_area': {
    status: 404,
    'zh-Hans': '没有找到这个区域，或您不能查看它的数据。',
    en: 'Area not found, or its figures are not yours to see.',
  },
  'figures.period_reversed': {
    status: 422,
    'zh-Hans': '开始日期要早于结束日期。',
    en: 'The first day must not be after the last.',
  },
} as const;
