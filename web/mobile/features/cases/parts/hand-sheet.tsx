import { useState } from 'react';
import { blankDraft } from '../../../../client/drafts.ts';
import { type HandAct, type HandSaid, handSteps, takeStep } from '../../../../client/hands.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { useDraft } from '../../../../client/use-draft.ts';
import { Button } from '../../../../ui/button.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { PhotoPicker } from '../../../app/photo-picker.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import { useVerb } from '../mutations.ts';
import { SendFailure } from './send-failure.tsx';

interface HandSheetProps {
  readonly caseId: string;
  readonly handId: string;
  readonly act: HandAct;
  readonly onClose: () => void;
}

const scores = [5, 4, 3, 2, 1] as const;

/** The words, photos or score that a step on a part or a call needs; what was typed is kept. */
export function HandSheet({ caseId, handId, act, onClose }: HandSheetProps) {
  const t = useWords();
  const { draft, change, clear } = useDraft(`${act}:${handId}`, blankDraft);
  const [score, setScore] = useState(5);
  const [tried, setTried] = useState(false);
  const step = useVerb<HandSaid>(
    (said, send) => takeStep(caseId, act, handId, said, send),
    async () => {
      await clear(draft.photos);
      toast(t(`hands:done.${act}`));
      onClose();
    },
  );
  const { needs } = handSteps[act];
  const words = draft.words.trim();
  const missing = needs === 'words' && words.length < 2 ? t('hands:missing.words') : undefined;
  const unsent = draft.photos.some((photo) => !photo.photoId);
  const submit = () => {
    setTried(true);
    if (missing || unsent) return;
    step.mutate({ words, score, photoIds: draft.photos.flatMap(({ photoId }) => photoId ?? []) });
  };
  return (
    <Sheet title={t(`hands:act.${act}`)} closeLabel={t('action.close')} onClose={onClose}>
      <div className="form">
        {act === 'finish' && (
          <PhotoPicker
            label={t('mobile:resolve.photos')}
            photos={draft.photos}
            onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
          />
        )}
        {needs === 'score' && (
          <fieldset className="field">
            <legend>{t('hands:score.label')}</legend>
            <div className="grades">
              {scores.map((each) => (
                <label key={each} className="choice">
                  <input type="radio" name="score" checked={score === each} onChange={() => setScore(each)} />
                  {t(`cases:satisfaction.${each}`)}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <WordsField
          label={t(`hands:words.${act}`)}
          value={draft.words}
          maxLength={500}
          wrong={tried ? missing : undefined}
          onChange={(text) => change({ words: text })}
        />
        {tried && unsent && <p role="status">{t('hands:missing.photos')}</p>}
        {step.error && <SendFailure error={step.error} />}
        <Button look="primary" className="wide" busy={step.isPending} onClick={submit}>
          {t(step.error ? 'action.retry' : 'action.send')}
        </Button>
      </div>
    </Sheet>
  );
}
