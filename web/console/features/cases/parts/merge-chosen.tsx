import { useState } from 'react';
import type { CaseSummary } from '../../../../../contract/cases.ts';
import { moveCase } from '../../../../client/case-verbs.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { useCaseVerb } from '../mutations.ts';

interface MergeChosenProps {
  readonly rows: readonly CaseSummary[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Several rows of the inbox become one: which of them goes on, and why they are the same. */
export function MergeChosen({ rows, onDone, onCancel }: MergeChosenProps) {
  const t = useWords();
  const failure = useFailureWords();
  // The oldest has waited longest and keeps its deadline.
  const [lead, setLead] = useState(rows.toSorted((a, b) => a.raisedAt.localeCompare(b.raisedAt))[0]?.id);
  const [reason, setReason] = useState('');
  const merging = useCaseVerb(([first = '', ...others]: string[]) =>
    moveCase(first, 'merge', { into: lead ?? '', others, reason: reason.trim() }),
  );
  const rest = rows.flatMap(({ id }) => (id === lead ? [] : id));
  const merge = () =>
    merging.mutate(rest, {
      onSuccess: () => {
        toast(t('neighbours:merge.did', { count: rest.length }));
        onDone();
      },
    });
  return (
    <form
      className="merge-chosen stack"
      aria-label={t('neighbours:merge.choose')}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) merge();
      }}
    >
      <fieldset className="leads">
        <legend>{t('neighbours:merge.choose')}</legend>
        {rows.map((row) => (
          <label key={row.id}>
            <input type="radio" name="lead" checked={lead === row.id} onChange={() => setLead(row.id)} />
            <span>
              <b>{row.title}</b> {row.number}
              <small>{row.place}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="stack">
        {t('neighbours:merge.reason')}
        <input
          className="input"
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {merging.error && (
        <p className="problem" role="alert">
          {failure(merging.error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" look="primary" busy={merging.isPending}>
          {t('console:verb.merge')}
        </Button>
        <Button onClick={onCancel}>{t('common:action.cancel')}</Button>
      </div>
    </form>
  );
}
