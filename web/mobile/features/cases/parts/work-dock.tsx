import { useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { moveCase } from '../../../../client/case-verbs.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { useVerb } from '../mutations.ts';
import { WordsSheet } from './words-sheet.tsx';

type Step = 'accept' | 'sign' | 'resolve';
type BareStep = Exclude<Step, 'resolve'>;
const steps: readonly Step[] = ['accept', 'sign', 'resolve'];

/** What the one who works on it does next, and a note beside it. Choosing who handles a case belongs on the console. */
export function WorkDock({ one }: { one: Case }) {
  const t = useWords();
  const failureText = useFailureText();
  const [open, setOpen] = useState<'note' | 'resolve'>();
  const next = steps.find((step) => one.may.includes(step));
  const act = useVerb<BareStep>(
    (step, send) => moveCase(one.id, step, {}, send),
    () => toast(t(`mobile:${next}.done`)),
  );
  const canNote = !one.raiser.mine && one.may.includes('note');
  const close = () => setOpen(undefined);
  if (!next && !canNote) return null;
  const go = (step: Step) => {
    if (step === 'resolve') return setOpen('resolve');
    act.mutate(step, {
      onError: (error) => toast(failureText(error), 'danger'),
    });
  };
  return (
    <section className="dock" aria-label={t('mobile:dock.work')}>
      <div className={next && canNote ? 'two' : undefined}>
        {canNote && (
          <Button className="wide" icon="sign" onClick={() => setOpen('note')}>
            {t('cases:verb.note')}
          </Button>
        )}
        {next && (
          <Button
            className="wide"
            look="primary"
            icon="check"
            busy={act.isPending && act.variables === next}
            onClick={() => go(next)}
          >
            {t(`cases:verb.${next}`)}
          </Button>
        )}
      </div>
      {open === 'note' && (
        <WordsSheet
          caseId={one.id}
          verb="note"
          photos
          askAudience
          send={(body, send) => moveCase(one.id, 'note', body, send)}
          onClose={close}
        />
      )}
      {open === 'resolve' && (
        <WordsSheet
          caseId={one.id}
          verb="resolve"
          photos
          send={({ audience: _, ...body }, send) => moveCase(one.id, 'resolve', body, send)}
          onClose={close}
        />
      )}
    </section>
  );
}
