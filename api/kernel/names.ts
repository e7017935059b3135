import { Worker } from 'node:worker_threads';
import { foldHan } from './han.ts';

const longestPersonName = 4;
const han = /^\p{Script=Han}+$/u;

/** Whole or first letter, for each syllable: chenguihua, chenguih … cgh. */
function spelt(syllables: readonly string[]): string[] {
  return syllables.reduce<string[]>(
    (heads, syllable) => heads.flatMap((head) => [head + syllable, head + syllable.charAt(0)]),
    [''],
  );
}

/**
 * What a name is found by, the name itself first: its characters, its pinyin and its initials, for a person without the family name as
 * well. `syllables` is one pinyin a character. Nothing of one letter: it would find half the street.
 */
export function nameKeys(name: string, syllables: readonly string[]): string[] {
  const folded = foldHan(name);
  const characters = [...folded];
  const keys = new Set([folded]);
  if (!han.test(folded)) {
    const words = name.trim().split(/\s+/).map(foldHan);
    for (const word of [...words, words.join(''), words.map((word) => [...word][0]).join('')]) keys.add(word);
  } else if (characters.length > longestPersonName) {
    keys.add(syllables.join('')).add(syllables.map((syllable) => syllable.charAt(0)).join(''));
  } else {
    for (const key of spelt(syllables)) keys.add(key);
    if (characters.length > 2) {
      keys.add(characters.slice(0, 2).join('')).add(characters.slice(1).join(''));
      for (const key of spelt(syllables.slice(1))) keys.add(key);
    }
  }
  return [name, ...[...keys].filter((key) => [...key].length > 1)];
}

/** The keys of each name. The dictionary of pinyin takes 34 MB: it is loaded in a thread that ends with the answer. */
export function keysOfNames(names: readonly string[]): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./names-worker.ts', import.meta.url), { workerData: names });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that spells names ended with ${code}`)));
  });
}
