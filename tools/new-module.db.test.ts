import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-module-'));
// The account that runs PostgreSQL for root has to pass through.
fs.chmodSync(copy, 0o711);
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

/** Runs a program of the copy on this Node. @throws with what it wrote when it fails. */
function run(...args: string[]): string {
  const options = { cwd: copy, encoding: 'utf8', env: { ...process.env, CI: '1' } } as const;
  try {
    return execFileSync(process.execPath, args, { ...options, stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${args.join(' ')}\n${stdout}\n${stderr}`);
  }
}

// The way of docs/how-to/add-a-module.md, step by step, in a copy of this tree.
it('makes a module that passes structure, types, format and its own tests as it is', () => {
  for (const part of [
    'api',
    'bench',
    'contract',
    'db',
    'docs',
    'e2e',
    'tools',
    'web',
    'tsconfig.json',
    'vitest.config.ts',
    'biome.json',
    'package.json',
    '.gitignore',
  ]) {
    fs.cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  execFileSync('git', ['init', '-q'], { cwd: copy });

  run('tools/new-module.ts', 'visits', 'visit', '走访');
  expect(fs.readFileSync(path.join(copy, 'db/schema.sql'), 'utf8')).toContain('create table visit (');
  expect(run('tools/check-structure.ts')).toContain('0 findings');
  run('node_modules/typescript/bin/tsc', '--noEmit');
  run('node_modules/@biomejs/biome/bin/biome', 'check', 'api/modules', 'api/modules.ts', 'contract');
  const tests = ['api/modules/visits/visits.test.ts', 'api/catalogue.db.test.ts'];
  run(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'api',
    'bench',
    '--reporter=json',
    '--outputFile=result.json',
    ...tests,
  );
  const result = JSON.parse(fs.readFileSync(path.join(copy, 'result.json'), 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  expect(result.numFailedTests).toBe(0);
  expect(result.numPassedTests).toBeGreaterThan(15);
  expect(() => run('tools/new-module.ts', 'visits', 'visit', '走访')).toThrow(/There is a module visits already/);
}, 240_000);
