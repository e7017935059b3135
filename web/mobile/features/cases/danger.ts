import type { Category } from '../../../../contract/cases.ts';
import type { Say } from '../../../client/i18n/use-words.ts';

export interface Danger {
  /** Number to call before anything else. */
  readonly number: string;
  /** What was recognised, in the person's or the street's words. */
  readonly what: string;
}

const numbers = ['119', '120', '110'] as const;

/** Danger by the category chosen or suggested first, else by words that leave no doubt (着火, 晕倒). */
export function dangerOf(
  chosen: Category | undefined,
  suggested: readonly Category[],
  words: string,
  t: Say,
): Danger | undefined {
  const category = [chosen, suggested[0]].find((one) => one?.danger);
  if (category) return { number: category.callFirst ?? '110', what: category.name };
  const text = words.toLowerCase();
  for (const number of numbers) {
    const what = t(`mobile:danger.words.${number}`)
      .split('|')
      .find((word) => text.includes(word));
    if (what) return { number, what };
  }
  return undefined;
}
