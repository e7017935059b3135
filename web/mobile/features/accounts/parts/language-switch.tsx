import { useWords } from '../../../../client/i18n/use-words.ts';
import { currentLanguage, languageCodes, languageNames } from '../../../../client/language.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { useSettings } from '../../../app/settings.ts';

/** The three languages, each in its own name. */
export function LanguageSwitch() {
  const t = useWords();
  const { setLanguage } = useSettings();
  return (
    <label className="language">
      <Icon name="globe" />
      <span className="visually-hidden">{t('language')}</span>
      <select value={currentLanguage()} onChange={(event) => void setLanguage(event.target.value as never)}>
        {languageCodes.map((code) => (
          <option key={code} value={code} lang={code}>
            {languageNames[code]}
          </option>
        ))}
      </select>
    </label>
  );
}
