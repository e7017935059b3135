import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { faceConfig } from '../vite.base.ts';

const face = faceConfig('mobile', '/', 18140);
const early = fileURLToPath(new URL('./app/early.ts', import.meta.url));

/**
 * What must not wait for the program: its own first script, and the words most readers need. Both are named in
 * index.html, so that the browser fetches them together with the program and not one round trip after it.
 */
const fetchAtOnce: Plugin = {
  name: 'linju-fetch-at-once',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: early, name: 'early' });
  },
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const ending = (pattern: RegExp) => chunks.filter(({ facadeModuleId }) => pattern.test(facadeModuleId ?? ''));
      const first = ending(/\/app\/early\.ts$/).map(({ fileName }) => ({
        tag: 'script',
        attrs: { type: 'module', crossorigin: true, src: `/${fileName}` },
        injectTo: 'head-prepend' as const,
      }));
      const words = [...new Set(ending(/zh-Hans(\.ts|\/mobile\.json)$/).map(({ fileName }) => fileName))].map(
        (fileName) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head' as const,
        }),
      );
      return [...first, ...words];
    },
  },
};

/**
 * What the first screen needs and later ones share, in two files instead of twenty: each answer carries a kilobyte of headers. `wire` is
 * what the first script asks with, so that it need not wait for the rest.
 */
const together = [
  { name: 'wire', test: /web\/client\/(accounts|address|cases|http|keys|language|problem)\.ts$/ },
  {
    name: 'first',
    test: /web\/(client\/(case-look|dates|device-store|drafts|last-street|login|outbox|use-outbox|i18n\/case-words|i18n\/use-words|queries\/(cases|client|me|notices))\.ts$|ui\/(button|icon|icon-paths|seal|status|steps-five)\.tsx?$|mobile\/app\/(settings|top-bar|elder-mode|use-title|use-me)\.tsx?$|mobile\/features\/(accounts\/queries|cases\/(queries|parts\/(case-row|segments|unsent-rows)))\.tsx?$)/,
  },
];

export default defineConfig({
  ...face,
  build: { ...face.build, rolldownOptions: { output: { codeSplitting: { groups: together } } } },
  plugins: [face.plugins, fetchAtOnce],
});
