import { z } from 'zod';
import { organizationKinds } from './organizations.ts';
import { PhotoIds } from './photos.ts';
import { Id, Instant } from './wire.ts';

/** One body's part of a case 协办: what it is asked to do, and by when. */
export const NewPart = z.strictObject({
  organizationId: Id,
  accountId: Id.optional(),
  task: z.string().trim().min(1).max(200),
  /** The deadline of the case, or a day from now, when left out. */
  dueAt: Instant.optional(),
});
export type NewPart = z.infer<typeof NewPart>;
export const InvolveBodies = z.strictObject({ parts: z.array(NewPart).min(1).max(10) });
export type InvolveBodies = z.infer<typeof InvolveBodies>;

const Words = z.string().trim().min(1).max(2000);
const Reason = z.string().trim().min(2).max(500);
export const FinishPart = z.strictObject({ words: Words, photoIds: PhotoIds });
export type FinishPart = z.input<typeof FinishPart>;
export const GiveReason = z.strictObject({ reason: Reason });

/** 待签收 在办 办好了 办不了 不用办了 */
export const partStates = ['asked', 'signed', 'finished', 'declined', 'withdrawn'] as const;
export const PartState = z.enum(partStates);
export type PartState = z.infer<typeof PartState>;
export const partVerbs = ['sign', 'finish', 'decline', 'withdraw'] as const;
export const PartVerb = z.enum(partVerbs);
export type PartVerb = z.infer<typeof PartVerb>;

const Body = z.object({ id: Id, name: z.string() });

export const CasePart = z.object({
  id: Id,
  organization: Body,
  person: z.string().nullable(),
  task: z.string(),
  dueAt: Instant,
  state: PartState,
  /** Still to be done after its time. */
  overdue: z.boolean(),
  askedAt: Instant,
  signedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** What was done. */
  words: z.string().nullable(),
  reason: z.string().nullable(),
  photoIds: z.array(Id),
  /** What the caller may do with it now. */
  may: z.array(PartVerb),
});
export type CasePart = z.infer<typeof CasePart>;

/** Who has a part in a case besides the body that leads, oldest first. */
export const CaseParts = z.object({ parts: z.array(CasePart) });
export type CaseParts = z.infer<typeof CaseParts>;

/** Bodies that could be asked, those on duty for the place first. */
export const FittingBodies = z.object({
  bodies: z.array(
    z.object({ id: Id, name: z.string(), kind: z.enum(organizationKinds), onDuty: z.boolean(), leads: z.boolean() }),
  ),
});
export type FittingBodies = z.infer<typeof FittingBodies>;

export const PartParams = z.strictObject({ id: Id, partId: Id });

export const jointProblems = {
  'joint.unknown_body': {
    status: 422,
    'zh-Hans': '没有找到这个单位或这个人，请重新选。',
    en: 'This body or person was not found; please choose again.',
  },
  'joint.leads_already': {
    status: 422,
    'zh-Hans': '{organization}已经牵头，不用再请它协办。',
    en: '{organization} leads already and need not be asked to help.',
  },
  'joint.helps_already': {
    status: 409,
    'zh-Hans': '{organization}手上还有一份没办完。',
    en: '{organization} still has a part of it before it.',
  },
  'joint.time_past': { status: 422, 'zh-Hans': '时间要晚于现在。', en: 'The time must be later than now.' },
  'joint.after_deadline': {
    status: 422,
    'zh-Hans': '协办的期限不能晚于整件事的期限。',
    en: 'A part cannot be due later than the whole.',
  },
  'joint.not_found': { status: 404, 'zh-Hans': '没有找到这一份。', en: 'This part was not found.' },
  'joint.moved_on': {
    status: 409,
    'zh-Hans': '这一份的进展变了，现在不能这样做。请看最新进展。',
    en: 'This part has moved on; that can no longer be done. Look at where it is now.',
  },
  'joint.parts_open': {
    status: 409,
    'zh-Hans': '{organizations}还没办完。等一等，或写明为什么不用等。',
    en: 'Not finished yet: {organizations}. Wait, or say why there is no need to.',
  },
} as const;
