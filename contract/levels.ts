import { z } from 'zod';

/** Why a case goes to another desk; for staff. */
export const MoveLevel = z.strictObject({ words: z.string().trim().min(2).max(2000) });
export type MoveLevel = z.infer<typeof MoveLevel>;
