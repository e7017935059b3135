import { useEffect, useRef, useState } from 'react';
import type { PartState } from '../../../../../contract/joint.ts';
import type { TurnoutState } from '../../../../../contract/whistles.ts';
import {
  actsOf,
  type HandAct,
  type HandSaid,
  type HandVerb,
  handSteps,
  saysNothing,
  takeStep,
} from '../../../../client/hands.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useSendKey } from '../../../app/send-key.ts';
import { useCaseVerb } from '../mutations.ts';
import { AddPhotos } from './add-photos.tsx';

interface HandActsProps {
  readonly caseId: string;
  readonly handId: string;
  readonly may: readonly HandVerb[];
  readonly state?: PartState | TurnoutState;
}

/** What this person may do with one part, call or whistle; what needs words opens them in place. */
export function HandActs({ caseId, handId, may, state }: HandActsProps) {
  const t = useWords();
  const failure = useFailureWords();
  const { keyFor, done } = useSendKey();
  const [open, setOpen] = useState<HandAct>();
  const sending = useCaseVerb(({ act, said }: { act: HandAct; said: HandSaid }) =>
    takeStep(caseId, act, handId, said, { idempotencyKey: keyFor({ act, handId, said }) }),
  );
  const send = (act: HandAct, said: HandSaid) =>
    sending.mutate(
      { act, said },
      {
        onSuccess: () => {
          done();
          setOpen(undefined);
          toast(t(`hands:done.${act}`));
        },
      },
    );
  const acts = actsOf(may, state);
  if (acts.length === 0) return null;
  const press = (act: HandAct) => (handSteps[act].needs === 'nothing' ? send(act, saysNothing) : setOpen(act));
  return (
    <div className="hand-acts no-print">
      {sending.error && (
        <p className="problem" role="alert">
          {failure(sending.error)}
        </p>
      )}
      {open ? (
        <HandForm
          key={open}
          act={open}
          busy={sending.isPending}
          onSend={(said) => send(open, said)}
          onCancel={() => setOpen(undefined)}
        />
      ) : (
        acts.map((act) => (
          <Button
            key={act}
            look={act === 'withdraw' || act === 'call_off' ? 'quiet' : 'plain'}
            busy={sending.isPending && sending.variables.act === act}
            onClick={() => press(act)}
          >
            {t(`hands:act.${act}`)}
          </Button>
        ))
      )}
    </div>
  );
}

interface HandFormProps {
  readonly act: HandAct;
  readonly busy: boolean;
  readonly onSend: (said: HandSaid) => void;
  readonly onCancel: () => void;
}

const scores = [5, 4, 3, 2, 1] as const;

function HandForm({ act, busy, onSend, onCancel }: HandFormProps) {
  const t = useWords();
  const [said, put] = useState(saysNothing);
  const [tried, setTried] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const { needs } = handSteps[act];
  const words = said.words.trim();
  const lacking = needs === 'words' && words.length < 2;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!lacking && !busy) onSend({ ...said, words });
      }}
    >
      {needs === 'score' && (
        <fieldset className="choice">
          <legend>{t('hands:score.label')}</legend>
          {scores.map((score) => (
            <label key={score}>
              <input
                type="radio"
                name={`${act}-score`}
                checked={said.score === score}
                onChange={() => put({ ...said, score })}
              />
              {t(`cases:satisfaction.${score}`)}
            </label>
          ))}
        </fieldset>
      )}
      <Field
        label={t(`hands:words.${act}`)}
        must={needs === 'words'}
        {...(tried && lacking ? { wrong: t('hands:missing.words') } : {})}
      >
        {(parts) => (
          <textarea
            ref={area}
            className="input"
            rows={2}
            maxLength={500}
            {...parts}
            value={said.words}
            onChange={(event) => put({ ...said, words: event.target.value })}
          />
        )}
      </Field>
      {act === 'finish' && <AddPhotos ids={said.photoIds} onChange={(photoIds) => put({ ...said, photoIds })} />}
      <div className="hand-acts">
        <Button type="submit" look="primary" busy={busy}>
          {t(`hands:act.${act}`)}
        </Button>
        <Button onClick={onCancel}>{t('common:action.cancel')}</Button>
      </div>
    </form>
  );
}
