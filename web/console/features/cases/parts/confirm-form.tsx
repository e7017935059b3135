import { useState } from 'react';
import type { ConfirmCase } from '../../../../../contract/handling.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import type { FormProps } from './words-form.tsx';

const scores = [5, 4, 3, 2, 1];

/** What the one who raised it said when called back: solved or not, how satisfied, in what words. */
export function ConfirmForm({ formId, error, onSend }: FormProps & { readonly onSend: (body: ConfirmCase) => void }) {
  const t = useWords();
  const [solved, setSolved] = useState<boolean>();
  const [satisfaction, setSatisfaction] = useState<number>();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <form
      id={formId}
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (solved === undefined) return;
        onSend({ solved, ...(satisfaction ? { satisfaction } : {}), ...(words.trim() ? { words: words.trim() } : {}) });
      }}
    >
      <fieldset className="choice">
        <legend>{t('console:confirm.solved')}</legend>
        {[true, false].map((answer) => (
          <label key={String(answer)}>
            <input
              type="radio"
              name={`${formId}-solved`}
              checked={solved === answer}
              onChange={() => setSolved(answer)}
            />
            {t(answer ? 'console:confirm.yes' : 'console:confirm.no')}
          </label>
        ))}
        {tried && solved === undefined && (
          <p className="problem" role="alert">
            <Icon name="danger" />
            {t('console:form.confirm.missing')}
          </p>
        )}
      </fieldset>
      <fieldset className="choice">
        <legend>{t('console:confirm.satisfaction')}</legend>
        {scores.map((score) => (
          <label key={score}>
            <input
              type="radio"
              name={`${formId}-score`}
              checked={satisfaction === score}
              onChange={() => setSatisfaction(score)}
            />
            {t(`cases:satisfaction.${score}`)}
          </label>
        ))}
      </fieldset>
      <WordsField
        label={t('console:form.confirm.words')}
        wrong={error instanceof ProblemError ? error.field('words') : undefined}
        maxLength={1000}
        value={words}
        onChange={setWords}
      />
    </form>
  );
}
