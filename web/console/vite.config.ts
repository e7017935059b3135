import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import { faceConfig } from '../vite.base.ts';

const adopted = fileURLToPath(new URL('./app/adopted-styles.ts', import.meta.url));

/** antd's style elements become adopted style sheets; app/adopted-styles.ts says why. */
const adoptStyles: Plugin = {
  name: 'adopt-styles',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/Dom/dynamicCSS') ? adopted : null),
};

export default defineConfig(mergeConfig(faceConfig('console', '/console/', 18150), { plugins: [adoptStyles] }));
