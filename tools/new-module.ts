import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type ModuleName, moduleFiles } from './new-module-files.ts';

const usage = `node tools/new-module.ts <plural> <singular> <中文>   for example: visits visit 走访\n`;

/** Writes the module into the tree below `root`; gives back the files written or changed. */
export function writeModule(root: string, name: ModuleName): string[] {
  if (!/^[a-z]+$/.test(name.plural) || !/^[a-z]+$/.test(name.singular) || !name.chinese) throw new Error(usage);
  const folder = path.join(root, 'api/modules', name.plural);
  if (fs.existsSync(folder)) throw new Error(`There is a module ${name.plural} already: ${folder}`);
  const numbers = fs.readdirSync(path.join(root, 'db/migrations')).map((file) => Number(file.slice(0, 4)));
  const migration = String(Math.max(...numbers) + 1).padStart(4, '0');
  const files = moduleFiles(name, migration);
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text, { flag: 'wx' });
  }
  change(root, 'api/modules.ts', (text) => withFloor(text, name.plural));
  return [...Object.keys(files), 'api/modules.ts'];
}

function change(root: string, file: string, edit: (text: string) => string): void {
  const full = path.join(root, file);
  fs.writeFileSync(full, edit(fs.readFileSync(full, 'utf8')));
}

function before(text: string, mark: string, added: string): string {
  if (!text.includes(mark)) throw new Error(`the place to add to is gone: ${mark}`);
  return text.replace(mark, () => `${added}${mark}`);
}

/** On the highest floor; move the line down when others are to import it. */
function withFloor(text: string, plural: string): string {
  const line = `import { ${plural}Module } from './modules/${plural}/index.ts';\n`;
  const imports = [...text.matchAll(/^import .* from '\.\/modules\/.*\n/gm)];
  const next = imports.find(([known]) => known > line);
  const last = imports.at(-1);
  const at = next?.index ?? (last ? last.index + last[0].length : 0);
  return before(text.slice(0, at) + line + text.slice(at), '  ];\n}', `    ${plural}Module(),\n`);
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '..');
  const [plural = '', singular = '', chinese = ''] = process.argv.slice(2);
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
  const written = writeModule(root, { plural, singular, chinese });
  run('node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...written.filter((file) => file.endsWith('.ts')));
  if (!run('tools/dump-schema.ts')) process.exitCode = 1;
  for (const file of written) process.stdout.write(`${file}\n`);
  process.stdout.write('Next: docs/how-to/add-a-module.md, step 2.\n');
}
