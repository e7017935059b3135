import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { ActVerb } from '../../../../client/case-verbs.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { Field } from '../../../app/field.tsx';
import { Themed } from '../../../app/themed.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import { fromWallClock } from '../due.ts';
import type { VerbFormProps } from './verb-form.tsx';

type PauseVerb = Extract<ActVerb, 'suspend' | 'extend'>;

/** Until when, and why. */
function PauseForm({ verb, one, formId, error, onSend }: VerbFormProps<PauseVerb> & { readonly verb: PauseVerb }) {
  const t = useWords();
  const [until, setUntil] = useState<string>();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const told = (path: string) => (error instanceof ProblemError ? error.field(path) : undefined);
  const earliest = verb === 'extend' && one.dueAt ? dayjs(one.dueAt) : dayjs();
  return (
    <Themed>
      <form
        id={formId}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (until && words.trim().length > 1) onSend({ until: fromWallClock(until), words: words.trim() });
        }}
      >
        <Field
          label={t(`console:form.${verb}.until`)}
          must
          wrong={tried && !until ? t('console:form.until.missing') : told('until')}
        >
          {(parts) => (
            <DatePicker
              {...parts}
              autoFocus
              showTime={{ format: 'HH:mm', minuteStep: 30 }}
              needConfirm={false}
              showNow={false}
              format="YYYY-MM-DD HH:mm"
              disabledDate={(day) => day.isBefore(earliest, 'day')}
              onChange={(day) => setUntil(day?.format('YYYY-MM-DDTHH:mm'))}
            />
          )}
        </Field>
        <WordsField
          label={t(`console:form.${verb}.words`)}
          must
          wrong={tried && words.trim().length < 2 ? t(`console:form.${verb}.missing`) : told('words')}
          value={words}
          onChange={setWords}
        />
      </form>
    </Themed>
  );
}

export const SuspendForm = (props: VerbFormProps<'suspend'>) => <PauseForm {...props} verb="suspend" />;
export const ExtendForm = (props: VerbFormProps<'extend'>) => <PauseForm {...props} verb="extend" />;
