import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getChromium } from './chromium.mjs';
import { countVitest, type Outcome } from './test-outcome.ts';
import { runProgram } from './test-program.ts';

type Step = () => Promise<Outcome>;

const root = path.resolve(import.meta.dirname, '..');
const postgres15 = '/usr/lib/postgresql/15/bin';
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-reports-'));

const checks: Step[] = [
  check('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  check('lint and format', [
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--diagnostic-level=warn',
    '--max-diagnostics=200',
  ]),
  check('structure', ['tools/check-structure.ts']),
];
const pure = [vitest('pure', 'pure')];
const heavy = [vitest('heavy', 'heavy')];
const api = [
  vitest('api on PostgreSQL 18', 'api*'),
  ...(fs.existsSync(postgres15)
    ? [vitest('api on PostgreSQL 15', 'api*', async () => ({ LINJU_TEST_POSTGRES: '15' }))]
    : []),
];
const web = [check('web build', ['tools/setup.mjs', 'start'])];
const e2e = [...web, vitest('e2e', 'e2e*', async () => ({ CHROMIUM_PATH: getChromium() }))];

/** Each inner list runs in order, the lists of one stage side by side (two, for two cores), the stages one after the other. */
const plans: Record<string, Step[][][]> = {
  all: [[pure], [[...checks, ...heavy], api], [e2e]],
  check: [[checks]],
  pure: [[pure]],
  heavy: [[heavy]],
  api: [[api]],
  e2e: [[e2e]],
  long: [[[...web, vitest('long', 'long', async () => ({ CHROMIUM_PATH: getChromium() }))]]],
};

const wanted = process.argv[2] ?? 'all';
const plan = plans[wanted];
if (!plan) {
  process.stderr.write(`There is no part called ${wanted}. Parts: ${Object.keys(plans).join(', ')}.\n`);
  process.exit(2);
}
const outcomes: Outcome[] = [];
for (const stage of plan) await Promise.all(stage.map(inOrder));
fs.rmSync(reports, { recursive: true, force: true });

const passed = sum('passed');
const failed = sum('failed') + (passed === 0 && sum('failed') === 0 ? 1 : 0);
const skipped = sum('skipped');
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed > 0 ? 1 : 0;

async function inOrder(steps: Step[]): Promise<void> {
  for (const step of steps) outcomes.push(await step());
}

function sum(kind: 'passed' | 'failed' | 'skipped'): number {
  return outcomes.reduce((total, outcome) => total + outcome[kind], 0);
}

/** A program that is right or wrong as a whole: one test. */
function check(name: string, args: string[]): Step {
  return async () => {
    const { status, output, seconds } = await runProgram(root, args, {});
    const ok = status === 0;
    report(name, ok ? 'ok' : 'FAILED', seconds, ok ? '' : output);
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  };
}

/** One project of vitest.config.ts; every test in it counts. */
function vitest(
  name: string,
  project: string,
  environment: () => Promise<Record<string, string>> = async () => ({}),
): Step {
  return async () => {
    const file = path.join(reports, `${name.replaceAll(' ', '-')}.json`);
    const args = [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${file}`,
    ];
    const env = await environment();
    const { status, output, seconds } = await runProgram(root, args, env);
    const outcome = countVitest(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined, status);
    const words = `${outcome.passed} passed, ${outcome.failed} failed${outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : ''}`;
    report(name, words, seconds, outcome.failed > 0 ? output : '');
    return outcome;
  };
}

function report(name: string, words: string, seconds: number, output: string): void {
  process.stdout.write(`${output && `\n${output.trim()}\n\n`}${name}: ${words} (${seconds.toFixed(1)} s)\n`);
}
