import type { Language } from '../../../contract/wire.ts';
import type { Words } from './start.ts';

/** Every area of words that is not part of the first load, one small file each. */
const files = import.meta.glob<Words>(['./*/*.json', '!./*/{accounts,cases,common,console,mobile}.json'], {
  import: 'default',
});

const needed = new Set<string>();

/** Names areas (files) that will be shown from now on, in this language and in those chosen later. */
export function need(areas: readonly string[]): void {
  for (const area of areas) needed.add(area);
}

export async function loadNeeded(language: Language): Promise<Record<string, Words>> {
  const loaded = await Promise.all(
    [...needed].map(async (area) => {
      const load = files[`./${language}/${area}.json`];
      if (!load) throw new Error(`There are no words ${area} in ${language}`);
      return [area, await load()] as const;
    }),
  );
  return Object.fromEntries(loaded);
}
