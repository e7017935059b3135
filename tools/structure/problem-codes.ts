import type { Finding, SourceFile, SourceTree } from './source-tree.ts';

const kernelFile = 'api/kernel/problems.ts';
const kernelStarts = ['request', 'file', 'server'];

/** Keys of the object that `export const …Problems = { … }` holds, with the name of the constant. */
export function problemTablesOf(file: SourceFile): { name: string; codes: string[] }[] {
  return file.program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return [];
    return statement.declaration.declarations.flatMap(({ id, init }) => {
      if (id.type !== 'Identifier' || !id.name.endsWith('Problems')) return [];
      let value = init;
      while (value?.type === 'TSAsExpression' || value?.type === 'TSSatisfiesExpression') value = value.expression;
      if (value?.type !== 'ObjectExpression') return [];
      const codes = value.properties.flatMap((property) =>
        property.type === 'Property' && property.key.type === 'Literal' ? [String(property.key.value)] : [],
      );
      return [{ name: id.name, codes }];
    });
  });
}

/** A code is declared once and starts with the name of the module that raises it. */
export function checkProblemCodes(tree: SourceTree): Finding[] {
  const findings: Finding[] = [];
  const declaredIn = new Map<string, string>();
  for (const file of tree.files.values()) {
    const contract = /^contract\/([\w-]+)\.ts$/.exec(file.path)?.[1];
    if ((!contract && file.path !== kernelFile) || file.isTest) continue;
    const starts = contract ? [contract] : kernelStarts;
    for (const code of problemTablesOf(file).flatMap(({ codes }) => codes)) {
      if (!starts.includes(code.split('.')[0] ?? '') || !/^[a-z]+\.[a-z_]+$/.test(code)) {
        const wanted = starts.map((start) => `${start}.…`).join(' or ');
        findings.push({ path: file.path, message: `problem code ${code} has to read ${wanted}; rename it` });
      }
      const before = declaredIn.get(code);
      if (before)
        findings.push({
          path: file.path,
          message: `problem code ${code} is declared in ${before} already; use that one`,
        });
      declaredIn.set(code, file.path);
    }
  }
  return findings;
}
