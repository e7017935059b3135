import { useState } from 'react';
import { when } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import type { VerbFormProps } from './verb-form.tsx';

/** What was asked, and the desk's answer to it. */
export default function DecideForm({ one, formId, error, onSend }: VerbFormProps<'decide_pause'>) {
  const t = useWords();
  const [approved, setApproved] = useState<boolean>();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const { pause } = one;
  return (
    <form
      id={formId}
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (approved !== undefined) onSend({ approved, ...(words.trim() ? { words: words.trim() } : {}) });
      }}
    >
      {pause && (
        <blockquote className="quote">
          <b>{t(`console:pause.${pause.kind}`, { when: when(pause.until) })}</b>
          <br />
          {pause.words}
        </blockquote>
      )}
      <fieldset className="choice">
        <legend className="visually-hidden">{t('console:form.decide_pause')}</legend>
        {[true, false].map((answer) => (
          <label key={String(answer)}>
            <input
              type="radio"
              name={`${formId}-approved`}
              checked={approved === answer}
              onChange={() => setApproved(answer)}
            />
            {t(answer ? 'console:form.decide_pause.yes' : 'console:form.decide_pause.no')}
          </label>
        ))}
        {tried && approved === undefined && (
          <p className="problem" role="alert">
            <Icon name="danger" />
            {t('console:form.decide_pause.missing')}
          </p>
        )}
      </fieldset>
      <WordsField
        label={t('console:form.decide_pause.words')}
        wrong={error instanceof ProblemError ? error.field('words') : undefined}
        value={words}
        onChange={setWords}
      />
    </form>
  );
}
