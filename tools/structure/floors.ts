import type { Arrow, Finding, SourceFile, SourceTree } from './source-tree.ts';

const moduleFile = /^api\/modules\/([\w-]+)\//;

export function moduleOf(file: string): string | undefined {
  return moduleFile.exec(file)?.[1];
}

/** Modules from the lowest floor to the highest: the order of the list in api/modules.ts. */
export function floorsOf(tree: SourceTree): string[] {
  const list = tree.files.get('api/modules.ts');
  if (!list) return [];
  const folderOf = new Map<string, string>();
  let order: string[] = [];
  for (const statement of list.program.body) {
    if (statement.type === 'ImportDeclaration') {
      const folder = /^\.\/modules\/([\w-]+)\/index\.ts$/.exec(statement.source.value)?.[1];
      for (const { local } of folder ? statement.specifiers : []) folderOf.set(local.name, folder ?? '');
    }
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'FunctionDeclaration') continue;
    for (const inner of statement.declaration.body?.body ?? []) {
      if (inner.type !== 'ReturnStatement' || inner.argument?.type !== 'ArrayExpression') continue;
      order = inner.argument.elements.flatMap((element) =>
        element?.type === 'CallExpression' && element.callee.type === 'Identifier'
          ? (folderOf.get(element.callee.name) ?? [])
          : [],
      );
    }
  }
  return order;
}

/** The arrows between modules, and from the parts of one module to what they may know. */
export function checkFloors(tree: SourceTree): Finding[] {
  const floors = floorsOf(tree);
  const findings: Finding[] = [];
  for (const file of tree.files.values()) {
    for (const arrow of file.arrows) {
      const message = faultOf(file, arrow, floors);
      if (message) findings.push({ path: file.path, line: arrow.line, message });
    }
  }
  return findings;
}

function faultOf(file: SourceFile, arrow: Arrow, floors: readonly string[]): string | undefined {
  if (!arrow.ours) return foreign(file, arrow);
  const own = moduleOf(file.path);
  const other = moduleOf(arrow.to);
  if (file.path.startsWith('api/kernel/') && other && !file.isTest) {
    return 'the kernel knows no module; let the module hand in a function, or move the shared part into the kernel';
  }
  if (file.path.startsWith('contract/') && !arrow.to.startsWith('contract/')) {
    return 'a contract imports zod and other contracts only; move what it needs into contract/';
  }
  if (file.isTest) return undefined;
  if (other && other !== own && !arrow.to.endsWith('/index.ts')) {
    return `modules meet only at index.ts; export it from api/modules/${other}/index.ts and import that`;
  }
  if (own && other && own !== other && floors.includes(own) && floors.indexOf(other) > floors.indexOf(own)) {
    return `${own} stands below ${other} in api/modules.ts and may not import it; let ${other} import ${own}, or move the shared part to a module above both`;
  }
  if (own && /^(api\/(app|open-world|main|modules)\.ts|db\/|tools\/|bench\/|web\/)/.test(arrow.to)) {
    return 'a module knows contract/, the kernel and modules below; take it from the World handed in';
  }
  return own ? partFault(file, arrow) : undefined;
}

function foreign(file: SourceFile, { to }: Arrow): string | undefined {
  if (file.path.startsWith('contract/') && !file.isTest && to !== 'zod') {
    return 'a contract imports zod and other contracts only; faces and server both load it';
  }
  if (/^api\/modules\/[\w-]+\/(rules|policy)\.ts$/.test(file.path)) {
    return 'rules and policy are pure and import the contract only; hand the value in as a parameter';
  }
  return undefined;
}

function partFault(file: SourceFile, { to, typeOnly }: Arrow): string | undefined {
  const part = file.path.slice(file.path.lastIndexOf('/') + 1);
  if (part === 'routes.ts' && (to.endsWith('/queries.ts') || /^api\/kernel\/(db|sql)\.ts$/.test(to))) {
    return 'routes hold no SQL; put the verb into actions.ts or the view into reports.ts and call that';
  }
  if (part === 'rules.ts' || part === 'policy.ts') {
    if (to.startsWith('contract/') || (typeOnly && to.startsWith('api/kernel/'))) return undefined;
    return `${part} is pure and imports the contract only (kernel: types only); hand the value in as a parameter`;
  }
  return undefined;
}
