import { useState } from 'react';
import type { PartState } from '../../../../../contract/joint.ts';
import type { TurnoutState } from '../../../../../contract/whistles.ts';
import { actsOf, type HandAct, type HandVerb, handSteps, saysNothing, takeStep } from '../../../../client/hands.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { useVerb } from '../mutations.ts';
import { HandSheet } from './hand-sheet.tsx';

interface HandActsProps {
  readonly caseId: string;
  readonly handId: string;
  readonly may: readonly HandVerb[];
  readonly state?: PartState | TurnoutState;
}

/** What this person may do with one part, call or whistle; what needs words opens a sheet. */
export function HandActs({ caseId, handId, may, state }: HandActsProps) {
  const t = useWords();
  const failureText = useFailureText();
  const [open, setOpen] = useState<HandAct>();
  const bare = useVerb<HandAct>(
    (act, send) => takeStep(caseId, act, handId, saysNothing, send),
    () => undefined,
  );
  const acts = actsOf(may, state);
  if (acts.length === 0) return null;
  const press = (act: HandAct) => {
    if (handSteps[act].needs !== 'nothing') return setOpen(act);
    bare.mutate(act, {
      onSuccess: () => toast(t(`hands:done.${act}`)),
      onError: (error) => toast(failureText(error), 'danger'),
    });
  };
  return (
    <div className="hand-acts">
      {acts.map((act) => (
        <Button key={act} busy={bare.isPending && bare.variables === act} onClick={() => press(act)}>
          {t(`hands:act.${act}`)}
        </Button>
      ))}
      {open && <HandSheet caseId={caseId} handId={handId} act={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
