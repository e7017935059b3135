import { z } from 'zod';
import { Id, Instant } from './wire.ts';

/** Bodies called to a place at a time 吹哨; what for. */
export const CallBodies = z.strictObject({
  organizationIds: z.array(Id).min(1).max(10),
  meetAt: Instant,
  place: z.string().trim().min(1).max(120),
  words: z.string().trim().min(1).max(500),
});
export type CallBodies = z.infer<typeof CallBodies>;
/** Coming, or not coming and why. */
export const AnswerCall = z.strictObject({ coming: z.boolean(), words: z.string().trim().max(500).optional() });
export type AnswerCall = z.infer<typeof AnswerCall>;
export const Score = z.strictObject({ score: z.int().min(1).max(5), words: z.string().trim().max(500).optional() });
export type Score = z.infer<typeof Score>;

/** Why nobody need come any more 撤回吹哨. */
export const CallOff = z.strictObject({ reason: z.string().trim().min(2).max(500) });
export type CallOff = z.infer<typeof CallOff>;

/** 未答复 会到 来不了 已到场 到得晚 没有到场 不用来了 */
export const turnoutStates = ['called', 'coming', 'cannot', 'arrived', 'late', 'missing', 'called_off'] as const;
export const TurnoutState = z.enum(turnoutStates);
export type TurnoutState = z.infer<typeof TurnoutState>;
export const turnoutVerbs = ['answer', 'arrive', 'score', 'score_call'] as const;
export const TurnoutVerb = z.enum(turnoutVerbs);
export type TurnoutVerb = z.infer<typeof TurnoutVerb>;
/** What may be done with the whistle itself. */
export const whistleVerbs = ['call_off'] as const;
export const WhistleVerb = z.enum(whistleVerbs);
export type WhistleVerb = z.infer<typeof WhistleVerb>;
const Scored = z.object({ score: z.int(), words: z.string().nullable() });

export const Turnout = z.object({
  id: Id,
  organization: z.object({ id: Id, name: z.string() }),
  state: TurnoutState,
  answer: z.string().nullable(),
  arrivedAt: Instant.nullable(),
  /** What the caller of the whistle thought of the turnout. */
  score: Scored.nullable(),
  /** What the called body thought of the call. */
  callScore: Scored.nullable(),
  may: z.array(TurnoutVerb),
});
export type Turnout = z.infer<typeof Turnout>;

export const Whistle = z.object({
  id: Id,
  meetAt: Instant,
  place: z.string(),
  words: z.string(),
  calledBy: z.string(),
  at: Instant,
  calledOff: z.object({ by: z.string().nullable(), at: Instant, reason: z.string() }).nullable(),
  /** When the caller and the street were told that somebody had not come; null when all came or it is too early to say. */
  absenceToldAt: Instant.nullable(),
  turnouts: z.array(Turnout),
  may: z.array(WhistleVerb),
});
export type Whistle = z.infer<typeof Whistle>;

/** Whistles of a case, the newest first. */
export const Whistles = z.object({ whistles: z.array(Whistle) });
export type Whistles = z.infer<typeof Whistles>;
export const WhistleParams = z.strictObject({ id: Id, whistleId: Id });
export const TurnoutParams = z.strictObject({ id: Id, turnoutId: Id });

export const whistlesProblems = {
  'whistles.unknown_body': {
    status: 422,
    'zh-Hans': '没有找到这个单位，请重新选。',
    en: 'This body was not found; please choose again.',
  },
  'whistles.time_past': { status: 422, 'zh-Hans': '时间要晚于现在。', en: 'The time must be later than now.' },
  'whistles.not_found': { status: 404, 'zh-Hans': '没有找到这次吹哨。', en: 'This call was not found.' },
  'whistles.moved_on': {
    status: 409,
    'zh-Hans': '这次吹哨的进展变了，现在不能这样做。请看最新进展。',
    en: 'This call has moved on; that can no longer be done. Look at where it is now.',
  },
  'whistles.reason_needed': {
    status: 422,
    'zh-Hans': '来不了，请写上原因。',
    en: 'Please say why you cannot come.',
  },
} as const;
