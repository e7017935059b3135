import type { TimeAllowed } from '../../../contract/deadlines.ts';
import type { Say } from './use-words.ts';

/** 24 小时, 7 天, 1 个工作日. */
export const allowedWords = (t: Say, { amount, unit }: TimeAllowed): string =>
  t(`deadlines:allowed.${unit}`, { count: amount });
