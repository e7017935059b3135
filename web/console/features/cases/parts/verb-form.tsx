import { lazy, Suspense } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Waiting } from '../../../app/answers.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import type { Actions } from './use-actions.ts';
import { WordsForm } from './words-form.tsx';

const AssignForm = lazy(() => import('./assign-form.tsx'));

/** The form of the verb in hand; its button stands in the action bar. */
export function VerbForm({ one, actions }: { one: Case; actions: Actions }) {
  const t = useWords();
  const { open, chosen, send, sending, formId } = actions;
  if (!open || open === 'accept' || open === 'sign') return null;
  const shared = { formId, error: sending.error, focus: chosen !== undefined };
  return (
    <section className="verb-form no-print" aria-label={t(`console:verb.${open}`)} key={open}>
      <h3>
        {t(`console:form.${open}`)}
        <span>{t(`console:form.${open}.hint`)}</span>
      </h3>
      {open === 'assign' ? (
        <Suspense fallback={<Waiting rows={2} />}>
          <AssignForm {...shared} one={one} onSend={(body) => send({ verb: 'assign', body })} />
        </Suspense>
      ) : open === 'confirm' ? (
        <ConfirmForm {...shared} onSend={(body) => send({ verb: 'confirm', body })} />
      ) : (
        <WordsForm
          {...shared}
          caseId={one.id}
          verb={open}
          onSend={({ words, photoIds, audience }) => {
            if (open === 'refuse') send({ verb: open, reason: words });
            else if (open === 'reopen') send({ verb: open, words });
            else if (open === 'resolve') send({ verb: open, body: { words, photoIds: [...photoIds] } });
            else send({ verb: open, body: { words, photoIds: [...photoIds], audience } });
          }}
        />
      )}
    </section>
  );
}
