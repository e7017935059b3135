import type { LoadWords } from '../../client/i18n/start.ts';

const own = {
  'zh-Hans': () => import('../../client/i18n/zh-Hans/console.json', { with: { type: 'json' } }),
  'zh-Hant': () => import('../../client/i18n/zh-Hant/console.json', { with: { type: 'json' } }),
  en: () => import('../../client/i18n/en/console.json', { with: { type: 'json' } }),
};

/** What only the console says. */
export const loadConsoleWords: LoadWords = async (language) => ({ console: (await own[language]()).default });

/** Areas of words that both faces know but only the console says from the first screen on. */
export const consoleAreas = ['notices', 'moves', 'figures', 'hands', 'neighbours', 'deadlines'];
