import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseSummary } from '../../../../../contract/cases.ts';
import type { ConfirmCase } from '../../../../../contract/handling.ts';
import { moveCase } from '../../../../client/case-verbs.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Status } from '../../../../ui/status.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { useVerb } from '../mutations.ts';
import type { ConfirmSheet } from './confirm-sheet.tsx';

/** The question of 长辈版, on the first screen itself: 没办好 / 办好了. */
export function AnswerInPlace({ one }: { one: CaseSummary }) {
  const t = useWords();
  const failureText = useFailureText();
  const confirm = useVerb<ConfirmCase>(
    (body, send) => moveCase(one.id, 'confirm', body, send),
    () => toast(t('cases:resident.closedByYou')),
  );
  const [Sheet, setSheet] = useState<typeof ConfirmSheet>();
  // Not part of the first load: most people say it is done.
  const unsolved = () =>
    import('./confirm-sheet.tsx').then(
      (code) => setSheet(() => code.ConfirmSheet),
      () => toast(t('offline.error'), 'offline'),
    );
  const solved = () =>
    confirm.mutate(
      { solved: true },
      {
        onError: (error) => toast(failureText(error), 'danger'),
      },
    );
  return (
    <section className="card one-question" data-read>
      <Status icon="current" tone="you">
        {t('mobile:elder.yourWord')}
      </Status>
      <Link to="/cases/$caseId" params={{ caseId: one.id }}>
        <h3>{t('mobile:elder.question', { title: one.title })}</h3>
        <p>
          {t('mobile:row.resolved', { who: one.handler?.name ?? t('cases:timeline.someone') })}
          <Icon name="forward" />
        </p>
      </Link>
      <div className="two">
        <Button size="xl" icon="close" onClick={unsolved}>
          {t('mobile:elder.no')}
        </Button>
        <Button size="xl" icon="check" busy={confirm.isPending} onClick={solved}>
          {t('mobile:elder.yes')}
        </Button>
      </div>
      {Sheet && <Sheet caseId={one.id} solved={false} onClose={() => setSheet(undefined)} />}
    </section>
  );
}
