import type { Language } from '../../contract/wire.ts';

export const languageNames: Readonly<Record<Language, string>> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};
export const languageCodes = Object.keys(languageNames) as Language[];

const storageKey = 'linju.language';
let current: Language | undefined;

/** Language the interface stands in now, or will once its words have come; also sent as Accept-Language. */
export function currentLanguage(): Language {
  current ??= preferredLanguage();
  return current;
}

/** Shows the interface in a language; `chosen` keeps it for the next visit. */
export function setLanguage(language: Language, chosen: boolean) {
  current = language;
  document.documentElement.lang = language;
  if (chosen) localStorage.setItem(storageKey, language);
}

/** Whether somebody chose a language on this device, so that neither browser nor account decides it. */
export const languageChosen = (): boolean => localStorage.getItem(storageKey) !== null;

/** The language chosen on this device, else the first of the browser's that we speak, else zh-Hans. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  const known = languageCodes.find((code) => code === stored);
  return known ?? navigator.languages.map(spoken).find((code) => code !== undefined) ?? 'zh-Hans';
}

/** `zh-TW`, `zh-HK`, `zh-Hant-…` are traditional; any other Chinese is simplified. */
export function spoken(tag: string): Language | undefined {
  const [main = '', ...rest] = tag.toLowerCase().split('-');
  if (main === 'en') return 'en';
  if (main !== 'zh') return undefined;
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
}
