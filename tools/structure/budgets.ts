import type { Finding, SourceTree } from './source-tree.ts';

export const budgets = { median: 60, p90: 200, most: 400 } as const;

export interface Sizes {
  files: number;
  median: number;
  p90: number;
  largest: { path: string; lines: number }[];
}

/** Lines of our hand-written source without tests. */
export function sizesOf(tree: SourceTree): Sizes {
  const sources = [...tree.files.values()]
    .filter(({ path, isTest }) => !isTest && !path.startsWith('e2e/'))
    .sort((a, b) => a.lines - b.lines);
  const at = (share: number) => sources[Math.min(sources.length - 1, Math.floor(sources.length * share))]?.lines ?? 0;
  const largest = sources.slice(-5).reverse();
  return { files: sources.length, median: at(0.5), p90: at(0.9), largest };
}

/** File budgets (BLUEPRINT §2). */
export function checkBudgets(tree: SourceTree): Finding[] {
  const { median, p90, largest } = sizesOf(tree);
  const findings: Finding[] = [...tree.files.values()]
    .filter(({ lines, isTest }) => !isTest && lines > budgets.most)
    .map(({ path, lines }) => ({
      path,
      message: `${lines} lines, ${budgets.most} at most; split it by meaning (a module too: when actions.ts passes 250 lines it becomes two)`,
    }));
  const examples = largest.map(({ path, lines }) => `${path} (${lines})`).join(', ');
  if (median > budgets.median) {
    findings.push({
      path: '.',
      message: `the median file has ${median} lines, ${budgets.median} at most; ${examples}`,
    });
  }
  if (p90 > budgets.p90) {
    findings.push({
      path: '.',
      message: `a tenth of the files has ${p90} lines or more, ${budgets.p90} at most; ${examples}`,
    });
  }
  return findings;
}
