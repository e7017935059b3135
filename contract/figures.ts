import { z } from 'zod';
import { AreaRef } from './areas.ts';
import { CaseMetric, CaseSummary } from './cases.ts';
import { Cursor, Day, Id, Limit, page } from './wire.ts';

export const OverviewQuery = z.strictObject({ area: Id.optional(), from: Day.optional(), to: Day.optional() });
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
  from: Day,
  to: Day,
  /** 响应率 解决率 满意率 */
  rates: z.object({ responded: Rate, solved: Rate, satisfied: Rate }),
  totals: z.record(z.string(), z.int()),
  /** Cases open now, by the areas one tier below. */
  byArea: z.array(
    z.object({ area: AreaRef, boundary: z.unknown().nullable(), raised: z.int(), open: z.int(), overdue: z.int() }),
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
