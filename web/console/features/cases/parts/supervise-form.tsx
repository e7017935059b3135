import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { Field } from '../../../app/field.tsx';
import { useKept } from '../../../app/kept.ts';
import { Themed } from '../../../app/themed.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import { fromWallClock } from '../due.ts';
import type { VerbFormProps } from './verb-form.tsx';
import { wordsKey } from './words-form.tsx';

/** What the street office demands, by when if it must be another day; or why it ends the supervision. */
export default function SuperviseForm({ one, formId, error, onSend }: VerbFormProps<'supervise'>) {
  const t = useWords();
  const [{ words }, put] = useKept(wordsKey(one.id, 'supervise'), { words: '' });
  const [due, setDue] = useState<string>();
  const [tried, setTried] = useState(false);
  const told = (path: string) => (error instanceof ProblemError ? error.field(path) : undefined);
  const past = due !== undefined && fromWallClock(due) <= new Date().toISOString();
  const refused = error instanceof ProblemError && error.code === 'escalation.due_in_past';
  return (
    <Themed>
      <form
        id={formId}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!words.trim() || past) return;
          onSend({
            words: words.trim(),
            watching: !one.supervised,
            ...(due && !one.supervised ? { dueAt: fromWallClock(due) } : {}),
          });
        }}
      >
        <WordsField
          label={t('console:form.supervise.words')}
          must
          wrong={tried && !words.trim() ? t('console:form.supervise.missing') : told('words')}
          rows={3}
          value={words}
          onChange={(text) => put({ words: text })}
        />
        {!one.supervised && (
          <Field
            label={t('deadlines:supervise.due')}
            hint={t('deadlines:supervise.due.hint')}
            wrong={(tried && past) || refused ? t('deadlines:supervise.due.past') : told('dueAt')}
          >
            {(parts) => (
              <DatePicker
                {...parts}
                showTime={{ format: 'HH:mm', minuteStep: 30 }}
                needConfirm={false}
                showNow={false}
                format="YYYY-MM-DD HH:mm"
                disabledDate={(day) => day.isBefore(dayjs(), 'day')}
                onChange={(day) => setDue(day?.format('YYYY-MM-DDTHH:mm'))}
              />
            )}
          </Field>
        )}
      </form>
    </Themed>
  );
}
