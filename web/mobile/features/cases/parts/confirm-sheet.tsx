import '../case.css';
import { useState } from 'react';
import type { ConfirmCase } from '../../../../../contract/handling.ts';
import { moveCase } from '../../../../client/case-verbs.ts';
import { blankDraft, noteDraftKey } from '../../../../client/drafts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { useDraft } from '../../../../client/use-draft.ts';
import { Button } from '../../../../ui/button.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import { useVerb } from '../mutations.ts';
import { SendFailure } from './send-failure.tsx';

const grades = [5, 4, 3, 2, 1] as const;

/** The word of the one who raised it: solved and how satisfied, or what is still missing. */
export function ConfirmSheet({ caseId, solved, onClose }: { caseId: string; solved: boolean; onClose: () => void }) {
  const t = useWords();
  const { draft, change, clear } = useDraft(noteDraftKey(caseId, 'confirm'), blankDraft);
  const [satisfaction, setSatisfaction] = useState<number>();
  const [tried, setTried] = useState(false);
  const confirm = useVerb<ConfirmCase>(
    (body, send) => moveCase(caseId, 'confirm', body, send),
    async () => {
      await clear();
      toast(t(solved ? 'cases:resident.closedByYou' : 'cases:resident.reopened'));
      onClose();
    },
  );
  const words = draft.words.trim();
  const missing = !solved && words === '' ? t('mobile:confirm.sayWhat') : undefined;
  const submit = () => {
    setTried(true);
    if (missing) return;
    confirm.mutate({ solved, satisfaction, words: words || undefined });
  };
  return (
    <Sheet
      title={t(solved ? 'mobile:confirm.solved' : 'mobile:confirm.unsolved')}
      closeLabel={t('action.close')}
      onClose={onClose}
    >
      <div className="form">
        {solved && (
          <fieldset className="field">
            <legend>{t('mobile:confirm.satisfied')}</legend>
            <div className="grades">
              {grades.map((grade) => (
                <label key={grade} className="choice">
                  <input
                    type="radio"
                    name="satisfaction"
                    checked={satisfaction === grade}
                    onChange={() => setSatisfaction(grade)}
                  />
                  {t(`cases:satisfaction.${grade}`)}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <WordsField
          label={t(solved ? 'mobile:confirm.words' : 'mobile:confirm.what')}
          value={draft.words}
          maxLength={1000}
          wrong={tried ? missing : undefined}
          placeholder={t(solved ? 'mobile:confirm.wordsHint' : 'mobile:confirm.whatHint')}
          onChange={(text) => change({ words: text })}
        />
        {confirm.error && <SendFailure error={confirm.error} />}
        <Button look="primary" className="wide" busy={confirm.isPending} onClick={submit}>
          {t(confirm.error ? 'action.retry' : 'action.send')}
        </Button>
        <p className="hint">{t(solved ? 'mobile:confirm.after' : 'mobile:confirm.afterNo')}</p>
      </div>
    </Sheet>
  );
}
