import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';

/** What both faces build alike. `face` is the folder below web, `base` the path it is served at. */
export function faceConfig(face: 'mobile' | 'console', base: string, port: number): UserConfig {
  const api = process.env.LINJU_API ?? 'http://127.0.0.1:8080';
  return {
    root: fileURLToPath(new URL(`./${face}`, import.meta.url)),
    base,
    plugins: [react(), compressed(), wordsEarly(face, base)],
    build: {
      outDir: fileURLToPath(new URL(`../dist/${face}`, import.meta.url)),
      emptyOutDir: true,
      target: 'es2022',
      // An inlined font or picture would need `data:` in the content security policy.
      assetsInlineLimit: 0,
    },
    server: { port: Number(process.env.VITE_PORT ?? port), strictPort: true, proxy: { '/api': api } },
  };
}

/** Asks for the words most readers need together with the program, instead of one round trip after it. */
function wordsEarly(face: string, base: string): Plugin {
  const words = new RegExp(`zh-Hans(\\.ts|/${face}\\.json)$`);
  return {
    name: 'linju-words-early',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.values(bundle ?? {})
          .filter((chunk) => chunk.type === 'chunk' && words.test(chunk.facadeModuleId ?? ''))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `${base}${fileName}` },
            injectTo: 'head' as const,
          })),
    },
  };
}

/** Writes `.br` and `.gz` beside every script and style sheet, so that the server compresses nothing while people wait. */
function compressed(): Plugin {
  return {
    name: 'linju-compressed',
    apply: 'build',
    writeBundle({ dir }) {
      const assets = join(dir ?? '', 'assets');
      for (const name of readdirSync(assets).filter((file) => /\.(m?js|css)$/.test(file))) {
        const content = readFileSync(join(assets, name));
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content));
        writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}
