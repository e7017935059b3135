import { useState } from 'react';
import type { CaseSummary } from '../../../../../contract/cases.ts';
import { moveCase } from '../../../../client/case-verbs.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { may, useMe } from '../../../app/session.ts';
import { useCaseVerb } from '../mutations.ts';
import { MergeChosen } from './merge-chosen.tsx';

/** What can be done with several cases at once: those not yet accepted are accepted one after the other, those about the same become one. */
export function ChosenBar({ rows, onDone }: { rows: readonly CaseSummary[]; onDone: () => void }) {
  const t = useWords();
  const failure = useFailureWords();
  const accepting = useCaseVerb((id: string) => moveCase(id, 'accept', {}));
  const [failed, setFailed] = useState<string[]>([]);
  const [merging, setMerging] = useState(false);
  const merges = may(useMe(), 'case.merge') && rows.length > 1;
  const fresh = rows.filter((row) => row.state === 'submitted');

  const acceptAll = async () => {
    const refused: string[] = [];
    for (const row of fresh) {
      await accepting.mutateAsync(row.id).catch((error) => refused.push(`${row.number} ${failure(error)}`));
    }
    setFailed(refused);
    if (refused.length > 0) return;
    toast(t('console:chosen.accepted', { count: fresh.length }));
    onDone();
  };

  if (merging) return <MergeChosen rows={rows} onDone={onDone} onCancel={() => setMerging(false)} />;
  return (
    <div className="chosen" role="status">
      <b>{t('console:chosen', { count: rows.length })}</b>
      {fresh.length > 0 && (
        <Button busy={accepting.isPending} onClick={() => void acceptAll()}>
          {t('console:chosen.accept', { count: fresh.length })}
        </Button>
      )}
      {merges && <Button onClick={() => setMerging(true)}>{t('console:verb.merge')}</Button>}
      <button type="button" className="link link-quiet" onClick={onDone}>
        {t('console:chosen.clear')}
      </button>
      {failed.map((words) => (
        <span key={words} className="problem">
          {words}
        </span>
      ))}
    </div>
  );
}
