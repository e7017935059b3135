import { z } from 'zod';
import { AreaRef } from './areas.ts';
import { TimeAllowed } from './deadlines.ts';
import { Photo, PhotoIds } from './photos.ts';
import { DevicePosition, Id, Instant, Position } from './wire.ts';

/** 咨询 求助 投诉 举报 建议 表扬 */
export const caseKinds = ['consultation', 'help', 'complaint', 'report', 'suggestion', 'praise'] as const;
export const CaseKind = z.enum(caseKinds);
export type CaseKind = z.infer<typeof CaseKind>;

/** Where a case comes from. */
export const caseSources = [
  'mobile',
  'grid_worker',
  'phone',
  'counter',
  'hotline',
  'visit',
  'letter',
  'check',
] as const;
export const CaseSource = z.enum(caseSources);
export type CaseSource = z.infer<typeof CaseSource>;

/** 待受理 待派单 待签收 办理中 待确认 已办结 重新办理 不予受理 挂起 已并案 已归档 (DOMAIN §3.4). */
export const caseStates = [
  'submitted',
  'accepted',
  'assigned',
  'in_progress',
  'resolved',
  'closed',
  'reopened',
  'refused',
  'suspended',
  'merged',
  'archived',
] as const;
export const CaseState = z.enum(caseStates);
export type CaseState = z.infer<typeof CaseState>;
export const openStates = [
  'submitted',
  'accepted',
  'assigned',
  'in_progress',
  'resolved',
  'reopened',
  'suspended',
] as const satisfies readonly CaseState[];

/** At whose desk a case stands, from the nearest to the farthest: 微网格 网格 社区 街道 部门. */
export const caseLevels = ['micro_grid', 'grid', 'community', 'street', 'department'] as const;
export const CaseLevel = z.enum(caseLevels);
export type CaseLevel = z.infer<typeof CaseLevel>;

/** The verbs on one case; each is a noun of its own in the address. */
export const caseVerbs = [
  'accept',
  'refuse',
  'assign',
  'sign',
  'note',
  'resolve',
  'confirm',
  'reopen',
  'edit',
  'disclose_phone',
  'send_back',
  'hand_up',
  'hand_down',
  'involve',
  'whistle',
  'suspend',
  'extend',
  'decide_pause',
  'resume',
  'merge',
  'unmerge',
  'check_elsewhere',
  'urge',
  'supervise',
  'publish',
  'archive',
] as const;
export const CaseVerb = z.enum(caseVerbs);
export type CaseVerb = z.infer<typeof CaseVerb>;

export const Category = z.object({
  id: Id,
  parentId: Id.nullable(),
  code: z.string(),
  name: z.string(),
  /** Danger to life or property: show the number to call before anything else. */
  danger: z.boolean(),
  /** Number to call first for this kind of danger: 119, 120 … */
  callFirst: z.string().nullable(),
  /** What the street promises for it. */
  allowed: TimeAllowed,
  /** No longer offered; cases that have it keep it. */
  ended: z.boolean(),
});
export type Category = z.infer<typeof Category>;
/** Those that are no longer offered come along only when they are asked for. */
export const CategoriesQuery = z.strictObject({ ended: z.enum(['true', 'false']).optional() });
export const Categories = z.object({ categories: z.array(Category) });
export type Categories = z.infer<typeof Categories>;

export const RaiseCase = z.strictObject({
  title: z.string().trim().max(60).optional(),
  body: z.string().trim().min(2).max(4000),
  kind: CaseKind.default('help'),
  categoryId: Id.optional(),
  /** The smallest area known: unit, building, grid … The raiser's home community when left out. */
  areaId: Id.optional(),
  place: z.string().trim().max(120).optional(),
  position: DevicePosition.optional(),
  photoIds: PhotoIds,
  /** Shown to the neighbours once the desk has looked at it. */
  published: z.boolean().default(false),
  /** Whoever handles it does not learn who raised it; the desk does. */
  anonymous: z.boolean().default(false),
  /** For staff who write down somebody else's words. */
  onBehalf: z
    .strictObject({
      name: z.string().trim().min(1).max(40),
      phone: z.string().trim().max(20).optional(),
      source: z.enum(['phone', 'counter', 'hotline', 'visit']),
    })
    .optional(),
});
export type RaiseCase = z.input<typeof RaiseCase>;

export const EditCase = z.strictObject({
  title: z.string().trim().min(2).max(60).optional(),
  categoryId: Id.optional(),
  areaId: Id.optional(),
  place: z.string().trim().max(120).optional(),
});
export type EditCase = z.infer<typeof EditCase>;
export const DisclosePhone = z.strictObject({ reason: z.string().trim().min(2).max(200) });
export const DisclosedPhone = z.object({ phone: z.string() });

/** How a case stands against its deadline: near = more than 80 % of the time is gone; paused = the clock stands still. */
export const DeadlineStanding = z.enum(['none', 'on_time', 'near', 'overdue', 'met', 'missed', 'paused']);
export type DeadlineStanding = z.infer<typeof DeadlineStanding>;

export const CaseSummary = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  kind: CaseKind,
  state: CaseState,
  source: CaseSource,
  danger: z.boolean(),
  category: z.object({ id: Id, name: z.string() }).nullable(),
  community: AreaRef.nullable(),
  grid: AreaRef.nullable(),
  /** Readable place below the community: 2号楼4单元. */
  place: z.string(),
  handler: z.object({ id: Id, name: z.string() }).nullable(),
  raisedAt: Instant,
  dueAt: Instant.nullable(),
  level: CaseLevel,
  suspendedUntil: Instant.nullable(),
  /** The street office watches over it 督办. */
  supervised: z.boolean(),
  standing: DeadlineStanding,
  closedAt: Instant.nullable(),
  version: z.int(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const Case = CaseSummary.extend({
  body: z.string(),
  /** From the community down to the smallest area known. */
  areas: z.array(AreaRef),
  position: Position.nullable(),
  /** Masked (陈**) unless it is the caller. */
  raiser: z.object({
    name: z.string(),
    mine: z.boolean(),
    phone: z.string().nullable().meta({ description: 'masked' }),
  }),
  handlerPerson: z.object({ id: Id, name: z.string(), phone: z.string() }).nullable(),
  acceptedAt: Instant.nullable(),
  assignedAt: Instant.nullable(),
  signedAt: Instant.nullable(),
  resolvedAt: Instant.nullable(),
  resolution: z.string().nullable(),
  refusal: z.string().nullable(),
  confirmation: z
    .object({ solved: z.boolean(), satisfaction: z.int().nullable(), words: z.string().nullable(), at: Instant })
    .nullable(),
  reopenedTimes: z.int(),
  urgedTimes: z.int(),
  /** How many neighbours said 我也是. */
  joinedTimes: z.int(),
  /** Its raiser made it public. */
  published: z.boolean(),
  /** Its raiser's name is kept from the handler. */
  anonymous: z.boolean(),
  mergedInto: z.object({ id: Id, number: z.string() }).nullable(),
  /** The suspension in force, or what was asked and is not decided yet. */
  pause: z
    .object({ kind: z.enum(['suspension', 'extension']), until: Instant, words: z.string(), asked: z.boolean() })
    .nullable(),
  /** 首接负责: the body that signed for it first stays answerable, whoever has it now. */
  firstReceiver: z.object({ id: Id, name: z.string() }).nullable(),
  photos: z.array(Photo),
  communityPhone: z.string(),
  handlerPhone: z.string().nullable(),
  /** What the caller may do with it now. */
  may: z.array(CaseVerb),
});
export type Case = z.infer<typeof Case>;

/** What is counted about cases, one fact each; every one opens to its records. Unit 件. */
export const caseMetrics = [
  'case_raised',
  'case_dispatched',
  'case_responded',
  'case_answered',
  'case_resolved',
  'case_confirmed',
  'case_solved',
  'case_rated',
  'case_satisfied',
  'case_refused',
  'case_reopened',
  'case_closed',
  'case_closed_micro_grid',
  'case_closed_grid',
  'case_closed_community',
  'case_closed_street',
  'case_closed_department',
  'case_closed_unconfirmed',
  'case_sent_back',
  'case_handed_up',
  'case_handed_down',
  'case_involved',
  'case_whistled',
  'case_turned_up',
  'case_suspended',
  'case_extended',
  'case_merged',
  'case_joined',
  'case_spread',
  'case_urged',
  'case_supervised',
  'case_came_near',
  'case_fell_overdue',
  'case_escalated',
] as const;
export const CaseMetric = z.enum(caseMetrics);
export type CaseMetric = z.infer<typeof CaseMetric>;

/** Of these it is also counted how long they took since the raising. */
export const timedMetrics = ['case_answered', 'case_closed'] as const satisfies readonly CaseMetric[];
export const TimedMetric = z.enum(timedMetrics);
export type TimedMetric = z.infer<typeof TimedMetric>;

export const casesProblems = {
  'cases.not_found': {
    status: 404,
    'zh-Hans': '没有找到这件事，或您不能查看。',
    en: 'Not found, or not yours to see.',
  },
  'cases.illegal_move': {
    status: 409,
    'zh-Hans': '这件事的进展变了，现在不能这样做。请看最新进展。',
    en: 'This case has moved on; that can no longer be done. Look at where it is now.',
  },
  'cases.not_yours_to_move': {
    status: 403,
    'zh-Hans': '这一步要由别人来做。',
    en: 'This step is for somebody else to take.',
  },
  'cases.unknown_place': {
    status: 422,
    'zh-Hans': '没有找到这个地点，请重新选。',
    en: 'This place was not found; please choose again.',
  },
  'cases.place_elsewhere': {
    status: 422,
    'zh-Hans': '这个地点不归您这里管，请街道来改。',
    en: 'This place is not yours to look after; ask the street office to change it.',
  },
  'cases.place_needed': {
    status: 422,
    'zh-Hans': '请选一个地点，好知道该谁去办。',
    en: 'Please choose a place, so that we know who should act.',
  },
  'cases.unknown_category': {
    status: 422,
    'zh-Hans': '没有找到这个类别，请重新选。',
    en: 'This category was not found; please choose again.',
  },
  'cases.ended_category': {
    status: 422,
    'zh-Hans': '这个类别现在不用了，请换一个。',
    en: 'This category is no longer used; please choose another.',
  },
  'cases.unknown_photo': {
    status: 422,
    'zh-Hans': '有照片没有传上来，请再传一次。',
    en: 'A photo did not arrive; please send it again.',
  },
  'cases.no_phone': { status: 404, 'zh-Hans': '没有留下电话。', en: 'No phone number was left.' },
} as const;
