import { z } from 'zod';
import { CaseKind } from './cases.ts';
import { Id, Instant } from './wire.ts';

/** What a list of the hotline 12345 may bring; columns are found by their header. */
export const orderFields = [
  'number',
  'title',
  'body',
  'calledAt',
  'caller',
  'phone',
  'kind',
  'category',
  'community',
  'place',
  'wantedBy',
  'urgency',
  'confidential',
] as const;
export const OrderField = z.enum(orderFields);
export type OrderField = z.infer<typeof OrderField>;

/** Without these columns no order can become a case. */
export const neededOrderFields = ['number', 'body', 'calledAt'] as const satisfies readonly OrderField[];

/** 紧急 runs by the street's class of danger, 加急 by that of water, power, gas and heat, where the category allows more. */
export const OrderUrgency = z.enum(['usual', 'pressing', 'urgent']);
export type OrderUrgency = z.infer<typeof OrderUrgency>;

/** One order of the hotline, clean: it becomes an open case. */
export const Order = z.strictObject({
  number: z.string().min(1).max(64),
  title: z.string().max(200),
  body: z.string().min(2).max(20_000),
  calledAt: Instant,
  /** Whoever called, as the list names them; never resolved to an account. */
  caller: z.string().max(40),
  phone: z.string().max(20),
  kind: CaseKind,
  /** Name or path in the tree of categories, as the list writes it. */
  category: z.string(),
  community: z.string(),
  place: z.string().max(120),
  /** 办理时限: when the hotline wants it done; null when it says nothing. */
  wantedBy: Instant.nullable(),
  urgency: OrderUrgency,
  confidential: z.boolean(),
});
export type Order = z.infer<typeof Order>;

export const orderFaultCodes = [
  'missing',
  'too_long',
  'unreadable_date',
  'date_in_future',
  'wanted_before_call',
  'duplicated_number',
  'unknown_kind',
  'unknown_urgency',
  'unknown_flag',
  'other_community',
] as const;
export type OrderFaultCode = (typeof orderFaultCodes)[number];
export interface OrderFault {
  code: OrderFaultCode;
  field?: OrderField;
  /** The row that carries the same number, or the limit. */
  figure?: number;
  value?: string;
}

export const HotlineImportQuery = z.strictObject({
  /** The community, or the street, that the list was sent to. */
  area: Id,
  dryRun: z.enum(['true', 'false']).default('true'),
  /** `field=header`, for columns named by hand. */
  map: z
    .union([z.string().max(200), z.array(z.string().max(200)).max(20)])
    .transform((one) => (Array.isArray(one) ? one : [one]))
    .optional(),
});

/** One order as it would become a case. */
export const OrderPreview = z.object({
  row: z.int(),
  number: z.string(),
  title: z.string(),
  kind: CaseKind,
  calledAt: Instant,
  category: z.string().nullable().meta({ description: 'null: not found in the tree' }),
  place: z.string().meta({ description: 'the smallest area that was certain' }),
  dueAt: Instant,
  /** Masked. */
  caller: z.string(),
  confidential: z.boolean(),
});
export type OrderPreview = z.infer<typeof OrderPreview>;

const Unmatched = z.object({ value: z.string(), rows: z.int() });

/** What a list comes to. `fresh + present + faulty = rows`; the duplicated are among the faulty. */
export const HotlineOutcome = z.object({
  sheet: z.object({
    headers: z.array(z.string()),
    /** Which header each field was found under. */
    columns: z.partialRecord(OrderField, z.string()),
    /** Needed and not found: then nothing else was looked at. */
    missing: z.array(OrderField),
  }),
  rows: z.int(),
  /** Not in before this call. */
  fresh: z.int(),
  /** In already, by the hotline's number. */
  present: z.int(),
  faulty: z.int(),
  /** Number stands in an earlier row of the same file. */
  duplicated: z.int(),
  /** Would be late the moment they come in. */
  late: z.int(),
  preview: z.array(OrderPreview),
  unmatchedPlaces: z.array(Unmatched),
  unmatchedCategories: z.array(Unmatched),
  faults: z.array(z.object({ row: z.int(), words: z.string() })),
  /** Workbook with the faulty rows, base64. */
  returned: z.string().nullable(),
  /** Written by this call. */
  added: z.int(),
  /** Still to be written: the same call again goes on. */
  left: z.int(),
  importId: Id.nullable(),
});
export type HotlineOutcome = z.infer<typeof HotlineOutcome>;

/** A list that came in. */
export const HotlineImport = z.object({
  id: Id,
  area: z.object({ id: Id, name: z.string() }),
  startedAt: Instant,
  startedBy: z.string().nullable(),
  cases: z.int(),
  open: z.int(),
});
export type HotlineImport = z.infer<typeof HotlineImport>;
export const HotlineImports = z.object({ imports: z.array(HotlineImport) });
export type HotlineImports = z.infer<typeof HotlineImports>;

export const HotlineReplyQuery = z.strictObject({ import: Id });

export const hotlineProblems = {
  'hotline.columns_missing': {
    status: 422,
    'zh-Hans': '没有找到这些列：{missing}。表头有：{headers}。请指定它们是哪一列。',
    en: 'These columns were not found: {missing}. The header has: {headers}. Say which columns they are.',
  },
  'hotline.unknown_column': {
    status: 422,
    'zh-Hans': '看不懂“{pair}”指的是哪一列。',
    en: '“{pair}” does not name a column.',
  },
  'hotline.wrong_area': {
    status: 422,
    'zh-Hans': '请选一个社区，或整个街道。',
    en: 'Choose a community, or the whole street.',
  },
  'hotline.import_not_found': {
    status: 404,
    'zh-Hans': '没有找到这次导入，或您不能查看。',
    en: 'This import was not found, or is not yours to see.',
  },
} as const;
