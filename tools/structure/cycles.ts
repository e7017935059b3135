import type { Finding, SourceTree } from './source-tree.ts';

/** Files that import each other in a circle; imports of types only do not count. */
export function checkCycles(tree: SourceTree): Finding[] {
  const findings: Finding[] = [];
  const done = new Set<string>();
  const trail: string[] = [];

  function visit(path: string): void {
    const again = trail.indexOf(path);
    if (again >= 0) {
      const circle = [...trail.slice(again), path].join(' → ');
      findings.push({ path, message: `imports in a circle: ${circle}; move what they share into a file below both` });
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const { to, ours, typeOnly } of tree.files.get(path)?.arrows ?? []) {
      if (ours && !typeOnly && tree.files.has(to)) visit(to);
    }
    trail.pop();
    done.add(path);
  }

  for (const path of tree.files.keys()) visit(path);
  return findings;
}
