import { useQueryClient } from '@tanstack/react-query';
import type { Language } from '../../../../../contract/wire.ts';
import { changeLanguage } from '../../../../client/i18n/start.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { currentLanguage, languageCodes, languageNames } from '../../../../client/language.ts';

/** The language of the interface; `onChange` hears of it after everything stands in it. */
export function LanguageChoice({ onChange }: { onChange?: (language: Language) => void }) {
  const t = useWords();
  const client = useQueryClient();
  const choose = async (language: Language) => {
    await changeLanguage(language);
    // Names and messages come from the server in the language of the request.
    void client.invalidateQueries();
    onChange?.(language);
  };
  return (
    <select
      className="input language"
      aria-label={t('common:language')}
      value={currentLanguage()}
      onChange={(event) => void choose(event.target.value as Language)}
    >
      {languageCodes.map((code) => (
        <option key={code} value={code}>
          {languageNames[code]}
        </option>
      ))}
    </select>
  );
}
