import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBudgets } from './budgets.ts';
import { checkCycles } from './cycles.ts';
import { checkFaces } from './faces.ts';
import { checkFloors, floorsOf } from './floors.ts';
import { checkModuleFiles } from './module-files.ts';
import { checkNames } from './names.ts';
import { checkProblemCodes } from './problem-codes.ts';
import { type Finding, readSourceTree, type SourceTree } from './source-tree.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

/** A house of two modules that breaks no rule; `changes` puts files in its place. */
function houseWith(changes: Record<string, string>): SourceTree {
  const house: Record<string, string> = {
    'api/modules.ts': `import { lowModule } from './modules/low/index.ts';
      import { highModule } from './modules/high/index.ts';
      export function buildModules() { return [lowModule(), highModule()]; }`,
    'api/kernel/db.ts': 'export const db = 1;',
    'api/kernel/permissions.ts': 'export interface PermissionTable { a: string }',
    'contract/low.ts': `import { z } from 'zod'; export const Low = z.string(); export const lowProblems = { 'low.not_found': { status: 404 } } as const;`,
    'contract/high.ts': `export const highProblems = { 'high.not_found': { status: 404 } } as const;`,
    'docs/modules/low.md': '# Low',
    'docs/modules/high.md': '# High',
    'web/mobile/features/low/screens/list.tsx': `import type { Low } from '../../../../../contract/low.ts'; export const list = (low: typeof Low) => low;`,
    ...changes,
  };
  for (const name of ['low', 'high']) {
    const folder = `api/modules/${name}`;
    house[`${folder}/index.ts`] ??= `export const ${name}Module = () => '${name}';`;
    house[`${folder}/routes.ts`] ??= 'export const routes = [];';
    house[`${folder}/policy.ts`] ??=
      `import type { PermissionTable } from '../../kernel/permissions.ts'; export type T = PermissionTable;`;
  }
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-structure-'));
  folders.push(root);
  for (const [file, text] of Object.entries(house)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), `${text}\n`);
  }
  return readSourceTree(root);
}

function said(findings: readonly Finding[]): string {
  return findings.map(({ path: where, line, message }) => `${where}:${line ?? ''} ${message}`).join('\n');
}

describe('a house in order', () => {
  it('gives no finding', () => {
    const tree = houseWith({});
    const rules = [checkFloors, checkFaces, checkCycles, checkModuleFiles, checkNames, checkProblemCodes, checkBudgets];
    expect(rules.flatMap((rule) => rule(tree))).toEqual([]);
  });
  it('reads the floors from api/modules.ts', () => {
    expect(floorsOf(houseWith({}))).toEqual(['low', 'high']);
  });
});

describe('floors', () => {
  it.each([
    [
      'a module below imports one above',
      'api/modules/low/actions.ts',
      `import { highModule } from '../high/index.ts'; export const a = highModule;`,
      'low stands below high',
    ],
    [
      'a module reaches past the face of another',
      'api/modules/high/actions.ts',
      `import { x } from '../low/queries.ts'; export const a = x;`,
      'meet only at index.ts',
    ],
    [
      'whatever is not a module reaches past a face',
      'db/demo/index.ts',
      `import { x } from '../../api/modules/low/queries.ts'; export const a = x;`,
      'meet only at index.ts',
    ],
    [
      'the kernel imports a module',
      'api/kernel/http.ts',
      `import { lowModule } from '../modules/low/index.ts'; export const a = lowModule;`,
      'the kernel knows no module',
    ],
    [
      'routes touch SQL',
      'api/modules/low/routes.ts',
      `import * as queries from './queries.ts'; export const a = queries;`,
      'routes hold no SQL',
    ],
    [
      'routes touch the database',
      'api/modules/low/routes.ts',
      `import { db } from '../../kernel/db.ts'; export const a = db;`,
      'routes hold no SQL',
    ],
    [
      'rules take a value of the kernel',
      'api/modules/low/rules.ts',
      `import { db } from '../../kernel/db.ts'; export const a = db;`,
      'rules.ts is pure',
    ],
    [
      'policy imports a package',
      'api/modules/low/policy.ts',
      `import fs from 'node:fs'; export const a = fs;`,
      'rules and policy are pure',
    ],
    [
      'a contract imports a package',
      'contract/low.ts',
      `import fs from 'node:fs'; export const a = fs;`,
      'zod and other contracts only',
    ],
    [
      'a contract imports the server',
      'contract/low.ts',
      `import { db } from '../api/kernel/db.ts'; export const a = db;`,
      'zod and other contracts only',
    ],
    [
      'a module imports the app',
      'api/modules/low/actions.ts',
      `import { buildModules } from '../../modules.ts'; export const a = buildModules;`,
      'take it from the World',
    ],
  ])('refuses that %s', (_, file, text, words) => {
    const findings = checkFloors(houseWith({ [file]: text }));
    expect(said(findings)).toContain(words);
    expect(findings[0]?.path).toBe(file);
  });
  it('lets a module above import the face of one below, and a test import anything', () => {
    const tree = houseWith({
      'api/modules/high/actions.ts': `import { lowModule } from '../low/index.ts'; export const a = lowModule;`,
      'api/modules/low/low.test.ts': `import { highModule } from '../high/index.ts'; export const a = highModule;`,
    });
    expect(checkFloors(tree)).toEqual([]);
  });
});

describe('faces', () => {
  it.each([
    [
      'imports the server',
      'web/client/x.ts',
      `import { db } from '../../api/kernel/db.ts'; export const a = db;`,
      'never imports the server',
    ],
    [
      'imports another feature',
      'web/mobile/features/high/screens/a.tsx',
      `import { list } from '../../low/screens/list.tsx'; export const a = list;`,
      'features do not import each other',
    ],
    [
      'imports the other face',
      'web/console/app/a.ts',
      `import { list } from '../../mobile/features/low/screens/list.tsx'; export const a = list;`,
      'faces do not import each other',
    ],
    [
      'loads zod on a phone',
      'web/mobile/app/a.ts',
      `import { Low } from '../../../contract/low.ts'; export const a = Low;`,
      'types only',
    ],
    [
      'calls from a drawing part',
      'web/ui/a.tsx',
      `import { call } from '../client/http.ts'; export const a = call;`,
      'web/ui draws',
    ],
  ])('refuses a file that %s', (_, file, text, words) => {
    expect(said(checkFaces(houseWith({ [file]: text })))).toContain(words);
  });
});

describe('cycles', () => {
  it('names the circle, and leaves circles of types alone', () => {
    const circle = {
      'api/kernel/a.ts': `import { b } from './b.ts'; export const a = b;`,
      'api/kernel/b.ts': `import { a } from './a.ts'; export const b = a;`,
    };
    expect(said(checkCycles(houseWith(circle)))).toContain('api/kernel/a.ts → api/kernel/b.ts → api/kernel/a.ts');
    const ofTypes = {
      ...circle,
      'api/kernel/b.ts': `import type { a } from './a.ts'; export const b = 1 as typeof a;`,
    };
    expect(checkCycles(houseWith(ofTypes))).toEqual([]);
  });
});

describe('files of a module', () => {
  it('refuses a file of another name and misses contract, page, parts and floor', () => {
    const tree = houseWith({
      'api/modules/low/queries-more.ts': 'export {};',
      'api/modules/third/index.ts': 'export {};',
    });
    const words = said(checkModuleFiles(tree));
    expect(words).toContain('api/modules/low/queries-more.ts: a module has');
    for (const missing of ['routes.ts is missing', 'contract/third.ts', 'docs/modules/third.md', 'it has no floor']) {
      expect(words).toContain(missing);
    }
  });
  it('refuses names that say nothing', () => {
    expect(said(checkNames(houseWith({ 'api/kernel/utils.ts': 'export {};' })))).toContain('“utils” says nothing');
  });
});

describe('problem codes', () => {
  it('start with the module and stand once', () => {
    const tree = houseWith({
      'contract/high.ts': `export const highProblems = { 'low.not_found': { status: 404 }, 'high.gone': { status: 410 } } as const;`,
    });
    expect(said(checkProblemCodes(tree))).toContain('low.not_found has to read high.…');
    expect(said(checkProblemCodes(tree))).toContain('declared in');
  });
});

describe('budgets', () => {
  it('refuses a file above 400 lines, a long median and a long tail', () => {
    const long = Array.from({ length: 401 }, (_, line) => `export const a${line} = ${line};`).join('\n');
    const middling = Array.from({ length: 210 }, (_, line) => `export const b${line} = ${line};`).join('\n');
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`bench/part${n}.ts`, middling]));
    const words = said(checkBudgets(houseWith({ 'api/kernel/long.ts': long, ...many })));
    expect(words).toContain('api/kernel/long.ts: 401 lines');
    expect(words).toContain('the median file has 210 lines');
    expect(words).toContain('a tenth of the files');
  });
});
