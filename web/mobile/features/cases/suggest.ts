import type { Category } from '../../../../contract/cases.ts';

const pairs = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Categories without children: what a request can be filed under. */
export const leaves = (categories: readonly Category[]): Category[] => {
  const parents = new Set(categories.map(({ parentId }) => parentId));
  return categories.filter(({ id }) => !parents.has(id));
};

/**
 * Categories whose name shares two neighbouring characters with the words (Chinese) or a whole word of four letters and
 * more (English); those that share most first, at most `most`.
 */
export function suggestCategories(words: string, categories: readonly Category[], most = 3): Category[] {
  const text = words.toLowerCase();
  const said = pairs(text);
  return leaves(categories)
    .map((category) => ({ category, shared: shared(category.name.toLowerCase(), text, said) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map(({ category }) => category);
}

function shared(name: string, text: string, said: ReadonlySet<string>): number {
  const latin = name.match(/[a-z]{4,}/g);
  if (latin) return latin.filter((word) => text.includes(word)).length;
  return [...pairs(name.replace(/[^\p{Script=Han}]/gu, ''))].filter((pair) => said.has(pair)).length;
}
