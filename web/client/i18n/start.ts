import i18next from 'i18next';
import type { Language } from '../../../contract/wire.ts';
import { currentLanguage, setLanguage } from '../language.ts';
import { loadNeeded, need } from './needed-words.ts';

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
    const [common, own, more] = await Promise.all([shared[language](), loadFaceWords(language), loadNeeded(language)]);
    addWords(language, { ...common.default, ...own, ...more });
  } else {
    addWords(language, await loadNeeded(language));
  }
  setLanguage(language, false);
  await i18next.changeLanguage(language);
}

/** Brings areas of words that the first load left out; the screen that says them waits for it. */
export async function needWords(...areas: string[]): Promise<void> {
  need(areas);
  const language = currentLanguage();
  addWords(language, await loadNeeded(language));
}

function addWords(language: Language, areas: WordAreas): void {
  for (const [area, words] of Object.entries(areas)) i18next.addResourceBundle(language, area, words);
}
