export interface CategoryNode {
  readonly value: string;
  readonly title: string;
  readonly children?: CategoryNode[];
}

/** The flat list as a tree of any depth, for choosing. */
export function categoryTree(
  all: readonly { readonly id: string; readonly parentId: string | null; readonly name: string }[],
  parentId: string | null = null,
): CategoryNode[] {
  return all
    .filter((one) => one.parentId === parentId)
    .map((one) => {
      const children = categoryTree(all, one.id);
      return { value: one.id, title: one.name, ...(children.length > 0 ? { children } : {}) };
    });
}
