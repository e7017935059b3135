import simplifiedByTraditional from 'opencc-js/dict/TSCharacters';

/**
 * Character by character, not phrase by phrase: only so does a folded piece of a text always stand inside the folded text,
 * which is what searching by pieces rests on.
 */
const simplified = new Map(
  simplifiedByTraditional.split('|').map((entry) => {
    const [from = '', to = from] = entry.split(' ');
    return [from, to];
  }),
).set('〇', '零');
for (const [from, to] of simplified) simplified.set(from, simplified.get(to) ?? to);

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const spaceBesideHan = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu;
const searchableRun = /[\p{L}\p{N}]+/gu;

/**
 * The form in which text is stored for search and compared: half-width, lower case, simplified, without white space beside a Han
 * character. A query of several words is split at its white space first and folded word by word.
 */
export function foldHan(text: string): string {
  const narrow = text.normalize('NFKC').replace(invisible, '').toLowerCase();
  let folded = '';
  for (const character of narrow) folded += simplified.get(character) ?? character;
  return folded.replace(spaceBesideHan, '').trim();
}

/** Every pair of neighbours within a run of letters, digits and Han characters, each once; a run of one stands alone. */
export function bigrams(folded: string): string[] {
  const pairs = new Set<string>();
  for (const [run] of folded.matchAll(searchableRun)) {
    const characters = Array.from(run);
    if (characters.length === 1) pairs.add(run);
    for (let index = 1; index < characters.length; index++) {
      pairs.add(`${characters[index - 1]}${characters[index]}`);
    }
  }
  return [...pairs];
}

/** What a text is found by: its pairs of neighbours, and each character for words of one. */
export function searchPieces(folded: string): string[] {
  const pieces = new Set(bigrams(folded));
  for (const [run] of folded.matchAll(searchableRun)) for (const character of run) pieces.add(character);
  return [...pieces];
}
