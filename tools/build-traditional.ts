import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Converter } from 'opencc-js/cn2t';
import { corrected } from '../api/kernel/traditional.ts';

const folder = fileURLToPath(new URL('../web/client/i18n/', import.meta.url));
/** Standard of Taiwan without its vocabulary: the words stay those of the mainland, only the characters change. */
const characters = Converter({ from: 'cn', to: 'tw' });
const toTraditional = (text: string) => corrected(characters(text)).replaceAll('“', '「').replaceAll('”', '」');

/** What the zh-Hant file of one zh-Hans file must hold, byte for byte. */
export function traditionalOf(simplified: string): string {
  const words = JSON.parse(simplified) as Record<string, string>;
  const converted = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, toTraditional(text)]));
  return `${JSON.stringify(converted, null, 2)}\n`;
}

/** Every zh-Hans file with the text its zh-Hant twin should have. */
export async function traditionalFiles(): Promise<{ path: string; text: string }[]> {
  const names = (await readdir(join(folder, 'zh-Hans'))).filter((name) => name.endsWith('.json'));
  return Promise.all(
    names.map(async (name) => ({
      path: join(folder, 'zh-Hant', name),
      text: traditionalOf(await readFile(join(folder, 'zh-Hans', name), 'utf8')),
    })),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { path, text } of await traditionalFiles()) await writeFile(path, text);
}
