import { z } from 'zod';

/** What every route shares on the wire: ids, instants, pages, problems, languages. */

export const Id = z.uuid().meta({ description: 'UUIDv7' });
const isOfOurTime = (text: string) => text >= '1900' && text < '3000';
/** ISO 8601 with offset (of no more than 14 hours, as on earth), UTC on the way out. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => isOfOurTime(text) && !/[+-](1[5-9]|2\d):\d\d$/.test(text));
/** A calendar day in Asia/Shanghai, `2026-11-21`. */
export const Day = z.iso.date().refine(isOfOurTime);

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

export const Limit = z.coerce.number().int().min(1).max(100).default(20);
/** Opaque position after the last row seen; comes from `nextCursor`, never built by a client. */
export const Cursor = z.string().max(400);

export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: Cursor.nullable() });

/** RFC 9457. `code` is stable; `title` and `detail` are in the caller's language. */
export const ProblemBody = z.object({
  type: z.string(),
  status: z.int(),
  code: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  requestId: z.string().optional(),
});
export type ProblemBody = z.infer<typeof ProblemBody>;

/** WGS-84, degrees. */
export const Position = z.strictObject({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
export type Position = z.infer<typeof Position>;

/** A position as a device gives it: browsers in China may give GCJ-02, which lies some hundred metres off; it is kept as WGS-84. */
export const DevicePosition = Position.extend({ crs: z.enum(['wgs84', 'gcj02']).default('wgs84') });
export type DevicePosition = z.input<typeof DevicePosition>;

export const IdParams = z.strictObject({ id: Id });
export const Nothing = z.null();
