import { floorsOf, moduleOf } from './floors.ts';
import type { Finding, SourceTree } from './source-tree.ts';

const parts = ['index', 'routes', 'actions', 'rules', 'policy', 'queries', 'jobs', 'sync', 'reports'];
const needed = ['index', 'routes', 'policy'];

/** One capability, one name, four places; inside a module the same few files. */
export function checkModuleFiles(tree: SourceTree): Finding[] {
  const findings: Finding[] = [];
  const modules = new Set<string>();
  for (const { path, isTest } of tree.files.values()) {
    const name = moduleOf(path);
    if (!name) continue;
    modules.add(name);
    const inside = path.slice(`api/modules/${name}/`.length);
    if (!isTest && !parts.some((part) => inside === `${part}.ts`)) {
      findings.push({
        path,
        message: `a module has ${parts.join(', ')} (.ts) and tests, nothing else; put it into one of them, or make two modules of it`,
      });
    }
  }
  const floors = floorsOf(tree);
  for (const name of modules) {
    const folder = `api/modules/${name}`;
    for (const part of needed) {
      if (!tree.files.has(`${folder}/${part}.ts`)) {
        findings.push({ path: folder, message: `${part}.ts is missing; every module has ${needed.join(', ')}` });
      }
    }
    if (!tree.has(`contract/${name}.ts`)) {
      findings.push({ path: folder, message: `what crosses the wire is missing: write contract/${name}.ts` });
    }
    if (!tree.has(`docs/modules/${name}.md`)) {
      findings.push({ path: folder, message: `its page is missing: write docs/modules/${name}.md` });
    }
    if (!floors.includes(name)) {
      findings.push({ path: folder, message: 'it has no floor: add it to the list in api/modules.ts' });
    }
  }
  return findings;
}
