import type { Category } from '../../../../contract/cases.ts';

const pairs = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Categories without children: what a request can be filed under. */
export const leaves = (categories: readonly Category[]): Category[] => {
  const parents = new Set(categories.map(({ parentId }) => parentId));
  return categories.filter(({ id }) => !parents.has(id));
};

export interface CategoryGroup {
  readonly id: string;
  /** 城乡建设 · 安全生产 */
  readonly heading: string;
  readonly choices: readonly Category[];
}

/** What can be chosen, under the names of what it stands below; what nothing stands above or below is a group of its own. */
export function groupsOf(categories: readonly Category[], parentId: string | null = null, above = ''): CategoryGroup[] {
  const parents = new Set(categories.map((one) => one.parentId));
  return categories
    .filter((one) => one.parentId === parentId && (parentId === null || parents.has(one.id)))
    .flatMap((one) => {
      const heading = above ? `${above} · ${one.name}` : one.name;
      const choices = parents.has(one.id)
        ? categories.filter((each) => each.parentId === one.id && !parents.has(each.id))
        : [one];
      const own = choices.length > 0 ? [{ id: one.id, heading, choices }] : [];
      return [...own, ...groupsOf(categories, one.id, heading)];
    });
}

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
