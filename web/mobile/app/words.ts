import type { LoadWords, WordAreas } from '../../client/i18n/start.ts';

const own = {
  'zh-Hans': () => import('../../client/i18n/zh-Hans/mobile.json', { with: { type: 'json' } }),
  'zh-Hant': () => import('../../client/i18n/zh-Hant/mobile.json', { with: { type: 'json' } }),
  en: () => import('../../client/i18n/en/mobile.json', { with: { type: 'json' } }),
};

/** What only the resident's face says. */
export const loadMobileWords: LoadWords = async (language): Promise<WordAreas> => ({
  mobile: (await own[language]()).default,
});
