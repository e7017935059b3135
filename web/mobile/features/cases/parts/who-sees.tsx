import type { RaiseDraft } from '../../../../client/drafts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';

const choices = ['published', 'anonymous'] as const;

interface WhoSeesProps {
  readonly draft: RaiseDraft;
  readonly onChange: (patch: Partial<RaiseDraft>) => void;
}

/** 长辈版: one question with two answers written out, the cautious one chosen. */
export function ShowNeighbours({ draft, onChange }: WhoSeesProps) {
  const t = useWords();
  return (
    <fieldset className="field show-neighbours">
      <legend>{t('neighbours:whoSees')}</legend>
      {[false, true].map((published) => (
        <button
          key={String(published)}
          type="button"
          className="choice"
          aria-pressed={(draft.published ?? false) === published}
          onClick={() => onChange({ published })}
        >
          {t(published ? 'neighbours:whoSees.published' : 'neighbours:whoSees.communityOnly')}
        </button>
      ))}
    </fieldset>
  );
}

/** Who may see it: nobody but the community unless the person says otherwise. */
export function WhoSees({ draft, onChange }: WhoSeesProps) {
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
