import { z } from 'zod';

/** Putting a case that is over away needs no words. */
export const ArchiveCase = z.strictObject({});
