import path from 'node:path';
import { checkBudgets, sizesOf } from './structure/budgets.ts';
import { checkCycles } from './structure/cycles.ts';
import { checkFaces } from './structure/faces.ts';
import { checkFloors } from './structure/floors.ts';
import { checkModuleFiles } from './structure/module-files.ts';
import { checkNames } from './structure/names.ts';
import { checkProblemCodes } from './structure/problem-codes.ts';
import { readSourceTree } from './structure/source-tree.ts';

/** The rules of the house (BLUEPRINT §2); each finding says what to do instead. */
const rules = [checkFloors, checkFaces, checkCycles, checkModuleFiles, checkNames, checkProblemCodes, checkBudgets];

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..'));
const tree = readSourceTree(root);
const findings = rules.flatMap((rule) => rule(tree));
for (const { path: where, line, message } of findings) {
  process.stdout.write(`${where}${line ? `:${line}` : ''}: ${message}\n`);
}
const { files, median, p90, largest } = sizesOf(tree);
process.stdout.write(
  `${files} source files, median ${median} lines, 90th percentile ${p90}, largest ${largest[0]?.lines ?? 0}; ${findings.length} findings\n`,
);
process.exitCode = findings.length > 0 ? 1 : 0;
