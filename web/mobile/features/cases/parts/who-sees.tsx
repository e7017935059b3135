import type { RaiseDraft } from '../../../../client/drafts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';

const choices = ['published', 'anonymous'] as const;

/** Who may see it: nobody but the community unless the person says otherwise. */
export function WhoSees({ draft, onChange }: { draft: RaiseDraft; onChange: (patch: Partial<RaiseDraft>) => void }) {
  const t = useWords();
  return (
    <fieldset className="field">
      <legend>
        {t('neighbours:whoSees')} <span className="hint">{t('optional')}</span>
      </legend>
      <div className="choices">
        {choices.map((one) => (
          <button
            key={one}
            type="button"
            className="choice"
            aria-pressed={draft[one] ?? false}
            onClick={() => onChange({ [one]: !draft[one] })}
          >
            {t(`neighbours:whoSees.${one}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
