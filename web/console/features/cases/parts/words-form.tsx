import { useEffect, useRef, useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { Field } from '../../../app/field.tsx';
import { useKept } from '../../../app/kept.ts';
import type { ActVerb, VerbInput } from '../verbs.ts';
import { AddPhotos } from './add-photos.tsx';

export interface FormProps {
  readonly formId: string;
  readonly error: unknown;
  /** The reader asked for this form just now, so the cursor goes into it. */
  readonly focus: boolean;
}

interface Said {
  readonly words: string;
  readonly photoIds: readonly string[];
  readonly audience: 'internal' | 'raiser';
  /** Why open parts of other bodies need not be waited for. */
  readonly without: string;
}

const blank: Said = { words: '', photoIds: [], audience: 'raiser', without: '' };
/** Where the words of a verb on a case are kept until they are sent. */
export const wordsKey = (caseId: string, verb: string) => `${verb}.${caseId}`;

interface WordsFormProps extends FormProps {
  readonly one: Case;
  readonly verb: ActVerb;
  readonly onSend: (input: VerbInput) => void;
}

/** What the words become on their way, by verb. */
function inputOf(verb: ActVerb, { words, photoIds, audience, without }: Said): VerbInput {
  if (verb === 'publish') return { verb, body: { published: false, reason: words } };
  if (verb === 'refuse') return { verb, body: { reason: words } };
  if (verb === 'resolve')
    return { verb, body: { words, photoIds: [...photoIds], ...(without ? { withoutParts: without } : {}) } };
  if (verb === 'note') return { verb, body: { words, photoIds: [...photoIds], audience } };
  return { verb, body: { words } } as VerbInput;
}

const audiences = ['raiser', 'internal'] as const;

/** Words with the verb; for what was done, photos as well. */
export function WordsForm({ one, formId, verb, error, focus, onSend }: WordsFormProps) {
  const t = useWords();
  const [{ words, photoIds, audience, without }, put] = useKept(wordsKey(one.id, verb), blank);
  const [tried, setTried] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);
  const told = error instanceof ProblemError ? (error.field('words') ?? error.field('reason')) : undefined;
  const wrong = tried && !words.trim() ? t(`console:form.${verb}.missing`) : told;
  return (
    <form
      id={formId}
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (words.trim()) onSend(inputOf(verb, { words: words.trim(), photoIds, audience, without: without.trim() }));
        else area.current?.focus();
      }}
    >
      {verb === 'note' && (
        <fieldset className="choice">
          <legend className="visually-hidden">{t('console:note.audience')}</legend>
          {audiences.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`${formId}-audience`}
                checked={audience === one}
                onChange={() => put({ audience: one })}
              />
              {t(`console:note.${one}`)}
            </label>
          ))}
        </fieldset>
      )}
      <Field label={t(`console:form.${verb}.words`)} must wrong={wrong}>
        {(parts) => (
          <textarea
            ref={area}
            className="input"
            rows={3}
            maxLength={2000}
            {...parts}
            value={words}
            onChange={(event) => put({ words: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        )}
      </Field>
      {verb === 'resolve' && error instanceof ProblemError && error.code === 'joint.parts_open' && (
        <Field label={t('hands:resolve.without')} hint={t('hands:resolve.without.hint')}>
          {(parts) => (
            <input
              className="input"
              maxLength={500}
              {...parts}
              value={without}
              onChange={(event) => put({ without: event.target.value })}
            />
          )}
        </Field>
      )}
      {(verb === 'note' || verb === 'resolve') && (
        <AddPhotos ids={photoIds} onChange={(ids) => put({ photoIds: ids })} />
      )}
    </form>
  );
}
