import fs from 'node:fs';
import path from 'node:path';
import { type ParseResult, parseSync } from 'oxc-parser';

/** One import, re-export or dynamic import of a file. */
export interface Arrow {
  /** Path from the root for our own files, else the package as written. */
  to: string;
  /** Whether it is another file of this tree. */
  ours: boolean;
  /** Only types: nothing of it is there when the program runs. */
  typeOnly: boolean;
  line: number;
}

export interface SourceFile {
  /** From the root, with forward slashes: `api/kernel/db.ts`. */
  path: string;
  lines: number;
  isTest: boolean;
  arrows: Arrow[];
  program: ParseResult['program'];
}

/** A finding with what to do instead. */
export interface Finding {
  path: string;
  line?: number;
  message: string;
}

/** The tree as the rules see it. */
export interface SourceTree {
  root: string;
  files: ReadonlyMap<string, SourceFile>;
  has(relative: string): boolean;
}

const roots = ['api', 'contract', 'web', 'tools', 'bench', 'db', 'e2e'];
const passedOver = new Set(['node_modules', 'dist', 'var']);

/** Reads and parses every .ts and .tsx file of our own. */
export function readSourceTree(root: string): SourceTree {
  const files = new Map<string, SourceFile>();
  for (const folder of roots) {
    for (const found of walk(path.join(root, folder))) {
      const relative = path.relative(root, found).split(path.sep).join('/');
      files.set(relative, parseFile(relative, fs.readFileSync(found, 'utf8')));
    }
  }
  return { root, files, has: (relative) => fs.existsSync(path.join(root, relative)) };
}

function walk(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (passedOver.has(entry.name)) return [];
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return walk(full);
    return /\.tsx?$/.test(entry.name) ? [full] : [];
  });
}

/** @throws SyntaxError naming the file when it cannot be parsed. */
export function parseFile(relative: string, text: string): SourceFile {
  const { module, program, errors } = parseSync(relative, text);
  const [fault] = errors;
  if (fault) throw new SyntaxError(`${relative}: ${fault.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const arrow = (specifier: string, typeOnly: boolean, start: number): Arrow => {
    const ours = specifier.startsWith('.');
    const to = ours ? path.posix.join(path.posix.dirname(relative), specifier) : specifier;
    return { to, ours, typeOnly, line: lineAt(start) };
  };
  const imports = module.staticImports.map(({ moduleRequest, entries, start }) =>
    arrow(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType), start),
  );
  const exports = module.staticExports.flatMap(({ entries, start }) => {
    const passedOn = entries.filter((entry) => entry.moduleRequest);
    const [first] = passedOn;
    const typeOnly = passedOn.every((entry) => entry.isType);
    return first?.moduleRequest ? [arrow(first.moduleRequest.value, typeOnly, start)] : [];
  });
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest, start }) => {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    const specifier = /^['"`]([^'"`$]+)['"`]$/.exec(written)?.[1];
    return specifier ? [arrow(specifier, false, start)] : [];
  });
  const lines = text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return {
    path: relative,
    lines,
    isTest: /\.(test|matrix)\.tsx?$/.test(relative),
    arrows: [...imports, ...exports, ...dynamic],
    program,
  };
}
