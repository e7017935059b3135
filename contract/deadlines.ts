import { z } from 'zod';
import { TimeUnit } from './calendar.ts';
import { Id, Instant } from './wire.ts';

/** So much time, counted in a unit. */
export const TimeAllowed = z.object({ amount: z.int(), unit: TimeUnit });
export type TimeAllowed = z.infer<typeof TimeAllowed>;

/** A class of time allowed 时限类别: what a street promises for matters of one kind. */
export const DeadlineClass = TimeAllowed.extend({
  id: Id,
  name: z.string(),
  /** Hours by the clock from assignment to the first answer. */
  answerHours: z.int(),
  /** What it rests on, for people to read. */
  basis: z.string(),
  /** Holds for whatever has no category. */
  usual: z.boolean(),
  /** The categories of case that are in it. */
  categoryIds: z.array(Id),
  version: z.int(),
});
export type DeadlineClass = z.infer<typeof DeadlineClass>;
export const DeadlineClasses = z.object({ classes: z.array(DeadlineClass) });
export type DeadlineClasses = z.infer<typeof DeadlineClasses>;

const Amount = z.int().min(1).max(365);
const AnswerHours = z.int().min(1).max(720);
const Name = z.string().trim().min(1).max(20);
const Basis = z.string().trim().max(200);

export const AddDeadlineClass = z.strictObject({
  name: Name,
  amount: Amount,
  unit: TimeUnit,
  answerHours: AnswerHours,
  basis: Basis.default(''),
});
export type AddDeadlineClass = z.input<typeof AddDeadlineClass>;
export const EditDeadlineClass = z.strictObject({
  name: Name.optional(),
  amount: Amount.optional(),
  unit: TimeUnit.optional(),
  answerHours: AnswerHours.optional(),
  basis: Basis.optional(),
});
export type EditDeadlineClass = z.infer<typeof EditDeadlineClass>;

/** Puts a category into a class. */
export const ClassifyCategory = z.strictObject({ categoryId: Id, deadlineClassId: Id });
export type ClassifyCategory = z.infer<typeof ClassifyCategory>;

/** What a case would be given now: by when, when it counts as near, and by which class. */
export const ProposedDeadline = z.object({
  dueAt: Instant,
  nearAt: Instant,
  allowed: TimeAllowed,
  className: z.string(),
  basis: z.string(),
});
export type ProposedDeadline = z.infer<typeof ProposedDeadline>;

/** How long a street waits before and after the end of a case. */
export const Windows = z.strictObject({
  /** Hours within which its raiser may have a closed case opened again. */
  reopenHours: z.int().min(1).max(720),
  /** Days after which a case that nobody confirms is closed without a word; it is in no satisfaction figure. */
  confirmDays: z.int().min(1).max(60),
  /** Days after the reopening window before a closed case is put away. */
  archiveDays: z.int().min(1).max(3650),
});
export type Windows = z.infer<typeof Windows>;

export const deadlinesProblems = {
  'deadlines.unknown_class': {
    status: 422,
    'zh-Hans': '没有找到这个时限类别，请重新选。',
    en: 'This class of deadline was not found; please choose again.',
  },
  'deadlines.unknown_category': {
    status: 422,
    'zh-Hans': '没有找到这个事项类别，请重新选。',
    en: 'This category was not found; please choose again.',
  },
  'deadlines.class_not_found': {
    status: 404,
    'zh-Hans': '没有找到这个时限类别。',
    en: 'This class of deadline was not found.',
  },
} as const;
