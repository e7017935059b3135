import { useId, useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { moveCase } from '../../../../client/case-verbs.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { toast } from '../../../../ui/toasts.tsx';
import { forget } from '../../../app/kept.ts';
import { useSendKey } from '../../../app/send-key.ts';
import { useCaseVerb } from '../mutations.ts';
import { type ActVerb, isBare, nextVerb, type VerbInput } from '../verbs.ts';
import { wordsKey } from './words-form.tsx';

/** What is being done with one case: the form that stands open, and the sending. */
export function useActions(one: Case, begin?: ActVerb) {
  const t = useWords();
  const { keyFor, done } = useSendKey();
  const next = nextVerb(one);
  const [chosen, choose] = useState<ActVerb | undefined>(
    begin && !isBare(begin) && one.may.includes(begin) ? begin : undefined,
  );
  const sending = useCaseVerb((input: VerbInput) =>
    moveCase(one.id, input.verb, input.body, { idempotencyKey: keyFor(input) }),
  );
  const open = chosen ?? (next === 'assign' ? 'assign' : undefined);

  const send = (input: VerbInput) =>
    sending.mutate(input, {
      onSuccess: (record) => {
        done();
        forget(wordsKey(one.id, input.verb));
        choose(undefined);
        toast(t(`console:did.${input.verb}`, { number: record.number, organization: record.handler?.name }));
      },
    });

  /** A press on a verb: the bare ones happen at once, the others open their form. */
  const press = (verb: ActVerb) => {
    sending.reset();
    if (isBare(verb)) send({ verb, body: {} });
    else choose(verb);
  };

  return { next, open, chosen, send, press, cancel: () => choose(undefined), sending, formId: useId() };
}
export type Actions = ReturnType<typeof useActions>;
