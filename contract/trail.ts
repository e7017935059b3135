import { z } from 'zod';
import { caseVerbs } from './cases.ts';
import { Id, Instant } from './wire.ts';

/** Steps that are no verb of the caller on the case: what the system did, what stands on a part of it, what a neighbour did. */
export const caseSteps = [
  'raise',
  'import',
  'join',
  'leave',
  'unpublish',
  'find_same',
  'find_clear',
  'sign_part',
  'finish_part',
  'decline_part',
  'withdraw_part',
  'answer_call',
  'turn_up',
  'score_turnout',
  'score_call',
  'call_off',
  'stay_away',
  'come_near',
  'fall_overdue',
  'escalate',
  'close_unconfirmed',
] as const;

/** One step in the life of a case, for people: who did what, when. */
export const TimelineEntry = z.object({
  id: Id,
  verb: z.enum([...caseSteps, ...caseVerbs]),
  at: Instant,
  actor: z.object({ name: z.string(), roleName: z.string().nullable(), mine: z.boolean() }).nullable(),
  /** What was said or changed: words, reason, organization, dueAt, solved, satisfaction, audience, title … */
  details: z.record(z.string(), z.string()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;
export const Timeline = z.object({ entries: z.array(TimelineEntry) });
export type Timeline = z.infer<typeof Timeline>;
