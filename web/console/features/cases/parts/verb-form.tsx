import { type ComponentType, lazy, Suspense } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import type { VerbBodies } from '../../../../client/case-verbs.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Waiting } from '../../../app/answers.tsx';
import { type ActVerb, isBare, type VerbInput, wordOf } from '../verbs.ts';
import { ConfirmForm } from './confirm-form.tsx';
import type { Actions } from './use-actions.ts';
import { type FormProps, WordsForm } from './words-form.tsx';

export interface VerbFormProps<Verb extends ActVerb> extends FormProps {
  readonly one: Case;
  readonly onSend: (body: VerbBodies[Verb]) => void;
}

/** The verbs whose form is more than words; each is fetched when it is first opened. */
const forms: { readonly [Verb in ActVerb]?: ComponentType<VerbFormProps<Verb>> } = {
  assign: lazy(() => import('./assign-form.tsx')),
  confirm: ConfirmForm,
  suspend: lazy(async () => ({ default: (await import('./pause-form.tsx')).SuspendForm })),
  extend: lazy(async () => ({ default: (await import('./pause-form.tsx')).ExtendForm })),
  decide_pause: lazy(() => import('./decide-form.tsx')),
  involve: lazy(() => import('./involve-form.tsx')),
  supervise: lazy(() => import('./supervise-form.tsx')),
  whistle: lazy(() => import('./whistle-form.tsx')),
  check_elsewhere: lazy(() => import('./check-form.tsx')),
  merge: lazy(() => import('./merge-form.tsx')),
};

/** The form of the verb in hand; its button stands in the action bar. */
export function VerbForm({ one, actions }: { one: Case; actions: Actions }) {
  const t = useWords();
  const { open, chosen, send, sending, formId } = actions;
  if (!open || isBare(open)) return null;
  const shared = { one, formId, error: sending.error, focus: chosen !== undefined };
  const word = open === 'supervise' ? wordOf(open, one) : open;
  const Form = forms[open] as ComponentType<VerbFormProps<ActVerb>> | undefined;
  return (
    <section className="verb-form no-print" aria-label={t(`console:verb.${word}`)} key={open}>
      <h3>
        {t(`console:form.${word}`)}
        <span>{t(`console:form.${word}.hint`)}</span>
      </h3>
      {Form ? (
        <Suspense fallback={<Waiting rows={2} />}>
          <Form {...shared} onSend={(body) => send({ verb: open, body } as VerbInput)} />
        </Suspense>
      ) : (
        <WordsForm {...shared} verb={open} onSend={send} />
      )}
    </section>
  );
}
