import type { Case } from '../../../../../contract/cases.ts';
import { answerCheck } from '../../../../client/checks.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { useVerb } from '../mutations.ts';

/** 举一反三, on the spot: is there the same here or not. */
export function CheckDock({ one }: { one: Case }) {
  const t = useWords();
  const failureText = useFailureText();
  const answer = useVerb<boolean>(
    (found, send) => answerCheck(one.id, { found }, send),
    () => toast(t('neighbours:check.done')),
  );
  const say = (found: boolean) => answer.mutate(found, { onError: (error) => toast(failureText(error), 'danger') });
  return (
    <div className="dock">
      <p>{t('neighbours:check.question')}</p>
      <div className="two">
        <Button busy={answer.isPending} onClick={() => say(false)}>
          {t('neighbours:check.clear')}
        </Button>
        <Button look="primary" busy={answer.isPending} onClick={() => say(true)}>
          {t('neighbours:check.found')}
        </Button>
      </div>
    </div>
  );
}
