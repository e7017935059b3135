import i18next from 'i18next';
import type { Language } from '../../../contract/wire.ts';
import { currentLanguage, setLanguage } from '../language.ts';

export type Words = Readonly<Record<string, string>>;
/** Words of one area (a file) by name. */
export type WordAreas = Readonly<Record<string, Words>>;
export type LoadWords = (language: Language) => Promise<WordAreas>;

const shared: Readonly<Record<Language, () => Promise<{ default: WordAreas }>>> = {
  'zh-Hans': () => import('./zh-Hans.ts'),
  'zh-Hant': () => import('./zh-Hant.ts'),
  en: () => import('./en.ts'),
};

let loadFaceWords: LoadWords;

/** Starts the interface in the preferred language. `loadWords` brings what only this face says; it is loaded when needed. */
export async function startWords(loadWords: LoadWords): Promise<void> {
  loadFaceWords = loadWords;
  await i18next.init({
    defaultNS: 'common',
    keySeparator: false,
    nsSeparator: ':',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: {},
  });
  await showLanguage(currentLanguage());
}

/** The person chose a language: it is shown now and remembered on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  setLanguage(language, true);
  await showLanguage(language);
}

/** Loads the words of a language and shows the whole interface in it. */
export async function showLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'common')) {
    const [common, own] = await Promise.all([shared[language](), loadFaceWords(language)]);
    for (const [area, words] of Object.entries({ ...common.default, ...own })) {
      i18next.addResourceBundle(language, area, words);
    }
  }
  setLanguage(language, false);
  await i18next.changeLanguage(language);
}
