import type { Finding, SourceTree } from './source-tree.ts';

const emptyNames = /^(utils?|helpers?|misc|common|types|constants?|services?)$/;

/** Names that say nothing. */
export function checkNames(tree: SourceTree): Finding[] {
  const findings: Finding[] = [];
  for (const { path } of tree.files.values()) {
    const name = path.slice(path.lastIndexOf('/') + 1).split('.')[0] ?? '';
    if (emptyNames.test(name)) {
      findings.push({ path, message: `“${name}” says nothing about what is inside; name the file after what it does` });
    }
  }
  return findings;
}
