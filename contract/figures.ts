import { z } from 'zod';
import { AreaRef } from './areas.ts';
import { CaseLevel, CaseMetric, CaseSummary, TimedMetric } from './cases.ts';
import { Cursor, Day, Id, Instant, Limit, page } from './wire.ts';

/** By what a course is divided: calendar days, weeks from Monday, months. */
export const courseSteps = ['day', 'week', 'month'] as const;
export const CourseStep = z.enum(courseSteps);
export type CourseStep = z.infer<typeof CourseStep>;

export const OverviewQuery = z.strictObject({
  area: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
  /** Whether what the areas that this one came out of counted is counted too. */
  predecessors: z.enum(['true', 'false']).optional(),
  /** Left out: as fine as gives at most 62 parts. A step that gives more than 400 is made coarser. */
  step: CourseStep.optional(),
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
/** 响应率 解决率 满意率 */
const Rates = z.object({ responded: Rate, solved: Rate, satisfied: Rate });
/**
 * 用时中位数: half of the `cases` took no longer since they were raised, by the clock. `minutes` is the nearest round time
 * (5 minutes … a year), within a tenth from an hour on; null where there was no case.
 */
export const Duration = z.object({ metric: TimedMetric, minutes: z.int().nullable(), cases: z.int() });
export type Duration = z.infer<typeof Duration>;
/** To the first answer, and to the closing. */
export const Durations = z.object({ answered: Duration, closed: Duration });
export type Durations = z.infer<typeof Durations>;
export const Overview = z.object({
  area: AreaRef,
  /** Areas this one came out of; those that are `shared` are also the past of others. */
  predecessors: z.array(AreaRef.extend({ until: Instant.nullable(), shared: z.boolean() })),
  from: Day,
  to: Day,
  rates: Rates,
  /** Every metric of the cases, also those that counted nothing. */
  totals: z.record(z.string(), z.int()),
  /** As many days before. */
  before: z.object({ from: Day, to: Day, rates: Rates, totals: z.record(z.string(), z.int()) }),
  /** At which level the cases closed in the period were closed. */
  byLevel: z.array(z.object({ level: CaseLevel, metric: CaseMetric, closed: z.int() })),
  /** By the areas one tier below: those in use, and those closed since that counted something in the period. */
  byArea: z.array(
    z.object({
      area: AreaRef,
      boundary: z.unknown().nullable(),
      until: Instant.nullable(),
      raised: z.int(),
      open: z.int(),
      overdue: z.int(),
      durations: Durations,
    }),
  ),
  byCategory: z.array(
    z.object({
      category: z.object({ id: Id, name: z.string() }),
      raised: z.int(),
      open: z.int(),
      durations: Durations,
    }),
  ),
  durations: Durations,
  step: CourseStep,
  course: z.array(z.object({ from: Day, to: Day, raised: z.int(), closed: z.int() })),
  open: z.int(),
  overdue: z.int(),
});
export type Overview = z.infer<typeof Overview>;

export const FigureQuery = OverviewQuery.omit({ step: true }).extend({
  category: Id.optional(),
  day: Day.optional(),
  /** Only those with a time that counts in the median. */
  timed: z.enum(['true']).optional(),
  cursor: Cursor.optional(),
  limit: Limit,
});
export type FigureQuery = z.input<typeof FigureQuery>;
/** The records behind one figure: as many as the figure says. */
/** `case` is null where the case has moved since to where the reader does not work: it still counts where it was. */
export const FigureRecord = z.object({
  id: Id,
  day: Day,
  amount: z.int(),
  /** How long it took since the case was raised; null where nothing was timed. */
  minutes: z.int().nullable(),
  case: CaseSummary.nullable(),
});
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

/** What each metric is called on paper; the screens say the same (figures.json). */
export const metricWords: Readonly<Record<'zh-Hans' | 'en', Readonly<Record<CaseMetric, string>>>> = {
  'zh-Hans': {
    case_raised: '收到诉求',
    case_dispatched: '已交办',
    case_responded: '按时响应',
    case_answered: '首次答复',
    case_resolved: '说办好了',
    case_confirmed: '有回访结果',
    case_solved: '反映人说解决了',
    case_rated: '有评价',
    case_satisfied: '满意',
    case_refused: '不予受理',
    case_reopened: '重新办理',
    case_closed: '已办结',
    case_closed_micro_grid: '微网格办结',
    case_closed_grid: '网格办结',
    case_closed_community: '社区办结',
    case_closed_street: '街道办结',
    case_closed_department: '部门办结',
    case_closed_unconfirmed: '没有回音而办结',
    case_sent_back: '退回',
    case_handed_up: '上报',
    case_handed_down: '下派',
    case_involved: '请人协办',
    case_whistled: '吹哨',
    case_turned_up: '按时报到',
    case_suspended: '挂起',
    case_extended: '延期',
    case_merged: '并案',
    case_joined: '邻居说“我也是”',
    case_spread: '举一反三',
    case_urged: '催办',
    case_supervised: '督办',
    case_came_near: '临期',
    case_fell_overdue: '超期',
    case_escalated: '升级提醒',
  },
  en: {
    case_raised: 'Requests received',
    case_dispatched: 'Handed over',
    case_responded: 'Responded in time',
    case_answered: 'First answers',
    case_resolved: 'Reported done',
    case_confirmed: 'Answered by the resident',
    case_solved: 'Solved, says the resident',
    case_rated: 'Rated',
    case_satisfied: 'Satisfied',
    case_refused: 'Not accepted',
    case_reopened: 'Reopened',
    case_closed: 'Closed',
    case_closed_micro_grid: 'Closed in the micro-grid',
    case_closed_grid: 'Closed in the grid',
    case_closed_community: 'Closed by the community',
    case_closed_street: 'Closed by the street office',
    case_closed_department: 'Closed by a department',
    case_closed_unconfirmed: 'Closed without an answer',
    case_sent_back: 'Sent back',
    case_handed_up: 'Handed up',
    case_handed_down: 'Handed down',
    case_involved: 'Others asked to help',
    case_whistled: 'Whistled',
    case_turned_up: 'Turned up in time',
    case_suspended: 'Put on hold',
    case_extended: 'Extended',
    case_merged: 'Merged',
    case_joined: 'Neighbours said “me too”',
    case_spread: 'Checked elsewhere',
    case_urged: 'Urged',
    case_supervised: 'Supervised',
    case_came_near: 'Came near the deadline',
    case_fell_overdue: 'Fell overdue',
    case_escalated: 'Escalated',
  },
};
