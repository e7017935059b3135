import { z } from 'zod';
import { CaseKind } from './cases.ts';
import { Instant } from './wire.ts';

/** What a file of letters may bring; columns are found by their header. */
export const letterFields = [
  'number',
  'raiser',
  'title',
  'raisedAt',
  'body',
  'reply',
  'repliedAt',
  'kind',
  'place',
] as const;
export const LetterField = z.enum(letterFields);
export type LetterField = z.infer<typeof LetterField>;

/** Without these columns no letter can become a closed case. */
export const neededLetterFields = ['number', 'title', 'raisedAt', 'body', 'reply', 'repliedAt'] as const;

/** One answered letter, clean: it becomes a closed case. */
export const Letter = z.strictObject({
  number: z.string().min(1).max(64),
  title: z.string().min(1).max(200),
  body: z.string().min(1).max(20_000),
  kind: CaseKind,
  raisedAt: Instant,
  reply: z.string().min(1).max(20_000),
  repliedAt: Instant,
  place: z.string().max(120).optional(),
  /** How the file names the one who wrote; never resolved to a person. */
  raiser: z.string().max(64).optional(),
});
export type Letter = z.infer<typeof Letter>;

export const letterFaultCodes = [
  'missing',
  'too_long',
  'unreadable_date',
  'date_in_future',
  'reply_before_letter',
  'duplicated_number',
  'unknown_kind',
] as const;
export const LetterFault = z.object({
  code: z.enum(letterFaultCodes),
  field: LetterField.optional(),
  /** The row that carries the same number, for `duplicated_number`; the limit, for `too_long`. */
  figure: z.int().optional(),
});
export type LetterFault = z.infer<typeof LetterFault>;

/** What an import did: `added + skipped + refused = rows`; a dry run adds and skips nothing. */
export const ImportOutcome = z.object({
  rows: z.int(),
  added: z.int(),
  /** Were there already. */
  skipped: z.int(),
  refused: z.int(),
  /** Workbook with the refused rows and the reason of each; null when there are none. */
  returnedFile: z.string().nullable(),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;
