import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Case, CaseSummary } from '../../../../../contract/cases.ts';
import { when } from '../../../../client/dates.ts';
import { neighbourTitle } from '../../../../client/i18n/neighbour-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { caseQuery } from '../../../../client/queries/cases.ts';
import { similarToQuery } from '../../../../client/queries/neighbours.ts';
import { useSettled } from '../../../../client/use-settled.ts';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import { foundQuery } from '../queries.ts';
import type { VerbFormProps } from './verb-form.tsx';

/** Which case it is the same as: found by its number or words, or picked from what looks alike; both side by side before it is done. */
export default function MergeForm({ formId, one, onSend }: VerbFormProps<'merge'>) {
  const t = useWords();
  const [into, choose] = useState<string>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (into && reason.trim()) onSend({ into, reason: reason.trim() });
  };
  return (
    <form id={formId} className="stack" noValidate onSubmit={submit}>
      <LeadPicker one={one} into={into} wrong={tried && !into} onChoose={choose} />
      {into && <SideBySide one={one} into={into} />}
      <WordsField
        label={t('neighbours:merge.reason')}
        must
        wrong={tried && !reason.trim() ? t('neighbours:merge.reason.missing') : undefined}
        value={reason}
        onChange={setReason}
      />
    </form>
  );
}

interface LeadPickerProps {
  readonly one: Case;
  readonly into: string | undefined;
  readonly wrong: boolean;
  readonly onChoose: (id: string) => void;
}

function LeadPicker({ one, into, wrong, onChoose }: LeadPickerProps) {
  const t = useWords();
  const [text, setText] = useState('');
  const q = useSettled(text.trim(), 400);
  const alike = useQuery(similarToQuery(one.id));
  const found = useQuery({ ...foundQuery(q), enabled: q.length >= 2 });
  if (alike.error) return <Failure error={alike.error} onRetry={() => void alike.refetch()} />;
  const rows: Pick<CaseSummary, 'id' | 'number' | 'title' | 'place'>[] =
    q.length >= 2
      ? (found.data?.items ?? []).filter(({ id }) => id !== one.id)
      : (alike.data?.cases ?? []).map((each) => ({
          ...each,
          number: each.number ?? '',
          title: neighbourTitle(t, each),
        }));
  const waiting = q.length >= 2 ? found.isPending : alike.isPending;
  return (
    <>
      <Field
        label={t('neighbours:merge.into')}
        must
        hint={t('neighbours:merge.into.hint')}
        wrong={wrong ? t('neighbours:merge.into.missing') : undefined}
      >
        {(parts) => (
          <input
            className="input"
            type="search"
            {...parts}
            value={text}
            maxLength={60}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {waiting && <Waiting rows={2} />}
      {!waiting && rows.length === 0 && <p className="basis">{t('neighbours:merge.none')}</p>}
      <fieldset className="leads">
        <legend className="visually-hidden">{t('neighbours:merge.into')}</legend>
        {rows.map((row) => (
          <label key={row.id}>
            <input type="radio" name={`${one.id}-into`} checked={into === row.id} onChange={() => onChoose(row.id)} />
            <span>
              <b>{row.title}</b> {row.number}
              <small>{row.place}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** The two as they stand, so that nobody merges what only sounds alike. */
function SideBySide({ one, into }: { one: Case; into: string }) {
  const t = useWords();
  const { data: lead } = useQuery(caseQuery(into));
  if (!lead) return <Waiting rows={2} />;
  return (
    <div className="two side-by-side">
      {[one, lead].map((each, index) => (
        <section key={each.id} aria-label={t(index === 0 ? 'neighbours:merge.this' : 'neighbours:merge.lead')}>
          <h4>{t(index === 0 ? 'neighbours:merge.this' : 'neighbours:merge.lead')}</h4>
          <p>
            <b>{each.title}</b>
          </p>
          <blockquote className="quote">{each.body}</blockquote>
          <p className="basis">
            {each.number}
            <i className="dot" />
            {each.place}
            <i className="dot" />
            {when(each.raisedAt)}
            <i className="dot" />
            {t(`cases:state.${each.state}`)}
          </p>
        </section>
      ))}
    </div>
  );
}
