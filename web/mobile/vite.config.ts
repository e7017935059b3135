import { defineConfig, type Plugin } from 'vite';
import { faceConfig } from '../vite.base.ts';

const face = faceConfig('mobile', '/', 18140);

/** Asks for the words most readers need together with the program, instead of one round trip after it. */
const wordsEarly: Plugin = {
  name: 'linju-words-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {})
        .filter((chunk) => chunk.type === 'chunk' && /zh-Hans(\.ts|\/mobile\.json)$/.test(chunk.facadeModuleId ?? ''))
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head' as const,
        })),
  },
};

export default defineConfig({ ...face, plugins: [face.plugins, wordsEarly] });
