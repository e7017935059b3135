import type { Labels } from '../../api/kernel/language.ts';
import { toTraditional } from '../../api/kernel/traditional.ts';

/** A label kept as data: written in simplified Chinese and English, the traditional form follows from the first. */
export function labelsOf(zhHans: string, en: string): Labels {
  return { 'zh-Hans': zhHans, 'zh-Hant': toTraditional(zhHans), en };
}
