import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

/** What both faces build alike. `face` is the folder below web, `base` the path it is served at. */
export function faceConfig(face: 'mobile' | 'console', base: string, port: number): UserConfig {
  const api = process.env.LINJU_API ?? 'http://127.0.0.1:8080';
  return {
    root: fileURLToPath(new URL(`./${face}`, import.meta.url)),
    base,
    plugins: [react()],
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
